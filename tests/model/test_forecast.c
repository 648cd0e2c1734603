/* Forecasts, worked by hand from the least-squares formula. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/model_target.h"

static daynum forecast(struct target target, const struct test_point *points, const char *as_of)
{
    struct arena arena = {0};
    struct figures figures = test_figures(&arena, points);
    daynum day = standing_forecast(&target, &figures, test_day(as_of)).likely;
    arena_free(&arena);
    return day;
}

#define POINTS(...) ((const struct test_point[]){__VA_ARGS__, {NULL, 0}})

static void two_points_make_a_line(void **state)
{
    (void)state;
    /* 20 in 30 days: 2/3 a day; 40 left take 60 days. */
    assert_int_equal(forecast(test_target(MEASURE_SUM, 100),
                              POINTS({"2021-05-02", 40}, {"2021-06-01", 60}), "2021-06-01"),
                     test_day("2021-07-31"));
}

static void four_points_make_the_best_line(void **state)
{
    (void)state;
    /* Days 0, 20, 40, 60 and figures 10, 20, 50, 60: mean 30 and 35; sum of products
     * (-30)(-25) + (-10)(-15) + 10*15 + 30*25 = 1800, of squares 900 + 100 + 100 + 900 = 2000;
     * slope 0.9. From 60 on day 60, 40 left take 44.4 days, so day 105 after 1 March. */
    assert_int_equal(forecast(test_target(MEASURE_SUM, 100),
                              POINTS({"2021-03-01", 10}, {"2021-03-21", 20}, {"2021-04-10", 50},
                                     {"2021-04-30", 60}),
                              "2021-05-01"),
                     test_day("2021-06-14"));
}

static void only_the_newest_six_count(void **state)
{
    (void)state;
    /* The first point would turn the line; the last six lie on 1 a day. */
    assert_int_equal(forecast(test_target(MEASURE_SUM, 200),
                              POINTS({"2021-01-01", 500}, {"2021-01-21", 20}, {"2021-02-10", 40},
                                     {"2021-03-02", 60}, {"2021-03-22", 80}, {"2021-04-11", 100},
                                     {"2021-05-01", 120}),
                              "2021-05-01"),
                     test_day("2021-07-20"));
}

static void reports_in_a_bunch_count_once(void **state)
{
    (void)state;
    /* 30 in the 30 days from 31 March to 30 April: 1 a day, though the last week brought 20. */
    assert_int_equal(forecast(test_target(MEASURE_SUM, 100),
                              POINTS({"2021-03-25", 10}, {"2021-03-31", 30}, {"2021-04-24", 40},
                                     {"2021-04-30", 60}),
                              "2021-05-01"),
                     test_day("2021-06-09"));
}

static void exactly_half_a_period_apart_counts(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 100);
    sum.thresholds.reporting_days = 30;
    /* 30 in 15 days; 40 left take 20. */
    assert_int_equal(forecast(sum, POINTS({"2021-05-17", 30}, {"2021-06-01", 60}), "2021-06-01"),
                     test_day("2021-06-21"));
    assert_int_equal(forecast(sum, POINTS({"2021-05-18", 30}, {"2021-06-01", 60}), "2021-06-01"),
                     DAY_NONE);
    /* Half of 31 is 15.5: 15 days are less, 16 are not; 30 in 16 days, 40 left take 21.3. */
    sum.thresholds.reporting_days = 31;
    assert_int_equal(forecast(sum, POINTS({"2021-05-17", 30}, {"2021-06-01", 60}), "2021-06-01"),
                     DAY_NONE);
    assert_int_equal(forecast(sum, POINTS({"2021-05-16", 30}, {"2021-06-01", 60}), "2021-06-01"),
                     test_day("2021-06-23"));
}

/* 30 in 30 days: 365000 more take 365000 days, not yet 1000 years; 366000 are too far. */
static void a_far_day_is_a_day_up_to_a_thousand_years(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 365060);
    const struct test_point *points = POINTS({"2021-05-02", 30}, {"2021-06-01", 60});
    assert_int_equal(forecast(sum, points, "2021-06-01"), test_day("2021-06-01") + 365000);
    sum.goal_min = 366060 * AMOUNT_ONE;
    assert_int_equal(forecast(sum, points, "2021-06-01"), DAY_NEVER);
}

static void no_movement_or_the_wrong_way_is_never(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 100);
    assert_int_equal(forecast(sum, POINTS({"2021-05-01", 60}, {"2021-06-01", 60}), "2021-06-01"),
                     DAY_NEVER);
    assert_int_equal(forecast(sum, POINTS({"2021-05-01", 70}, {"2021-06-01", 60}), "2021-06-01"),
                     DAY_NEVER);
    assert_int_equal(
        forecast(sum, POINTS({"2021-05-01", 10}, {"2021-06-01", 10.000001}), "2021-06-01"),
        DAY_NEVER);
}

