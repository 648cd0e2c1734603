/* undo.c - taking the last change back, and doing it again: a value, a target's terms, a problem,
 * a whole import. To do again is to take the undo's own entry back. */
#include <string.h>

#include "duban/i18n.h"
#include "duban/stamp.h"
#include "store/problem.h"
#include "store/step.h"
#include "store/undo.h"

/* A journal entry with the rows that it is about. */
struct entry_read {
    struct change change;
    int64_t target_id, school_id;
};

static bool read_entry(struct store *store, int64_t id, struct arena *arena, struct entry_read *out,
                       struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_JOURNAL_GET, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", id);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    if (!row)
        return store_damaged(store, "change", err);
    *out = (struct entry_read){
        .change = journal_read(stmt, arena),
        .target_id = sqlite3_column_int64(stmt, 13),
        .school_id = sqlite3_column_int64(stmt, 14),
    };
    sqlite3_reset(stmt);
    return true;
}

static bool changed_since(const struct change *change, struct err *err)
{
    char at[STAMP_MAX];
    return err_set(err, ERR_NOT_ALLOWED, _("%s was changed again after %s; undo or set that first"),
                   change->target[0] != '\0' ? change->target : change->school,
                   stamp_shown(change->at, at));
}

static bool same_text(const char *a, const char *b)
{
    return strcmp(a ? a : "", b ? b : "") == 0;
}

/* The report that a JSON object describes. */
static bool report_of_json(struct store *store, const char *json, struct arena *arena,
                           struct report *out, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_JOURNAL_REPORT_OF, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "t", json);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    if (!row || sqlite3_column_type(stmt, 0) != SQLITE_INTEGER)
        return store_damaged(store, "change", err);
    *out = ledger_read(stmt, arena);
    sqlite3_reset(stmt);
    return true;
}

static bool undo_report(struct store *store, const struct entry_read *entry, struct arena *arena,
                        struct err *err)
{
    const struct report_key key = {entry->target_id, entry->school_id, entry->change.date};
    const char *now;
    if (!journal_report_json(store, &key, arena, &now, err))
        return false;
    if (!same_text(now, entry->change.after))
        return changed_since(&entry->change, err);
    struct ledger ledger = {0};
    struct report before;
    bool found = entry->change.before[0] != '\0';
    bool ok = (!found || report_of_json(store, entry->change.before, arena, &before, err)) &&
              undo_standing(store, &key, arena, &found, &before, err) &&
              (found ? ledger_put(store, &ledger, &key, &before, err)
                     : ledger_drop(store, &ledger, &key, err)) &&
              ledger_flush(store, &ledger, err);
    ledger_free(&ledger);
    return ok;
}

static bool undo_terms(struct store *store, const struct entry_read *entry, struct arena *arena,
                       struct err *err)
{
    const char *now;
    if (!journal_terms_json(store, entry->target_id, entry->change.date, arena, &now, err))
        return false;
    if (!same_text(now, entry->change.after))
        return changed_since(&entry->change, err);
    bool was_there = entry->change.before[0] != '\0';
    sqlite3_stmt *stmt = stmt_get(store, was_there ? SQL_TERMS_RESTORE : SQL_TERMS_DROP, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, was_there ? "iit" : "ii", entry->target_id, (int64_t)entry->change.date,
              entry->change.before);
    return stmt_run(store, stmt, err);
}

static bool undo_problem(struct store *store, const struct entry_read *entry, struct arena *arena,
                         struct err *err)
{
    bool stale;
    if (!problem_revert(store, entry->change.before, entry->change.after, &stale, arena, err))
        return false;
    return stale ? changed_since(&entry->change, err) : true;
}

static bool undo_step(struct store *store, const struct entry_read *entry, struct arena *arena,
                      struct err *err)
{
    bool stale;
    if (!step_revert(store, entry->target_id, entry->change.before, entry->change.after, &stale,
                     arena, err))
        return false;
    return stale ? changed_since(&entry->change, err) : true;
}

static bool undo_thresholds(struct store *store, const struct entry_read *entry,
                            struct arena *arena, struct err *err)
{
    const char *now;
    if (!journal_thresholds_json(store, entry->change.date, arena, &now, err))
        return false;
    if (!same_text(now, entry->change.after))
        return changed_since(&entry->change, err);
    bool was_there = entry->change.before[0] != '\0';
    sqlite3_stmt *stmt =
        stmt_get(store, was_there ? SQL_THRESHOLDS_RESTORE : SQL_THRESHOLDS_DROP, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, was_there ? "it" : "i", (int64_t)entry->change.date, entry->change.before);
    return stmt_run(store, stmt, err);
}

