#include <stdlib.h>

#include "duban/i18n.h"
#include "store/bulk.h"
#include "store/journal.h"
#include "store/rows.h"

struct store_import {
    struct store *store;
    const struct plan *plan;
    struct actor actor;
    int64_t id;
    struct ledger ledger;
    struct walk walk;
};

/* What the batches of a group have changed together. */
struct group {
    struct ledger ledger;
    bool broken; /* one of them is half there */
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
static bool flush(struct store_import *import, struct err *err)
{
    walk_stop(&import->walk);
    if (bulk_full(&import->store->bulk))
        check_references(import->store, false);
    return bulk_write(import->store, import->id, err);
}

static bool put(void *context, const struct intake_row *row, bool allow_decrease,
                enum intake_outcome *outcome, struct err *err)
{
    struct store_import *import = context;
    struct store *store = import->store;
    const struct report_key key = rows_key(import->plan, row);
    const struct report report = {
        .value = row->value,
        .of = row->of,
        .line = row->line,
    };
    struct place place;
    enum held_against held = allow_decrease ? HELD_AGAINST_NOTHING : HELD_AGAINST_BOTH;
    /* What waits cannot be seen; it is behind a key that comes in order. */
    bool behind = walk_is_behind(&import->walk, &key);
    if ((bulk_full(&store->bulk) || (behind && store->bulk.count > 0)) && !flush(import, err))
        return false;
    if (!walk_to(store, &import->walk, &key, row->note, &place, err))
        return false;
    struct place judged = place;
    if (row->next_in > 0 && place.after.date - row->date >= row->next_in)
        judged.after.found = false; /* the file says something else there */
    *outcome = rows_judge_at(import->plan->targets[row->target].measure, &report, &judged, held);
    if (*outcome == INTAKE_SAME || *outcome == INTAKE_DECREASED)
        return true;
    if ((*outcome == INTAKE_CHANGED && !keep_replaced(import, &key, err)) ||
        !ledger_book(store, &import->ledger, &key, row->value, row->of, &place, err))
        return false;
    bulk_add(&store->bulk, &key, &report, row->note, place.found);
    walk_put(&import->walk, row->value, row->of);
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
    walk_stop(&import->walk);
    bulk_drop(&import->store->bulk);
    ledger_free(&import->ledger);
    if (!import->store->group) {
        bulk_free(&import->store->bulk);
        check_references(import->store, true);
    }
    free(import);
}

/* Is the group's transaction still there, and all of its batches wholly in or out? A full disk has
 * rolled it back, and a savepoint after that would begin one of its own. */
static bool whole(struct store *store, struct err *err)
{
    return (!store->group->broken && !sqlite3_get_autocommit(store->db)) ||
           err_at(err, ERR_IO, store->path, 0, 0,
                  _("the disk is full; make room and try again, nothing was changed"));
}

static bool begin(struct store *store, struct err *err)
{
    if (!store->group)
        return write_begin_as(store, USER_CLERK, err);
    return whole(store, err) && store_exec(store, "SAVEPOINT batch", err);
}

/* Ends the transaction of a batch; in a group only its part of it. What finish() has begun to write
 * of one can only be taken back with all the others. */
static bool end(struct store *store, bool keep, struct err *err)
{
    struct group *group = store->group;
    if (!group)
        return write_end(store, keep, err);
    if (!keep && !group->broken)
        group->broken = !store_exec(store, "ROLLBACK TO batch; RELEASE batch", err);
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
    import->ledger.days.listed = store->group != NULL;
    if (!insert_batch(import, source, err)) {
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
    sqlite3_stmt *stmt = stmt_get(import->store, SQL_IMPORT_PUT_ISSUE, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ittiitt", import->id, issue->code, issue->file, (int64_t)issue->line,
              (int64_t)issue->column, issue->text, issue->raw);
    return stmt_run(import->store, stmt, err);
}

/* The totals of a group are written when all its batches are in. */
static bool book(struct store_import *import, struct err *err)
{
    struct group *group = import->store->group;
    return group ? ledger_join(import->store, &group->ledger, &import->ledger, err)
                 : ledger_flush(import->store, &import->ledger, err);
}

/* Under the savepoint of a group SQLite would copy every page that the reports go to; so it ends
 * first. */
static bool finish(struct store_import *import, const struct import_counts *counts, struct err *err)
{
    if ((import->store->group && !store_exec(import->store, "RELEASE batch", err)) ||
        !flush(import, err) || !book(import, err))
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
    bool ok = !keep || finish(import, counts, err);
    if (id)
        *id = import->id;
    release(import);
    if (!keep || !ok) {
        struct err unused;
        if (!ok && store->group)
            store->group->broken = true;
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
    bool ok = !keep || (whole(store, err) && ledger_flush(store, &store->group->ledger, err));
    ledger_free(&store->group->ledger);
    free(store->group);
    store->group = NULL;
    bulk_free(&store->bulk);
    check_references(store, true);
    if (keep && ok)
        return write_end(store, true, err);
    struct err unused;
    return !write_end(store, false, &unused) && ok;
}
