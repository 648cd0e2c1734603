/* Every rule of standing, from its definition, with numbers worked by hand. 2021 has 364 days
 * between its first and its last; 30 June is day 180 of them, so p = 180/364 = 0.4945. */
#include <limits.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/model_target.h"

static struct verdict judge(struct target target, const struct test_point *points,
                            const char *as_of)
{
    struct arena arena = {0};
    struct figures figures = test_figures(&arena, points);
    struct verdict verdict = standing_judge(&target, &figures, test_day(as_of));
    arena_free(&arena);
    return verdict;
}

#define POINTS(...) ((const struct test_point[]){__VA_ARGS__, {NULL, 0}})
#define NO_POINTS   ((const struct test_point[]){{NULL, 0}})

#define EXPECT(target, points, as_of, want)                                      \
    do {                                                                         \
        struct verdict got_ = judge((target), (points), (as_of));                \
        if (got_.rule != RULE_##want)                                            \
            fail_msg("line %d: rule %s, not %s", __LINE__, rule_word(got_.rule), \
                     rule_word(RULE_##want));                                    \
    } while (0)

static void no_goal_comes_first(void **state)
{
    (void)state;
    EXPECT(test_target(MEASURE_SUM, -1), NO_POINTS, "2021-06-30", NO_GOAL);
    EXPECT(test_target(MEASURE_SUM, -1), POINTS({"2021-06-01", 9}), "2022-06-30", NO_GOAL);
    EXPECT(test_target(MEASURE_CAP, -1), POINTS({"2021-06-01", 9}), "2021-06-30", NO_GOAL);
    /* Without a goal there is no share of it, planned or reached. */
    struct verdict none =
        judge(test_target(MEASURE_SUM, -1), POINTS({"2021-06-01", 9}), "2022-06-30");
    assert_true(isnan(none.planned_share) && isnan(none.actual_share) && isnan(none.spi));
}

static void a_cap_is_breached_when_it_is_passed(void **state)
{
    (void)state;
    struct target cap = test_target(MEASURE_CAP, 0);
    EXPECT(cap, POINTS({"2021-06-29", 1}), "2021-06-30", CAP_PASSED);
    EXPECT(cap, POINTS({"2021-06-29", 1}), "2022-06-30", CAP_PASSED);
    EXPECT(cap, POINTS({"2021-06-29", 0}), "2021-06-30", ON_TRACK);
    cap.goal_min = 3 * AMOUNT_ONE;
    EXPECT(cap, POINTS({"2021-06-29", 3}), "2021-06-30", ON_TRACK);
    EXPECT(cap, POINTS({"2021-06-29", 4}), "2021-06-30", CAP_PASSED);
}

static void done_when_the_goal_is_reached(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 100);
    EXPECT(sum, POINTS({"2021-02-01", 100}), "2021-02-01", GOAL_REACHED);
    EXPECT(sum, POINTS({"2021-02-01", 99.999999}), "2021-02-01", ON_TRACK);
    EXPECT(sum, POINTS({"2021-02-01", 100}), "2022-06-30", GOAL_REACHED);
    sum.goal_min = 4 * AMOUNT_ONE; /* a range is reached at its lower end */
    sum.goal_max = 5 * AMOUNT_ONE;
    EXPECT(sum, POINTS({"2021-02-01", 4}), "2021-02-01", GOAL_REACHED);
    sum.starts = test_day("2021-03-01"); /* even before the start */
    EXPECT(sum, POINTS({"2021-02-01", 4}), "2021-02-01", GOAL_REACHED);
}

static void a_ceiling_is_done_only_after_the_end(void **state)
{
    (void)state;
    struct target cap = test_target(MEASURE_CAP, 0);
    EXPECT(cap, POINTS({"2021-12-01", 0}), "2021-12-31", DUE_SOON);
    EXPECT(cap, POINTS({"2021-12-01", 0}), "2022-01-01", PERIOD_HELD);
    /* What nobody has told of has not been kept. */
    EXPECT(cap, NO_POINTS, "2021-06-30", NO_REPORT);
    EXPECT(cap, NO_POINTS, "2022-01-01", PAST_DUE);
    assert_true(isnan(judge(cap, NO_POINTS, "2022-01-01").actual_share));
    struct target level = test_target(MEASURE_AT_MOST, 48);
    EXPECT(level, POINTS({"2021-12-01", 47}), "2021-12-31", DUE_SOON);
    EXPECT(level, POINTS({"2021-12-01", 48}), "2022-01-01", PERIOD_HELD);
    EXPECT(level, POINTS({"2021-12-01", 49}), "2022-01-01", PAST_DUE);
}

static void overdue_from_the_day_after(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 100);
    EXPECT(sum, POINTS({"2021-11-30", 90}, {"2021-12-30", 99}), "2021-12-31", DUE_SOON);
    EXPECT(sum, POINTS({"2021-12-30", 99}), "2022-01-01", PAST_DUE);
    sum.due = test_day("2024-02-29"); /* the leap day itself is not late, the day after is */
    sum.starts = test_day("2024-01-30");
    EXPECT(sum, POINTS({"2024-01-31", 80}, {"2024-02-28", 99}), "2024-02-29", DUE_SOON);
    EXPECT(sum, POINTS({"2024-02-28", 99}), "2024-03-01", PAST_DUE);
    assert_int_equal(judge(sum, POINTS({"2024-02-28", 99}), "2024-03-01").days, -1);
    assert_int_equal(judge(sum, POINTS({"2024-02-28", 99}), "2024-02-28").days, 1);
}

static void not_started_until_the_first_day(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 100);
    sum.starts = test_day("2021-10-01");
    EXPECT(sum, NO_POINTS, "2021-09-30", BEFORE_START);
    EXPECT(sum, NO_POINTS, "2021-10-01", ON_TRACK);
}

