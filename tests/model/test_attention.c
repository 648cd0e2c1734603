/* What needs care: one list, worst first, with gaps and next steps worked out by hand. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/model_plan.h"
#include "../support/report_board.h"
#include "duban/attention.h"
#include "duban/buf.h"

static struct problem problem(int64_t id, int target, const char *due)
{
    return (struct problem){.id = id,
                            .target = target,
                            .school = -1,
                            .noted = model_day("2021-03-01"),
                            .due = due ? model_day(due) : DAY_NONE,
                            .closed = DAY_NONE,
                            .reopened = DAY_NONE,
                            .text = "no land",
                            .owner = "Works",
                            .remedy = ""};
}

struct fixture {
    struct arena arena;
    struct board board;
    const struct care *list;
    size_t count;
};

static struct fixture list_of(const struct problem *rows, size_t count)
{
    struct fixture fixture = {0};
    fixture.board = report_board(&fixture.arena);
    const struct problems problems = {rows, count};
    fixture.count = attention_make(&fixture.board, &problems, &fixture.arena, &fixture.list);
    return fixture;
}

/* Targets by their codes, problems by their numbers. */
static void expect_order(const struct fixture *fixture, const char *want)
{
    struct buf got = {0};
    for (size_t i = 0; i < fixture->count; i++) {
        const struct care *care = &fixture->list[i];
        if (care->problem)
            buf_printf(&got, "#%d ", (int)care->problem->id);
        else
            buf_printf(&got, "%s ", fixture->board.plan->targets[care->target].code);
    }
    assert_string_equal(buf_text(&got), want);
    buf_free(&got);
}

/* 2.2 is 77 days over on 2021-09-15; a problem due on 2021-06-01 is 106, on 2021-07-10 67. */
static void overdue_problems_stand_among_overdue_targets(void **state)
{
    (void)state;
    const struct problem rows[] = {problem(1, 0, "2021-06-01"), problem(2, 0, "2021-06-30"),
                                   problem(3, -1, "2021-07-10"), problem(4, 0, "2021-09-15"),
                                   problem(5, 0, NULL)};
    struct fixture fixture = list_of(rows, COUNT_OF(rows));
    expect_order(&fixture, "3.1 #1 2.2 #2 #3 1.2 2.4 ");
    assert_int_equal(fixture.list[1].days, -106);
    assert_string_equal(fixture.list[1].owner, "Works");
    assert_int_equal(fixture.list[4].target, -1);
    for (size_t i = 0; i < fixture.count; i++)
        assert_int_equal(attention_is_finding(&fixture.list[i]), i < 6);
    arena_free(&fixture.arena);
}

/* Gap: goal - actual. 3.1: 0 - 1; 2.2: 100 - 80; 1.2: 4 - 1, over 107 days; 2.4: 5 - (7 + 6) / 2.
 */
static void gaps_by_hand(void **state)
{
    (void)state;
    static const struct {
        double gap, weekly;
    } want[] = {{-1, NAN}, {20, NAN}, {3, 3 * 7 / 107.0}, {-1.5, -1.5 * 7 / 107}};
    struct fixture fixture = list_of(NULL, 0);
    expect_order(&fixture, "3.1 2.2 1.2 2.4 ");
    for (size_t i = 0; i < COUNT_OF(want); i++) {
        assert_true(fixture.list[i].gap == amount_from_double(want[i].gap));
        assert_true(isnan(want[i].weekly) ? isnan(fixture.list[i].weekly)
                                          : fabs(fixture.list[i].weekly - want[i].weekly) < 1e-9);
        assert_int_equal(fixture.list[i].next, NEXT_RULE);
        assert_string_equal(fixture.list[i].owner, "Planning");
    }
    arena_free(&fixture.arena);
}

static void an_open_problem_comes_next_but_not_a_closed_one(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    int schools = plan_target(board.plan, SV("1.2"));
    arena_free(&arena);
    struct problem rows[] = {problem(1, schools, "2021-10-01"), problem(2, schools, "2021-11-01")};
    rows[0].closed = model_day("2021-09-15");
    struct fixture fixture = list_of(rows, COUNT_OF(rows));
    expect_order(&fixture, "3.1 2.2 1.2 2.4 ");
    assert_int_equal(fixture.list[2].next, NEXT_PROBLEM);
    assert_int_equal(fixture.list[2].open->id, 2);
    arena_free(&fixture.arena);
}

