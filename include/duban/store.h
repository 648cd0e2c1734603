/* store.h - the only door to the database.
 *
 * One `struct store` per open file; not thread-safe. The file is SQLite in WAL mode with our own
 * schema; a file that is anything else is refused and not touched. Every write is one transaction
 * under one lock file (FILE-lock) that also covers checkpoints, is journaled with who and when,
 * and is either wholly there or not at all. Readers hold no transaction between calls.
 *
 * Ownership: store_open() hands out a store, store_close() takes it back. Everything loaded is
 * copied into the caller's arena and lives as long as it does. Every bool function sets *err on
 * false; after false from a write, nothing of it is kept.
 *
 * Dates given to reads are as-of dates: only what is dated up to then is seen.
 *
 * Example:
 *     struct store *store;
 *     if (!store_open(path, STORE_READ, &store, err) ||
 *         !store_load_plan(store, as_of, &arena, &plan, err))
 *         return false;
 */
#ifndef DUBAN_STORE_H
#define DUBAN_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/archive.h"
#include "duban/attr.h"
#include "duban/batch.h"
#include "duban/board.h"
#include "duban/change.h"
#include "duban/draw.h"
#include "duban/err.h"
#include "duban/intake.h"
#include "duban/measure.h"
#include "duban/mem.h"
#include "duban/outliers.h"
#include "duban/plan.h"
#include "duban/problem.h"
#include "duban/values.h"

struct store;

enum store_mode {
    STORE_READ,         /* an existing file, never written: query_only, no checkpoint */
    STORE_WRITE,        /* an existing file */
    STORE_CREATE,       /* a new file; refused when something has that name already */
    STORE_ANYWHERE = 4, /* added to one of them: on a network drive too */
    STORE_OLDER = 8     /* added to STORE_READ: of an older format too, to be copied and no more */
};

/* Opens or creates a database. Only regular files on disks of this machine; outdated schemas are
 * migrated in STORE_WRITE and refused in STORE_READ, newer and foreign ones are refused always. */
MUST_USE bool store_open(const char *path, enum store_mode mode, struct store **out,
                         struct err *err) NONNULL;

/* Closes; NULL is allowed. */
void store_close(struct store *store);

/* Moves everything into the one file, or says why not: before a new database gets its name. Every
 * write tries so too, but it may leave rows in FILE-wal when a reader or the disk is against it. */
MUST_USE bool store_settle(struct store *store, struct err *err) NONNULL;

/* Has another connection committed since the last call (or since opening)? Cheap; for polling. */
MUST_USE bool store_changed(struct store *store, bool *changed, struct err *err) NONNULL;

/* How long a write waits for the writes of others before it is an ERR_BUSY, in milliseconds;
 * STORE_WAIT_MS unless told otherwise. The screen of somebody who waits stands still so long. */
enum { STORE_WAIT_MS = 15000 };
void store_set_wait(struct store *store, int ms) NONNULL;

/* Asks `go_on` now and then, at least some ten times a second, while a statement runs, while it
 * waits for others who write, and while it copies. When that says no, the work fails with ERR_BUSY,
 * and nothing of it is kept; asked again, it must say yes, so that all can be taken back. NULL:
 * nobody is asked, as at first. (SQLite before 3.41 asks nothing while it walks a file's pages for
 * store_examine(): some 140 ms for 100 MB.) */
void store_look_on(struct store *store, bool (*go_on)(void *context), void *context);

/* Gives the memory of what was read back to the machine: for one that waits. */
void store_rest(struct store *store) NONNULL;

/* Who writes, and when. `who` is a user name, `now` ISO 8601 with seconds; both are kept. */
struct actor {
    const char *who;
    const char *now;
};

/* ---- who may what ---------------------------------------------------------------------- */

/* id, word in commands and in the database, in order: each may what those before it may.
 * A viewer looks; a clerk enters and takes back values of one school; an editor changes all but who
 * may what; an owner changes that too. */
