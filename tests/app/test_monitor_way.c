/* The way in and back: however deep, and when what it led through is no longer there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_deep)};
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
