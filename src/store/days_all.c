/* days_all.c - all reports, for what is kept of them: made from them, and held against them. */
#include "store/days.h"
#include "store/jumps.h"

/* Reads the current row of SQL_REPORT_ALL. */
static bool read_report(struct store *store, sqlite3_stmt *stmt, struct report_key *key,
                        struct days_figure *figure, struct err *err)
{
    *key = (struct report_key){
        .target_id = sqlite3_column_int64(stmt, 0),
        .school_id = sqlite3_column_int64(stmt, 1),
        .date = (daynum)sqlite3_column_int64(stmt, 2),
    };
    *figure = (struct days_figure){sqlite3_column_int64(stmt, 3), column_amount(stmt, 4)};
    return days_possible(key) || store_damaged(store, "report", err);
}

bool reports_each(struct store *store, reports_each_fn *visit, void *context, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_REPORT_ALL, err);
    if (!stmt)
        return false;
    for (bool row;;) {
        struct report_key key;
        struct days_figure figure;
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        if (!read_report(store, stmt, &key, &figure, err) ||
            !visit(store, context, &key, &figure, err)) {
            sqlite3_reset(stmt);
            return false;
        }
    }
}

static bool mark(struct store *store, void *context, const struct report_key *key,
                 const struct days_figure *figure, struct err *err)
{
    return days_mark(store, context, key, figure, err);
}

bool days_make(struct store *store, struct err *err)
{
    bool row, missing;
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAYS_MISSING, err);
    if (!stmt || !stmt_step(store, stmt, &row, err))
        return false;
    missing = sqlite3_column_int(stmt, 0) != 0;
    sqlite3_reset(stmt);
    if (!missing)
        return true;
    struct days days = {0};
    bool ok = reports_each(store, mark, &days, err) && days_flush(store, &days, err);
    days_free(&days);
    return ok;
}

/* The rows of one target's block, held until all of its reports were seen. */
struct comparing {
    struct days days;
    int64_t target_id, block;
    int64_t rows; /* compared so far */
    bool sound;
};

static bool compare_held(struct store *store, struct comparing *comparing, struct err *err)
{
    bool same;
    if (!days_compare(store, &comparing->days, &same, &comparing->rows, err))
        return false;
    comparing->sound = comparing->sound && same;
    return true;
}

static bool compare(struct store *store, void *context, const struct report_key *key,
                    const struct days_figure *figure, struct err *err)
{
    struct comparing *comparing = context;
    int64_t block = (key->school_id - 1) / DAYS_SCHOOLS;
    if (!comparing->sound)
        return true;
    if ((key->target_id != comparing->target_id || block != comparing->block) &&
        !compare_held(store, comparing, err))
        return false;
    comparing->target_id = key->target_id;
    comparing->block = block;
    comparing->sound = comparing->sound && !days_full(&comparing->days); /* a day of no plan */
    if (comparing->sound)
        days_hold(&comparing->days, key, figure);
    return true;
}

static bool count_rows(struct store *store, int64_t *out, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAYS_COUNT, err);
    if (!stmt || !stmt_step(store, stmt, &row, err))
        return false;
    *out = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    return true;
}

bool days_examine(struct store *store, bool *sound, struct err *err)
{
    struct comparing comparing = {.sound = true};
    int64_t rows = 0;
    bool ok = reports_each(store, compare, &comparing, err) &&
              compare_held(store, &comparing, err) && count_rows(store, &rows, err);
    days_free(&comparing.days);
    *sound = comparing.sound && rows == comparing.rows;
    return ok;
}