#define USER_ROLE_LIST(X) \
    X(VIEWER, "viewer")   \
    X(CLERK, "clerk")     \
    X(EDITOR, "editor")   \
    X(OWNER, "owner")

enum user_role {
#define X(id, word) USER_##id,
    USER_ROLE_LIST(X)
#undef X
        USER_ROLE_TOTAL
};

const char *user_role_word(enum user_role role);
bool user_role_parse(const char *word, enum user_role *out) NONNULL;

struct user {
    const char *name;
    enum user_role role;
    const char *school; /* a clerk's, its code; "" for the others */
};

enum { USER_NAME_MAX = 64 };

/* Says for whom the store writes from now on. Every write looks his role up in its own transaction
 * and is refused with ERR_NOT_ALLOWED where the role does not reach; nothing above the store
 * decides. The role is that of the table; somebody who is not in it is a viewer, or, while the
 * table is empty, an owner. Whoever owns the file (by his real uid), and root, is an owner whatever
 * the table says.
 * `named` is for a name that a forced command gives (--as): only the file's owner may give one, and
 * then the table alone counts. */
MUST_USE bool store_act_as(struct store *store, const char *who, bool named,
                           struct err *err) NONNULL;

/* The role that the store writes with now; *school_id is a clerk's school (its database id), else
 * 0. */
MUST_USE bool store_role(struct store *store, enum user_role *role, int64_t *school_id,
                         struct err *err) NONNULL;

/* The table, by name. */
MUST_USE bool store_load_users(struct store *store, struct arena *arena, const struct user **out,
                               size_t *count, struct err *err) NONNULL;

/* Gives a name a role; school_id is a clerk's school (its database id), else 0. Journaled. */
MUST_USE bool store_set_user(struct store *store, const char *name, enum user_role role,
                             int64_t school_id, const struct actor *actor, struct err *err) NONNULL;

/* Takes a name off the table. ERR_DATA when it is not there. Journaled. */
MUST_USE bool store_remove_user(struct store *store, const char *name, const struct actor *actor,
                                struct err *err) NONNULL;

/* ---- the plan -------------------------------------------------------------------------- */

/* Puts a whole plan into a database that has none. */
MUST_USE bool store_save_plan(struct store *store, const struct plan *plan,
                              const struct actor *actor, struct err *err) NONNULL;

/* Loads the plan with the goals, dates, owners and thresholds that were in force on `as_of`;
 * DAY_NONE means the newest ones. *out is finished (plan_finish). */
MUST_USE bool store_load_plan(struct store *store, daynum as_of, struct arena *arena,
                              struct plan *out, struct err *err) NONNULL;

/* From now on what is read and written is meant for this plan, which was loaded from here. When the
 * database has been replaced since (store_restore), every write is refused with ERR_BUSY: the
 * plan's indexes would mean other rows. */
void store_use_plan(struct store *store, const struct plan *plan) NONNULL;

/* Is this plan of the same database as the one in use? Else ERR_BUSY. */
MUST_USE bool store_same_plan(const struct store *store, const struct plan *plan,
                              struct err *err) NONNULL;

/* The as-of date to use when none is given: the one that sample data fixes, else DAY_NONE. */
MUST_USE bool store_fixed_day(struct store *store, daynum *out, struct err *err) NONNULL;

/* Adds reporting units to a plan that is there. Used by the demo and by new schools. */
MUST_USE bool store_add_schools(struct store *store, const struct plan *plan,
                                const struct school *schools, size_t count,
                                const struct actor *actor, struct err *err) NONNULL;

/* Marks the database as sample data with a fixed default as-of date. */
MUST_USE bool store_mark_sample(struct store *store, daynum as_of, const struct actor *actor,
                                struct err *err) NONNULL;

/* What staff may change of a target; in force from a day on. Unchanged members are copied from
 * the loaded target, so fill it with store_terms_of() first. */
struct terms {
    amount goal_min, goal_max, baseline; /* AMOUNT_NONE = none */
    daynum starts, due;
    const char *owner;
    struct thresholds thresholds; /* those that are the plan's on that day go on following it */
};

