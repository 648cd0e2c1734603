/* reporting.c - who reports in time: told from the days on which each school reported, newest
 * first, and only as far back as it matters. */
#include "duban/standing.h"
#include "store/days.h"

/* The schools that one target concerns. */
struct concerned {
    const int *schools;
    size_t count;
};

/* Latest dates found so far. */
struct last_dates {
    const struct plan *plan;
    daynum as_of;
    uint16_t *ages; /* [target * school_count + school]: days from the last report to as_of, and
                       one more; 0: none found; what is older than AGE_MAX counts as that old */
    struct reporting *rows;
    struct concerned *scopes; /* [target_count] */
    bool *expected;           /* [school_count]: some target concerns it, and it was not seen yet */
    size_t unseen;            /* how many are expected */
};

enum { AGE_MAX = UINT16_MAX - 1 };

static void expect_schools(struct last_dates *latest)
{
    const struct plan *plan = latest->plan;
    for (size_t t = 0; t < plan->target_count; t++) {
        struct concerned *scope = &latest->scopes[t];
        scope->count = plan_scope_schools(plan, &plan->targets[t], &scope->schools);
        for (size_t i = 0; i < scope->count; i++) {
            latest->unseen += latest->expected[scope->schools[i]] ? 0 : 1;
            latest->expected[scope->schools[i]] = true;
        }
    }
}

/* The last of the days that are set; `bits` has one at least. */
static daynum last_day(uint32_t bits, int64_t span)
{
    return (daynum)(span * DAYS_SPAN + (DAYS_SPAN - 1) - __builtin_clz(bits));
}

static void see(struct last_dates *latest, size_t target, size_t school, daynum date)
{
    uint16_t *age = &latest->ages[target * latest->plan->school_count + school];
    if (*age != 0)
        return;
    int64_t days = (int64_t)latest->as_of - date;
    *age = (uint16_t)((days < AGE_MAX ? days : AGE_MAX) + 1);
    struct reporting *row = &latest->rows[school];
    if (date <= row->last_report)
        return;
    row->last_report = date;
    latest->unseen -= latest->expected[school] ? 1 : 0;
    latest->expected[school] = false;
}

/* Takes in one row of the span: a target's days of one block of schools. */
static bool read_block(struct last_dates *latest, sqlite3_stmt *stmt)
{
    const struct plan *plan = latest->plan;
    const struct days_of of = days_of(sqlite3_column_int64(stmt, 0));
    struct days_reader reader;
    if (of.target_id < 1 || (size_t)of.target_id > plan->target_count ||
        !days_open_days(&reader, stmt, 1))
        return false;
    int64_t shown = (int64_t)latest->as_of - of.span * DAYS_SPAN + 1;
    uint32_t mask = shown >= DAYS_SPAN ? UINT32_MAX : (UINT32_C(1) << shown) - 1;
    while (days_next_school(&reader)) {
        size_t school = (size_t)of.block * DAYS_SCHOOLS + (size_t)reader.school;
        if (school >= plan->school_count)
            return false;
        if (reader.left & mask)
            see(latest, (size_t)of.target_id - 1, school, last_day(reader.left & mask, of.span));
    }
    return !reader.broken;
}

static bool read_span(struct store *store, struct last_dates *latest, int64_t span, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAYS_RANGE, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "ii", days_id(span, 0, 0), days_id(span + 1, 0, 0) - 1);
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        if (!read_block(latest, stmt)) {
            sqlite3_reset(stmt);
            return store_damaged(store, "report_days", err);
        }
    }
}

/* standing_silent_before() and standing_late_before() on the as-of date. */
struct cuts {
    daynum silent, late;
};

static struct cuts cuts_of(const struct target *target, daynum as_of)
{
    return (struct cuts){standing_silent_before(target, as_of),
                         standing_late_before(target, as_of)};
}

/* The first day that can still tell late from silent, on any target. */
static daynum first_that_counts(const struct plan *plan, daynum as_of)
{
    daynum first = as_of;
    for (size_t t = 0; t < plan->target_count; t++) {
        const struct cuts cuts = cuts_of(&plan->targets[t], as_of);
        first = cuts.silent < first ? cuts.silent : first;
        first = cuts.late < first ? cuts.late : first;
    }
    return first;
}

/* Reads spans backwards until nothing older can change what is shown. */
static bool read_days(struct store *store, struct last_dates *latest, struct err *err)
{
    bool any;
    int64_t enough = days_span(first_that_counts(latest->plan, latest->as_of));
    for (int64_t span = days_span(latest->as_of); span >= enough || latest->unseen > 0; span--) {
        if (!days_last_span(store, span, &any, &span, err))
            return false;
        if (!any || (span < enough && latest->unseen == 0))
            return true;
        if (!read_span(store, latest, span, err))
            return false;
    }
    return true;
}

/* Counts one (school, target) pair: its last report is `last`, DAY_NONE for never. */
static void count_pair(struct reporting *row, const struct target *target, const struct cuts *cuts,
                       daynum last)
{
    daynum since = last > target->starts ? last : target->starts;
    row->due++;
    if (since < cuts->silent)
        row->silent++;
    else if (since < cuts->late)
        row->late++;
    else if (last >= cuts->late)
        row->received++;
}

static void count_target(const struct last_dates *latest, size_t t)
{
    const struct plan *plan = latest->plan;
    const struct target *target = &plan->targets[t];
    const struct concerned *scope = &latest->scopes[t];
    const uint16_t *ages = &latest->ages[t * plan->school_count];
    const struct cuts cuts = cuts_of(target, latest->as_of);
    if (latest->as_of < target->starts)
        return;
    for (size_t i = 0; i < scope->count; i++) {
        int age = ages[scope->schools[i]];
        daynum last = age == 0 ? DAY_NONE : latest->as_of - (age - 1);
        count_pair(&latest->rows[scope->schools[i]], target, &cuts, last);
    }
}

bool store_load_reporting(struct store *store, const struct plan *plan, daynum as_of,
                          struct arena *arena, const struct reporting **out, struct err *err)
{
    struct arena scratch = {0};
    struct last_dates latest = {
        .plan = plan,
        .as_of = as_of,
        .ages = arena_array(&scratch, plan->target_count * plan->school_count, sizeof(uint16_t)),
        .rows = arena_array(arena, plan->school_count, sizeof(struct reporting)),
        .scopes = arena_array(&scratch, plan->target_count, sizeof(struct concerned)),
        .expected = arena_array(&scratch, plan->school_count, sizeof(bool)),
    };
    for (size_t s = 0; s < plan->school_count; s++)
        latest.rows[s] = (struct reporting){.school = (int)s, .last_report = DAY_NONE};
    expect_schools(&latest);
    bool ok = read_begin(store, err);
    if (ok) {
        ok = read_days(store, &latest, err);
        read_end(store);
    }
    for (size_t t = 0; ok && t < plan->target_count; t++)
        count_target(&latest, t);
    arena_free(&scratch);
    *out = latest.rows;
    return ok;
}