static void silent_after_two_periods(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 100);
    /* 62 days after 30 June is 31 August. */
    EXPECT(sum, POINTS({"2021-06-30", 90}), "2021-08-31", ON_TRACK);
    EXPECT(sum, POINTS({"2021-06-30", 90}), "2021-09-01", NO_REPORT);
    /* Without any report the start counts: 62 days after 1 January is 4 March. */
    EXPECT(sum, NO_POINTS, "2021-03-04", SPI);
    EXPECT(sum, NO_POINTS, "2021-03-05", NO_REPORT);
    sum.thresholds.silent_periods = 3;
    EXPECT(sum, POINTS({"2021-06-30", 90}), "2021-09-01", ON_TRACK);
    EXPECT(sum, POINTS({"2021-06-30", 90}), "2021-10-02", NO_REPORT);
}

static void lagging_below_the_spi_threshold(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 364);
    /* On 30 June 180 of 364 are planned; 0.9 of that is 162. */
    EXPECT(sum, POINTS({"2021-06-30", 162}), "2021-06-30", ON_TRACK);
    EXPECT(sum, POINTS({"2021-06-30", 161.999}), "2021-06-30", SPI);
    sum.thresholds.spi_min = 0.80;
    EXPECT(sum, POINTS({"2021-06-30", 161}), "2021-06-30", ON_TRACK);
    EXPECT(sum, POINTS({"2021-06-30", 143}), "2021-06-30", SPI);
    struct verdict verdict = judge(sum, POINTS({"2021-06-30", 90}), "2021-06-30");
    assert_true(fabs(verdict.spi - 0.5) < 1e-12);
    assert_true(fabs(verdict.planned_share - 180.0 / 364) < 1e-12);
    assert_true(fabs(verdict.actual_share - 90.0 / 364) < 1e-12);
}