/* The terms that a loaded target has. */
struct terms store_terms_of(const struct target *target) NONNULL;

/* Sets a target's terms from `since` on. Journaled; one undo takes it back. */
MUST_USE bool store_set_terms(struct store *store, const struct target *target,
                              const struct terms *terms, daynum since, const struct actor *actor,
                              struct err *err) NONNULL;

/* The same for one who saw the terms first: when others than `seen` are in force on `since` by now,
 * nothing is written and *overtaken is true. */
MUST_USE bool store_replace_terms(struct store *store, const struct target *target,
                                  const struct terms *terms, daynum since, const struct terms *seen,
                                  const struct actor *actor, bool *overtaken,
                                  struct err *err) NONNULL;

/* Sets the plan's thresholds from `since` on, for every target that has none of its own. Journaled;
 * one undo takes it back. */
MUST_USE bool store_set_thresholds(struct store *store, const struct thresholds *thresholds,
                                   daynum since, const struct actor *actor,
                                   struct err *err) NONNULL;

/* Moves the dated step of a target from one day to another, between the steps around it; for every
 * day that is looked at. Journaled; one undo takes it back. ERR_DATA when there is no step on that
 * day, or it would pass another. */
MUST_USE bool store_move_step(struct store *store, const struct target *target, daynum from,
                              daynum to, const struct actor *actor, struct err *err) NONNULL;

/* ---- reports --------------------------------------------------------------------------- */

/* Figures of every target up to `as_of`; (*out)[plan->target_count]. */
MUST_USE bool store_load_figures(struct store *store, const struct plan *plan, daynum as_of,
                                 struct arena *arena, const struct figures **out,
                                 struct err *err) NONNULL;

/* The same, of only those days that decide how the targets stand on `as_of`: a screen opens at
 * once, however long the year. And all days of one target. */
MUST_USE bool store_load_few_figures(struct store *store, const struct plan *plan, daynum as_of,
                                     struct arena *arena, struct figures **out,
                                     struct err *err) NONNULL;
MUST_USE bool store_load_figures_of(struct store *store, const struct target *target, daynum as_of,
                                    struct arena *arena, struct figures *out,
                                    struct err *err) NONNULL;

/* The latest values of every unit in scope of one target (with empty rows for those that have
 * not reported), or of one school on every target it is in scope of; in the plan's order. */
MUST_USE bool store_load_target(struct store *store, const struct plan *plan, int target,
                                daynum as_of, struct arena *arena, struct values *out,
                                struct err *err) NONNULL;
MUST_USE bool store_load_school(struct store *store, const struct plan *plan, int school,
                                daynum as_of, struct arena *arena, struct values *out,
                                struct err *err) NONNULL;

/* The latest report of every school on one target; rows[plan->school_count]. Of schools outside its
 * scope it may be left out. */
MUST_USE bool store_load_latest(struct store *store, const struct plan *plan, int target,
                                daynum as_of, struct latest *rows, struct err *err) NONNULL;

/* Calls `each` for the schools whose latest report on a target is a jump, in the plan's order. */
typedef void store_jump_fn(void *context, int target, int school, const struct latest *now,
                           const struct jump *jump);
MUST_USE bool store_each_jump(struct store *store, const struct plan *plan, int target,
                              daynum as_of, store_jump_fn *each, void *context, struct err *err);

/* Reporting by school; (*out)[plan->school_count], [0] (the district itself) included. */
MUST_USE bool store_load_reporting(struct store *store, const struct plan *plan, daynum as_of,
                                   struct arena *arena, const struct reporting **out,
                                   struct err *err) NONNULL;

/* Calls `each` for every report dated up to `as_of`, by target, school, date. It stops when
 * `each` returns false, and returns false then with *err as `each` set it. */
