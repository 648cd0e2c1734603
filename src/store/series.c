/* series.c - what schools reported, for a look at each: the latest values of a target, and the
 * whole history of every school. */
#include <stdlib.h>

#include "store/store.h"

static bool load_all(struct store *store, const struct plan *plan, int target, daynum as_of,
                     struct latest *rows, struct err *err)
{
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

static bool load_each(struct store *store, const struct plan *plan, int target, daynum as_of,
                      struct latest *rows, struct err *err)
{
    const int *schools;
    size_t count = plan_scope_schools(plan, &plan->targets[target], &schools);
    for (size_t i = 0; i < count; i++) {
        bool row;
        sqlite3_stmt *stmt = stmt_get(store, SQL_REPORT_PREVIOUS, err);
        if (!stmt)
            return false;
        stmt_bind(stmt, "iii", plan->targets[target].id, (int64_t)schools[i] + 1,
                  (int64_t)as_of + 1);
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            continue;
        rows[schools[i]] = (struct latest){sqlite3_column_int(stmt, 0),
                                           sqlite3_column_int64(stmt, 1), column_amount(stmt, 2)};
        sqlite3_reset(stmt);
    }
    return true;
}

/* Looking up every school costs as much as reading so many reports of each. */
enum { LOOK_UP_COST = 6 };

bool store_load_latest(struct store *store, const struct plan *plan, int target, daynum as_of,
                       struct latest *rows, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAY_REPORTS, err);
    for (size_t s = 0; s < plan->school_count; s++)
        rows[s] = (struct latest){DAY_NONE, AMOUNT_NONE, AMOUNT_NONE};
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", plan->targets[target].id);
    if (!stmt_step(store, stmt, &row, err))
        return false;
    int64_t reports = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    int64_t looked_up = (int64_t)plan->targets[target].scope_size * LOOK_UP_COST;
    if (reports <= looked_up)
        return load_all(store, plan, target, as_of, rows, err);
    if (!read_begin(store, err)) /* else every look-up takes and drops its locks */
        return false;
    bool ok = load_each(store, plan, target, as_of, rows, err);
    read_end(store);
    return ok;
}

/* The reports of one school, as they come. */
struct series {
    int64_t school; /* its id; 0: none yet */
    struct latest *rows;
    size_t count, size;
};

static void add(struct series *series, struct latest row)
{
    series->rows = xroom(series->rows, series->count, &series->size, sizeof(*series->rows));
    series->rows[series->count++] = row;
}

static bool hand_on(const struct plan *plan, int target, struct series *series,
                    store_series_fn *each, void *context)
{
    if (series->count == 0)
        return true;
    if (series->school < 1 || (size_t)series->school > plan->school_count)
        return false;
    each(context, target, (int)series->school - 1, series->rows, series->count);
    series->count = 0;
    return true;
}

/* Walks the rows of a bound statement. */
static bool walk(struct store *store, const struct plan *plan, int target, sqlite3_stmt *stmt,
                 struct series *series, store_series_fn *each, void *context, struct err *err)
{
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        int64_t school = row ? sqlite3_column_int64(stmt, 0) : 0;
        if (school != series->school && !hand_on(plan, target, series, each, context)) {
            sqlite3_reset(stmt);
            return store_damaged(store, "report", err);
        }
        series->school = school;
        if (!row)
            return true;
        add(series, (struct latest){sqlite3_column_int(stmt, 1), sqlite3_column_int64(stmt, 2),
                                    column_amount(stmt, 3)});
    }
}

bool store_each_series(struct store *store, const struct plan *plan, int target, daynum as_of,
                       store_series_fn *each, void *context, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_REPORT_SERIES, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", plan->targets[target].id, (int64_t)as_of);
    struct series series = {0};
    bool ok = walk(store, plan, target, stmt, &series, each, context, err);
    free(series.rows);
    return ok;
}
