#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <string.h>

#include "../support/model_plan.h"
#include "../support/model_target.h"
#include "duban/board.h"
#include "duban/buf.h"

/* The fixture judged on a day. */
static struct board judged(struct arena *arena, const char *day)
{
    const struct plan *plan = model_fixture_plan(arena);
    return board_make(plan, model_fixture_figures(plan, arena), test_day(day), arena);
}

static const struct {
    const char *target, *actual, *standing, *rule;
} expected[] = {
    {"1.1", "5500", "on_track", "on_track"},      {"1.2", "1", "lagging", "spi"},
    {"1.3", "96.428571", "done", "goal_reached"}, {"1.4", "86", "due_soon", "due_soon"},
    {"2.1", "60", "on_track", "on_track"},        {"2.2", "80", "overdue", "past_due"},
    {"2.3", "2", "on_track", "on_track"},         {"2.4", "6.5", "silent", "no_report"},
    {"3.1", "1", "breached", "cap_passed"},       {"3.2", "12", "no_goal", "no_goal"},
    {"3.3", "0", "not_started", "before_start"},  {"3.4", "2", "on_track", "on_track"},
    {"3.5", "40", "on_track", "on_track"},
};

static void every_target_of_the_fixture(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = judged(&arena, "2021-09-15");
    assert_int_equal(board.plan->target_count, COUNT_OF(expected));
    for (size_t i = 0; i < COUNT_OF(expected); i++) {
        char text[AMOUNT_TEXT_MAX];
        const struct verdict *verdict = &board.verdicts[i];
        if (strcmp(board.plan->targets[i].code, expected[i].target) != 0 ||
            strcmp(amount_format(verdict->actual, text), expected[i].actual) != 0 ||
            strcmp(standing_word(verdict->standing), expected[i].standing) != 0 ||
            strcmp(rule_word(verdict->rule), expected[i].rule) != 0)
            fail_msg("target %s: actual %s, %s by %s", expected[i].target, text,
                     standing_word(verdict->standing), rule_word(verdict->rule));
    }
    arena_free(&arena);
}

static void every_standing_is_in_the_fixture(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = judged(&arena, "2021-09-15");
    for (int i = 0; i < STANDING_TOTAL; i++) {
        if (board.total.counts[i] == 0)
            fail_msg("no target is %s", standing_word((enum standing)i));
    }
    arena_free(&arena);
}

static void items_and_sections_show_their_worst(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = judged(&arena, "2021-09-15");
    assert_int_equal(board.items[0].worst, STANDING_LAGGING);
    assert_int_equal(board.items[1].worst, STANDING_OVERDUE);
    assert_int_equal(board.items[2].worst, STANDING_BREACHED);
    assert_int_equal(board.sections[0].worst, STANDING_OVERDUE);
    assert_int_equal(board.sections[1].worst, STANDING_BREACHED);
    assert_int_equal(board.total.worst, STANDING_BREACHED);

    assert_false(board.items[0].veto);
    assert_false(board.sections[0].veto);
    assert_true(board.items[2].veto);
    assert_true(board.sections[1].veto);
    assert_true(board.total.veto);

    assert_int_equal(board.sections[0].total, 8);
    assert_int_equal(board.sections[1].total, 5);
    assert_int_equal(board.total.total, 13);
    assert_int_equal(board.total.counts[STANDING_ON_TRACK], 5);
    arena_free(&arena);
}

/* A veto turns its section when it is breached, not by being late. */
static void only_a_breach_is_a_veto(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct plan *plan = model_fixture_plan(&arena);
    int charter = plan_target(plan, SV("2.2"));
    plan->targets[charter].veto = true;
    struct board board =
        board_make(plan, model_fixture_figures(plan, &arena), model_day("2021-09-15"), &arena);
    assert_int_equal(board.verdicts[charter].standing, STANDING_OVERDUE);
    assert_false(board.sections[0].veto);
    assert_true(board.sections[1].veto);
    arena_free(&arena);
}

/* Item 3: 3.1 passed its cap (a 0), 3.2 has no goal, 3.3 has 0 of 100, 3.4 keeps its level (1),
 * 3.5 has 40 of 100: (0 + 0 + 1 + 0.4) / 4. Planned: 257 of 364 days for 3.1 and 3.4, nothing yet
 * for 3.3 and 3.5. */
static void share_of_an_item(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = judged(&arena, "2021-09-15");
    assert_true(fabs(board.items[2].share - 1.4 / 4) < 1e-9);
    assert_true(fabs(board.items[2].planned - 2 * (257.0 / 364) / 4) < 1e-9);
    arena_free(&arena);
}

static void another_day_is_judged_by_what_was_known_then(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = judged(&arena, "2021-08-29");
    int accidents = plan_target(board.plan, SV("3.1"));
    assert_true(board.verdicts[accidents].actual == AMOUNT_NONE);
    assert_int_equal(board.verdicts[accidents].last_report, DAY_NONE);
    assert_false(board.sections[1].veto);
    assert_int_equal(board.as_of, test_day("2021-08-29"));
    arena_free(&arena);
}

/* The codes of the targets that need attention, in order, each with a blank behind it. */
static void check_attention(const struct board *board, bool with_due_soon, const char *codes)
{
    struct arena arena = {0};
    struct buf got = {0};
    const int *targets;
    size_t count = board_attention(board, with_due_soon, &arena, &targets);
    for (size_t i = 0; i < count; i++)
        buf_printf(&got, "%s ", board->plan->targets[targets[i]].code);
    assert_string_equal(buf_text(&got), codes);
    buf_free(&got);
    arena_free(&arena);
}

static void attention_is_worst_first(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = judged(&arena, "2021-09-15");
    check_attention(&board, false, "3.1 2.2 1.2 2.4 ");
    check_attention(&board, true, "3.1 2.2 1.2 2.4 1.4 ");
    arena_free(&arena);
}

/* In 2022 all that is not done is overdue: longest first, the plan's order among equals. */
static void attention_puts_the_longest_overdue_first(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = judged(&arena, "2022-01-10");
    check_attention(&board, true, "3.1 2.2 1.4 1.1 1.2 2.1 2.4 3.3 3.5 ");
    arena_free(&arena);
}

static void an_empty_plan_has_an_empty_board(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct school district = {
        .code = DISTRICT_CODE, .name = {{"", "", ""}}, .kind = -1, .town = -1};
    struct plan plan = {.schools = &district, .school_count = 1};
    struct figures none = {0};
    plan_finish(&plan, &arena);
    struct board board = board_make(&plan, &none, test_day("2021-09-15"), &arena);
    assert_int_equal(board.total.total, 0);
    assert_int_equal(board.total.worst, STANDING_NO_GOAL); /* nothing is done of nothing */
    assert_true(isnan(board.total.share));
    check_attention(&board, true, "");
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_target_of_the_fixture),
        cmocka_unit_test(every_standing_is_in_the_fixture),
        cmocka_unit_test(items_and_sections_show_their_worst),
        cmocka_unit_test(only_a_breach_is_a_veto),
        cmocka_unit_test(share_of_an_item),
        cmocka_unit_test(another_day_is_judged_by_what_was_known_then),
        cmocka_unit_test(attention_is_worst_first),
        cmocka_unit_test(attention_puts_the_longest_overdue_first),
        cmocka_unit_test(an_empty_plan_has_an_empty_board),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
