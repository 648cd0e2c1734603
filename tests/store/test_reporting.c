/* The days of reporting that are kept with every write say what the reports say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/store_temp.h"
#include "duban/standing.h"

/* Latest dates of all pairs, found by a walk through all reports. */
struct walk {
    const struct plan *plan;
    daynum latest[32][16]; /* [target][school] */
};

static bool visit(void *context, const struct value *value, struct err *err)
{
    struct walk *walk = context;
    (void)err;
    daynum *latest = &walk->latest[value->target][value->school];
    if (value->date > *latest)
        *latest = value->date;
    return true;
}

/* Duty by duty from its definition in values.h. */
static struct reporting expected(const struct walk *walk, int school, daynum as_of)
{
    struct reporting row = {.school = school, .last_report = DAY_NONE};
    for (size_t t = 0; t < walk->plan->target_count; t++) {
        const struct target *target = &walk->plan->targets[t];
        daynum last = walk->latest[t][school];
        if (last > row.last_report)
            row.last_report = last;
        if (!plan_in_scope(walk->plan, target, school) || as_of < target->starts)
            continue;
        int period = target->thresholds.reporting_days;
        int age = standing_silence(target, last, as_of);
        row.due++;
        row.silent += age > period * target->thresholds.silent_periods;
        row.late += age > period && age <= period * target->thresholds.silent_periods;
        row.received +=
            age <= period && last != DAY_NONE &&
            calendar_days(target->calendar, standing_silent_days(target), last, as_of) <= period;
    }
    return row;
}

static void expect_same(struct temp_store *temp, daynum as_of)
{
    struct err err = {0};
    const struct reporting *rows;
    struct walk *walk = arena_array(&temp->arena, 1, sizeof(*walk));
    assert_true(temp->plan.target_count <= 32 && temp->plan.school_count <= 16);
    walk->plan = &temp->plan;
    for (int i = 0; i < 32 * 16; i++)
        walk->latest[i / 16][i % 16] = DAY_NONE;
    temp_expect_ok(store_each_report(temp->store, &temp->plan, as_of, visit, walk, &err), &err);
    temp_expect_ok(store_load_reporting(temp->store, &temp->plan, as_of, &temp->arena, &rows, &err),
                   &err);
    for (int s = SCHOOL_DISTRICT + 1; s < (int)temp->plan.school_count; s++) {
        struct reporting row = expected(walk, s, as_of);
        if (memcmp(&row, &rows[s], sizeof(row)) != 0)
            fail_msg("day %d, school %s: due %d received %d late %d silent %d last %d, not "
                     "%d %d %d %d %d",
                     as_of, temp->plan.schools[s].code, rows[s].due, rows[s].received, rows[s].late,
                     rows[s].silent, rows[s].last_report, row.due, row.received, row.late,
                     row.silent, row.last_report);
    }
}

static void expect_same_all_year(struct temp_store *temp)
{
    for (daynum day = temp->plan.starts - 40; day <= temp->plan.ends + 200; day += 13)
        expect_same(temp, day);
}

static void expect_row(struct temp_store *temp, const char *school, const char *day, int due,
                       int received, int late, int silent, const char *last)
{
    struct err err = {0};
    const struct reporting *rows;
    temp_expect_ok(
        store_load_reporting(temp->store, &temp->plan, model_day(day), &temp->arena, &rows, &err),
        &err);
    const struct reporting *row = &rows[plan_school(&temp->plan, sv_from(school))];
    assert_int_equal(row->due, due);
    assert_int_equal(row->received, received);
    assert_int_equal(row->late, late);
    assert_int_equal(row->silent, silent);
    assert_int_equal(row->last_report, model_day(last));
}

/* Worked out by hand: a period is 31 days, silent is after two. P01 is asked for 1.1, 1.2, 2.3, 3.1
 * and 3.5; and for 3.3, which starts on 1 October. */
static void due_received_late_and_silent_by_hand(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    temp_put(&temp, "1.1", "P01", "2021-09-01", 1, -1); /* 14 days before 15 September: received */
    temp_put(&temp, "3.5", "P01", "2021-08-15", 1, -1); /* 31 days, a period: received */
    temp_put(&temp, "1.2", "P01", "2021-08-14", 1, -1); /* 32 days: late */
    temp_put(&temp, "2.3", "P01", "2021-07-14", 1, -1); /* 63 days: silent; 3.1 never: silent */
    expect_row(&temp, "P01", "2021-09-15", 5, 2, 1, 2, "2021-09-01");
    expect_row(&temp, "P01", "2021-09-14", 5, 3, 1, 1, "2021-09-01"); /* 31 and 62 days: not yet */
    expect_row(&temp, "P01", "2021-10-01", 6, 1, 2, 2,
               "2021-09-01"); /* 3.3 is asked, in its time */
    temp_store_drop(&temp);
}

