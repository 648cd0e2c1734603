/* The burn-up chart and the sparkline, as cells. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/model_plan.h"
#include "ui/chart.h"

static void expect_chart(const char *code, const char *expected)
{
    struct arena arena = {0};
    struct buf dump = {0};
    const struct plan *plan = model_fixture_plan(&arena);
    struct board board =
        board_make(plan, model_fixture_figures(plan, &arena), model_fixture_as_of(), &arena);
    struct burnup burnup = burnup_of(&board, (size_t)plan_target(plan, sv_from(code)));
    struct canvas *canvas = canvas_new(13, 60);
    chart_draw(canvas, &burnup, 0, 0, 13, 60);
    canvas_dump(canvas, false, &dump);
    assert_string_equal(buf_text(&dump), expected);
    canvas_free(canvas);
    buf_free(&dump);
    arena_free(&arena);
}

static void a_sum_climbs_to_its_goal(void **state)
{
    (void)state;
    expect_chart("1.1", "6590 -------------------------------------------ooo-----....\n"
                        "5500                                       #ooooo  ......\n"
                        "                                           #........\n"
                        "                                       ..###.\n"
                        "                            ############## :\n"
                        "                          ..#....          :\n"
                        "                     ...... #              :\n"
                        "              ###############              :\n"
                        "         ......                            :\n"
                        "   0 .....                                 :\n"
                        "     +-------------------------------------+---------------+\n"
                        "     2021-01-01                       2021-09-15  2021-12-31\n"
                        "     # actual  . planned  o forecast  - goal  : as-of date\n");
}

static void a_level_comes_down(void **state)
{
    (void)state;
    expect_chart("2.4", "8 ..........                              :\n"
                        "           ...#####..........             :\n"
                        "6                 #########################...\n"
                        "5 -------------------------------------------...............\n"
                        "                                          :\n"
                        "                                          :\n"
                        "                                          :\n"
                        "                                          :\n"
                        "                                          :\n"
                        "0                                         :\n"
                        "  +---------------------------------------+----------------+\n"
                        "  2021-01-01                         2021-09-15   2021-12-31\n"
                        "  # actual  . planned  o forecast  - goal  : as-of date\n");
}

static void weeks_show_the_shape(void **state)
{
    (void)state;
    struct buf text = {0};
    struct target target = {.measure = MEASURE_SUM};
    struct point points[7];
    for (int i = 0; i < 7; i++)
        points[i] = (struct point){100 + 7 * i, {.value = (10 + i) * AMOUNT_ONE}};
    const struct figures figures = {points, COUNT_OF(points)}, still = {points, 1};
    chart_weeks(&text, &target, &figures, 100 + 6 * 7, 9);
    assert_string_equal(buf_text(&text), "  _.-=+*#");
    buf_clear(&text);
    chart_weeks(&text, &target, &still, 100 + 6 * 7, 8);
    assert_string_equal(buf_text(&text), " _______");
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_climbs_to_its_goal),
        cmocka_unit_test(a_level_comes_down),
        cmocka_unit_test(weeks_show_the_shape),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
