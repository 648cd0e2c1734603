/* What is kept of every report, the schools' latest values and the jumps among them, is what the
 * reports say on any day. Seeded, so that a failure comes again with its round. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/store_temp.h"

enum { TARGETS = 13, SCHOOLS = 9, SERIES_MAX = 400 };

/* ---- what the reports say, walked through one by one ---- */

struct series {
    struct latest rows[SERIES_MAX];
    size_t count;
};

struct walk {
    struct series all[TARGETS][SCHOOLS];
};

static bool visit(void *context, const struct value *value, struct err *err)
{
    struct walk *walk = context;
    (void)err;
    struct series *series = &walk->all[value->target][value->school];
    assert_true(series->count < SERIES_MAX);
    series->rows[series->count++] = (struct latest){value->date, value->value, value->of};
    return true;
}

static int ascending(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double median(double *numbers, size_t count)
{
    qsort(numbers, count, sizeof(*numbers), ascending);
    return (numbers[(count - 1) / 2] + numbers[count / 2]) / 2;
}

static double figure(enum measure measure, const struct latest *row)
{
    if (measure != MEASURE_SHARE)
        return amount_double(row->value);
    return row->of > 0 ? 100 * amount_double(row->value) / amount_double(row->of) : NAN;
}

/* Is the last report a jump? From the definition in outliers.h. */
static bool is_jump(enum measure measure, const struct series *series, struct jump *out)
{
    double changes[SERIES_MAX], off[SERIES_MAX], mean = 0;
    size_t count = series->count - 2;
    if (series->count < OUTLIER_CHANGES_MIN + 2 || measure == MEASURE_COUNT ||
        measure == MEASURE_MILESTONE)
        return false;
    for (size_t i = 0; i <= count; i++) {
        changes[i] = figure(measure, &series->rows[i + 1]) - figure(measure, &series->rows[i]);
        if (isnan(changes[i]))
            return false;
    }
    out->change = changes[count];
    out->usual = median(changes, count);
    for (size_t i = 0; i < count; i++) {
        off[i] = fabs(changes[i] - out->usual);
        mean += off[i];
    }
    double mad = median(off, count);
    double spread = mad > 0 ? mad / 0.6745 : 1.253314 * mean / (double)count;
    out->score = fabs(out->change - out->usual) / (spread > 1 ? spread : 1);
    return out->score > OUTLIER_SCORE;
}

/* ---- what is kept ---- */

struct expected {
    const struct temp_store *temp;
    const struct walk *walk;
    int next; /* the school to look at next */
    int jumps;
};

/* The next school of the target that should be named; -1: none. */
static int next_jump(struct expected *expected, int target, struct jump *out)
{
    enum measure measure = expected->temp->plan.targets[target].measure;
    while (expected->next < (int)expected->temp->plan.school_count) {
        int school = expected->next++;
        const struct series *series = &expected->walk->all[target][school];
        if (series->count > 0 && is_jump(measure, series, out))
            return school;
    }
    return -1;
}

static void see(void *context, int target, int school, const struct latest *now,
                const struct jump *jump)
{
    struct expected *expected = context;
    struct jump own;
    assert_int_equal(next_jump(expected, target, &own), school);
    const struct series *series = &expected->walk->all[target][school];
    const struct latest *last = &series->rows[series->count - 1];
    assert_true(now->date == last->date && now->value == last->value && now->of == last->of);
    assert_true(jump->change == own.change && jump->usual == own.usual);
    assert_true(fabs(jump->score - own.score) <= 1e-9 * own.score);
    expected->jumps++;
}

static int expect_day(struct temp_store *temp, struct walk *walk, daynum day)
{
    struct err err = {0};
    struct latest rows[SCHOOLS];
    struct expected expected = {temp, walk, 0, 0};
    assert_true(temp->plan.target_count <= TARGETS && temp->plan.school_count <= SCHOOLS);
    memset(walk, 0, sizeof(*walk));
    temp_expect_ok(store_each_report(temp->store, &temp->plan, day, visit, walk, &err), &err);
    for (int t = 0; t < (int)temp->plan.target_count; t++) {
        struct jump none;
        const int *schools;
        size_t count = plan_scope_schools(&temp->plan, &temp->plan.targets[t], &schools);
        temp_expect_ok(store_load_latest(temp->store, &temp->plan, t, day, rows, &err), &err);
        for (size_t i = 0; i < count; i++) {
            const struct series *series = &walk->all[t][schools[i]];
            const struct latest *row = &rows[schools[i]], nothing = {DAY_NONE, 0, 0};
            const struct latest *own = series->count ? &series->rows[series->count - 1] : &nothing;
            if (row->date != own->date ||
                (series->count > 0 && (row->value != own->value || row->of != own->of)))
                fail_msg("day %d, %s, %s: not the latest", day, temp->plan.targets[t].code,
                         temp->plan.schools[schools[i]].code);
        }
        expected.next = 0;
        temp_expect_ok(store_each_jump(temp->store, &temp->plan, t, day, see, &expected, &err),
                       &err);
        assert_int_equal(next_jump(&expected, t, &none), -1);
    }
    return expected.jumps;
}

/* Looks at days all over the year, and returns how many jumps were seen. */
static int expect_all(struct temp_store *temp)
{
    int jumps = 0;
    struct walk *walk = xcalloc(1, sizeof(*walk));
    for (daynum day = temp->plan.starts - 40; day <= temp->plan.ends + 40; day += 17)
        jumps += expect_day(temp, walk, day);
    free(walk);
    assert_int_equal(temp_findings(temp), 0);
    return jumps;
}

/* ---- a life ---- */

/* Mostly steps of a steady size, with leaps, fractions, falls and other denominators between. */
static struct intake_row random_row(const struct temp_store *temp, unsigned short seed[3])
{
    struct intake_row row = {.of = AMOUNT_NONE};
    do {
        row.target = (int)(nrand48(seed) % (long)temp->plan.target_count);
        row.school = (int)(nrand48(seed) % (long)temp->plan.school_count);
    } while (!plan_in_scope(&temp->plan, &temp->plan.targets[row.target], row.school));
    int day = (int)(nrand48(seed) % 365);
    row.date = nrand48(seed) % 90 == 0 ? -(daynum)(nrand48(seed) % 99) : temp->plan.starts + day;
    row.value = (day / 7 * 3 + nrand48(seed) % 4) * AMOUNT_ONE;
    if (nrand48(seed) % 12 == 0)
        row.value += nrand48(seed) % 900 * AMOUNT_ONE;
    if (nrand48(seed) % 12 == 0)
        row.value = nrand48(seed) - 5;
    if (temp->plan.targets[row.target].measure == MEASURE_SHARE && nrand48(seed) % 200)
        row.of = (nrand48(seed) % 9 ? 500 : 1 + nrand48(seed) % 700) * AMOUNT_ONE;
    return row;
}

static void put_rows(struct temp_store *temp, unsigned short seed[3], int round)
{
    struct intake_row rows[60];
    struct err err = {0};
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        rows[i] = random_row(temp, seed);
    bool together = round % 4 == 1;
    if (together)
        temp_expect_ok(store_group_begin(temp->store, &err), &err);
    temp_import(temp, rows, COUNT_OF(rows) / 2, true);
    bool keep = round % 5 != 4;
    temp_import(temp, rows + COUNT_OF(rows) / 2, COUNT_OF(rows) / 2, keep);
    if (together)
        assert_int_equal(store_group_end(temp->store, round % 8 != 5, &err),
                         keep || round % 8 == 5);
}

static void by_hand_and_back(struct temp_store *temp, unsigned short seed[3], int round)
{
    struct err err = {0};
    struct change undone;
    struct batch_undo batch;
    enum intake_outcome outcome;
    const struct actor actor = temp_actor();
    struct intake_row row = random_row(temp, seed);
    temp_expect_ok(store_set_value(temp->store, &row, &temp->plan, true, &actor, &outcome, &err),
                   &err);
    if (round % 3 == 0)
        temp_expect_ok(store_undo(temp->store, &actor, &temp->arena, &undone, &err),
                       &err);
    if (round % 7 == 6 && !store_undo_import(temp->store, &temp->plan, 1 + nrand48(seed) % round,
                                             &actor, &temp->arena, &batch, &err))
        assert_true(err.code == ERR_FINDING || err.code == ERR_DATA);
}

static void the_latest_and_the_jumps_of_any_day(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    unsigned short seed[3] = {2021, 9, 15};
    int jumps = 0;
    for (int round = 1; round <= 40; round++) {
        put_rows(&temp, seed, round);
        by_hand_and_back(&temp, seed, round);
        if (round % 10 == 0)
            jumps += expect_all(&temp);
    }
    assert_true(jumps > 100); /* else nothing was tried */
    temp_store_drop(&temp);
}

/* Takes in a report of every pair each `step` days, so many times. */
static void put_many(struct temp_store *temp, int step, int times)
{
    size_t count = 0, room = 0;
    struct intake_row *rows = NULL;
    for (int t = 0; t < (int)temp->plan.target_count; t++) {
        const int *schools;
        size_t in_scope = plan_scope_schools(&temp->plan, &temp->plan.targets[t], &schools);
        for (size_t i = 0; i < in_scope * (size_t)times; i++) {
            int time = (int)i % times;
            rows = xroom(rows, count, &room, sizeof(*rows));
            rows[count++] = (struct intake_row){
                .target = t,
                .school = schools[i / (size_t)times],
                .date = temp->plan.starts + time * step,
                .value = time * AMOUNT_ONE,
                .of = AMOUNT_NONE,
            };
        }
    }
    temp_import(temp, rows, count, true);
    free(rows);
}

/* More than is held at a time is written in between: more reports, and more spans. */
static void a_file_of_any_size(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    put_many(&temp, 1, 1700);
    put_many(&temp, 32, 330);
    assert_int_equal(temp_findings(&temp), 0);
    temp_store_drop(&temp);
}

/* ---- by hand ---- */

static void put_series(struct temp_store *temp, const char *school, const int *values, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        char day[DATE_TEXT_MAX];
        date_format(temp->plan.starts + 10 * (daynum)i, day);
        temp_put(temp, "1.1", school, day, values[i], -1);
    }
}

