#include <stdlib.h>

#include "duban/i18n.h"
#include "store/bulk.h"
#include "store/journal.h"
#include "store/rows.h"

/* Where the rows go. */
struct intake {
    struct ledger ledger;
    struct walk walk;
};

struct store_import {
    struct store *store;
    const struct plan *plan;
    struct actor actor;
    int64_t id;            /* 0: it is only judged */
    struct intake *intake; /* its own, or the group's */
    struct intake own;
};

/* What the batches of a group have in common. */
struct group {
    struct intake intake;
    bool broken; /* one of them cannot be kept, and so none is */
};

static const char *given_of(const struct import_source *source)
{
    return source->given ? source->given : "";
}

bool store_import_seen(struct store *store, const struct import_source *source, int64_t *id,
                       struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_IMPORT_SEEN, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "tt", source->sha256, given_of(source));
    if (!stmt_step(store, stmt, &row, err))
        return false;
    *id = row ? sqlite3_column_int64(stmt, 0) : 0;
    sqlite3_reset(stmt);
    return true;
}

/* Keeps what stands under the key, for the batch's undo. */
static bool keep_replaced(struct store_import *import, const struct report_key *key,
                          struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(import->store, SQL_IMPORT_REPLACED, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iiii", import->id, key->target_id, key->school_id, (int64_t)key->date);
    return stmt_run(import->store, stmt, err);
}

/* A batch's rows point to rows of the plan in memory, and to the batch itself: SQLite need not look
 * each of them up. Only for large batches and groups: the switch makes SQLite prepare its
 * statements again. */
static void check_references(struct store *store, bool on)
{
    if (store->unchecked == !on)
        return;
    sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, on ? 1 : 0, NULL);
    store->unchecked = !on;
}

/* Writes what waits. A walk may not see the table change before it. */
static bool flush(struct store *store, struct intake *intake, struct err *err)
{
    walk_stop(&intake->walk);
    if (bulk_full(&store->bulk))
        check_references(store, false);
    return bulk_write(store, err);
}

/* Writes all that there is. */
static bool write_all(struct store *store, struct intake *intake, struct err *err)
{
    return flush(store, intake, err) && ledger_flush(store, &intake->ledger, err);
}

static void drop_all(struct store *store, struct intake *intake)
{
    walk_stop(&intake->walk);
    ledger_free(&intake->ledger);
    bulk_free(&store->bulk);
    check_references(store, true);
}

static bool put(void *context, const struct intake_row *row, bool allow_decrease,
                enum intake_outcome *outcome, struct err *err)
{
    struct store_import *import = context;
    struct store *store = import->store;
    struct intake *intake = import->intake;
    const struct report_key key = rows_key(import->plan, row);
    const struct report report = {
        .value = row->value,
        .of = row->of,
        .import_id = import->id,
        .line = row->line,
    };
    struct place place;
    enum held_against held = allow_decrease ? HELD_AGAINST_NOTHING : HELD_AGAINST_BOTH;
    /* What waits cannot be seen; it is behind a key that comes in order. */
    bool behind = walk_is_behind(&intake->walk, &key);
    if ((bulk_full(&store->bulk) || (behind && store->bulk.count > 0)) &&
        !flush(store, intake, err))
        return false;
    if (!walk_to(store, &intake->walk, &key, row->note, &place, err))
        return false;
    struct place judged = place;
    if (row->next_in > 0 && place.after.date - row->date >= row->next_in)
        judged.after.found = false; /* the file says something else there */
    *outcome = rows_judge_at(import->plan->targets[row->target].measure, &report, &judged, held);
    if (import->id == 0 && *outcome != INTAKE_DECREASED)
        store->group->broken = true; /* it is to be kept after all, and has no number */
    if (*outcome == INTAKE_SAME || *outcome == INTAKE_DECREASED)
        return true;
    if ((*outcome == INTAKE_CHANGED && !keep_replaced(import, &key, err)) ||
        !ledger_book(store, &intake->ledger, &key, row->value, row->of, &place, err))
        return false;
    bulk_add(&store->bulk, &key, &report, row->note, place.found);
    walk_put(&intake->walk, row->value, row->of);
    return true;
}

