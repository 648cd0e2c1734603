/* series.c - what schools reported, for a look at each: the latest values of a target, and the
 * whole history of every school. */
#include <stdlib.h>

#include "store/store.h"

bool store_load_latest(struct store *store, const struct plan *plan, int target, daynum as_of,
                       struct latest *rows, struct err *err)
{
    for (size_t s = 0; s < plan->school_count; s++)
        rows[s] = (struct latest){DAY_NONE, AMOUNT_NONE, AMOUNT_NONE};
    sqlite3_stmt *stmt = stmt_get(store, SQL_REPORT_LATEST_OF, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", plan->targets[target].id, (int64_t)as_of);
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        int64_t school = sqlite3_column_int64(stmt, 0);
        if (school < 1 || (size_t)school > plan->school_count) {
            sqlite3_reset(stmt);
            return store_damaged(store, "report", err);
        }
        rows[school - 1] = (struct latest){sqlite3_column_int(stmt, 1),
                                           sqlite3_column_int64(stmt, 2), column_amount(stmt, 3)};
    }
}

/* The reports of one school on one target, as they come. */
struct series {
    int64_t target, school; /* ids; 0: none yet */
    struct latest *rows;
    size_t count, size;
};

static void add(struct series *series, struct latest row)
{
    if (series->count == series->size) {
        series->size = series->size ? series->size * 2 : 64;
        series->rows = xrealloc(series->rows, series->size, sizeof(*series->rows));
    }
    series->rows[series->count++] = row;
}

static bool hand_on(const struct plan *plan, struct series *series, store_series_fn *each,
                    void *context)
{
    if (series->count == 0)
        return true;
    if (series->target < 1 || (size_t)series->target > plan->target_count || series->school < 1 ||
        (size_t)series->school > plan->school_count)
        return false;
    each(context, (int)series->target - 1, (int)series->school - 1, series->rows, series->count);
    series->count = 0;
    return true;
}

/* Walks the rows of a bound statement. */
static bool walk(struct store *store, const struct plan *plan, sqlite3_stmt *stmt,
                 struct series *series, store_series_fn *each, void *context, struct err *err)
{
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        int64_t target = row ? sqlite3_column_int64(stmt, 0) : 0;
        int64_t school = row ? sqlite3_column_int64(stmt, 1) : 0;
        if ((target != series->target || school != series->school) &&
            !hand_on(plan, series, each, context)) {
            sqlite3_reset(stmt);
            return store_damaged(store, "report", err);
        }
        if (!row)
            return true;
        series->target = target;
        series->school = school;
        add(series, (struct latest){sqlite3_column_int(stmt, 2), sqlite3_column_int64(stmt, 3),
                                    column_amount(stmt, 4)});
    }
}

bool store_each_series(struct store *store, const struct plan *plan, daynum as_of,
                       store_series_fn *each, void *context, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_REPORT_SERIES, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", (int64_t)as_of);
    struct series series = {0};
    bool ok = walk(store, plan, stmt, &series, each, context, err);
    free(series.rows);
    return ok;
}
