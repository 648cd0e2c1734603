/* The way in and back: however deep, and when what it led through is no longer there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "../support/app_ways.h"
#include "ui/ui.h"

static enum screen_id screen(const struct test_monitor *monitor)
{
    return ui_here(monitor->machine.ui)->screen;
}

/* A target's school, that school's next target, and so on: more places than are kept. */
static void test_deep(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 30, false);
    monitor_type(monitor, "2 Enter Enter Down");
    for (int i = 0; i < 2 * PLACES_DEEP; i++)
        monitor_type(monitor, screen(monitor) == SCREEN_SCHOOL ? "Down Enter Down" : "Enter");
    assert_int_equal(screen(monitor), SCREEN_TARGET);
    int back = 0;
    for (; screen(monitor) != SCREEN_OVERVIEW && back < 4 * PLACES_DEEP; back++)
        monitor_type(monitor, "Esc");
    assert_int_equal(back, PLACES_DEEP - 1);
    monitor_type(monitor, "Esc Esc 2 Enter");
    monitor_shows(monitor, "5.1");
    monitor_end(monitor);
}

static void make_other(struct test_monitor *monitor)
{
    monitor_elsewhere(monitor, "--db other.db init --plan example-township-2022");
}

/* Somebody restores a database of another plan: every screen shows that one, or its way back. What
 * was being typed was about the old one. */
static void test_another_plan(void **state)
{
    (void)state;
    static const char *const typed[] = {
        "6 Enter Enter o '5'",
        "6 Enter Enter e '5'",
        "a / '30.3' Enter O ^U 'Li'",
        "a f 'silent'",
        "2 Enter / '5.4' Enter Enter m d ^U '2021-06-20'",
        "P '30.3 a lift'",
        "i x",
        ": 'show 30.3'",
    };
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 30, false);
    make_other(monitor);
    monitor_end(monitor);
    for (size_t i = 0; i < SCREEN_TOTAL + COUNT_OF(typed); i++) {
        monitor = monitor_start(LANG_EN, 120, 30, false);
        monitor_type(monitor, i < SCREEN_TOTAL ? monitor_ways[i] : typed[i - SCREEN_TOTAL]);
        monitor_elsewhere(monitor, "restore --replace other.db");
        assert_true(monitor_poll(monitor));
        if (i != SCREEN_REJECTS) /* it says that its import has gone */
            monitor_shows(monitor, "the plan was replaced meanwhile");
        monitor_type(monitor, "Enter g 4 Enter Enter");
        monitor_shows(monitor, "9.1");
        monitor_lacks(monitor, "Wujin");
        monitor_end(monitor);
        monitor_remove("shown.db.before-*"); /* what restore keeps */
    }
    monitor_remove("other.db*");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_deep),
                                       cmocka_unit_test(test_another_plan)};
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
