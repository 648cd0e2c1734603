/* A monitor that stands over night shows the new day; the clock is the test's (--wrap=time). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#include "../support/app_monitor.h"

enum { DAY = 24 * 60 * 60 };

/* 2021-09-15, a minute before midnight in UTC. */
#define EVENING ((time_t)1631750400 - 60)
static time_t clock_says = EVENING;

time_t __wrap_time(time_t *out);

time_t __wrap_time(time_t *out)
{
    if (out)
        *out = clock_says;
    return clock_says;
}

/* The demo, as if it were of no fixed day: opened today, with or without --as-of. */
static struct test_monitor *start(bool follows)
{
    clock_says = EVENING;
    struct test_monitor *monitor = monitor_start(LANG_EN, 80, 24, false);
    monitor->session.follows = follows;
    monitor_shows(monitor, "as of 2021-09-15");
    assert_false(monitor_poll(monitor));
    return monitor;
}

static void test_midnight(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(true);
    monitor_type(monitor, "2 Enter Enter Down e '900'");
    clock_says += 120;
    assert_true(monitor_poll(monitor));
    monitor_shows(monitor, "as of 2021-09-16");
    assert_false(monitor_poll(monitor));
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "900 kept");
    monitor_shows(monitor, "on 2021-09-16");
    clock_says += 3 * DAY;
    assert_true(monitor_poll(monitor));
    monitor_shows(monitor, "as of 2021-09-19");
    monitor_end(monitor);
}

/* Who looks at another day goes on doing so, and comes back to the new one. */
static void test_another_day(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(true);
    monitor_type(monitor, "[");
    monitor_shows(monitor, "as of 2021-09-14");
    clock_says += 120;
    assert_false(monitor_poll(monitor));
    monitor_shows(monitor, "as of 2021-09-14");
    monitor_type(monitor, "] ]");
    monitor_shows(monitor, "as of 2021-09-16");
    clock_says += DAY;
    assert_true(monitor_poll(monitor));
    monitor_shows(monitor, "as of 2021-09-17");
    monitor_end(monitor);
}

/* A day that was asked for, or that sample data fixes, stays. */
static void test_fixed_day(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(false);
    clock_says += 120;
    assert_false(monitor_poll(monitor));
    monitor_shows(monitor, "as of 2021-09-15");
    monitor_end(monitor);
}

/* What is at work is not disturbed: it was begun on the old day. */
static void test_not_in_the_midst(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(true);
    monitor_type(monitor, "i + / 'files' Enter Enter / 'a.csv' Enter");
    monitor->holds = true;
    monitor_type(monitor, "Enter");
    clock_says += 120;
    assert_false(monitor_poll(monitor));
    monitor_work(monitor);
    assert_true(monitor_poll(monitor));
    monitor_shows(monitor, "as of 2021-09-16");
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_midnight),
        cmocka_unit_test(test_another_day),
        cmocka_unit_test(test_fixed_day),
        cmocka_unit_test(test_not_in_the_midst),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