static void lagging_by_the_forecast(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 364);
    /* 1 a day from 31 May (140) to 30 June (170): 194 more days, 10 January 2022, which is 10
     * days late; allowed are 36.4. */
    EXPECT(sum, POINTS({"2021-05-31", 140}, {"2021-06-30", 170}), "2021-07-01", ON_TRACK);
    assert_int_equal(
        judge(sum, POINTS({"2021-05-31", 140}, {"2021-06-30", 170}), "2021-07-01").forecast,
        test_day("2022-01-10"));
    /* 179 on 31 May, 194 on 30 June: half a day's worth a day, 340 more days, 5 June 2022. */
    EXPECT(sum, POINTS({"2021-05-31", 179}, {"2021-06-30", 194}), "2021-07-01", FORECAST);
    /* No movement at all: never. */
    EXPECT(sum, POINTS({"2021-05-31", 300}, {"2021-06-30", 300}), "2021-07-01", FORECAST);
    assert_int_equal(
        judge(sum, POINTS({"2021-05-31", 300}, {"2021-06-30", 300}), "2021-07-01").forecast,
        DAY_NEVER);
    /* A whole year's slack lets the slow one through. */
    sum.thresholds.forecast_slack = 1;
    EXPECT(sum, POINTS({"2021-05-31", 179}, {"2021-06-30", 194}), "2021-07-01", ON_TRACK);
    /* But no slack is enough for never. */
    sum.thresholds.forecast_slack = 1e9;
    EXPECT(sum, POINTS({"2021-05-31", 300}, {"2021-06-30", 300}), "2021-07-01", FORECAST);
}

static void due_soon_with_thirty_days_left(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 100);
    EXPECT(sum, POINTS({"2021-11-30", 99}), "2021-11-30", ON_TRACK); /* 31 days left */
    EXPECT(sum, POINTS({"2021-11-30", 99}), "2021-12-01", DUE_SOON); /* 30 */
    sum.thresholds.due_soon_days = 40;
    EXPECT(sum, POINTS({"2021-11-20", 99}), "2021-11-21", DUE_SOON); /* 40 */
}

/* 2021 up to 28 October is a period of 300 days, of which a tenth is 30. One a day: with a goal of
 * 330 the forecast is day 330, exactly at the edge; with 331 it is a day past it. */
static void the_edge_of_the_slack_is_not_late(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 330);
    sum.due = test_day("2021-10-28");
    EXPECT(sum, POINTS({"2021-05-31", 150}, {"2021-06-30", 180}), "2021-06-30", ON_TRACK);
    sum.goal_min = 331 * AMOUNT_ONE;
    EXPECT(sum, POINTS({"2021-05-31", 150}, {"2021-06-30", 180}), "2021-06-30", FORECAST);
    /* 0.29 * 100 is 28.999999999999996 to the machine; 29 days late are not more than that. */
    sum.due = test_day("2021-04-11");
    sum.goal_min = 129 * AMOUNT_ONE;
    sum.thresholds.forecast_slack = 0.29;
    sum.thresholds.spi_min = 0.5;
    EXPECT(sum, POINTS({"2021-01-21", 20}, {"2021-02-20", 50}), "2021-02-20", ON_TRACK);
    sum.thresholds.forecast_slack = 0.28;
    EXPECT(sum, POINTS({"2021-01-21", 20}, {"2021-02-20", 50}), "2021-02-20", FORECAST);
}

/* Where two rules hold, the one named first decides. */
static void the_order_of_the_rules(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 100), later = sum;
    later.starts = test_day("2021-11-30");
    /* cap passed, and past due */
    EXPECT(test_target(MEASURE_CAP, 0), POINTS({"2021-03-01", 1}), "2022-03-01", CAP_PASSED);
    /* past due, and silent */
    EXPECT(sum, POINTS({"2021-03-01", 1}), "2022-01-01", PAST_DUE);
    /* before the start, and due within 30 days of a day not yet started */
    later.due = test_day("2021-12-05");
    EXPECT(later, NO_POINTS, "2021-11-29", BEFORE_START);
    /* silent, and behind */
    EXPECT(sum, POINTS({"2021-03-01", 1}), "2021-09-15", NO_REPORT);
    /* behind, late by the forecast and due soon */
    EXPECT(sum, POINTS({"2021-10-31", 1}, {"2021-12-01", 2}), "2021-12-02", SPI);
    /* late by the forecast and due soon */
    EXPECT(sum, POINTS({"2021-10-31", 95}, {"2021-12-01", 95}), "2021-12-02", FORECAST);
}