static void a_level_comes_down(void **state)
{
    (void)state;
    struct target level = test_target(MEASURE_AT_MOST, 48);
    /* 56 to 54 in 31 days: 6 more need 93 days. */
    assert_int_equal(forecast(level, POINTS({"2021-05-01", 56}, {"2021-06-01", 54}), "2021-06-01"),
                     test_day("2021-09-02"));
    assert_int_equal(forecast(level, POINTS({"2021-05-01", 54}, {"2021-06-01", 56}), "2021-06-01"),
                     DAY_NEVER);
    assert_int_equal(forecast(level, POINTS({"2021-05-01", 48}), "2021-06-01"),
                     test_day("2021-06-01"));
    assert_int_equal(forecast(level, POINTS({"2021-05-01", 47}), "2021-06-01"),
                     test_day("2021-06-01"));
}

static void what_cannot_be_told_is_not_told(void **state)
{
    (void)state;
    struct target sum = test_target(MEASURE_SUM, 100);
    assert_int_equal(forecast(sum, POINTS({"2021-05-01", 60}), "2021-06-01"), DAY_NONE);
    assert_int_equal(forecast(sum, POINTS({"2021-05-01", 60}), "2021-04-01"), DAY_NONE);
    assert_int_equal(forecast(test_target(MEASURE_SUM, -1),
                              POINTS({"2021-05-01", 60}, {"2021-06-01", 70}), "2021-06-01"),
                     DAY_NONE);
    assert_int_equal(forecast(test_target(MEASURE_CAP, 3),
                              POINTS({"2021-05-01", 1}, {"2021-06-01", 2}), "2021-06-01"),
                     DAY_NONE);
}

/* A day on which there was nothing to measure (a denominator of 0) is passed over. */
static void days_without_a_figure_do_not_count(void **state)
{
    (void)state;
    struct target share = test_target(MEASURE_SHARE, 100);
    const struct point points[] = {
        {test_day("2021-03-01"), tally_of(0, 40 * AMOUNT_ONE, 100 * AMOUNT_ONE)},
        {test_day("2021-03-31"), tally_of(0, 0, 0)},
        {test_day("2021-04-30"), tally_of(0, 70 * AMOUNT_ONE, 100 * AMOUNT_ONE)},
        {test_day("2021-05-31"), tally_of(0, 0, 0)},
    };
    daynum as_of = test_day("2021-06-01");
    /* 30 % in 60 days: the last 30 % take 60 more, from 30 April. */
    struct figures figures = {points, 4};
    assert_int_equal(standing_forecast(&share, &figures, as_of).likely, test_day("2021-06-29"));
    figures = (struct figures){&points[3], 1};
    assert_int_equal(standing_forecast(&share, &figures, as_of).likely, DAY_NONE);
}

static void a_goal_that_is_reached_is_reached_today(void **state)
{
    (void)state;
    assert_int_equal(
        forecast(test_target(MEASURE_SUM, 100), POINTS({"2021-05-01", 100}), "2021-06-01"),
        test_day("2021-06-01"));
}

static void a_forecast_never_lies_in_the_past(void **state)
{
    (void)state;
    /* 1 a day and 10 left would be 10 May, but no report has said so by 1 June. */
    assert_int_equal(forecast(test_target(MEASURE_SUM, 100),
                              POINTS({"2021-04-01", 60}, {"2021-04-30", 89}), "2021-06-01"),
                     test_day("2021-06-01"));
}

static struct forecast whole_forecast(struct target target, const struct test_point *points,
                                      const char *as_of)
{
    struct arena arena = {0};
    struct figures figures = test_figures(&arena, points);
    struct forecast made = standing_forecast(&target, &figures, test_day(as_of));
    arena_free(&arena);
    return made;
}

