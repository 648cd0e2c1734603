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

/* The same, with keys that come before anybody has looked for changes: the screen is of the old plan
 * and the database of the new one. Nothing is written there, and nothing ends the program. */
static void test_another_plan_unseen(void **state)
{
    (void)state;
    static const struct {
        const char *before, *after;
        bool writes;
    } pressed[] = {
        {"2 Enter Enter Down e '500'", "Enter", true},
        {"2 Enter Enter o ^U '9'", "Enter", true},
        {"2 Enter Enter d ^U '2021-11-11'", "Enter", true},
        {"2 Enter Enter O ^U 'me'", "Enter", true},
        {"2 Enter / '5.4' Enter Enter m d ^U '2021-06-20'", "Enter", true},
        {"P '5.1 no bricks'", "Enter", true},
        {"= ^U '2021-06-30'", "Enter", false},
        {"@ ^U '2021-06-30'", "Enter", false},
        {": 'status'", "Enter", false},
        {"2", "Enter Enter Enter w", false},
        {"6 Enter", "W Enter", false},
        {"", "a Enter", false},
        {"r", "Enter Enter Enter", false},
        {"", "p J i", false},
        {"", "[ ] u U", false},
    };
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 30, false);
    make_other(monitor);
    monitor_end(monitor);
    for (size_t i = 0; i < COUNT_OF(pressed); i++) {
        monitor = monitor_start(LANG_EN, 120, 30, false);
        monitor_type(monitor, pressed[i].before);
        monitor_elsewhere(monitor, "restore --replace other.db");
        monitor_type(monitor, pressed[i].after);
        if (pressed[i].writes)
            monitor_shows(monitor, "the database was replaced meanwhile; look again");
        monitor_poll(monitor);
        monitor_type(monitor, "Esc Esc Esc Esc g J");
        monitor_lacks(monitor, "Wujin");
        monitor_lacks(monitor, "tester "); /* who writes here */
        monitor_end(monitor);
        monitor_remove("shown.db.before-*");
    }
    monitor_remove("other.db*");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_deep),
                                       cmocka_unit_test(test_another_plan),
                                       cmocka_unit_test(test_another_plan_unseen)};
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
