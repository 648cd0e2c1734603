/* Planned and actual shares and rollups, from their definitions. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/model_target.h"

static void expect(double got, double want)
{
    if (isnan(want) ? !isnan(got) : !(fabs(got - want) < 1e-9))
        fail_msg("%.12f, not %.12f", got, want);
}

static double planned(struct target target, const char *as_of)
{
    return standing_planned_share(&target, test_day(as_of));
}

static void an_even_pace(void **state)
{
    (void)state;
    struct target target = test_target(MEASURE_SUM, 100);
    expect(planned(target, "2020-12-31"), 0);
    expect(planned(target, "2021-01-01"), 0);
    expect(planned(target, "2021-01-02"), 1.0 / 364);
    expect(planned(target, "2021-12-30"), 363.0 / 364);
    expect(planned(target, "2021-12-31"), 1);
    expect(planned(target, "2022-12-31"), 1);
    target.starts = target.due; /* a target of one day */
    expect(planned(target, "2021-12-30"), 0);
    expect(planned(target, "2021-12-31"), 1);
}

static void a_pace_by_steps(void **state)
{
    (void)state;
    const struct step steps[] = {
        {test_day("2021-03-01"), 30 * AMOUNT_ONE, {{"", "", ""}}},
        {test_day("2021-08-01"), 75 * AMOUNT_ONE, {{"", "", ""}}},
    };
    struct target target = test_target(MEASURE_MILESTONE, 100);
    target.pace = PACE_STEPS;
    target.steps = steps;
    target.step_count = 2;
    expect(planned(target, "2021-02-28"), 0);
    expect(planned(target, "2021-03-01"), 0.30);
    expect(planned(target, "2021-07-31"), 0.30);
    expect(planned(target, "2021-08-01"), 0.75);
    expect(planned(target, "2021-12-30"), 0.75);
    expect(planned(target, "2021-12-31"), 1);
}

/* A step may be reached on the first day, but counts on no day before the start. */
static void steps_on_the_first_day_and_before(void **state)
{
    (void)state;
    const struct step steps[] = {
        {test_day("2020-12-01"), 5 * AMOUNT_ONE, {{"", "", ""}}},
        {test_day("2021-01-01"), 10 * AMOUNT_ONE, {{"", "", ""}}},
    };
    struct target target = test_target(MEASURE_MILESTONE, 100);
    target.pace = PACE_STEPS;
    target.steps = steps;
    target.step_count = 2;
    expect(planned(target, "2020-12-31"), 0);
    expect(planned(target, "2021-01-01"), 0.10);
}

static void a_pace_that_is_all_at_the_end(void **state)
{
    (void)state;
    struct target target = test_target(MEASURE_MILESTONE, 100);
    target.pace = PACE_END;
    expect(planned(target, "2021-12-30"), 0);
    expect(planned(target, "2021-12-31"), 1);
}

static void the_actual_share(void **state)
{
    (void)state;
    static const struct {
        enum measure measure;
        double goal, baseline, actual, share; /* baseline < 0: none */
    } rows[] = {
        {MEASURE_SUM, 6590, -1, 4215, 4215.0 / 6590},
        {MEASURE_SUM, 100, -1, 250, 1},
        {MEASURE_SUM, 100, 40, 70, 0.5},
        {MEASURE_SUM, 100, 40, 10, 0},
        {MEASURE_SUM, 40, 40, 39, 0},
        {MEASURE_SUM, 40, 40, 40, 1},
        {MEASURE_SUM, 0, -1, 0, 1},
        {MEASURE_SUM, 40, 60, 50, 1}, /* the baseline is past the goal: no way to measure */
        {MEASURE_SUM, 40, 60, 39, 0},
        {MEASURE_AT_MOST, 48, 56, 52, 0.5},
        {MEASURE_AT_MOST, 48, 56, 60, 0},
        {MEASURE_AT_MOST, 48, 56, 40, 1},
        {MEASURE_AT_MOST, 48, 48, 48, 1},
        {MEASURE_AT_MOST, 48, 48, 49, 0},
        {MEASURE_AT_MOST, 48, 40, 44, 1},
        {MEASURE_AT_MOST, 48, 40, 49, 0},
        {MEASURE_AT_MOST, 48, -1, 49, 0},
        {MEASURE_AT_MOST, 48, -1, 48, 1},
        {MEASURE_CAP, 0, -1, 0, 1},
        {MEASURE_CAP, 0, -1, 1, 0},
        {MEASURE_CAP, 3, -1, 3, 1},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct target target = test_target(rows[i].measure, rows[i].goal);
        if (rows[i].baseline >= 0)
            target.baseline = amount_from_double(rows[i].baseline);
        expect(standing_actual_share(&target, amount_from_double(rows[i].actual)), rows[i].share);
    }
    struct target target = test_target(MEASURE_MEAN, 100);
    expect(standing_actual_share(&target, AMOUNT_NONE), NAN);
    target.goal_min = AMOUNT_NONE;
    expect(standing_actual_share(&target, AMOUNT_ONE), NAN);
}

static struct verdict verdict_of(enum standing standing, double actual, double plan)
{
    return (struct verdict){.standing = standing, .actual_share = actual, .planned_share = plan};
}