/* Puts back what stood there before the entry; *counts is written for an import. */
static bool take_back(struct store *store, const struct entry_read *entry, struct arena *arena,
                      struct undo_counts *counts, struct err *err)
{
    bool values =
        strcmp(entry->change.what, "report") == 0 || strcmp(entry->change.what, "import") == 0;
    if (!values && !access_check(store, USER_EDITOR, err)) /* he was an editor then */
        return false;
    const char *what = entry->change.what;
    if (strcmp(what, "report") == 0)
        return undo_report(store, entry, arena, err);
    if (strcmp(what, "terms") == 0)
        return undo_terms(store, entry, arena, err);
    if (strcmp(what, "problem") == 0)
        return undo_problem(store, entry, arena, err);
    if (strcmp(what, "step") == 0)
        return undo_step(store, entry, arena, err);
    if (strcmp(what, "thresholds") == 0)
        return undo_thresholds(store, entry, arena, err);
    return undo_batch(store, entry->change.import, counts, err);
}

static bool mark(struct store *store, int64_t id, bool undone, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_JOURNAL_MARK, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", id, (int64_t)undone);
    return stmt_run(store, stmt, err);
}

/* Journals that an entry was taken back. */
static bool note_undone(struct store *store, const struct entry_read *entry,
                        const struct actor *actor, struct err *err)
{
    const struct entry note = {
        .what = entry->change.what,
        .target_id = entry->target_id,
        .school_id = entry->school_id,
        .import_id = entry->change.import,
        .date = entry->change.date,
        .before = entry->change.after[0] ? entry->change.after : NULL,
        .after = entry->change.before[0] ? entry->change.before : NULL,
        .undoes = entry->change.id,
    };
    return mark(store, entry->change.id, true, err) && journal_put(store, actor, &note, err);
}

/* The entry that a statement finds for a user; *found says whether there is one. */
static bool find_entry(struct store *store, enum sql sql, const char *who, struct arena *arena,
                       bool *found, struct entry_read *out, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, sql, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "t", who);
    if (!stmt_step(store, stmt, found, err))
        return false;
    if (!*found)
        return true;
    int64_t id = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return read_entry(store, id, arena, out, err);
}

bool undo_entry(struct store *store, int64_t id, const struct actor *actor, struct arena *arena,
                struct undo_counts *counts, struct err *err)
{
    struct entry_read entry = {0};
    return read_entry(store, id, arena, &entry, err) &&
           take_back(store, &entry, arena, counts, err) && note_undone(store, &entry, actor, err);
}

static bool undo_last(struct store *store, const struct actor *actor, struct arena *arena,
                      struct change *undone, struct err *err)
{
    bool found;
    struct entry_read entry = {0};
    if (!find_entry(store, SQL_JOURNAL_LAST, actor->who, arena, &found, &entry, err))
        return false;
    if (!found)
        return err_set(err, ERR_FINDING, _("there is nothing of yours to undo; see 'duban log'"));
    struct undo_counts counts;
    *undone = entry.change;
    return (undone->import == 0 || undo_left(store, undone->import, &undone->left, err)) &&
           take_back(store, &entry, arena, &counts, err) && note_undone(store, &entry, actor, err);
}

/* An import's undo threw its rows away; the file still has them. */
static bool redo_last(struct store *store, const struct actor *actor, struct arena *arena,
                      struct change *redone, struct err *err)
{
    bool found;
    struct entry_read entry = {0};
    if (!find_entry(store, SQL_JOURNAL_LAST_UNDO, actor->who, arena, &found, &entry, err))
        return false;
    if (!found)
        return err_set(err, ERR_FINDING,
                       _("there is nothing of yours to do again; undo comes first"));
    if (strcmp(entry.change.what, "import") == 0)
        return err_set(err, ERR_NOT_ALLOWED,
                       _("an import is not done again from the journal; import the file again"));
    struct undo_counts counts;
    *redone = entry.change;
    return take_back(store, &entry, arena, &counts, err) &&
           mark(store, entry.change.undoes, false, err) && note_undone(store, &entry, actor, err);
}

bool store_undo(struct store *store, const struct actor *actor, struct arena *arena,
                struct change *undone, struct err *err)
{
    if (!write_begin_as(store, USER_CLERK, err))
        return false;
    return write_end(store, undo_last(store, actor, arena, undone, err), err);
}

bool store_redo(struct store *store, const struct actor *actor, struct arena *arena,
                struct change *redone, struct err *err)
{
    if (!write_begin_as(store, USER_CLERK, err))
        return false;
    return write_end(store, redo_last(store, actor, arena, redone, err), err);
}
