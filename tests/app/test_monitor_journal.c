/* The journal in the monitor: newest first, filtered, a way to what was changed, undone from there.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "../support/app_monitor.h"

/* Sets the goal of 5.1 and a value of a school with a note, and shows the journal. */
static struct test_monitor *changed(void)
{
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 30, false);
    monitor_type(monitor, "2 Enter Enter o '6600' Enter / 'WJ-J003' Enter t 'counted' Enter J");
    return monitor;
}

static void test_newest_first(void **state)
{
    (void)state;
    struct test_monitor *monitor = changed();
    struct buf line = {0};
    monitor_line(monitor, 2, &line);
    monitor_shows(monitor, " > journal");
    monitor_shows(monitor, "# counted");
    monitor_shows(monitor, "6590, 2021-12-31 -> 6600, 2021-12-31");
    if (!strstr(buf_text(&line), "5.1 WJ-J003"))
        fail_msg("the note is not on top: %s", buf_text(&line));
    buf_free(&line);
    monitor_end(monitor);
}

static void test_a_way_to_what_was_changed(void **state)
{
    (void)state;
    struct test_monitor *monitor = changed();
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "journal > 5.1");
    monitor_type(monitor, "e"); /* of the very school */
    monitor_shows(monitor, "Value of Hutangqiao Junior High");
    monitor_type(monitor, "Esc Esc / 'sample.csv' Enter Enter");
    monitor_shows(monitor, "journal > sample.csv");
    monitor_type(monitor, "Esc / 'sample data' Enter Enter");
    monitor_shows(monitor, "about the whole plan");
    monitor_end(monitor);
}

static void test_filter_and_undo(void **state)
{
    (void)state;
    struct test_monitor *monitor = changed();
    monitor_type(monitor, "f 'counted' Enter");
    monitor_shows(monitor, "filter counted: 1");
    monitor_type(monitor, "u");
    monitor_shows(monitor, "taken back: report");
    monitor_shows(monitor, "takes back");
    monitor_type(monitor, "f ^U Enter u");
    monitor_shows(monitor, "6600, 2021-12-31 -> 6590, 2021-12-31");
    monitor_end(monitor);
}

/* Who sits eight hours east of Greenwich reads the time of their own clock, and which value it was.
 */
static void test_time_of_the_wall(void **state)
{
    (void)state;
    setenv("TZ", "CST-8", 1);
    tzset();
    struct test_monitor *monitor = changed();
    monitor_shows(monitor, "2021-09-15 16:00 tester   sample data");
    monitor_type(monitor, "/ '15 16:00' Enter Enter");
    monitor_shows(monitor, "about the whole plan"); /* that is what was found */
    monitor_type(monitor, "u");
    monitor_shows(monitor, "taken back: report 5.1 WJ-J003 of 20");
    monitor_lacks(monitor, "Z");
    monitor_end(monitor);
    setenv("TZ", "UTC", 1);
    tzset();
}

/* The journal of a past day ends with it. */
static void test_as_of(void **state)
{
    (void)state;
    struct test_monitor *monitor = changed();
    monitor_type(monitor, "[");
    monitor_lacks(monitor, "counted");
    monitor_type(monitor, "]");
    monitor_shows(monitor, "counted");
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_newest_first),    cmocka_unit_test(test_a_way_to_what_was_changed),
        cmocka_unit_test(test_filter_and_undo), cmocka_unit_test(test_time_of_the_wall),
        cmocka_unit_test(test_as_of),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