static void note_school(void *context, int target, int school, const struct latest *now,
                        const struct jump *jump)
{
    (void)target;
    (void)now;
    (void)jump;
    *(int *)context = school;
}

/* The school that jumps on a day; -1: none. */
static int jumper(struct temp_store *temp, const char *day)
{
    int school = -1;
    struct err err = {0};
    temp_expect_ok(store_each_jump(temp->store, &temp->plan, plan_target(&temp->plan, SV("1.1")),
                                   model_day(day), note_school, &school, &err),
                   &err);
    return school;
}

/* Reports on 1, 11, 21, 31 January and 10, 20 February; the last one leaps. */
static const int leap[] = {0, 10, 22, 36, 54, 114};

static void a_jump_stands_until_the_next_report(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct change undone;
    const struct actor actor = temp_actor();
    put_series(&temp, "P01", leap, COUNT_OF(leap));
    int p01 = plan_school(&temp.plan, SV("P01"));
    assert_int_equal(jumper(&temp, "2021-02-19"), -1);
    assert_int_equal(jumper(&temp, "2021-02-20"), p01);
    assert_int_equal(jumper(&temp, "2021-12-31"), p01);
    temp_put(&temp, "1.1", "P01", "2021-03-02", 125, -1);
    assert_int_equal(jumper(&temp, "2021-03-01"), p01);
    assert_int_equal(jumper(&temp, "2021-03-02"), -1);
    /* What came before is another: 60 is usual then. Taken back, it is a jump again. */
    temp_put(&temp, "1.1", "P01", "2021-01-11", 55, -1);
    assert_int_equal(jumper(&temp, "2021-03-01"), -1);
    temp_expect_ok(store_undo(temp.store, &actor, &temp.arena, &undone, &err), &err);
    assert_int_equal(jumper(&temp, "2021-03-01"), p01);
    /* The leap itself is another: 16 more is usual. */
    temp_put(&temp, "1.1", "P01", "2021-02-20", 70, -1);
    assert_int_equal(jumper(&temp, "2021-03-01"), -1);
    assert_int_equal(temp_findings(&temp), 0);
    temp_store_drop(&temp);
}