/* A report of a random school, target and day, from before 1970 too. */
static struct intake_row random_row(const struct temp_store *temp, uint32_t *seed)
{
    struct intake_row row = {.of = AMOUNT_NONE};
    do {
        *seed = *seed * 1103515245u + 12345u;
        row.target = (int)(*seed >> 8) % (int)temp->plan.target_count;
        row.school = (int)(*seed >> 16) % (int)temp->plan.school_count;
    } while (!plan_in_scope(&temp->plan, &temp->plan.targets[row.target], row.school));
    row.date = *seed >> 28 == 0 ? -(daynum)(*seed % 100) : temp->plan.starts + (int)(*seed % 365);
    row.value = (int)(*seed % 5) * AMOUNT_ONE;
    return row;
}

static void kept_with_every_write(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct actor actor = temp_actor();
    struct err err = {0};
    uint32_t seed = 2021;
    for (int round = 0; round < 60; round++) {
        struct intake_row rows[20];
        for (size_t i = 0; i < COUNT_OF(rows); i++)
            rows[i] = random_row(&temp, &seed);
        temp_import(&temp, rows, COUNT_OF(rows), round % 5 != 4);
        if (round % 3 == 0) {
            struct change undone;
            temp_expect_ok(store_undo(temp.store, &actor, &temp.arena, &undone, &err),
                           &err);
        }
        if (round % 20 == 0) {
            expect_same_all_year(&temp);
            assert_int_equal(temp_findings(&temp), 0);
        }
    }
    expect_same_all_year(&temp);
    assert_int_equal(temp_findings(&temp), 0);
    temp_store_drop(&temp);
}

/* A holiday of 80 days makes nobody late or silent, and so older days count. */
static void over_a_holiday(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    const struct span spans[] = {{
        .kind = SPAN_HOLIDAY,
        .first = model_day("2021-05-01"),
        .last = model_day("2021-07-20"),
        .name = {{"Holiday", "", ""}},
    }};
    const struct calendar *calendar = calendar_make(spans, COUNT_OF(spans), &temp.arena);
    uint32_t seed = 7;
    for (size_t t = 0; t < temp.plan.target_count; t++)
        temp.plan.targets[t].calendar = calendar;
    struct intake_row rows[40];
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        rows[i] = random_row(&temp, &seed);
        rows[i].date = model_day("2021-03-01") + (int)(i % 50);
    }
    temp_import(&temp, rows, COUNT_OF(rows), true);
    expect_same_all_year(&temp);
    temp_store_drop(&temp);
}

static void made_from_the_reports_when_a_database_is_older(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    temp_put(&temp, "1.1", "P01", "2021-03-01", 1000, -1);
    temp_put(&temp, "1.1", "P02", "2021-03-31", 10, -1);
    temp_migrate(&temp);
    expect_same_all_year(&temp);
    assert_int_equal(temp_findings(&temp), 0);
    temp_store_drop(&temp);
}

static void the_doctor_sees_what_differs(void **state)
{
    (void)state;
    static const char *const blows[] = {
        "DELETE FROM report_days",
        "UPDATE report_days SET days = zeroblob(68)",
        "UPDATE report_days SET id = id + (1 << 40)",
        "INSERT INTO report_days SELECT id + 1, days, figures FROM report_days",
        "UPDATE report_days SET figures = CAST(figures || x'00' AS BLOB)",
        "UPDATE report_days SET figures = x'00'",
    };
    for (size_t i = 0; i < COUNT_OF(blows); i++) {
        struct temp_store temp = temp_store_make();
        temp_put(&temp, "1.1", "P01", "2021-03-01", 1000, -1);
        assert_int_equal(temp_findings(&temp), 0);
        temp_tamper(&temp, blows[i], STORE_READ);
        if (temp_findings(&temp) != 1)
            fail_msg("not seen: %s", blows[i]);
        temp_store_drop(&temp);
    }
}

static void damage_is_an_error(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    const struct reporting *rows;
    temp_put(&temp, "1.1", "P01", "2021-03-01", 1000, -1);
    temp_tamper(&temp, "UPDATE report_days SET days = CAST(zeroblob(69) AS BLOB)", STORE_READ);
    assert_false(store_load_reporting(temp.store, &temp.plan, model_day("2021-09-15"), &temp.arena,
                                      &rows, &err));
    temp_expect_err(&err, ERR_DATA, "report_days");
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(due_received_late_and_silent_by_hand),
        cmocka_unit_test(kept_with_every_write),
        cmocka_unit_test(over_a_holiday),
        cmocka_unit_test(made_from_the_reports_when_a_database_is_older),
        cmocka_unit_test(the_doctor_sees_what_differs),
        cmocka_unit_test(damage_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