typedef bool store_report_fn(void *context, const struct value *value, struct err *err);
MUST_USE bool store_each_report(struct store *store, const struct plan *plan, daynum as_of,
                                store_report_fn *each, void *context, struct err *err);

/* Enters one value by hand: journaled, one undo takes it back. With `allow_decrease` a value
 * below the school's earlier one is taken, else the outcome is INTAKE_DECREASED and nothing is
 * written. */
MUST_USE bool store_set_value(struct store *store, const struct intake_row *row,
                              const struct plan *plan, bool allow_decrease,
                              const struct actor *actor, enum intake_outcome *outcome,
                              struct err *err) NONNULL;

/* What was shown of a cell: the school's latest value of that target up to `as_of`, its date
 * DAY_NONE where there was none. */
struct seen_value {
    const struct value *value;
    daynum as_of;
};

/* The same for one who saw the cell first. When another value, or only another note, stands there
 * by now, nothing is written and the outcome is INTAKE_OVERTAKEN. */
MUST_USE bool store_replace_value(struct store *store, const struct intake_row *row,
                                  const struct plan *plan, bool allow_decrease,
                                  const struct seen_value *seen, const struct actor *actor,
                                  enum intake_outcome *outcome, struct err *err) NONNULL;

/* ---- imports --------------------------------------------------------------------------- */

/* A file as it is being taken in. */
struct import_source {
    const char *name;   /* file name, cleaned */
    const char *sha256; /* 64 hex digits */
    const char *given;  /* the options that say what it means; NULL: none */
    bool judged;        /* in a group: its rows are only judged, it is not to be kept */
};

/* What became of it. */
struct import_counts {
    const char *encoding; /* as found: "UTF-8", "GB18030" ... */
    int64_t rows, fresh, changed, same, rejected;
};

struct store_import;

/* Was this very file (by its bytes, with the same options) taken in before, and not undone? *id is
 * then its number, else 0. */
MUST_USE bool store_import_seen(struct store *store, const struct import_source *source,
                                int64_t *id, struct err *err) NONNULL;

/* Begins a batch: takes the lock and opens the transaction. *sink takes its rows until
 * store_import_end(). Nothing else may be called on the store meanwhile. */
MUST_USE bool store_import_begin(struct store *store, const struct plan *plan,
                                 const struct import_source *source, const struct actor *actor,
                                 struct store_import **out, struct intake_sink *sink,
                                 struct err *err) NONNULL;

/* Keeps an issue with the batch. */
MUST_USE bool store_import_issue(struct store_import *import, const struct issue_row *issue,
                                 struct err *err) NONNULL;

/* Ends the batch. With `keep` it is committed and *id (if not NULL) is its number; without, or on
 * failure, all of it is rolled back. `import` is gone either way. */
MUST_USE bool store_import_end(struct store_import *import, bool keep,
                               const struct import_counts *counts, int64_t *id, struct err *err);

/* Several batches in one transaction, for many small files. Between the two calls batches may be
 * begun before others have ended, and their rows come in any order; that of keys is the fastest,
 * and of two rows under one key, or beside each other in one series, the later one is judged by the
 * earlier one. All are on the disk only when store_group_end() with `keep` has come back true;
 * without, on failure, and when one of the batches was not kept, none is. Only one that is judged
 * may be dropped from among the others, as it has no number and none of its rows may have been
 * taken.
 *
 * Example:
 *     if (!store_group_begin(store, err)) return false;
 *     for (...) ok = ok && store_import_begin(...);
 *     for (...) ok = ok && ... && store_import_end(...);
 *     return store_group_end(store, ok, err) && ok; */
MUST_USE bool store_group_begin(struct store *store, struct err *err) NONNULL;
MUST_USE bool store_group_end(struct store *store, bool keep, struct err *err) NONNULL;

/* The newest `limit` batches up to the moment `last` ("2021-09-15T23:59:59Z"; "~" for all), newest
 * first, as they stood then; those that were undone too. */
MUST_USE bool store_load_imports(struct store *store, int limit, const char *last,
                                 struct arena *arena, const struct batch **out, size_t *count,
                                 struct err *err) NONNULL;