static void made_from_the_reports_of_an_older_database(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    put_series(&temp, "P01", leap, COUNT_OF(leap));
    temp_migrate(&temp);
    assert_int_equal(jumper(&temp, "2021-02-20"), plan_school(&temp.plan, SV("P01")));
    assert_int_equal(temp_findings(&temp), 0);
    temp_store_drop(&temp);
}

static void the_doctor_sees_what_differs(void **state)
{
    (void)state;
    static const char *const blows[] = {
        "DELETE FROM report_jump",
        "UPDATE report_jump SET score = score * 1.000001",
        "UPDATE report_jump SET usual = -usual",
        "UPDATE report_jump SET change = change + 1",
        "UPDATE report_jump SET date = date + 1",
        "INSERT INTO report_jump SELECT target_id, school_id, date - 10, 1, 1, 4 FROM report_jump",
        "INSERT INTO report_jump SELECT target_id, school_id + 1, date, 1, 1, 4 FROM report_jump",
    };
    for (size_t i = 0; i < COUNT_OF(blows); i++) {
        struct temp_store temp = temp_store_make();
        put_series(&temp, "P01", leap, COUNT_OF(leap));
        assert_int_equal(temp_findings(&temp), 0);
        temp_tamper(&temp, blows[i], STORE_READ);
        if (temp_findings(&temp) != 1)
            fail_msg("not seen: %s", blows[i]);
        temp_store_drop(&temp);
    }
}

