/* Bringing a copy back in the monitor may be stopped at any moment; nothing is left of it then. */
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "app/run_line.h"

/* Counts questions, asked without regard to the clock, and says no to one. */
struct asking {
    struct onlooker onlooker;
    long asked, no_to; /* from 1; 0: to none */
};

static bool go_on(void *context)
{
    struct asking *asking = context;
    asking->onlooker.asked = 0;
    return ++asking->asked != asking->no_to;
}

static void tell(void *context, const char *said)
{
    (void)context;
    (void)said;
}

/* Runs the command; returns its exit status, and how often it asked in *asked. */
static int restore(struct test_monitor *monitor, long no_to, struct buf *out, long *asked)
{
    struct asking asking = {.no_to = no_to};
    asking.onlooker = onlooker_begin(&asking, go_on, tell);
    asking.onlooker.asked = 0;
    monitor->session.onlooker = &asking.onlooker;
    buf_clear(out);
    int status = run_line(&monitor->session, "restore copy.db --replace", 80, out);
    monitor->session.onlooker = NULL;
    *asked = asking.asked;
    return status;
}

/* How many files have such names; they are removed. */
static size_t files_like(const char *pattern)
{
    glob_t files;
    if (glob(pattern, 0, NULL, &files) != 0)
        return 0;
    size_t count = files.gl_pathc;
    globfree(&files);
    monitor_remove(pattern);
    return count;
}

static void nothing_is_left_of_what_was_stopped(void **state)
{
    (void)state;
    static const long before_the_end[] = {2, 5, 12, 100, 1000};
    struct test_monitor *monitor = monitor_start(LANG_EN, 80, 24, false);
    struct buf out = {0};
    long all, asked;
    monitor_elsewhere(monitor, "backup copy.db");
    monitor_elsewhere(monitor, "set-goal 5.1 7777");
    assert_int_equal(restore(monitor, 0, &out, &all), 0);
    assert_int_equal(files_like("*.before-*"), 1);
    monitor_elsewhere(monitor, "set-goal 5.1 7777");
    for (size_t i = 0; i < COUNT_OF(before_the_end); i++) {
        assert_int_equal(restore(monitor, all - before_the_end[i], &out, &asked), 75);
        assert_int_equal(asked, all - before_the_end[i]);
        assert_non_null(strstr(buf_text(&out), "stopped; nothing of it was kept"));
        assert_int_equal(files_like("*.before-*"), 0);
        assert_int_equal(files_like("*.new*"), 0);
        monitor_poll(monitor);
        monitor_type(monitor, "2 Enter Enter");
        monitor_shows(monitor, "goal 7777");
        monitor_type(monitor, "Esc Esc");
    }
    monitor_elsewhere(monitor, "doctor");
    monitor_end(monitor);
    monitor_remove("copy.db*");
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_is_left_of_what_was_stopped)};
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
