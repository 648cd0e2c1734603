/* What holds of every target and every year of reports: made up by a seeded generator, so that a
 * failure comes again with the same round. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/model_plan.h"
#include "../support/model_target.h"
#include "duban/board.h"

enum { ROUNDS = 2000, POINTS_MAX = 20, PERIOD = 364 };

struct dice {
    unsigned short state[3];
};

static struct dice dice_of(int round)
{
    return (struct dice){{2021, 915, (unsigned short)round}};
}

/* 0 .. sides - 1 */
static int roll(struct dice *dice, int sides)
{
    return (int)(nrand48(dice->state) % sides);
}

static const struct step steps[] = {
    {18687, 20 * AMOUNT_ONE, {{"", "", ""}}}, /* 2021-03-01 */
    {18779, 55 * AMOUNT_ONE, {{"", "", ""}}}, /* 2021-06-01 */
    {18901, 80 * AMOUNT_ONE, {{"", "", ""}}}, /* 2021-10-01 */
};

static struct target any_target(struct dice *dice)
{
    struct target target = test_target((enum measure)roll(dice, MEASURE_TOTAL), roll(dice, 100));
    target.pace = (enum pace)roll(dice, PACE_TOTAL);
    target.steps = steps;
    target.step_count = COUNT_OF(steps);
    target.scope_size = (size_t)roll(dice, 6);
    if (roll(dice, 8) == 0)
        target.goal_min = AMOUNT_NONE;
    if (roll(dice, 3) == 0)
        target.baseline = roll(dice, 100) * AMOUNT_ONE;
    target.due = target.starts + roll(dice, PERIOD);
    target.thresholds.reporting_days = 1 + roll(dice, 60);
    return target;
}

static struct tally any_tally(struct dice *dice)
{
    amount of = roll(dice, 2) ? roll(dice, 200) * AMOUNT_ONE : AMOUNT_NONE;
    return tally_of(roll(dice, 3), roll(dice, 120) * AMOUNT_ONE / (1 + roll(dice, 4)), of);
}

static struct figures any_figures(struct dice *dice, const struct target *target,
                                  struct point points[POINTS_MAX])
{
    size_t count = (size_t)roll(dice, POINTS_MAX);
    daynum day = target->starts - roll(dice, 60);
    for (size_t i = 0; i < count; i++) {
        points[i] = (struct point){day, any_tally(dice)};
        day += 1 + roll(dice, 40);
    }
    return (struct figures){points, count};
}

static bool same(double a, double b)
{
    return isnan(a) ? isnan(b) : a == b;
}

static bool is_share(double share)
{
    return isnan(share) || (share >= 0 && share <= 1);
}

static void every_verdict_keeps_its_bounds(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct dice dice = dice_of(round);
        struct target target = any_target(&dice);
        struct point points[POINTS_MAX];
        struct figures figures = any_figures(&dice, &target, points);
        daynum as_of = target.starts - 30 + roll(&dice, 450);
        struct verdict verdict = standing_judge(&target, &figures, as_of);
        bool no_goal = target.goal_min == AMOUNT_NONE;
        if (!is_share(verdict.planned_share) || !is_share(verdict.actual_share) ||
            isnan(verdict.planned_share) != no_goal ||
            (verdict.standing == STANDING_NO_GOAL) != no_goal)
            fail_msg("round %d: shares %f and %f", round, verdict.planned_share,
                     verdict.actual_share);
        if (verdict.forecast != DAY_NONE && verdict.forecast < as_of)
            fail_msg("round %d: a forecast in the past", round);
        if (verdict.last_report > as_of || verdict.days != target.due - as_of)
            fail_msg("round %d: dates", round);
        if (verdict.standing == STANDING_BREACHED && target.measure != MEASURE_CAP)
            fail_msg("round %d: only a cap is breached", round);
        if (as_of > target.due &&
            (verdict.standing == STANDING_LAGGING || verdict.standing == STANDING_ON_TRACK))
            fail_msg("round %d: still open after its due day", round);
    }
}

/* What is dated later is not seen: the past stays as it was judged. */
static void later_reports_change_nothing(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct dice dice = dice_of(round);
        struct target target = any_target(&dice);
        struct point points[POINTS_MAX];
        struct figures all = any_figures(&dice, &target, points), seen = all;
        daynum as_of = target.starts - 30 + roll(&dice, 450);
        while (seen.count > 0 && points[seen.count - 1].date > as_of)
            seen.count--;
        struct verdict a = standing_judge(&target, &all, as_of);
        struct verdict b = standing_judge(&target, &seen, as_of);
        if (a.rule != b.rule || a.actual != b.actual || a.forecast != b.forecast ||
            a.last_report != b.last_report || a.reporters != b.reporters || !same(a.spi, b.spi))
            fail_msg("round %d: %s, not %s", round, rule_word(a.rule), rule_word(b.rule));
    }
}