/* A report that came before the start does not make a target silent on its first day. */
static void silence_does_not_count_from_before_the_start(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 100);
    sum.starts = test_day("2021-07-01");
    const struct test_point *early = POINTS({"2021-02-01", 40});
    EXPECT(sum, early, "2021-07-01", ON_TRACK);
    EXPECT(sum, early, "2021-09-01", ON_TRACK); /* 62 days: 40 of 100, 62 of 183 days */
    EXPECT(sum, early, "2021-09-02", NO_REPORT);
    assert_int_equal(judge(sum, early, "2021-09-02").last_report, test_day("2021-02-01"));
}

/* What has no figure yet has no SPI and no forecast, and is judged by its dates. */
static void a_mean_without_reports(void **state)
{
    (void)state;
    struct target mean = test_target(MEASURE_MEAN, 90);
    EXPECT(mean, NO_POINTS, "2021-03-04", ON_TRACK);
    EXPECT(mean, NO_POINTS, "2021-03-05", NO_REPORT);
    EXPECT(mean, NO_POINTS, "2022-01-01", PAST_DUE);
    struct verdict verdict = judge(mean, NO_POINTS, "2021-03-04");
    assert_true(verdict.actual == AMOUNT_NONE);
    assert_true(isnan(verdict.actual_share) && isnan(verdict.spi));
    assert_int_equal(verdict.forecast, DAY_NONE);
    assert_int_equal(verdict.reporters, 0);
    /* A level that nobody reported was not kept. */
    EXPECT(test_target(MEASURE_AT_MOST, 48), NO_POINTS, "2022-01-01", PAST_DUE);
}

/* A milestone that is planned for its last day has no SPI before it. */
static void no_spi_where_nothing_is_planned_yet(void **state)
{
    (void)state;
    struct target milestone = test_target(MEASURE_MILESTONE, 100);
    milestone.pace = PACE_END;
    EXPECT(milestone, POINTS({"2021-06-30", 0}), "2021-06-30", ON_TRACK);
    assert_true(isnan(judge(milestone, POINTS({"2021-06-30", 0}), "2021-06-30").spi));
    assert_true(isnan(judge(milestone, POINTS({"2021-06-30", 50}), "2021-06-30").spi));
    assert_true(isnan(judge(test_target(MEASURE_CAP, 3), NO_POINTS, "2021-06-30").spi));
    EXPECT(milestone, POINTS({"2021-12-30", 90}), "2021-12-30", DUE_SOON);
    EXPECT(milestone, POINTS({"2021-12-31", 90}), "2021-12-31", DUE_SOON); /* SPI 0.90 */
    EXPECT(milestone, POINTS({"2021-12-31", 89}), "2021-12-31", SPI);
}

