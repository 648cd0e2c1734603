/* problem.c - the problem list: what is known of it on a day, adding to it, closing. */
#include "store/problem.h"

#include <string.h>

#include "duban/i18n.h"
#include "store/reopening.h"

/* A column that holds an index + 1 of the plan; NULL is -1. */
static bool read_index(struct store *store, sqlite3_stmt *stmt, int column, size_t count, int *out,
                       struct err *err)
{
    int64_t id = sqlite3_column_int64(stmt, column); /* 0 for NULL */
    *out = (int)(id - 1);
    return (id >= 0 && (size_t)id <= count) || store_damaged(store, "problem", err);
}

static bool read_problem(struct store *store, const struct plan *plan, sqlite3_stmt *stmt,
                         struct arena *arena, struct problem *out, struct err *err)
{
    *out = (struct problem){
        .id = sqlite3_column_int64(stmt, 0),
        .noted = column_day(stmt, 1),
        .text = column_text(stmt, 4, arena),
        .owner = column_text(stmt, 5, arena),
        .due = column_day(stmt, 6),
        .closed = column_day(stmt, 7),
        .remedy = column_text(stmt, 8, arena),
        .who = column_text(stmt, 9, arena),
        .at = column_text(stmt, 10, arena),
        .reopened = column_day(stmt, 11),
    };
    if (out->noted == DAY_NONE)
        return store_damaged(store, "problem", err);
    return read_index(store, stmt, 2, plan->target_count, &out->target, err) &&
           read_index(store, stmt, 3, plan->school_count, &out->school, err);
}

bool store_load_problems(struct store *store, const struct plan *plan, daynum as_of,
                         struct arena *arena, struct problems *out, struct err *err)
{
    struct arena rows = {0};
    struct problem *kept = NULL;
    size_t count = 0, size = 0;
    sqlite3_stmt *stmt = stmt_get(store, SQL_PROBLEM_ALL, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", as_of == DAY_NONE ? (int64_t)DAY_NEVER : as_of);
    bool ok = true;
    for (bool row = true; ok && row;) {
        ok = stmt_step(store, stmt, &row, err);
        if (!ok || !row)
            break;
        kept = arena_room(&rows, kept, count, &size, sizeof(*kept));
        ok = read_problem(store, plan, stmt, arena, &kept[count++], err);
    }
    sqlite3_reset(stmt);
    struct problem *all = arena_array(arena, count, sizeof(*all));
    if (count > 0)
        memcpy(all, kept, count * sizeof(*all));
    *out = (struct problems){all, count};
    arena_free(&rows);
    return ok;
}

bool problem_json(struct store *store, int64_t id, struct arena *arena, const char **out,
                  struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_PROBLEM_JSON, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", id);
    return journal_one_text(store, stmt, arena, out, err);
}

static int64_t id_of(int index)
{
    return (int64_t)index + 1;
}

static int64_t day_or_none(daynum day)
{
    return day == DAY_NONE ? AMOUNT_NONE : day;
}

static const char *text_or(const char *text, const char *otherwise)
{
    return text && text[0] != '\0' ? text : otherwise;
}

static bool put(struct store *store, const struct problem *problem, const struct actor *actor,
                int64_t *id, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_PROBLEM_PUT, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "kikkttaattt", problem->id, (int64_t)problem->noted, id_of(problem->target),
              id_of(problem->school), problem->text, problem->owner, day_or_none(problem->due),
              day_or_none(problem->closed), problem->remedy, text_or(problem->who, actor->who),
              text_or(problem->at, actor->now));
    if (!stmt_run(store, stmt, err))
        return false;
    *id = sqlite3_last_insert_rowid(store->db);
    return true;
}

/* The problem of `kept` with this number; NULL: none. */
static const struct problem *find(const struct problems *kept, int64_t id)
{
    for (size_t i = 0; i < kept->count; i++) {
        if (kept->rows[i].id == id)
            return &kept->rows[i];
    }
    return NULL;
}

static bool same_problem(const struct problem *a, const struct problem *b)
{
    return a->target == b->target && a->school == b->school && a->noted == b->noted &&
           a->due == b->due && a->closed == b->closed && strcmp(a->text, b->text) == 0 &&
           strcmp(a->owner, b->owner) == 0 && strcmp(a->remedy, b->remedy) == 0;
}

static bool add(struct store *store, const struct problem *problem, const struct actor *actor,
                struct problems_added *added, struct arena *arena, struct err *err)
{
    struct entry entry = {
        .what = "problem",
        .target_id = id_of(problem->target),
        .school_id = id_of(problem->school),
        .date = problem->noted,
    };
    added->fresh++;
    return put(store, problem, actor, &added->last, err) &&
           problem_json(store, added->last, arena, &entry.after, err) &&
           journal_put(store, actor, &entry, err);
}

static bool add_all(struct store *store, const struct plan *plan, const struct problem *problems,
                    size_t count, const struct actor *actor, struct problems_added *added,
                    struct arena *arena, struct err *err)
{
    struct problems kept;
    if (!store_load_problems(store, plan, DAY_NONE, arena, &kept, err))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct problem *other = problems[i].id != 0 ? find(&kept, problems[i].id) : NULL;
        if (other && !same_problem(other, &problems[i]))
            return err_set(err, ERR_DATA,
                           _("problem %lld is another one here; leave its number empty to add it"),
                           (long long)other->id);
        added->same += other != NULL;
        if (!other && !add(store, &problems[i], actor, added, arena, err))
            return false;
    }
    return true;
}

bool store_add_problems(struct store *store, const struct plan *plan,
                        const struct problem *problems, size_t count, const struct actor *actor,
                        struct problems_added *added, struct err *err)
{
    struct arena arena = {0};
    *added = (struct problems_added){0};
    if (!write_begin(store, err))
        return false;
    bool ok = add_all(store, plan, problems, count, actor, added, &arena, err);
    arena_free(&arena);
    return write_end(store, ok, err);
}

