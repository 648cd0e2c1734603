/* latest.c - the schools' latest reports on a target: told from report_days, newest first, and only
 * as far back as anybody in its scope is missing. */
#include "store/days.h"

/* Latest reports found so far. */
struct search {
    const struct plan *plan;
    int target;
    daynum as_of;
    struct latest *rows;
};

/* Is there nothing in the row that was not found later? Then its figures need no reading. */
static bool all_found(const struct search *search, struct days_reader reader, size_t first)
{
    while (days_next_school(&reader)) {
        size_t school = first + (size_t)reader.school;
        if (school >= search->plan->school_count || search->rows[school].date == DAY_NONE)
            return false;
    }
    return !reader.broken;
}

/* Takes in one row of the span: a block of schools. The reader is broken when it is none of ours.
 */
static bool read_block(struct search *search, sqlite3_stmt *stmt, int64_t span)
{
    struct days_reader reader;
    struct days_report report;
    int64_t block = days_of(sqlite3_column_int64(stmt, 0)).block;
    if (block > (int64_t)(search->plan->school_count / DAYS_SCHOOLS) ||
        !days_open(&reader, stmt, 1))
        return false;
    size_t first = (size_t)block * DAYS_SCHOOLS;
    if (all_found(search, reader, first))
        return true;
    while (days_next(&reader, &report)) {
        size_t school = first + (size_t)(report.place / DAYS_SPAN);
        daynum date = (daynum)(span * DAYS_SPAN + report.place % DAYS_SPAN);
        if (school >= search->plan->school_count)
            return false;
        struct latest *row = &search->rows[school];
        if (date <= search->as_of && date > row->date)
            *row = (struct latest){date, report.figure.value, report.figure.of};
    }
    return !reader.broken;
}

static bool read_span(struct store *store, struct search *search, int64_t span, struct err *err)
{
    int64_t target_id = search->plan->targets[search->target].id;
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAYS_RANGE, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", days_id(span, target_id, 0), days_id(span, target_id + 1, 0) - 1);
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        if (!read_block(search, stmt, span)) {
            sqlite3_reset(stmt);
            return store_damaged(store, "report_days", err);
        }
    }
}

/* Is anybody in scope missing? */
static bool is_missing(const struct search *search)
{
    const int *schools;
    const struct target *target = &search->plan->targets[search->target];
    size_t count = plan_scope_schools(search->plan, target, &schools);
    for (size_t i = 0; i < count; i++) {
        if (search->rows[schools[i]].date == DAY_NONE)
            return true;
    }
    return false;
}

static bool read_spans(struct store *store, struct search *search, struct err *err)
{
    bool any;
    for (int64_t span = days_span(search->as_of); is_missing(search); span--) {
        if (!days_last_span(store, span, &any, &span, err))
            return false;
        if (!any)
            return true;
        if (!read_span(store, search, span, err))
            return false;
    }
    return true;
}

bool store_load_latest(struct store *store, const struct plan *plan, int target, daynum as_of,
                       struct latest *rows, struct err *err)
{
    struct search search = {plan, target, as_of, rows};
    for (size_t s = 0; s < plan->school_count; s++)
        rows[s] = (struct latest){DAY_NONE, AMOUNT_NONE, AMOUNT_NONE};
    if (!read_begin(store, err)) /* else every span takes and drops its locks */
        return false;
    bool ok = read_spans(store, &search, err);
    read_end(store);
    return ok;
}