static void every_rule_has_its_standing(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 100);
    struct target later = sum;
    later.starts = test_day("2021-10-01");
    assert_int_equal(judge(test_target(MEASURE_SUM, -1), NO_POINTS, "2021-06-30").standing,
                     STANDING_NO_GOAL);
    assert_int_equal(
        judge(test_target(MEASURE_CAP, 0), POINTS({"2021-06-30", 1}), "2021-06-30").standing,
        STANDING_BREACHED);
    assert_int_equal(judge(sum, POINTS({"2021-06-30", 100}), "2021-06-30").standing, STANDING_DONE);
    assert_int_equal(
        judge(test_target(MEASURE_CAP, 0), POINTS({"2021-06-30", 0}), "2022-06-30").standing,
        STANDING_DONE);
    assert_int_equal(judge(sum, NO_POINTS, "2022-06-30").standing, STANDING_OVERDUE);
    assert_int_equal(judge(later, NO_POINTS, "2021-06-30").standing, STANDING_NOT_STARTED);
    assert_int_equal(judge(sum, NO_POINTS, "2021-06-30").standing, STANDING_SILENT);
    assert_int_equal(judge(sum, POINTS({"2021-06-30", 1}), "2021-06-30").standing,
                     STANDING_LAGGING);
    assert_int_equal(
        judge(sum, POINTS({"2021-05-31", 99}, {"2021-06-30", 99}), "2021-06-30").standing,
        STANDING_LAGGING);
    assert_int_equal(judge(sum, POINTS({"2021-12-20", 99}), "2021-12-21").standing,
                     STANDING_DUE_SOON);
    assert_int_equal(judge(sum, POINTS({"2021-06-30", 60}), "2021-06-30").standing,
                     STANDING_ON_TRACK);
}

static void only_what_is_dated_by_then_counts(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 100);
    const struct test_point *points = POINTS({"2021-03-31", 30}, {"2021-06-30", 100});
    assert_int_equal(judge(sum, points, "2021-06-30").standing, STANDING_DONE);
    struct verdict before = judge(sum, points, "2021-06-29");
    assert_true(before.actual == 30 * AMOUNT_ONE);
    assert_int_equal(before.last_report, test_day("2021-03-31"));
    assert_int_equal(judge(sum, points, "2021-03-30").last_report, DAY_NONE);
}

/* Spring term to 30 June, autumn from 1 September, the National Day week. */
static const struct calendar *school_year(struct arena *arena)
{
    static const char *const days[][2] = {
        {"2021-02-22", "2021-06-30"}, {"2021-09-01", "2021-12-31"}, {"2021-10-01", "2021-10-07"}};
    struct span *spans = arena_array(arena, COUNT_OF(days), sizeof(*spans));
    for (size_t i = 0; i < COUNT_OF(days); i++)
        spans[i] = (struct span){i < 2 ? SPAN_TERM : SPAN_HOLIDAY,
                                 test_day(days[i][0]),
                                 test_day(days[i][1]),
                                 {{"", "", ""}}};
    return calendar_make(spans, COUNT_OF(days), arena);
}

/* The last report is of 30 June. 62 days are allowed: all of September is 30, October 1 to 7 do
 * not count, 24 days are left of October, so the 62nd day is 8 November. */
static void nobody_falls_silent_in_the_holidays(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct target sum = test_target(MEASURE_SUM, 1000);
    sum.pace = PACE_SCHOOL_DAYS;
    sum.calendar = school_year(&arena);
    const struct test_point *points = POINTS({"2021-06-30", 400});
    assert_int_equal(standing_silence(&sum, test_day("2021-06-30"), test_day("2021-08-31")), 0);
    assert_int_equal(standing_silence(&sum, test_day("2021-06-30"), test_day("2021-11-08")), 62);
    assert_int_not_equal(judge(sum, points, "2021-11-08").rule, RULE_NO_REPORT);
    assert_int_equal(judge(sum, points, "2021-11-09").rule, RULE_NO_REPORT);
    /* A bureau that goes by plain days is asked in July and August too: the 62nd day is 31 August;
     * but not on a public holiday. */
    sum.pace = PACE_LINEAR;
    assert_int_not_equal(judge(sum, points, "2021-08-31").rule, RULE_NO_REPORT);
    assert_int_equal(judge(sum, points, "2021-09-01").rule, RULE_NO_REPORT);
    assert_int_equal(standing_silence(&sum, test_day("2021-09-30"), test_day("2021-10-08")), 1);
    arena_free(&arena);
}