static bool no_such(int64_t id, struct err *err)
{
    return err_set(err, ERR_DATA, _("there is no problem %lld; 'duban problem list' shows them"),
                   (long long)id);
}

/* The entry for closing the problem, when it can be closed on that day. */
static bool may_close(struct store *store, int64_t id, daynum closed, struct entry *entry,
                      struct err *err)
{
    bool row;
    char date[DATE_TEXT_MAX];
    sqlite3_stmt *stmt = stmt_get(store, SQL_PROBLEM_DATES, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", id);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    if (!row)
        return no_such(id, err);
    daynum noted = column_day(stmt, 0), shut = column_day(stmt, 1), opened = column_day(stmt, 4);
    *entry = (struct entry){.what = "problem",
                            .target_id = sqlite3_column_int64(stmt, 2),
                            .school_id = sqlite3_column_int64(stmt, 3),
                            .date = closed};
    sqlite3_reset(stmt);
    if (shut != DAY_NONE)
        return err_set(err, ERR_DATA, _("problem %lld was closed on %s already; choose another"),
                       (long long)id, date_format(shut, date));
    if (closed < noted)
        return err_set(err, ERR_DATA, _("problem %lld was noted on %s; close it on a later day"),
                       (long long)id, date_format(noted, date));
    if (closed < opened)
        return err_set(err, ERR_DATA, _("problem %lld was reopened on %s; close it on a later day"),
                       (long long)id, date_format(opened, date));
    return true;
}

static bool close_it(struct store *store, int64_t id, daynum closed, const char *remedy,
                     const struct actor *actor, struct arena *arena, struct err *err)
{
    struct entry entry;
    sqlite3_stmt *stmt;
    if (!may_close(store, id, closed, &entry, err) ||
        !problem_json(store, id, arena, &entry.before, err) ||
        !(stmt = stmt_get(store, SQL_PROBLEM_CLOSE, err)))
        return false;
    stmt_bind(stmt, "iit", id, (int64_t)closed, remedy);
    return stmt_run(store, stmt, err) && problem_json(store, id, arena, &entry.after, err) &&
           journal_put(store, actor, &entry, err);
}

bool store_close_problem(struct store *store, int64_t id, daynum closed, const char *remedy,
                         const struct actor *actor, struct err *err)
{
    if (!write_begin(store, err))
        return false;
    struct arena arena = {0};
    bool ok = close_it(store, id, closed, remedy, actor, &arena, err);
    arena_free(&arena);
    return write_end(store, ok, err);
}

/* Writes what can be changed of the problem with this number. */
static bool overwrite(struct store *store, const struct problem *problem, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_PROBLEM_SET, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ikkttaat", problem->id, id_of(problem->target), id_of(problem->school),
              problem->text, problem->owner, day_or_none(problem->due),
              day_or_none(problem->closed), problem->remedy);
    return stmt_run(store, stmt, err);
}

static bool set(struct store *store, const struct plan *plan, const struct problem *problem,
                const struct problem *seen, const struct actor *actor, bool *overtaken,
                struct arena *arena, struct err *err)
{
    struct problems kept;
    struct entry entry = {.what = "problem",
                          .target_id = id_of(problem->target),
                          .school_id = id_of(problem->school),
                          .date = problem->noted};
    if (!store_load_problems(store, plan, DAY_NONE, arena, &kept, err))
        return false;
    const struct problem *now = find(&kept, problem->id);
    if (!now)
        return no_such(problem->id, err);
    *overtaken = seen && !same_problem(now, seen);
    if (*overtaken || same_problem(now, problem))
        return true;
    bool opens = now->closed != DAY_NONE && problem->closed == DAY_NONE;
    return problem_json(store, problem->id, arena, &entry.before, err) &&
           (!opens || reopening_put(store, now, problem->reopened, err)) &&
           overwrite(store, problem, err) &&
           problem_json(store, problem->id, arena, &entry.after, err) &&
           journal_put(store, actor, &entry, err);
}

bool store_set_problem(struct store *store, const struct plan *plan, const struct problem *problem,
                       const struct problem *seen, const struct actor *actor, bool *overtaken,
                       struct err *err)
{
    if (!write_begin(store, err))
        return false;
    struct arena arena = {0};
    bool ok = set(store, plan, problem, seen, actor, overtaken, &arena, err);
    arena_free(&arena);
    return write_end(store, ok, err);
}

/* The number in the JSON of one of the two sides. */
static bool number_of(struct store *store, const char *before, const char *after, int64_t *id,
                      struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_PROBLEM_NUMBER_OF, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "tt", before[0] ? before : NULL, after[0] ? after : NULL);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    *id = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return *id > 0 || store_damaged(store, "change", err);
}

bool problem_revert(struct store *store, const char *before, const char *after, bool *stale,
                    struct arena *arena, struct err *err)
{
    int64_t id;
    const char *now;
    if (!number_of(store, before, after, &id, err) || !problem_json(store, id, arena, &now, err))
        return false;
    *stale = strcmp(now ? now : "", after) != 0;
    if (*stale)
        return true;
    bool was_there = before[0] != '\0';
    sqlite3_stmt *stmt = stmt_get(store, was_there ? SQL_PROBLEM_RESTORE : SQL_PROBLEM_DROP, err);
    if (!stmt || !reopening_drop(store, id, err))
        return false;
    if (was_there)
        stmt_bind(stmt, "t", before);
    else
        stmt_bind(stmt, "i", id);
    return stmt_run(store, stmt, err) && (!was_there || reopening_restore(store, before, err));
}