static void the_interval_is_that_of_the_slope(void **state)
{
    (void)state;
    /* Days 0, 20, 40, 60 and figures 10, 20, 50, 60: slope 0.9 over squares 2000 as above. The line
     * is 35 + 0.9 (x - 30): 8, 26, 44, 62; residuals 2, -6, 6, -2, squares 4 + 36 + 36 + 4 = 80.
     * s^2 = 80 / 2 = 40; the slope's error is sqrt(40 / 2000) = 0.141421; t(0.90, 2) = 1.886;
     * width 0.266721. 40 left take 40 / 1.166721 = 34.28 and 40 / 0.633279 = 63.16 days: days
     * 60 + 35 = 95 and 60 + 64 = 124 after 1 March. */
    struct forecast got = whole_forecast(
        test_target(MEASURE_SUM, 100),
        POINTS({"2021-03-01", 10}, {"2021-03-21", 20}, {"2021-04-10", 50}, {"2021-04-30", 60}),
        "2021-05-01");
    assert_int_equal(got.points, 4);
    assert_true(fabs(got.pace - 0.9) < 1e-12);
    assert_int_equal(got.likely, test_day("2021-03-01") + 105);
    assert_int_equal(got.earliest, test_day("2021-03-01") + 95);
    assert_int_equal(got.latest, test_day("2021-03-01") + 124);
}

/* Five and six points: two quantiles more. A goal far away, so that they can be told apart. */
static void each_number_of_points_has_its_quantile(void **state)
{
    (void)state;
    /* Days 0, 20 .. 80: squares 2 (1600 + 400) = 4000. The line 10 + 0.5 x with 1, 0, -2, 0, 1 on
     * top, which sum to 0 also when weighted by the days: slope 0.5, residual squares 6, s^2 = 6 /
     * 3, error sqrt(2 / 4000) = 0.0223607; t(0.90, 3) = 1.638, width 0.0366268. 949 left take 1898
     * days, 949 / 0.5366268 = 1768.45 and 949 / 0.4633732 = 2048.02. */
    struct forecast five =
        whole_forecast(test_target(MEASURE_SUM, 1000),
                       POINTS({"2021-03-01", 11}, {"2021-03-21", 20}, {"2021-04-10", 28},
                              {"2021-04-30", 40}, {"2021-05-20", 51}),
                       "2021-05-20");
    assert_int_equal(five.points, 5);
    assert_int_equal(five.likely, test_day("2021-05-20") + 1898);
    assert_int_equal(five.earliest, test_day("2021-05-20") + 1769);
    assert_int_equal(five.latest, test_day("2021-05-20") + 2049);
    /* Days 0, 20 .. 100: squares 2 (2500 + 900 + 100) = 7000. The same line with 2, -1, -1, -1, -1,
     * 2: residual squares 12, s^2 = 12 / 4, error sqrt(3 / 7000) = 0.0207020; t(0.90, 4) = 1.533,
     * width 0.0317361. 938 left take 1876 days, 938 / 0.5317361 = 1764.03 and 938 / 0.4682639 =
     * 2003.14. */
    struct forecast six =
        whole_forecast(test_target(MEASURE_SUM, 1000),
                       POINTS({"2021-03-01", 12}, {"2021-03-21", 19}, {"2021-04-10", 29},
                              {"2021-04-30", 39}, {"2021-05-20", 49}, {"2021-06-09", 62}),
                       "2021-06-09");
    assert_int_equal(six.points, 6);
    assert_int_equal(six.likely, test_day("2021-06-09") + 1876);
    assert_int_equal(six.earliest, test_day("2021-06-09") + 1765);
    assert_int_equal(six.latest, test_day("2021-06-09") + 2004);
}

static void a_wide_interval_may_never_end(void **state)
{
    (void)state;
    /* Days 0, 20, 40 and figures 10, 40, 40: means 20 and 30, products (-20)(-20) + 0 + 20 * 10 =
     * 600, squares 800, slope 0.75. Residuals: the line is 15, 30, 45: -5, 10, -5, squares 150;
     * s^2 = 150 / 1; error sqrt(150 / 800) = 0.433013; t(0.90, 1) = 3.078, width 1.332813. The
     * slow end, 0.75 - 1.33, never comes; the fast one takes 60 / 2.082813 = 28.8: 29 days. */
    struct forecast got = whole_forecast(
        test_target(MEASURE_SUM, 100),
        POINTS({"2021-03-01", 10}, {"2021-03-21", 40}, {"2021-04-10", 40}), "2021-04-10");
    assert_int_equal(got.likely, test_day("2021-04-10") + 80);
    assert_int_equal(got.earliest, test_day("2021-04-10") + 29);
    assert_int_equal(got.latest, DAY_NEVER);
}

static void points_on_a_line_leave_no_doubt(void **state)
{
    (void)state;
    struct forecast got = whole_forecast(
        test_target(MEASURE_SUM, 100),
        POINTS({"2021-03-01", 10}, {"2021-03-21", 30}, {"2021-04-10", 50}), "2021-04-10");
    assert_int_equal(got.likely, test_day("2021-05-30"));
    assert_int_equal(got.earliest, got.likely);
    assert_int_equal(got.latest, got.likely);
}