/* An overdue problem is an open one. */
static void an_overdue_problem_comes_next_too(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    int schools = plan_target(board.plan, SV("1.2"));
    arena_free(&arena);
    const struct problem row = problem(1, schools, "2021-09-14");
    struct fixture fixture = list_of(&row, 1);
    expect_order(&fixture, "3.1 2.2 #1 1.2 2.4 ");
    assert_int_equal(fixture.list[3].next, NEXT_PROBLEM);
    assert_int_equal(fixture.list[3].open->id, 1);
    arena_free(&fixture.arena);
}

/* What is equally late goes by target, problems behind it by their numbers. */
static void ties_go_by_target_and_number(void **state)
{
    (void)state;
    const struct problem rows[] = {problem(9, 3, "2021-06-30"), problem(8, 1, "2021-06-30"),
                                   problem(7, 1, "2021-06-30")};
    struct fixture fixture = list_of(rows, COUNT_OF(rows));
    expect_order(&fixture, "3.1 2.2 #7 #8 #9 1.2 2.4 ");
    arena_free(&fixture.arena);
}

/* 2.1 has 60 of 100 in 2022: its steps of 20 and 50 are reached, that of 80 is not; it goes before
 * the open problem. */
static void a_dated_step_comes_first(void **state)
{
    (void)state;
    struct fixture fixture = {0};
    size_t count;
    const struct plan *plan = model_fixture_plan(&fixture.arena);
    const struct model_report *reports = model_fixture_reports(&count);
    const struct figures *figures = model_figures_of(plan, reports, count, &fixture.arena);
    int rules = plan_target(plan, SV("2.1"));
    const struct problem row = problem(1, rules, "2022-02-01");
    fixture.board = board_make(plan, figures, model_day("2022-01-10"), &fixture.arena);
    fixture.count =
        attention_make(&fixture.board, &(struct problems){&row, 1}, &fixture.arena, &fixture.list);
    const struct care *care = NULL;
    for (size_t i = 0; i < fixture.count; i++) {
        if (fixture.list[i].target == rules)
            care = &fixture.list[i];
    }
    assert_non_null(care);
    assert_int_equal(care->next, NEXT_STEP);
    assert_string_equal(care->step->name.in[LANG_EN], "Final text");
    assert_null(care->open);
    arena_free(&fixture.arena);
}

/* A step whose part is reached to the point is not the next one: 50 of 100 reached, the step of 80
 * comes. */
static void a_step_that_is_just_reached_is_done(void **state)
{
    (void)state;
    static const struct model_report report = {"2.1", "district", "2021-07-01", 50, -1};
    struct fixture fixture = {0};
    const struct plan *plan = model_fixture_plan(&fixture.arena);
    const struct figures *figures = model_figures_of(plan, &report, 1, &fixture.arena);
    fixture.board = board_make(plan, figures, model_day("2022-01-10"), &fixture.arena);
    fixture.count =
        attention_make(&fixture.board, &(struct problems){NULL, 0}, &fixture.arena, &fixture.list);
    int rules = plan_target(plan, SV("2.1")), seen = 0;
    for (size_t i = 0; i < fixture.count; i++) {
        if (fixture.list[i].target != rules)
            continue;
        assert_string_equal(fixture.list[i].step->name.in[LANG_EN], "Final text");
        seen++;
    }
    assert_int_equal(seen, 1);
    arena_free(&fixture.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(overdue_problems_stand_among_overdue_targets),
        cmocka_unit_test(gaps_by_hand),
        cmocka_unit_test(an_open_problem_comes_next_but_not_a_closed_one),
        cmocka_unit_test(an_overdue_problem_comes_next_too),
        cmocka_unit_test(ties_go_by_target_and_number),
        cmocka_unit_test(a_step_that_is_just_reached_is_done),
        cmocka_unit_test(a_dated_step_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