static void the_worst_wins_and_weights_count(void **state)
{
    (void)state;
    struct target light = test_target(MEASURE_SUM, 1), heavy = light;
    heavy.weight = 3;
    struct verdict done = verdict_of(STANDING_DONE, 1, 0.5);
    struct verdict late = verdict_of(STANDING_OVERDUE, 0.2, 1);
    struct verdict none = verdict_of(STANDING_NO_GOAL, NAN, NAN);
    struct rollup rollup = rollup_start();
    assert_int_equal(rollup.worst, STANDING_NO_GOAL);
    expect(rollup.share, NAN);
    rollup_add(&rollup, &heavy, &done);
    rollup_add(&rollup, &light, &late);
    rollup_add(&rollup, &light, &none);
    assert_int_equal(rollup.worst, STANDING_OVERDUE);
    assert_int_equal(rollup.total, 3);
    assert_int_equal(rollup.counts[STANDING_DONE], 1);
    assert_int_equal(rollup.counts[STANDING_OVERDUE], 1);
    assert_int_equal(rollup.counts[STANDING_NO_GOAL], 1);
    expect(rollup.share, (3 * 1 + 1 * 0.2) / 4);
    expect(rollup.planned, (3 * 0.5 + 1 * 1) / 4);
    assert_false(rollup.veto);
}

static void a_breach_vetoes_only_where_the_plan_says_so(void **state)
{
    (void)state;
    struct target plain = test_target(MEASURE_CAP, 0), veto = plain;
    veto.veto = true;
    struct verdict breach = verdict_of(STANDING_BREACHED, 0, 1);
    struct verdict held = verdict_of(STANDING_ON_TRACK, 1, 1);
    struct rollup rollup = rollup_start();
    rollup_add(&rollup, &plain, &breach);
    rollup_add(&rollup, &veto, &held);
    assert_false(rollup.veto);
    rollup_add(&rollup, &veto, &breach);
    assert_true(rollup.veto);
}

static void a_merge_keeps_the_worst_of_both(void **state)
{
    (void)state;
    struct target plain = test_target(MEASURE_SUM, 1), veto = test_target(MEASURE_CAP, 0);
    veto.veto = true;
    struct verdict done = verdict_of(STANDING_DONE, 1, 1);
    struct verdict breach = verdict_of(STANDING_BREACHED, 0, 1);
    struct rollup good = rollup_start(), bad = rollup_start(), empty = rollup_start();
    rollup_add(&good, &plain, &done);
    rollup_add(&bad, &veto, &breach);

    struct rollup sum = good;
    rollup_merge(&sum, &empty); /* nothing changes nothing */
    assert_memory_equal(&sum, &good, sizeof(sum));
    rollup_merge(&sum, &bad);
    assert_int_equal(sum.worst, STANDING_BREACHED);
    assert_true(sum.veto);
    expect(sum.share, 0.5);
    rollup_merge(&sum, &good); /* a good one hides nothing */
    assert_int_equal(sum.worst, STANDING_BREACHED);
    assert_true(sum.veto);
    assert_int_equal(sum.total, 3);

    rollup_merge(&empty, &empty);
    assert_int_equal(empty.worst, STANDING_NO_GOAL);
    assert_int_equal(empty.total, 0);
    expect(empty.share, NAN);
    expect(empty.planned, NAN);
    rollup_merge(&empty, &good); /* which is all there is then */
    assert_int_equal(empty.worst, STANDING_DONE);
}

/* Any order of adding, and any grouping, gives the same rollup. */
static void order_and_grouping_do_not_matter(void **state)
{
    (void)state;
    unsigned short seed[3] = {2021, 9, 15};
    struct target target = test_target(MEASURE_SUM, 1);
    for (int round = 0; round < 200; round++) {
        struct rollup forward = rollup_start(), backward = rollup_start();
        struct rollup left = rollup_start(), right = rollup_start();
        struct verdict verdicts[12];
        for (int i = 0; i < 12; i++)
            verdicts[i] = verdict_of((enum standing)(nrand48(seed) % STANDING_TOTAL),
                                     (double)(nrand48(seed) % 5) / 4, 0.5);
        for (int i = 0; i < 12; i++) {
            rollup_add(&forward, &target, &verdicts[i]);
            rollup_add(&backward, &target, &verdicts[11 - i]);
            rollup_add(i < 5 ? &left : &right, &target, &verdicts[i]);
        }
        rollup_merge(&right, &left);
        assert_int_equal(forward.worst, backward.worst);
        assert_int_equal(forward.worst, right.worst);
        assert_memory_equal(forward.counts, backward.counts, sizeof(forward.counts));
        assert_memory_equal(forward.counts, right.counts, sizeof(forward.counts));
        expect(forward.share, backward.share);
        expect(forward.share, right.share);
    }
}

/* Of a measure that grows, more never stands worse. */
static void more_is_never_worse(void **state)
{
    (void)state;
    struct target target = test_target(MEASURE_SUM, 100);
    for (daynum day = target.starts; day < target.due + 40; day += 13) {
        enum standing worst = STANDING_BREACHED;
        for (int value = 0; value <= 110; value++) {
            const struct point point = {day, tally_of(0, value * AMOUNT_ONE, AMOUNT_NONE)};
            const struct figures figures = {&point, 1};
            enum standing now = standing_judge(&target, &figures, day).standing;
            if (now < worst)
                fail_msg("day %d: %d stands worse than %d", day, value, value - 1);
            worst = now;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_even_pace),
        cmocka_unit_test(a_pace_by_steps),
        cmocka_unit_test(steps_on_the_first_day_and_before),
        cmocka_unit_test(a_pace_that_is_all_at_the_end),
        cmocka_unit_test(the_actual_share),
        cmocka_unit_test(the_worst_wins_and_weights_count),
        cmocka_unit_test(a_breach_vetoes_only_where_the_plan_says_so),
        cmocka_unit_test(a_merge_keeps_the_worst_of_both),
        cmocka_unit_test(order_and_grouping_do_not_matter),
        cmocka_unit_test(more_is_never_worse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