static void two_points_leave_the_doubt_unknown(void **state)
{
    (void)state;
    struct forecast got =
        whole_forecast(test_target(MEASURE_SUM, 100),
                       POINTS({"2021-05-02", 40}, {"2021-06-01", 60}), "2021-06-01");
    assert_int_equal(got.likely, test_day("2021-07-31"));
    assert_int_equal(got.earliest, DAY_NONE);
    assert_int_equal(got.latest, DAY_NONE);
}

/* The interval holds the likely day, whatever the points; a level is no exception. */
static void the_likely_day_lies_between(void **state)
{
    (void)state;
    unsigned short seed[3] = {1, 2, 3};
    static const enum measure measures[] = {MEASURE_SUM, MEASURE_AT_MOST};
    for (int round = 0; round < 2000; round++) {
        struct point points[8];
        daynum day = test_day("2021-01-10");
        size_t count = (size_t)(nrand48(seed) % 8);
        struct target target = test_target(measures[round % 2], (double)(nrand48(seed) % 100));
        for (size_t i = 0; i < count; i++) {
            points[i] =
                (struct point){day, tally_of(0, nrand48(seed) % 100 * AMOUNT_ONE, AMOUNT_NONE)};
            day += 16 + (daynum)(nrand48(seed) % 20);
        }
        struct figures figures = {points, count};
        struct forecast got = standing_forecast(&target, &figures, day);
        if (got.earliest == DAY_NONE ? got.latest != DAY_NONE
                                     : got.earliest > got.likely || got.latest < got.likely)
            fail_msg("round %d: %d not within %d to %d", round, got.likely, got.earliest,
                     got.latest);
    }
}

static const struct calendar *spring_and_autumn(struct arena *arena)
{
    struct span *spans = arena_array(arena, 2, sizeof(*spans));
    spans[0] =
        (struct span){SPAN_TERM, test_day("2021-02-22"), test_day("2021-06-30"), {{"", "", ""}}};
    spans[1] =
        (struct span){SPAN_TERM, test_day("2021-09-01"), test_day("2021-12-31"), {{"", "", ""}}};
    return calendar_make(spans, 2, arena);
}

static void the_pace_of_school_days_rests_in_summer(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct target target = test_target(MEASURE_SUM, 100);
    target.pace = PACE_SCHOOL_DAYS;
    target.calendar = spring_and_autumn(&arena);
    /* From Monday 7 June to Wednesday 30 June there are 17 school days, in which 34 came: 2 a day.
     * 20 left take 10 school days, the first of which is Wednesday 1 September: 1, 2, 3, 6, 7, 8,
     * 9, 10, 13, 14 September. */
    const struct test_point *points = POINTS({"2021-06-07", 46}, {"2021-06-30", 80});
    assert_int_equal(forecast(target, points, "2021-06-30"), test_day("2021-09-14"));
    /* The same in plain days: 34 in 23, so 20 take 13.5. */
    target.pace = PACE_LINEAR;
    assert_int_equal(forecast(target, points, "2021-06-30"), test_day("2021-07-14"));
    /* Two reports in the same holidays say nothing of the pace of school days. */
    target.pace = PACE_SCHOOL_DAYS;
    assert_int_equal(forecast(target, POINTS({"2021-07-07", 46}, {"2021-07-30", 80}), "2021-07-30"),
                     DAY_NONE);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(two_points_make_a_line),
        cmocka_unit_test(four_points_make_the_best_line),
        cmocka_unit_test(only_the_newest_six_count),
        cmocka_unit_test(reports_in_a_bunch_count_once),
        cmocka_unit_test(exactly_half_a_period_apart_counts),
        cmocka_unit_test(a_far_day_is_a_day_up_to_a_thousand_years),
        cmocka_unit_test(no_movement_or_the_wrong_way_is_never),
        cmocka_unit_test(a_level_comes_down),
        cmocka_unit_test(what_cannot_be_told_is_not_told),
        cmocka_unit_test(days_without_a_figure_do_not_count),
        cmocka_unit_test(a_goal_that_is_reached_is_reached_today),
        cmocka_unit_test(a_forecast_never_lies_in_the_past),
        cmocka_unit_test(the_interval_is_that_of_the_slope),
        cmocka_unit_test(each_number_of_points_has_its_quantile),
        cmocka_unit_test(a_wide_interval_may_never_end),
        cmocka_unit_test(points_on_a_line_leave_no_doubt),
        cmocka_unit_test(two_points_leave_the_doubt_unknown),
        cmocka_unit_test(the_likely_day_lies_between),
        cmocka_unit_test(the_pace_of_school_days_rests_in_summer),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
