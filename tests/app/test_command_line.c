/* Commands inside the monitor: run in the same process, their output on the screen. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "app/output.h"
#include "duban/text.h"

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

/* A line that goes on past the edge says so, as all other texts; sideways there is its end. */
static void test_a_cut_line_is_marked(void **state)
{
    (void)state;
    struct buf line = {0};
    struct test_monitor *monitor = start(": 'status --format csv' Enter");
    monitor_line(monitor, 1, &line);
    assert_int_equal(text_width(buf_sv(&line)), 100);
    assert_int_equal(buf_text(&line)[line.len - 1], '~');
    for (int i = 0; i < 40; i++)
        monitor_type(monitor, "Right");
    monitor_lacks(monitor, "~");
    monitor_end(monitor);
    buf_free(&line);
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

/* The lines of earlier runs come back; what is hostile in the file does not. */
static void test_history_is_kept(void **state)
{
    (void)state;
    char dir[PATH_MAX];
    struct stat info;
    struct err err = {0};
    assert_non_null(getcwd(dir, sizeof(dir)));
    setenv("XDG_STATE_HOME", dir, 1);
    struct test_monitor *monitor = start(": 'show 5.1' Enter : '  ' Enter");
    monitor_end(monitor);
    assert_int_equal(stat("duban/history", &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
    FILE *file = fopen("duban/history", "a");
    fputs("evil \x1b[31m\nevil \xff\n", file);
    fclose(file);
    monitor = start(": Up");
    monitor_shows(monitor, ": show 5.1");
    monitor_type(monitor, "Up Esc : 'show 5.2' Enter");
    monitor_end(monitor);
    monitor = monitor_start(LANG_EN, 100, 30, true); /* read only: known, and not added to */
    monitor_type(monitor, ": 'status' Enter : Up Up");
    monitor_shows(monitor, ": show 5.2");
    monitor_end(monitor);
    monitor = start(": Up");
    monitor_shows(monitor, ": show 5.2");
    monitor->options.value[OPTION_AS] = "somebody"; /* an account that several share */
    monitor_again(monitor);
    monitor_type(monitor, ": 'z' Up");
    monitor_shows(monitor, ": z\n");
    monitor_end(monitor);
    struct buf lines = {0};
    assert_true(input_file("duban/history", 1000, &lines, &err));
    assert_string_equal(buf_text(&lines), "show 5.1\nevil \x1b[31m\nevil \xff\nshow 5.2\n");
    buf_free(&lines);
    unlink("duban/history");
    assert_int_equal(symlink("/dev/null", "duban/history"), 0); /* a trap */
    monitor = start(": 'show 5.1' Enter");
    monitor_end(monitor);
    unlink("duban/history");
    rmdir("duban");
    unsetenv("XDG_STATE_HOME");
}

/* A file that has grown is cut to its end. */
static void test_history_stays_small(void **state)
{
    (void)state;
    char dir[PATH_MAX];
    struct stat info;
    assert_non_null(getcwd(dir, sizeof(dir)));
    setenv("XDG_STATE_HOME", dir, 1);
    assert_int_equal(mkdir("duban", 0700), 0);
    FILE *file = fopen("duban/history", "w");
    for (int i = 0; i < 40000; i++)
        fprintf(file, "show %d\n", i);
    fclose(file);
    struct test_monitor *monitor = start(": Up");
    monitor_shows(monitor, ": show 39999");
    monitor_end(monitor);
    assert_int_equal(stat("duban/history", &info), 0);
    assert_true(info.st_size > 0 && info.st_size < 130000);
    unlink("duban/history");
    rmdir("duban");
    unsetenv("XDG_STATE_HOME");
}

static void test_files_are_completed(void **state)
{
    (void)state;
    static const char *const files[] = {"reports-1.csv", "reports-2.csv", "with blank.csv",
                                        "evil\x1b[31m.csv"};
    assert_int_equal(mkdir("incoming", 0700), 0);
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        struct buf path = {0};
        buf_printf(&path, "incoming/%s", files[i]);
        FILE *file = fopen(buf_text(&path), "w");
        assert_non_null(file);
        fclose(file);
        buf_free(&path);
    }
    struct test_monitor *monitor = start(": 'import inc' Tab");
    monitor_shows(monitor, ": import incoming/\n"); /* no blank: it goes on */
    monitor_type(monitor, "Tab");
    monitor_shows(monitor, "incoming/reports-1.csv  incoming/reports-2.csv");
    monitor_lacks(monitor, "blank");
    monitor_lacks(monitor, "evil");
    monitor_type(monitor, "'2' Tab");
    monitor_shows(monitor, ": import incoming/reports-2.csv\n");
    monitor_type(monitor, "^U 'inbox inc' Tab 'r' Tab");
    monitor_shows(monitor, ": inbox incoming/r\n"); /* only folders */
    monitor_end(monitor);
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        struct buf path = {0};
        buf_printf(&path, "incoming/%s", files[i]);
        unlink(buf_text(&path));
        buf_free(&path);
    }
    rmdir("incoming");
}

static void note_what_is_said(void *context)
{
    struct test_monitor *monitor = context;
    machine_draw(&monitor->machine, monitor->canvas);
    buf_clear(&monitor->screen);
    canvas_dump(monitor->canvas, false, &monitor->screen);
    monitor_shows(monitor, "at work ...; Ctrl-C or Esc stops it");
    monitor->machine.context = NULL; /* seen */
}

/* A command says that it runs before it does. */
static void test_it_says_that_it_runs(void **state)
{
    (void)state;
    struct test_monitor *monitor = start("");
    monitor->machine.show = note_what_is_said;
    monitor->machine.context = monitor;
    monitor_type(monitor, ": 'show 5.1' Enter");
    assert_null(monitor->machine.context);
    monitor_lacks(monitor, "at work");
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
        cmocka_unit_test(test_a_cut_line_is_marked),
        cmocka_unit_test(test_a_change_is_seen),
        cmocka_unit_test(test_errors_are_shown),
        cmocka_unit_test(test_it_inherits_the_monitor),
        cmocka_unit_test(test_history),
        cmocka_unit_test(test_history_is_kept),
        cmocka_unit_test(test_history_stays_small),
        cmocka_unit_test(test_files_are_completed),
        cmocka_unit_test(test_it_says_that_it_runs),
        cmocka_unit_test(test_completion),
        cmocka_unit_test(test_a_pasted_line_waits_for_enter),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