/* The day that silence and lateness begin before is the rule's, on every day of a year. */
static void the_days_before_which_one_is_silent_or_late(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct target sum = test_target(MEASURE_SUM, 100);
    sum.calendar = school_year(&arena);
    sum.starts = test_day("2019-01-01");
    for (enum pace pace = PACE_LINEAR; pace <= PACE_SCHOOL_DAYS; pace++) {
        sum.pace = pace;
        for (daynum as_of = test_day("2021-01-01"); as_of <= sum.due; as_of++) {
            daynum silent = standing_silent_before(&sum, as_of);
            daynum late = standing_late_before(&sum, as_of);
            int most = sum.thresholds.silent_periods * sum.thresholds.reporting_days;
            assert_true(standing_silence(&sum, silent, as_of) <= most);
            assert_true(standing_silence(&sum, silent - 1, as_of) > most);
            assert_true(standing_silence(&sum, late, as_of) <= sum.thresholds.reporting_days);
            assert_true(standing_silence(&sum, late - 1, as_of) > sum.thresholds.reporting_days);
        }
    }
    sum.thresholds.silent_periods = sum.thresholds.reporting_days = INT_MAX; /* never */
    assert_true(standing_silent_before(&sum, sum.due) < sum.starts);
    assert_true(standing_late_before(&sum, sum.due) < sum.starts);
    arena_free(&arena);
}

/* School days of the period: after Monday 22 February up to Wednesday 30 June 18 weeks and 2 days,
 * 92; September has 22, so 114; then Friday 8 October and the 12 weeks from the 11th to 31
 * December, 61; all: 175. */
static void the_planned_share_of_school_days_rests_in_summer(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct target sum = test_target(MEASURE_SUM, 1000);
    sum.pace = PACE_SCHOOL_DAYS;
    sum.starts = test_day("2021-02-22");
    sum.calendar = school_year(&arena);
    double june = standing_planned_share(&sum, test_day("2021-06-30"));
    assert_true(fabs(june - 92.0 / 175) < 1e-12);
    assert_true(standing_planned_share(&sum, test_day("2021-08-31")) <= june);
    assert_true(fabs(standing_planned_share(&sum, test_day("2021-09-30")) - 114.0 / 175) < 1e-12);
    assert_true(standing_planned_share(&sum, test_day("2021-12-31")) >= 1);
    assert_true(standing_planned_share(&sum, test_day("2021-12-30")) < 1);
    assert_true(standing_planned_share(&sum, test_day("2021-02-21")) <= 0);
    /* A period without a school day is planned for its end. */
    sum.starts = test_day("2021-07-05");
    sum.due = test_day("2021-08-20");
    assert_true(standing_planned_share(&sum, test_day("2021-08-19")) <= 0);
    assert_true(standing_planned_share(&sum, test_day("2021-08-20")) >= 1);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_goal_comes_first),
        cmocka_unit_test(a_cap_is_breached_when_it_is_passed),
        cmocka_unit_test(done_when_the_goal_is_reached),
        cmocka_unit_test(a_ceiling_is_done_only_after_the_end),
        cmocka_unit_test(overdue_from_the_day_after),
        cmocka_unit_test(not_started_until_the_first_day),
        cmocka_unit_test(silent_after_two_periods),
        cmocka_unit_test(lagging_below_the_spi_threshold),
        cmocka_unit_test(lagging_by_the_forecast),
        cmocka_unit_test(due_soon_with_thirty_days_left),
        cmocka_unit_test(the_edge_of_the_slack_is_not_late),
        cmocka_unit_test(the_order_of_the_rules),
        cmocka_unit_test(silence_does_not_count_from_before_the_start),
        cmocka_unit_test(a_mean_without_reports),
        cmocka_unit_test(no_spi_where_nothing_is_planned_yet),
        cmocka_unit_test(every_rule_has_its_standing),
        cmocka_unit_test(only_what_is_dated_by_then_counts),
        cmocka_unit_test(nobody_falls_silent_in_the_holidays),
        cmocka_unit_test(the_days_before_which_one_is_silent_or_late),
        cmocka_unit_test(the_planned_share_of_school_days_rests_in_summer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