/* A row that was written by no duban is an error, for those who need it; the doctor sees it. */
static void damage_is_an_error(void **state)
{
    (void)state;
    static const struct {
        const char *sql;
        bool written; /* does writing need it, too? */
    } blows[] = {
        {"UPDATE report_days SET figures = x'80'", true},
        {"UPDATE report_days SET figures = x'02'", true},
        {"UPDATE report_days SET figures = x'FFFFFFFFFFFFFFFFFFFFFFFF01'", true},
        {"UPDATE report_days SET figures = x'0000'", true},
        {"UPDATE report_days SET days = CAST(days || x'01000000' AS BLOB)", true},
        {"UPDATE report_days SET days = CAST(zeroblob(32) AS BLOB)", true},
        {"UPDATE report_days SET id = id + 7", false},
    };
    for (size_t i = 0; i < COUNT_OF(blows); i++) {
        struct temp_store temp = temp_store_make();
        struct err err = {0};
        struct latest rows[SCHOOLS];
        enum intake_outcome outcome;
        const struct actor actor = temp_actor();
        struct intake_row row = temp_row(&temp, "1.1", "P02", "2021-01-02", 7, -1);
        temp_put(&temp, "1.1", "P01", "2021-01-01", 5, -1);
        temp_tamper(&temp, blows[i].sql, STORE_WRITE);
        assert_int_equal(temp_findings(&temp), 1);
        if (store_load_latest(temp.store, &temp.plan, row.target, row.date, rows, &err))
            fail_msg("read: %s", blows[i].sql);
        if (store_set_value(temp.store, &row, &temp.plan, true, &actor, &outcome, &err) ==
            blows[i].written)
            fail_msg("written: %s", blows[i].sql);
        temp_expect_err(&err, ERR_DATA, "report_days");
        temp_store_drop(&temp);
    }
}

/* Rows of days that no plan can have are passed over or an error; nobody walks there day by day. */
static void rows_out_of_this_world(void **state)
{
    (void)state;
    static const char *const ids[] = {
        "9223372036854775807",
        "-9223372036854775808",
        "1152920405095219200", /* the last span that is possible, and the first */
        "-1152920405095219200",
    };
    for (size_t i = 0; i < COUNT_OF(ids); i++) {
        struct temp_store temp = temp_store_make();
        struct err err = {0};
        struct latest rows[SCHOOLS];
        enum intake_outcome outcome;
        const struct reporting *duty;
        const struct actor actor = temp_actor();
        struct intake_row row = temp_row(&temp, "1.1", "P02", "2021-01-02", 7, -1);
        temp_put(&temp, "1.1", "P01", "2021-01-01", 5, -1);
        temp_tamper(&temp,
                    arena_printf(&temp.arena,
                                 "INSERT INTO report_days SELECT %s, days, figures "
                                 "FROM report_days",
                                 ids[i]),
                    STORE_WRITE);
        assert_int_equal(temp_findings(&temp), 1);
        const daynum days[] = {DAY_NONE, row.date, DAY_NEVER};
        for (size_t d = 0; d < COUNT_OF(days); d++)
            (void)!store_load_latest(temp.store, &temp.plan, row.target, days[d], rows, &err);
        (void)!store_load_reporting(temp.store, &temp.plan, row.date, &temp.arena, &duty, &err);
        if (!store_set_value(temp.store, &row, &temp.plan, true, &actor, &outcome, &err))
            temp_expect_err(&err, ERR_DATA, "report_days");
        temp_store_drop(&temp);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_latest_and_the_jumps_of_any_day),
        cmocka_unit_test(a_file_of_any_size),
        cmocka_unit_test(a_jump_stands_until_the_next_report),
        cmocka_unit_test(made_from_the_reports_of_an_older_database),
        cmocka_unit_test(the_doctor_sees_what_differs),
        cmocka_unit_test(damage_is_an_error),
        cmocka_unit_test(rows_out_of_this_world),
    };
    return cmocka_run_group_tests_name("kept", tests, NULL, NULL);
}
