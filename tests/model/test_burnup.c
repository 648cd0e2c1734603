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
    struct verdict verdict = {.actual_share = 0.5, .forecast = 150};
    /* Half is left and 100 days to do it; 50 of them are before the due day. */
    assert_true(fabs(burnup_end_share(&target, &verdict, 50) - 0.75) < 1e-9);
    verdict.forecast = 100;
    assert_true(fabs(burnup_end_share(&target, &verdict, 50) - 1) < 1e-9);
    verdict.forecast = DAY_NEVER;
    assert_true(fabs(burnup_end_share(&target, &verdict, 50) - 0.5) < 1e-9);
    assert_true(isnan(burnup_end_share(&target, &verdict, 100)));
    verdict.forecast = DAY_NONE;
    assert_true(isnan(burnup_end_share(&target, &verdict, 50)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_spans_the_period_and_the_figures),
        cmocka_unit_test(each_line_has_its_days),
        cmocka_unit_test(the_end_is_where_the_pace_leads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