/* One batch; ERR_DATA when there is none of this number. */
MUST_USE bool store_load_import(struct store *store, int64_t id, struct arena *arena,
                                struct batch *out, struct err *err) NONNULL;

/* The rejected rows of a batch in the file's order, at most `limit`. */
MUST_USE bool store_load_issues(struct store *store, int64_t id, int limit, struct arena *arena,
                                const struct issue_row **out, size_t *count,
                                struct err *err) NONNULL;

/* Takes a whole batch back, whoever took it in: what it wrote over stands again, what only it had
 * is gone, and values that somebody changed since are left and listed. A value of a batch that was
 * undone never comes back, in whatever order batches are undone. Journaled. ERR_DATA when there is
 * no such batch, ERR_FINDING when it is undone already. */
MUST_USE bool store_undo_import(struct store *store, const struct plan *plan, int64_t id,
                                const struct actor *actor, struct arena *arena,
                                struct batch_undo *out, struct err *err) NONNULL;

/* ---- journal --------------------------------------------------------------------------- */

/* The newest `limit` entries that were written up to the stamp `until` (as in struct actor; it is
 * compared as text), newest first. */
MUST_USE bool store_load_changes(struct store *store, int limit, const char *until,
                                 struct arena *arena, const struct change **out, size_t *count,
                                 struct err *err) NONNULL;

/* Takes back the last change of `actor->who` that is not taken back yet (report, terms,
 * thresholds, step, problem or import); *undone describes it. ERR_FINDING when there is nothing to
 * undo. A value that somebody changed since is not overwritten: ERR_NOT_ALLOWED says so. */
MUST_USE bool store_undo(struct store *store, const struct actor *actor, struct arena *arena,
                         struct change *undone, struct err *err) NONNULL;

/* Does the last undo of `actor->who` again, unless he has changed something since: journaled too,
 * and open to undo once more. *redone describes the undo. ERR_FINDING when there is nothing to do
 * again; ERR_NOT_ALLOWED for an import (its rows are in the file) and for what somebody changed
 * since. */
MUST_USE bool store_redo(struct store *store, const struct actor *actor, struct arena *arena,
                         struct change *redone, struct err *err) NONNULL;

/* ---- problems -------------------------------------------------------------------------- */

/* The problems noted up to `as_of` (DAY_NONE: all); one that is closed after it is shown open, one
 * that is reopened after it closed. Open ones come first, by due date, those without one last; then
 * the closed ones, the latest first. */
MUST_USE bool store_load_problems(struct store *store, const struct plan *plan, daynum as_of,
                                  struct arena *arena, struct problems *out,
                                  struct err *err) NONNULL;

/* Keeps problems that problem_check() passes, all or none; each is journaled and undone by itself.
 * One with a number that is there already must say the same (it is counted in `same`), else it is
 * ERR_DATA. `last` is the number of the last one that was added. */
struct problems_added {
    size_t fresh, same;
    int64_t last;
};
MUST_USE bool store_add_problems(struct store *store, const struct plan *plan,
                                 const struct problem *problems, size_t count,
                                 const struct actor *actor, struct problems_added *added,
                                 struct err *err) NONNULL;

/* Closes a problem on the day `closed`; `remedy` says how it was cleared away, up to
 * PROBLEM_TEXT_MAX bytes. ERR_DATA when there is none of this number, it is closed already, or it
 * was noted or reopened later. */
MUST_USE bool store_close_problem(struct store *store, int64_t id, daynum closed,
                                  const char *remedy, const struct actor *actor,
                                  struct err *err) NONNULL;

/* Changes the problem with this number: its subject, text, owner, due date, closing and remedy; it
 * passes problem_check(). A closing that is taken off (closed DAY_NONE, remedy "") ends on the day
 * `reopened`, which may not come before it; the days between stay closed. When the problem is not
 * as in `seen` any more, nothing is written and *overtaken is true; NULL: whatever it is. ERR_DATA
 * when there is none of this number. Journaled; one undo takes it back. */
