/* Jumps and values above a school's size, worked out by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/model_target.h"
#include "duban/outliers.h"

enum { REPORTS_MAX = 12 };

/* Reports of one school, a month apart; `of` < 0: none. */
static void series(struct latest *rows, const double *values, size_t count, double of)
{
    for (size_t i = 0; i < count; i++)
        rows[i] =
            (struct latest){test_day("2021-01-31") + 30 * (daynum)i, amount_from_double(values[i]),
                            of < 0 ? AMOUNT_NONE : amount_from_double(of)};
}

static bool jumps(enum measure measure, const double *values, size_t count, double of,
                  struct jump *out)
{
    struct latest rows[REPORTS_MAX];
    struct jump_series all = {0};
    bool last = false;
    series(rows, values, count, of);
    for (size_t i = 0; jumps_possible(measure) && i < count; i++)
        last = jumps_next(&all, measure, &rows[i], out);
    jumps_end(&all);
    return last;
}

#define JUMPS(measure, of, out, ...)              \
    jumps(measure, (const double[]){__VA_ARGS__}, \
          sizeof((const double[]){__VA_ARGS__}) / sizeof(double), of, out)

static void a_jump_is_scored_by_median_and_mad(void **state)
{
    (void)state;
    struct jump out;
    /* Changes 10, 12, 14, 18 and then 60: median 13, deviations 3, 1, 1, 5, their median 2.
     * Score 0.6745 * 47 / 2 = 15.85075. */
    assert_true(JUMPS(MEASURE_SUM, -1, &out, 0, 10, 22, 36, 54, 114));
    assert_true(fabs(out.score - 15.85075) < 1e-9);
    assert_true(fabs(out.usual - 13) < 1e-12);
    assert_true(fabs(out.change - 60) < 1e-12);
    /* 0.6745 * (d - 13) / 2 = 3.5 at d = 23.378: 23 is usual, 24 is not. */
    assert_false(JUMPS(MEASURE_SUM, -1, &out, 0, 10, 22, 36, 54, 77));
    assert_true(JUMPS(MEASURE_SUM, -1, &out, 0, 10, 22, 36, 54, 78));
    /* A fall is a jump too: 0.6745 * |-20 - 13| / 2 = 11.1. */
    assert_true(JUMPS(MEASURE_MEAN, -1, &out, 0, 10, 22, 36, 54, 34));
    assert_true(out.change < 0);
}

static void where_most_changes_are_alike_the_mean_deviation_counts(void **state)
{
    (void)state;
    struct jump out;
    /* Changes 10, 10, 10, 10, 30: median 10, MAD 0; mean deviation 20 / 5 = 4, times 1.253314 is
     * 5.013256. The next is 40: 30 / 5.013256 = 5.98413. */
    assert_true(JUMPS(MEASURE_SUM, -1, &out, 0, 10, 20, 30, 40, 70, 110));
    assert_true(fabs(out.score - 30 / 5.013256) < 1e-6);
    /* All alike: a spread of one unit. 3 more are usual, 4 more are not. */
    assert_false(JUMPS(MEASURE_SUM, -1, &out, 0, 10, 20, 30, 40, 53));
    assert_true(JUMPS(MEASURE_SUM, -1, &out, 0, 10, 20, 30, 40, 54));
    assert_true(fabs(out.score - 4) < 1e-9);
}

static void shares_are_percentages(void **state)
{
    (void)state;
    struct jump out;
    /* Of 50: 2 % a month, then 60 %. */
    assert_true(JUMPS(MEASURE_SHARE, 50, &out, 1, 2, 3, 4, 5, 35));
    assert_true(fabs(out.change - 60) < 1e-9);
    assert_true(fabs(out.usual - 2) < 1e-9);
    /* Yes or no goes in leaps. */
    assert_false(JUMPS(MEASURE_SHARE, -1, &out, 0, 0, 0, 0, 0, 1));
    assert_false(JUMPS(MEASURE_COUNT, -1, &out, 0, 0, 0, 0, 0, 9));
    assert_false(JUMPS(MEASURE_MILESTONE, -1, &out, 0, 0, 0, 0, 0, 100));
}

static void a_short_history_says_nothing(void **state)
{
    (void)state;
    struct jump out;
    assert_false(JUMPS(MEASURE_SUM, -1, &out, 0, 1, 2, 3, 500));
    assert_true(JUMPS(MEASURE_SUM, -1, &out, 0, 1, 2, 3, 4, 500));
    assert_false(JUMPS(MEASURE_SUM, -1, &out, 5));
}

/* Only the newest change is judged, and the order of those before does not matter. */
static void the_order_of_earlier_changes_does_not_matter(void **state)
{
    (void)state;
    struct jump one, other;
    assert_true(JUMPS(MEASURE_SUM, -1, &one, 0, 10, 22, 36, 54, 114));
    assert_true(JUMPS(MEASURE_SUM, -1, &other, 0, 18, 32, 44, 54, 114));
    assert_true(fabs(one.score - other.score) < 1e-12);
    assert_false(JUMPS(MEASURE_SUM, -1, &one, 0, 100, 101, 102, 103, 104));
}

static void no_value_is_above_the_roll(void **state)
{
    (void)state;
    struct target target = test_target(MEASURE_SUM, 1000);
    struct school school = {.size = 800};
    struct latest report = {test_day("2021-09-15"), 800 * AMOUNT_ONE, AMOUNT_NONE};
    struct outlier out;
    target.within_size = true;
    assert_false(outlier_over_size(&target, &school, &report, &out)); /* all of them */
    report.value = 801 * AMOUNT_ONE;
    assert_true(outlier_over_size(&target, &school, &report, &out));
    assert_int_equal(out.size, 800);
    assert_int_equal(out.kind, OUTLIER_OVER_SIZE);
    report.value = 1;
    report.of = 801 * AMOUNT_ONE;
    assert_true(outlier_over_size(&target, &school, &report, &out));
    school.size = 0; /* not known */
    assert_false(outlier_over_size(&target, &school, &report, &out));
    school.size = 800;
    target.within_size = false; /* counts something else */
    assert_false(outlier_over_size(&target, &school, &report, &out));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_jump_is_scored_by_median_and_mad),
        cmocka_unit_test(where_most_changes_are_alike_the_mean_deviation_counts),
        cmocka_unit_test(shares_are_percentages),
        cmocka_unit_test(a_short_history_says_nothing),
        cmocka_unit_test(the_order_of_earlier_changes_does_not_matter),
        cmocka_unit_test(no_value_is_above_the_roll),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
