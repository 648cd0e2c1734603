/* What changed between two days of the fixture, target by target as its reports say. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/model_plan.h"
#include "duban/compare.h"

static struct board board_on(const char *day, struct arena *arena)
{
    const struct plan *plan = model_fixture_plan(arena);
    return board_make(plan, model_fixture_figures(plan, arena), model_day(day), arena);
}

static const struct target_change *change_of(const struct comparison *comparison, const char *code)
{
    return &comparison->targets[plan_target(comparison->now->plan, sv_from(code))];
}

static void trends_go_by_trouble(void **state)
{
    (void)state;
    assert_int_equal(trend_of(STANDING_OVERDUE, STANDING_BREACHED), TREND_WORSE);
    assert_int_equal(trend_of(STANDING_LAGGING, STANDING_OVERDUE), TREND_WORSE);
    assert_int_equal(trend_of(STANDING_ON_TRACK, STANDING_DUE_SOON), TREND_WORSE);
    assert_int_equal(trend_of(STANDING_SILENT, STANDING_DUE_SOON), TREND_BETTER);
    assert_int_equal(trend_of(STANDING_LAGGING, STANDING_ON_TRACK), TREND_BETTER);
    /* Who falls silent is not better off, nor worse. */
    assert_int_equal(trend_of(STANDING_LAGGING, STANDING_SILENT), TREND_SAME);
    assert_int_equal(trend_of(STANDING_SILENT, STANDING_LAGGING), TREND_SAME);
    assert_int_equal(trend_of(STANDING_ON_TRACK, STANDING_SILENT), TREND_WORSE);
    assert_int_equal(trend_of(STANDING_ON_TRACK, STANDING_DONE), TREND_BETTER);
    assert_int_equal(trend_of(STANDING_DONE, STANDING_ON_TRACK), TREND_WORSE);
    /* No trouble is no trouble: what starts, or has no goal, has not become worse. */
    assert_int_equal(trend_of(STANDING_NOT_STARTED, STANDING_ON_TRACK), TREND_SAME);
    assert_int_equal(trend_of(STANDING_ON_TRACK, STANDING_NO_GOAL), TREND_SAME);
    for (enum standing i = 0; i < STANDING_TOTAL; i++)
        assert_int_equal(trend_of(i, i), TREND_SAME);
}

static void each_target_says_what_became_of_it(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board june = board_on("2021-06-30", &arena), september = board_on("2021-09-15", &arena);
    struct comparison since = compare_boards(&june, &september, NULL, &arena);
    /* 2.2 is due on 30 June: on that day itself p is 1 and 80 of 100 lag; then it is overdue. */
    assert_int_equal(change_of(&since, "2.2")->before, STANDING_LAGGING);
    assert_int_equal(change_of(&since, "2.2")->trend, TREND_WORSE);
    assert_true(change_of(&since, "2.2")->newly_overdue);
    assert_false(change_of(&since, "2.2")->newly_done);
    /* 1.3 was at 45 of 50 + 1 school without a report: 45 / 51 = 88 % of the 95 %. */
    assert_true(change_of(&since, "1.3")->newly_done);
    assert_int_equal(change_of(&since, "1.3")->trend, TREND_BETTER);
    assert_int_equal(change_of(&since, "1.3")->actual_before, 88235294);
    /* 1.1: 3700 of 6590 then, 5500 now: 1800 / 6590 = 0.27314 of the goal more. */
    assert_int_equal(change_of(&since, "1.1")->actual_before, 3700 * AMOUNT_ONE);
    assert_true(fabs(change_of(&since, "1.1")->share - 1800.0 / 6590) < 1e-12);
    /* 3.1 had never been reported on, and is breached. */
    assert_int_equal(change_of(&since, "3.1")->before, STANDING_SILENT);
    assert_int_equal(change_of(&since, "3.1")->trend, TREND_WORSE);
    assert_false(change_of(&since, "3.1")->newly_overdue);
    assert_true(isnan(change_of(&since, "3.2")->share)); /* no goal, no share */
    arena_free(&arena);
}

