/* jumps_standing.c - the jumps that stand on a day. */
#include "store/store.h"

/* Hands the current row of SQL_JUMP_STANDING on. */
static bool hand_on(struct store *store, const struct plan *plan, int target, sqlite3_stmt *stmt,
                    store_jump_fn *each, void *context, struct err *err)
{
    int64_t school = sqlite3_column_int64(stmt, 0);
    if (school < 1 || (size_t)school > plan->school_count)
        return store_damaged(store, "report_jump", err);
    const struct latest now = {sqlite3_column_int(stmt, 1), sqlite3_column_int64(stmt, 2),
                               column_amount(stmt, 3)};
    const struct jump jump = {sqlite3_column_double(stmt, 4), sqlite3_column_double(stmt, 5),
                              sqlite3_column_double(stmt, 6)};
    each(context, target, (int)school - 1, &now, &jump);
    return true;
}

bool store_each_jump(struct store *store, const struct plan *plan, int target, daynum as_of,
                     store_jump_fn *each, void *context, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_JUMP_STANDING, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", plan->targets[target].id, (int64_t)as_of);
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        if (!hand_on(store, plan, target, stmt, each, context, err)) {
            sqlite3_reset(stmt);
            return false;
        }
    }
}