static void planned_never_falls(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS / 10; round++) {
        struct dice dice = dice_of(round);
        struct target target = any_target(&dice);
        double last = 0;
        for (daynum day = target.starts - 2; day <= target.due + 2; day++) {
            double now = standing_planned_share(&target, day);
            if (now < last)
                fail_msg("round %d: %f after %f", round, now, last);
            last = now;
        }
        assert_true(last == 1);
    }
}

/* One more in the newest report: never worse where the figure is to grow, never better for a cap.
 */
static void more_is_never_worse_nor_better_for_a_cap(void **state)
{
    (void)state;
    static const enum measure measures[] = {MEASURE_SUM, MEASURE_COUNT, MEASURE_MEAN,
                                            MEASURE_MILESTONE, MEASURE_CAP};
    for (int round = 0; round < ROUNDS; round++) {
        struct dice dice = dice_of(round);
        struct target target = any_target(&dice);
        target.measure = measures[roll(&dice, COUNT_OF(measures))];
        struct point points[POINTS_MAX];
        struct figures figures = any_figures(&dice, &target, points);
        if (figures.count == 0)
            continue;
        struct point *newest = &points[figures.count - 1];
        daynum as_of = newest->date + roll(&dice, 50);
        enum standing before = standing_judge(&target, &figures, as_of).standing;
        newest->tally.value += AMOUNT_ONE;
        newest->tally.reached += AMOUNT_ONE;
        enum standing after = standing_judge(&target, &figures, as_of).standing;
        if (target.measure == MEASURE_CAP ? after > before : after < before)
            fail_msg("round %d: %s with more is %s, not %s", round, measure_word(target.measure),
                     standing_word(after), standing_word(before));
    }
}

/* Totals do not depend on the order of the reports, and what was added can be taken out. */
static void totals_are_sums(void **state)
{
    (void)state;
    enum { REPORTS = 12 };
    for (int round = 0; round < ROUNDS / 10; round++) {
        struct dice dice = dice_of(round);
        struct tally reports[REPORTS], forward = {0}, backward = {0}, left = {0}, right = {0};
        for (int i = 0; i < REPORTS; i++)
            reports[i] = any_tally(&dice);
        for (int i = 0; i < REPORTS; i++) {
            forward = tally_add(forward, reports[i]);
            backward = tally_add(reports[REPORTS - 1 - i], backward);
            struct tally *half = roll(&dice, 2) ? &left : &right;
            *half = tally_add(*half, reports[i]);
        }
        struct tally both = tally_add(left, right), rest = tally_subtract(forward, right);
        assert_memory_equal(&forward, &backward, sizeof(forward));
        assert_memory_equal(&forward, &both, sizeof(forward));
        assert_memory_equal(&rest, &left, sizeof(rest));
    }
}

static enum standing worst_of(const struct board *board, int section)
{
    enum standing worst = STANDING_DONE;
    for (size_t t = 0; t < board->plan->target_count; t++) {
        int item = board->plan->targets[t].item;
        if (board->plan->items[item].section == section && board->verdicts[t].standing < worst)
            worst = board->verdicts[t].standing;
    }
    return worst;
}

static void check_attention(const struct board *board, struct arena *arena)
{
    const int *targets;
    size_t count = board_attention(board, true, arena, &targets), expected = 0;
    for (size_t t = 0; t < board->plan->target_count; t++)
        expected += standing_rag(board->verdicts[t].standing) >= RAG_AMBER;
    assert_int_equal(count, expected);
    for (size_t i = 1; i < count; i++) {
        const struct verdict *a = &board->verdicts[targets[i - 1]];
        const struct verdict *b = &board->verdicts[targets[i]];
        assert_true(a->standing <= b->standing);
        if (a->standing == b->standing)
            assert_true(a->days < b->days || (a->days == b->days && targets[i - 1] < targets[i]));
    }
}

/* Every day of the fixture's year: sections add up to the whole and hide nothing. */
static void boards_add_up(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct plan *plan = model_fixture_plan(&arena);
    const struct figures *figures = model_fixture_figures(plan, &arena);
    for (daynum day = plan->starts - 1; day <= plan->ends + 1; day++) {
        struct arena of_the_day = {0};
        struct board board = board_make(plan, figures, day, &of_the_day);
        int total = 0;
        for (size_t s = 0; s < plan->section_count; s++) {
            assert_int_equal(board.sections[s].worst, worst_of(&board, (int)s));
            total += board.sections[s].total;
        }
        assert_int_equal(total, plan->target_count);
        assert_int_equal(board.total.total, total);
        for (int i = 0; i < STANDING_TOTAL; i++)
            total -= board.total.counts[i];
        assert_int_equal(total, 0);
        check_attention(&board, &of_the_day);
        arena_free(&of_the_day);
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_verdict_keeps_its_bounds),
        cmocka_unit_test(later_reports_change_nothing),
        cmocka_unit_test(planned_never_falls),
        cmocka_unit_test(more_is_never_worse_nor_better_for_a_cap),
        cmocka_unit_test(totals_are_sums),
        cmocka_unit_test(boards_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
