/* Dated steps of a target by key: marked done on a date, moved, taken back, journaled. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "../support/app_monitor.h"

static struct test_monitor *start(const char *keys)
{
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 40, false);
    monitor_type(monitor, keys);
    return monitor;
}

#define WAY_TO_10_3 "/ 'After-school' Enter Enter / '10.3' Enter Enter m "
#define WAY_TO_5_4  "2 Enter / '5.4' Enter Enter m "

static void test_marking_done(void **state)
{
    (void)state;
    struct test_monitor *monitor = start("@ ^U '2021-08-01' Enter " WAY_TO_10_3 "End");
    monitor_shows(monitor, "10.3 > steps");
    monitor_shows(monitor, "to come");
    monitor_type(monitor, "m");
    monitor_shows(monitor, "Done on: 2021-08-01");
    monitor_type(monitor, "^U '2021-13-01'");
    monitor_shows(monitor, "write the date as");
    monitor_type(monitor, "^U '2021-09-01' Enter"); /* not yet */
    monitor_shows(monitor, "after the as-of date");
    monitor_type(monitor, "m ^U '2021-07-30' Enter");
    monitor_shows(monitor, "10.3: 60 kept");
    monitor_lacks(monitor, "to come");
    monitor_shows(monitor, " 2021-07-30\n");
    monitor_type(monitor, "m");
    monitor_shows(monitor, "reached already");
    monitor_type(monitor, "u");
    monitor_shows(monitor, "to come");
    monitor_type(monitor, "U Esc"); /* the value, with the step as its note */
    monitor_shows(monitor, "60 2021-07-30");
    monitor_shows(monitor, "Draft before the");
    monitor_end(monitor);
}

/* Where schools report, their values say how far it is. */
static void test_of_a_target_that_is_reported(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(WAY_TO_5_4 "End m");
    monitor_shows(monitor, "reports say how far this target is");
    monitor_end(monitor);
}

static void test_moving(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(WAY_TO_5_4 "End d ^U '2021-08-31' Enter");
    monitor_shows(monitor, "would pass the one before");
    monitor_type(monitor, "d ^U '2022-08-31' Enter");
    monitor_shows(monitor, "must lie between");
    monitor_type(monitor, "d ^U '2021-10-10' Enter");
    monitor_shows(monitor, "step of 2021-11-30 moved to 2021-10-10");
    monitor_type(monitor, "J");
    monitor_shows(monitor, "85%, 2021-11-30 -> 85%, 2021-10-10");
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "> 5.4");
    monitor_type(monitor, "m u");
    monitor_shows(monitor, "2021-11-30");
    monitor_type(monitor, "U");
    monitor_shows(monitor, "2021-10-10");
    monitor_end(monitor);
}

/* Somebody else's move is seen, and moves of two do not cross. */
static void test_two_people(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(WAY_TO_5_4 "End d ^U '2021-10-10'");
    struct test_monitor *other = monitor_beside(monitor);
    monitor_type(other, WAY_TO_5_4 "End d ^U '2021-10-20' Enter");
    monitor_end_beside(other);
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "no step on 2021-11-30 any more");
    assert_true(monitor_poll(monitor));
    monitor_shows(monitor, "2021-10-20");
    monitor_type(monitor, "d ^U '2021-10-10' Enter");
    monitor_shows(monitor, "step of 2021-10-20 moved");
    monitor_end(monitor);
}

static void test_targets_without(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 100, 30, false);
    monitor_type(monitor, "2 Enter Enter m");
    monitor_shows(monitor, "no dated steps");
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marking_done),    cmocka_unit_test(test_of_a_target_that_is_reported),
        cmocka_unit_test(test_moving),          cmocka_unit_test(test_two_people),
        cmocka_unit_test(test_targets_without),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