MUST_USE bool store_set_problem(struct store *store, const struct plan *plan,
                                const struct problem *problem, const struct problem *seen,
                                const struct actor *actor, bool *overtaken, struct err *err);

/* ---- draws of inspections ------------------------------------------------------------- */

/* Keeps a draw with all its candidates; journaled, and never taken back. */
MUST_USE bool store_save_draw(struct store *store, const struct draw *draw,
                              const struct actor *actor, int64_t *id, struct err *err) NONNULL;

/* The draws up to `as_of`, the newest first, without candidates. */
MUST_USE bool store_load_draws(struct store *store, daynum as_of, struct arena *arena,
                               const struct draw **out, size_t *count, struct err *err) NONNULL;

/* One draw with its candidates, schools first; their numbers are not kept, as the seed gives them
 * (0). ERR_DATA when there is none of this number. */
MUST_USE bool store_load_draw(struct store *store, int64_t id, struct arena *arena,
                              struct draw *out, struct err *err) NONNULL;

/* ---- archives -------------------------------------------------------------------------- */

/* All that is read from here to store_thaw() is of one moment, whatever others write. Not for
 * screens: it holds up the checkpoints of writers. */
MUST_USE bool store_freeze(struct store *store, struct err *err) NONNULL;
void store_thaw(struct store *store) NONNULL;

/* Calls `each` for every row of a table of the archive, always in the same order. With a day only
 * what was dated up to then, and not how it came in: the tables imports, issues, replaced, changes
 * and users are empty. DAY_NONE: everything. */
MUST_USE bool store_archive_each(struct store *store, enum archive_table table, daynum as_of,
                                 archive_row_fn *each, void *context, struct err *err);

struct store_archive;

/* Begins to fill a database that holds `plan` (as loaded from it) and nothing else yet: takes the
 * lock and opens the transaction; for owners. The tables' rows follow in the order of the tables,
 * each passing the types that its table says; one that contradicts the plan or other rows is
 * ERR_DATA. With `keep` store_archive_end() commits, else all is rolled back; `load` is gone either
 * way. */
MUST_USE bool store_archive_begin(struct store *store, const struct plan *plan,
                                  struct store_archive **out, struct err *err) NONNULL;
MUST_USE bool store_archive_put(struct store_archive *load, enum archive_table table,
                                const struct archive_cell *cells, struct err *err) NONNULL;
MUST_USE bool store_archive_end(struct store_archive *load, bool keep, const struct actor *actor,
                                struct err *err) NONNULL;

/* ---- care ------------------------------------------------------------------------------ */

/* Looks the whole database over: SQLite's own check, references, and whether the kept totals are
 * what the reports add up to. Calls `finding` with one sentence for each fault (what is wrong; what
 * to do); no call means that all is well. Reads everything: seconds for millions of reports. */
typedef void store_finding_fn(void *context, const char *text);
MUST_USE bool store_examine(struct store *store, store_finding_fn *finding, void *context,
                            struct err *err);

/* Copies the database into the empty file `path`, as it stands at one moment, while others may
 * write. */
MUST_USE bool store_backup(struct store *store, const char *path, struct err *err) NONNULL;

/* Puts what `from` holds, and an entry in its journal, in the place of all that the store holds: in
 * one transaction that others see at once; for owners only. Nobody else writes from the moment that
 * `keep` is called, to copy what is there before it goes: not a row of it can be missed. */
struct store_keeper {
    bool (*keep)(void *context, struct err *err);
    void *context;
};
MUST_USE bool store_restore(struct store *store, struct store *from,
                            const struct store_keeper *keeper, const struct actor *actor,
                            struct err *err) NONNULL;

/* The version of SQLite in use, and whether it is one of those (before 3.51.3) in which a
 * checkpoint outside our lock could lose rows. */
const char *store_library(void);
bool store_library_can_lose_rows(void);

#endif
