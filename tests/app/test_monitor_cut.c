/* What is too long for its place ends with `~`, and what it is said of stays in sight: the standing
 * behind a name, the number behind a filter. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "ui/theme.h"
#include "ui/ui.h"

static const char name[] =
    "a name as nobody but the one who wrote the plan would ever have written it";

/* A monitor of 60 columns on a plan whose first section, item, target and school have that name;
 * the fifth item's first target is counted in nothing. */
static struct test_monitor *long_names(void)
{
    struct test_monitor *monitor = monitor_start(LANG_EN, 60, 20, false);
    const struct plan *plan = monitor->session.plan;
    plan->sections[0].name.in[LANG_EN] = plan->items[0].name.in[LANG_EN] = name;
    plan->targets[0].name.in[LANG_EN] =
        plan->schools[plan_school(plan, SV("WJ-P001"))].name.in[LANG_EN] = name;
    plan->targets[plan_target(plan, SV("5.1"))].unit = (struct name){{"", "", ""}};
    monitor_type(monitor, "Down Up");
    return monitor;
}

static void expect_line(struct test_monitor *monitor, int y, const char *begin, const char *end)
{
    struct buf line = {0};
    monitor_line(monitor, y, &line);
    struct sv text = buf_sv(&line);
    size_t len = strlen(end);
    if (!sv_begins(text, sv_from(begin)) || text.len < len ||
        strcmp(buf_text(&line) + text.len - len, end) != 0)
        fail_msg("line %d is: %s", y, buf_text(&line));
    buf_free(&line);
}

static void test_heads(void **state)
{
    (void)state;
    struct test_monitor *monitor = long_names();
    expect_line(monitor, 1, "1 a name as nobody", "~ !1 L3  81%");
    monitor_type(monitor, "v");
    expect_line(monitor, 1, "1 a name as nobody", "~  ! overdue");
    monitor_type(monitor, "W");
    expect_line(monitor, 1, "1 a name as nobody", "~");
    monitor_type(monitor, "g Enter");
    expect_line(monitor, 1, "1 a name as nobody", "~  L lagging  79%");
    monitor_type(monitor, "Enter w");
    expect_line(monitor, 1, "1.1 a name as nobody", "~");
    monitor_type(monitor, "Esc b");
    expect_line(monitor, 1, "1.1 a name as nobody", "~");
    monitor_type(monitor, "Esc Enter");
    expect_line(monitor, 1, "WJ-P001 a name as nobody", "~");
    monitor_end(monitor);
}

static void test_filter(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 60, 20, false);
    monitor_type(monitor, "a f '30.3' Enter");
    monitor_shows(monitor, "filter 30.3: 1  Enter");
    monitor_type(monitor, "f ' breached X' Enter");
    monitor_shows(monitor, "filter 30.3 brea~: 0  f filter");
    monitor_end(monitor);
}

/* Nothing stands in the brackets of a unit that the plan does not name. */
static void test_no_unit(void **state)
{
    (void)state;
    struct test_monitor *monitor = long_names();
    monitor_type(monitor, "2 Enter Enter");
    monitor_shows(monitor, "goal 6590, total");
    monitor_end(monitor);
}

/* The chosen line of a command's output is marked, though its first character is a wide one. */
static void test_wide_handle(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_ZH_CN, 80, 24, false);
    struct buf screen = {0};
    const char marks[] = {role_letter(ROLE_CHOSEN), role_letter(ROLE_CHOSEN),
                          role_letter(ROLE_TEXT), '\0'};
    monitor_type(monitor, ": 'status' Enter");
    canvas_dump(monitor->canvas, true, &screen);
    struct sv rest = buf_sv(&screen), line = {0};
    for (int i = 0; i < 4; i++) /* the title and its roles, the first line and its roles */
        assert_true(sv_split(&rest, '\n', &line));
    assert_true(sv_begins(line, sv_from(marks)));
    buf_free(&screen);
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_heads),
        cmocka_unit_test(test_filter),
        cmocka_unit_test(test_no_unit),
        cmocka_unit_test(test_wide_handle),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
