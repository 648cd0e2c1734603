/* step.c - the dated steps of a target: moving one to another day. */
#include "store/step.h"

#include <string.h>

#include "duban/i18n.h"

static bool step_json(struct store *store, int64_t target_id, daynum date, struct arena *arena,
                      const char **out, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_STEP_JSON, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", target_id, (int64_t)date);
    return journal_one_text(store, stmt, arena, out, err);
}

/* Two days of one row; DAY_NONE where there is none. */
static bool two_days(struct store *store, sqlite3_stmt *stmt, daynum *first, daynum *second,
                     struct err *err)
{
    bool row;
    if (!stmt_step(store, stmt, &row, err))
        return false;
    if (!row)
        return store_damaged(store, "step", err);
    *first = column_day(stmt, 0);
    *second = column_day(stmt, 1);
    sqlite3_reset(stmt);
    return true;
}

/* Does the day lie between the steps before and after the one of the day `from`? */
static bool keeps_order(struct store *store, int64_t target_id, daynum from, daynum to, bool *keeps,
                        struct err *err)
{
    daynum before, after;
    sqlite3_stmt *stmt = stmt_get(store, SQL_STEP_AROUND, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", target_id, (int64_t)from);
    if (!two_days(store, stmt, &before, &after, err))
        return false;
    *keeps = (before == DAY_NONE || to > before) && (after == DAY_NONE || to < after);
    return true;
}

static bool put_on(struct store *store, int64_t target_id, daynum from, daynum to, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_STEP_MOVE, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "iii", target_id, (int64_t)from, (int64_t)to);
    return stmt_run(store, stmt, err);
}

static bool move(struct store *store, const struct target *target, daynum from, daynum to,
                 const struct actor *actor, struct arena *arena, struct err *err)
{
    bool keeps;
    char date[DATE_TEXT_MAX];
    struct entry entry = {.what = "step", .target_id = target->id, .date = to};
    if (!step_json(store, target->id, from, arena, &entry.before, err))
        return false;
    if (!entry.before)
        return err_set(err, ERR_DATA, _("%s has no step on %s any more; look again"), target->code,
                       date_format(from, date));
    if (!keeps_order(store, target->id, from, to, &keeps, err))
        return false;
    if (!keeps)
        return err_set(err, ERR_DATA,
                       _("the step would pass the one before or after it; choose a day between"));
    return put_on(store, target->id, from, to, err) &&
           step_json(store, target->id, to, arena, &entry.after, err) &&
           journal_put(store, actor, &entry, err);
}

bool store_move_step(struct store *store, const struct target *target, daynum from, daynum to,
                     const struct actor *actor, struct err *err)
{
    if (!write_begin(store, err))
        return false;
    struct arena arena = {0};
    bool ok = move(store, target, from, to, actor, &arena, err);
    arena_free(&arena);
    return write_end(store, ok, err);
}

bool step_revert(struct store *store, int64_t target_id, const char *before, const char *after,
                 bool *stale, struct arena *arena, struct err *err)
{
    daynum was, is;
    const char *now;
    bool keeps = false;
    sqlite3_stmt *stmt = stmt_get(store, SQL_STEP_DAYS_OF, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "tt", before, after);
    if (!two_days(store, stmt, &was, &is, err))
        return false;
    if (was == DAY_NONE || is == DAY_NONE)
        return store_damaged(store, "change", err);
    if (!step_json(store, target_id, is, arena, &now, err) ||
        !keeps_order(store, target_id, is, was, &keeps, err))
        return false;
    *stale = !keeps || !now || strcmp(now, after) != 0;
    return *stale || put_on(store, target_id, is, was, err);
}
