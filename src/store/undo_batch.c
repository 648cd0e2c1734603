/* undo_batch.c - taking a whole import back. */
#include <stdlib.h>

#include "duban/i18n.h"
#include "store/batch.h"
#include "store/undo.h"

struct keys {
    struct report_key *rows;
    size_t count, size;
};

static bool collect_rows(struct store *store, int64_t import_id, struct keys *keys, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_IMPORT_ROWS, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", import_id);
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        keys->rows = xroom(keys->rows, keys->count, &keys->size, sizeof(*keys->rows));
        keys->rows[keys->count++] =
            (struct report_key){sqlite3_column_int64(stmt, 0), sqlite3_column_int64(stmt, 1),
                                sqlite3_column_int(stmt, 2)};
    }
}

/* What stood under the key before the batch; *found says whether there was anything. */
static bool replaced_by(struct store *store, int64_t import_id, const struct report_key *key,
                        struct arena *arena, bool *found, struct report *out, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_IMPORT_OLD_ROW, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iiii", import_id, key->target_id, key->school_id, (int64_t)key->date);
    if (!stmt_step(store, stmt, found, err))
        return false;
    if (!*found)
        return true;
    *out = ledger_read(stmt, arena);
    sqlite3_reset(stmt);
    return true;
}

static bool is_undone(struct store *store, int64_t import_id, bool *undone, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_IMPORT_IS_UNDONE, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", import_id);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    *undone = row && sqlite3_column_int(stmt, 0) != 0;
    sqlite3_reset(stmt);
    return true;
}

bool undo_standing(struct store *store, const struct report_key *key, struct arena *arena,
                   bool *found, struct report *report, struct err *err)
{
    while (*found && report->import_id != 0) {
        bool undone;
        if (!is_undone(store, report->import_id, &undone, err))
            return false;
        if (!undone)
            return true;
        if (!replaced_by(store, report->import_id, key, arena, found, report, err))
            return false;
    }
    return true;
}

/* Puts back what the batch wrote over, or takes its row away. */
static bool undo_row(struct store *store, struct ledger *ledger, int64_t import_id,
                     const struct report_key *key, struct undo_counts *counts, struct err *err)
{
    struct arena arena = {0};
    struct report old;
    bool found;
    bool ok =
        replaced_by(store, import_id, key, &arena, &found, &old, err) &&
        undo_standing(store, key, &arena, &found, &old, err) &&
        (found ? ledger_put(store, ledger, key, &old, err) : ledger_drop(store, ledger, key, err));
    arena_free(&arena);
    if (ok && found)
        counts->restored++;
    else if (ok)
        counts->removed++;
    return ok;
}

static bool mark_undone(struct store *store, int64_t import_id, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_IMPORT_MARK_UNDONE, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", import_id);
    return stmt_run(store, stmt, err);
}

bool undo_batch(struct store *store, int64_t import_id, struct undo_counts *counts, struct err *err)
{
    struct keys keys = {0};
    struct ledger ledger = {0};
    *counts = (struct undo_counts){0};
    bool ok = collect_rows(store, import_id, &keys, err);
    for (size_t i = 0; ok && i < keys.count; i++)
        ok = undo_row(store, &ledger, import_id, &keys.rows[i], counts, err);
    ok = ok && ledger_flush(store, &ledger, err) && mark_undone(store, import_id, err);
    ledger_free(&ledger);
    free(keys.rows);
    return ok;
}

bool undo_left(struct store *store, int64_t import_id, int64_t *count, struct err *err)
{
    bool row = true;
    sqlite3_stmt *stmt = stmt_get(store, SQL_IMPORT_LEFT, err);
    *count = 0;
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", import_id);
    while (row) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        *count += row;
    }
    return true;
}

static bool undo_one(struct store *store, const struct plan *plan, int64_t id,
                     const struct actor *actor, struct arena *arena, struct batch_undo *out,
                     struct err *err)
{
    struct undo_counts counts;
    int64_t entry;
    if (!store_load_import(store, id, arena, &out->batch, err))
        return false;
    if (out->batch.undone)
        return err_set(err, ERR_FINDING,
                       _("import %lld is undone already, by %s at %s; nothing "
                         "is left to do"),
                       (long long)id, out->batch.undone_by, out->batch.undone_at);
    if (!batch_left(store, plan, id, arena, &out->left, err) ||
        !batch_entry(store, id, &entry, err) ||
        !undo_entry(store, entry, actor, arena, &counts, err))
        return false;
    out->restored = counts.restored;
    out->removed = counts.removed;
    return store_load_import(store, id, arena, &out->batch, err);
}

bool store_undo_import(struct store *store, const struct plan *plan, int64_t id,
                       const struct actor *actor, struct arena *arena, struct batch_undo *out,
                       struct err *err)
{
    *out = (struct batch_undo){0};
    if (!write_begin(store, err))
        return false;
    return write_end(store, undo_one(store, plan, id, actor, arena, out, err), err);
}
