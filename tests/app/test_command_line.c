/* Commands inside the monitor: run in the same process, their output on the screen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/app_monitor.h"

static struct test_monitor *start(const char *keys)
{
    struct test_monitor *monitor = monitor_start(LANG_EN, 100, 30, false);
    monitor_type(monitor, keys);
    return monitor;
}

static void test_output_is_shown(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(": 'show 5.1' Enter");
    monitor_shows(monitor, " > show 5.1");
    monitor_shows(monitor, "WJ-J001");
    monitor_type(monitor, "/ 'WJ-S001' Enter Right"); /* goes down to it, and to the side */
    monitor_shows(monitor, "sample.csv");
    monitor_lacks(monitor, "WJ-S001");
    monitor_type(monitor, "Left");
    monitor_shows(monitor, "WJ-S001");
    monitor_type(monitor, "Esc");
    monitor_lacks(monitor, " > show 5.1");
    monitor_end(monitor);
}

static void test_a_change_is_seen(void **state)
{
    (void)state;
    struct test_monitor *monitor = start("1 Enter : 'duban set-goal 1.2 \"77\"' Enter");
    monitor_shows(monitor, "1.2: goal 77");
    monitor_type(monitor, "Esc");
    monitor_shows(monitor, "/77%");
    monitor_end(monitor);
}

static void test_errors_are_shown(void **state)
{
    (void)state;
    static const struct {
        const char *line, *shown;
    } rows[] = {
        {": 'nonsense' Enter", "no command nonsense; "},
        {": 'show' Enter", "-- exit status 64"},
        {": 'show 99.9' Enter", "no target or school 99.9; "},
        {": 'monitor' Enter", "this is the monitor already; name another command"},
        {": 'demo x.db' Enter", "add --no-open"},
        {": 'import -' Enter", "name a file instead of -"},
        {": 'show \"5.1' Enter", "a quote is not closed"},
        {": 'import /nonexistent.csv' Enter", "cannot open"},
        {": '--db /nonexistent.db status' Enter", "-- exit status 66"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct test_monitor *monitor = start("");
        monitor_type(monitor, rows[i].line);
        monitor_shows(monitor, rows[i].shown);
        monitor_end(monitor);
    }
}

static void test_it_inherits_the_monitor(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(": 'status' Enter");
    monitor_shows(monitor, "as of 2021-09-15");
    monitor_type(monitor, ": 'status --as-of 2021-06-01' Enter");
    monitor_shows(monitor, "as of 2021-06-01");
    monitor_end(monitor);
    monitor = monitor_start(LANG_EN, 100, 30, true);
    monitor_type(monitor, ": 'set 5.2 3' Enter");
    monitor_shows(monitor, "-- exit status 77");
    monitor_end(monitor);
}

static void test_history(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(": 'show 5.1' Enter : 'show 5.2' Enter : 'new' Up");
    monitor_shows(monitor, ": show 5.2");
    monitor_type(monitor, "Up Up");
    monitor_shows(monitor, ": show 5.1");
    monitor_type(monitor, "Down Down Down");
    monitor_shows(monitor, ": new");
    monitor_type(monitor, "Esc : Up Up Enter");
    monitor_shows(monitor, " > show 5.1");
    monitor_end(monitor);
}

static void test_completion(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(": 'doc' Tab");
    monitor_shows(monitor, ": doctor\n");
    monitor_type(monitor, "^U 's' Tab");
    monitor_shows(monitor, "status  schools");
    monitor_type(monitor, "^U 'show WJ-J00' Tab");
    monitor_shows(monitor, "WJ-J001  WJ-J002");
    monitor_type(monitor, "^U 'set 30.' Tab");
    monitor_shows(monitor, "30.1  30.2");
    monitor_type(monitor, "^U 'set 5.1 8 --sc' Tab 'WJ-S001' Tab");
    monitor_shows(monitor, ": set 5.1 8 --school WJ-S001\n");
    monitor_type(monitor, "^U 'plan e' Tab");
    monitor_shows(monitor, ": plan export");
    monitor_type(monitor, "^U 'zzz' Tab");
    monitor_shows(monitor, ": zzz\n");
    monitor_end(monitor);
}

static void test_a_pasted_line_waits_for_enter(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(": Paste 'set-goal 5.1 1' Enter PasteEnd ");
    monitor_shows(monitor, ": set-goal 5.1 1");
    monitor_type(monitor, "Esc 2 Enter");
    monitor_shows(monitor, "/6590");
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_output_is_shown),
        cmocka_unit_test(test_a_change_is_seen),
        cmocka_unit_test(test_errors_are_shown),
        cmocka_unit_test(test_it_inherits_the_monitor),
        cmocka_unit_test(test_history),
        cmocka_unit_test(test_completion),
        cmocka_unit_test(test_a_pasted_line_waits_for_enter),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
