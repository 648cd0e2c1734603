/* The lines of a target's year: what was planned, what came, what is to come. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/model_plan.h"
#include "duban/burnup.h"

static struct arena arena;

static struct board fixture(daynum as_of)
{
    const struct plan *plan = model_fixture_plan(&arena);
    return board_make(plan, model_fixture_figures(plan, &arena), as_of, &arena);
}

static struct burnup burnup_for(const struct board *board, const char *code)
{
    return burnup_of(board, (size_t)plan_target(board->plan, sv_from(code)));
}

static void it_spans_the_period_and_the_figures(void **state)
{
    (void)state;
    struct board board = fixture(model_fixture_as_of());
    struct burnup sum = burnup_for(&board, "1.1");
    assert_int_equal(sum.first, model_day("2021-01-01"));
    assert_true(sum.last >= model_day("2021-12-31"));
    assert_true(fabs(sum.low) < 1e-9 && fabs(sum.high - 6590) < 1e-9);
    struct burnup falls = burnup_for(&board, "2.4"); /* from 8 down to 5 */
    assert_true(falls.low >= 0 && falls.low < 5.1 && falls.high > 7.9);
    struct burnup none = burnup_for(&board, "3.2"); /* without a goal */
    assert_true(fabs(none.high - 12) < 1e-9);
    assert_true(isnan(burnup_planned(&none, board.as_of)));
    arena_free(&arena);
}

static void each_line_has_its_days(void **state)
{
    (void)state;
    struct board board = fixture(model_fixture_as_of());
    struct burnup sum = burnup_for(&board, "1.1");
    assert_true(isnan(burnup_planned(&sum, sum.first - 1)));
    assert_true(fabs(burnup_planned(&sum, model_day("2021-12-31")) - 6590) < 1e-9);
    assert_true(fabs(burnup_actual(&sum, board.as_of) - 5500) < 1e-9);
    assert_true(isnan(burnup_actual(&sum, board.as_of + 1)));
    assert_true(isnan(burnup_expected(&sum, board.as_of - 1)));
    assert_true(fabs(burnup_expected(&sum, board.as_of) - 5500) < 1e-9);
    daynum reached = sum.verdict->forecast;
    assert_true(reached > board.as_of && reached < DAY_NEVER);
    assert_true(fabs(burnup_expected(&sum, reached) - 6590) < 1e-6);
    assert_true(isnan(burnup_expected(&sum, reached + 1)));
    struct burnup cap = burnup_for(&board, "2.3");
    assert_true(burnup_is_limit(cap.target) && isnan(burnup_planned(&cap, board.as_of)));
    arena_free(&arena);
}

static void the_end_is_where_the_pace_leads(void **state)
{
    (void)state;
    struct target target = {.starts = 0, .due = 100};
    struct verdict verdict = {.actual_share = 0.5, .forecast = 130};
    /* Half is left and 80 days to do it; 50 of them are before the due day. */
    assert_true(fabs(burnup_end_share(&target, &verdict, 50) - (0.5 + 0.5 * 50 / 80)) < 1e-9);
    verdict.forecast = 100;
    assert_true(fabs(burnup_end_share(&target, &verdict, 50) - 1) < 1e-9);
    verdict.forecast = 75; /* reached is reached, not more */
    assert_true(fabs(burnup_end_share(&target, &verdict, 50) - 1) < 1e-9);
    verdict.forecast = DAY_NEVER;
    assert_true(fabs(burnup_end_share(&target, &verdict, 50) - 0.5) < 1e-9);
    assert_true(isnan(burnup_end_share(&target, &verdict, 100)));
    verdict.forecast = DAY_NONE;
    assert_true(isnan(burnup_end_share(&target, &verdict, 50)));
}

/* A forecast behind the due day is in the frame, but no further than a fifth of the period. */
static void it_shows_a_fifth_beyond_the_end(void **state)
{
    (void)state;
    static const struct {
        daynum forecast, last;
    } rows[] = {{DAY_NONE, 100}, {90, 100}, {110, 110}, {120, 120}, {121, 120}, {DAY_NEVER, 120}};
    struct target target = {.starts = 0, .due = 100, .goal_min = AMOUNT_ONE};
    const struct plan plan = {.targets = &target, .target_count = 1};
    const struct figures figures = {NULL, 0};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct verdict verdict = {.forecast = rows[i].forecast};
        const struct board board = {
            .plan = &plan, .as_of = 50, .verdicts = &verdict, .figures = &figures};
        assert_int_equal(burnup_of(&board, 0).last, rows[i].last);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_spans_the_period_and_the_figures),
        cmocka_unit_test(each_line_has_its_days),
        cmocka_unit_test(the_end_is_where_the_pace_leads),
        cmocka_unit_test(it_shows_a_fifth_beyond_the_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