static void counts_add_up_from_target_to_plan(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board june = board_on("2021-06-30", &arena), september = board_on("2021-09-15", &arena);
    struct comparison since = compare_boards(&june, &september, NULL, &arena);
    const struct plan *plan = september.plan;
    int better = 0, worse = 0, overdue = 0, done = 0, of_sections = 0, of_items = 0;
    for (size_t t = 0; t < plan->target_count; t++) {
        better += since.targets[t].trend == TREND_BETTER;
        worse += since.targets[t].trend == TREND_WORSE;
        overdue += since.targets[t].newly_overdue;
        done += since.targets[t].newly_done;
    }
    for (size_t s = 0; s < plan->section_count; s++)
        of_sections += since.sections[s].worse;
    for (size_t i = 0; i < plan->item_count; i++)
        of_items += since.items[i].worse;
    assert_int_equal(since.total.better, better);
    assert_int_equal(since.total.worse, worse);
    assert_int_equal(of_sections, worse);
    assert_int_equal(of_items, worse);
    assert_int_equal(since.total.newly_overdue, overdue);
    assert_int_equal(since.total.newly_done, done);
    assert_int_equal(since.total.newly_overdue, 1);
    assert_int_equal(since.total.newly_done, 1);
    assert_int_equal(since.total.trend, TREND_WORSE); /* the veto's breach is the worst of all */
    assert_true(fabs(since.total.share - (september.total.share - june.total.share)) < 1e-12);
    arena_free(&arena);
}

/* Of a part, only its own targets count: 2.2 alone fell overdue. */
static void only_what_is_shown_counts(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board june = board_on("2021-06-30", &arena), september = board_on("2021-09-15", &arena);
    bool *shown = arena_array(&arena, september.plan->target_count, sizeof(*shown));
    shown[plan_target(september.plan, SV("2.2"))] = true;
    struct comparison since = compare_boards(&june, &september, shown, &arena);
    assert_int_equal(since.total.worse, 1);
    assert_int_equal(since.total.better, 0);
    assert_int_equal(since.total.newly_overdue, 1);
    assert_int_equal(since.total.newly_done, 0);
    arena_free(&arena);
}

static void a_day_and_itself_are_the_same(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board one = board_on("2021-09-15", &arena), other = board_on("2021-09-15", &arena);
    struct comparison since = compare_boards(&one, &other, NULL, &arena);
    assert_int_equal(since.total.better + since.total.worse, 0);
    assert_int_equal(since.total.newly_overdue + since.total.newly_done, 0);
    assert_true(since.total.share == 0);
    arena_free(&arena);
}

/* Turned round, better is worse, and the change of share has the other sign. */
static void the_other_way_round_is_the_opposite(void **state)
{
    (void)state;
    static const char *const days[] = {"2021-01-01", "2021-03-31", "2021-06-30",
                                       "2021-09-15", "2021-12-31", "2022-01-01"};
    struct arena arena = {0};
    for (size_t a = 0; a < COUNT_OF(days); a++) {
        for (size_t b = 0; b < COUNT_OF(days); b++) {
            struct board one = board_on(days[a], &arena), other = board_on(days[b], &arena);
            struct comparison there = compare_boards(&one, &other, NULL, &arena);
            struct comparison back = compare_boards(&other, &one, NULL, &arena);
            assert_int_equal(there.total.better, back.total.worse);
            assert_int_equal(there.total.worse, back.total.better);
            for (size_t t = 0; t < one.plan->target_count; t++) {
                double sum = there.targets[t].share + back.targets[t].share;
                assert_true(isnan(sum) || fabs(sum) < 1e-12);
            }
        }
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(trends_go_by_trouble),
        cmocka_unit_test(each_target_says_what_became_of_it),
        cmocka_unit_test(counts_add_up_from_target_to_plan),
        cmocka_unit_test(only_what_is_shown_counts),
        cmocka_unit_test(a_day_and_itself_are_the_same),
        cmocka_unit_test(the_other_way_round_is_the_opposite),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