static bool insert_batch(struct store_import *import, const struct import_source *source,
                         struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(import->store, SQL_IMPORT_BEGIN, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ttttt", source->name, source->sha256, given_of(source), import->actor.who,
              import->actor.now);
    if (!stmt_run(import->store, stmt, err))
        return false;
    import->id = sqlite3_last_insert_rowid(import->store->db);
    return true;
}

static void release(struct store_import *import)
{
    if (!import->store->group)
        drop_all(import->store, &import->own);
    free(import);
}

/* Is the group's transaction still there, and each of its batches to be kept? A full disk has
 * rolled it back, and what is written after that would be kept by itself. */
static bool whole(struct store *store, struct err *err)
{
    return (!store->group->broken && !sqlite3_get_autocommit(store->db)) ||
           err_at(err, ERR_IO, store->path, 0, 0,
                  _("the disk is full; make room and try again, nothing was changed"));
}

static bool begin(struct store *store, struct err *err)
{
    return store->group ? whole(store, err) : write_begin_as(store, USER_CLERK, err);
}

/* Ends the transaction of a batch; that of a group ends later. */
static bool end(struct store *store, bool keep, struct err *err)
{
    if (!store->group)
        return write_end(store, keep, err);
    store->group->broken = store->group->broken || !keep;
    return keep;
}

bool store_import_begin(struct store *store, const struct plan *plan,
                        const struct import_source *source, const struct actor *actor,
                        struct store_import **out, struct intake_sink *sink, struct err *err)
{
    if (!begin(store, err))
        return false;
    struct store_import *import = xcalloc(1, sizeof(*import));
    import->store = store;
    import->plan = plan;
    import->actor = *actor;
    import->intake = store->group ? &store->group->intake : &import->own;
    if (!source->judged && !insert_batch(import, source, err)) {
        struct err unused;
        release(import);
        return end(store, false, &unused);
    }
    *out = import;
    *sink = (struct intake_sink){import, put};
    return true;
}

bool store_import_issue(struct store_import *import, const struct issue_row *issue, struct err *err)
{
    if (import->id == 0)
        return true;
    sqlite3_stmt *stmt = stmt_get(import->store, SQL_IMPORT_PUT_ISSUE, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ittiitt", import->id, issue->code, issue->file, (int64_t)issue->line,
              (int64_t)issue->column, issue->text, issue->raw);
    return stmt_run(import->store, stmt, err);
}

/* The rows of a group are written when all its batches are in. */
static bool finish(struct store_import *import, const struct import_counts *counts, struct err *err)
{
    if (!import->store->group && !write_all(import->store, import->intake, err))
        return false;
    sqlite3_stmt *stmt = stmt_get(import->store, SQL_IMPORT_END, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "itiiiii", import->id, counts->encoding, counts->rows, counts->fresh,
              counts->changed, counts->same, counts->rejected);
    if (!stmt_run(import->store, stmt, err))
        return false;
    const struct entry entry = {.what = "import", .date = DAY_NONE, .import_id = import->id};
    return journal_put(import->store, &import->actor, &entry, err);
}

bool store_import_end(struct store_import *import, bool keep, const struct import_counts *counts,
                      int64_t *id, struct err *err)
{
    struct store *store = import->store;
    bool ok = !keep || finish(import, counts, err), judged = import->id == 0;
    if (id)
        *id = import->id;
    release(import);
    if (judged)
        return ok;
    if (!keep || !ok) {
        struct err unused;
        return !end(store, false, &unused) && ok;
    }
    return end(store, true, err);
}

bool store_group_begin(struct store *store, struct err *err)
{
    if (!write_begin_as(store, USER_CLERK, err))
        return false;
    store->group = xcalloc(1, sizeof(*store->group));
    check_references(store, false);
    return true;
}

bool store_group_end(struct store *store, bool keep, struct err *err)
{
    struct group *group = store->group;
    bool ok = !keep || (whole(store, err) && write_all(store, &group->intake, err));
    drop_all(store, &group->intake);
    free(group);
    store->group = NULL;
    if (keep && ok)
        return write_end(store, true, err);
    struct err unused;
    return !write_end(store, false, &unused) && ok;
}
