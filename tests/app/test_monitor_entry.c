/* What a person may type for a value and a goal, and how a line is edited. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "ui/ui.h"

static struct test_monitor *start(const char *keys)
{
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 30, false);
    monitor_type(monitor, keys);
    return monitor;
}

/* Types each and looks at the screen; what was kept is taken back. */
struct typed {
    const char *keys, *shows;
};

static void check(const char *way, const struct typed *rows, size_t count)
{
    struct test_monitor *monitor = start("");
    for (size_t i = 0; i < count; i++) {
        monitor_again(monitor);
        monitor_type(monitor, way);
        monitor_type(monitor, rows[i].keys);
        monitor_shows(monitor, rows[i].shows);
    }
    monitor_end(monitor);
}

static void test_values(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"e ^U '12/30' Enter", "1.1: 12 kept"},
        {"e ^U '98%' Enter", "1.1: 0.98 kept"},
        {"e ^U '98%/2' Enter", "1.1: 0.98 kept"},
        {"e ^U 'x' Enter", "write a number, 12/30, or 98%"},
        {"e ^U '12/x' Enter", "write a number, 12/30, or 98%"},
        {"e ^U '%' Enter", "write a number, 12/30, or 98%"},
        {"e ^U '/5' Enter", "write a number, 12/30, or 98%"},
        {"e ^U '1 2021-13-01' Enter", "write the date as 2021-09-15"},
        {"e ^U '1 2020-12-31' Enter", "the date is outside the plan"},
        {"e ^U '1 # a note' Enter", "a note"},
        {"e ^U '1 \uFF03 wide' Enter", "wide"},
        {"e ^U '\uFF11\uFF12\uFF0F\uFF13\uFF10' Enter", "1.1: 12 kept"},
        {"e ^U '\uFF19\uFF18\uFF05' Enter", "1.1: 0.98 kept"},
        {"e ^U '0\u3000\uFF12\uFF10\uFF12\uFF11-09-14 \uFF01 \uFF03\uFF21' Enter",
         "1.1: 0 kept for Niutang Central Primary School on 2021-09-14"},
        {"e ^U '40/30' Enter", "more than its total"},
    };
    check("1 Enter Enter / 'WJ-P001' Enter ", rows, COUNT_OF(rows));
}

static void test_goals(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"o ^U 'none' Enter", "no goal"},
        {"o ^U '4-5' Enter", "goal 4-5"},
        {"o ^U '12' Enter", "goal 12"},
        {"o ^U '\uFF14\uFF0D\uFF15\u3000' Enter", "goal 4-5"},
        {"o ^U 'x' Enter", "write 12, 4-5 or none"},
        {"o ^U '4-x' Enter", "write 12, 4-5 or none"},
        {"o ^U '-5' Enter", "write 12, 4-5 or none"},
        {"o ^U '5-4' Enter", "turn them round"},
    };
    check("2 Enter Enter ", rows, COUNT_OF(rows));
}

static void test_days(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"d ^U '2021-11-30' Enter", "due 2021-11-30"},
        {"d ^U '2020-12-31' Enter", "the target starts later; choose another day"},
        {"d ^U 'soon' Enter", "write the date as 2021-09-15"},
        {"d ^U Enter", "write the date as 2021-09-15"},
        {"@ ^U '2021-03-01' Enter", "as of 2021-03-01"},
        {"@ ^U '2020-03-01' Enter", "the date is outside the plan"},
        {"@ ^U '2999-01-01' Enter", "the date is outside the plan"},
        {"= ^U '2021-06-01' Enter", "since 2021-06-01"},
        {"= ^U '2021-06-01' Enter = ^U Enter", "forecast"},
    };
    check("2 Enter Enter ", rows, COUNT_OF(rows));
}

/* Codes first, then the text; "@" in a word is no owner. */
static void test_problems(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"P '5.1 mail a@b.c @Zhang' Enter p f 'mail' Enter", "mail a@b.c  [Zhang]"},
        {"P 'WJ-P001 5.1 both' Enter p f 'both' Enter", "WJ-P001 Niutang"},
        {"P '5.1 6.9 twice' Enter p f 'twice' Enter", "6.9 twice"},
        {"P '@Li 5.1 no' Enter", "begin with the code of a target, a school or both"},
        {"P 'x' Enter", "begin with the code"},
        {"P Enter", "begin with the code"},
    };
    check("", rows, COUNT_OF(rows));
}

/* What is said beside a file that is taken in. */
static void test_given(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"D ^U '2020-01-01' Enter", "this day is not in the plan's year, or still to come"},
        {"D ^U '2021-09-20' Enter", "this day is not in the plan's year, or still to come"},
        {"D ^U 'x' Enter", "write the date as"},
        {"D ^U '2021-09-01' Enter", "rows that state no day: 2021-09-01"},
        {"D", "state none: 2021-09-01"}, /* still so when it is looked at again */
        {"E", "E encoding: UTF-8"},
        {"E E E", "E encoding: "},
        {"F M T", "T all or nothing: yes"},
        {"R ^U 'files' Enter", "files"},
        {"R ^U Enter", "R rejected rows into: -"},
    };
    struct test_monitor *monitor = start("i + / 'files' Enter Enter / 'a.csv' Enter Enter");
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        monitor_type(monitor, rows[i].keys);
        monitor_shows(monitor, rows[i].shows);
        if (monitor->machine.ui->input.open)
            monitor_type(monitor, "Esc");
    }
    for (int i = 0; i < 12; i++) /* round to the first one again */
        monitor_type(monitor, "E");
    monitor_shows(monitor, "E encoding: ");
    monitor_end(monitor);
}

/* A file so deep that its path has no room in a request. */
static void test_deep_file(void **state)
{
    (void)state;
    enum { DEEP = 4, NAME = 200 };
    char path[DEEP * (NAME + 1) + 16] = "files";
    for (int i = 0; i < DEEP; i++) {
        size_t len = strlen(path);
        path[len++] = '/';
        memset(path + len, 'd', NAME);
        path[len + NAME] = '\0';
        assert_int_equal(mkdir(path, 0700), 0);
    }
    struct test_monitor *monitor = start("i + / 'files' Enter Enter");
    for (int i = 0; i < DEEP; i++)
        monitor_type(monitor, "/ 'dddd' Enter Enter");
    monitor_type(monitor, "A");
    monitor_shows(monitor, "this path is too long; move the file elsewhere");
    monitor_end(monitor);
    for (int i = 0; i < DEEP; i++) {
        assert_int_equal(rmdir(path), 0);
        *strrchr(path, '/') = '\0';
    }
}

/* While files are taken in, the screen can be drawn anew; other keys wait. */
static void test_at_work(void **state)
{
    (void)state;
    struct test_monitor *monitor = start("i + / 'files' Enter Enter / 'a.csv' Enter");
    monitor->holds = true;
    monitor_type(monitor, "Enter ^L");
    assert_int_equal(monitor->left, UI_REDRAW);
    monitor_type(monitor, "q a j");
    assert_int_equal(monitor->left, UI_NONE);
    monitor_shows(monitor, "a.csv");
    monitor_work(monitor);
    monitor_shows(monitor, "Preview");
    monitor_end(monitor);
}

/* Marks move and go with their letter; words go with the blanks behind them. */
static void test_editing(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {": 'abc' Home ^D", ": bc"},
        {": 'abc' ^D", ": abc"},
        {": 'abc' Home BS", ": abc"},
        {": 'one two  ' ^W", ": one\n"},
        {": 'e\u0301x' Home ^D", ": x\n"},
        {": 'xe\u0301' BS", ": x\n"},
        {": 'xe\u0301y' Left Left BS", ": e\u0301y\n"},
        {": '\u0301x'", ": x\n"}, /* a mark needs a letter */
        {": 'a\u202Eb'", ": ab\n"},
    };
    check("", rows, COUNT_OF(rows));
}

static void test_full_line(void **state)
{
    (void)state;
    struct test_monitor *monitor = start(":");
    for (int i = 0; i < 70; i++)
        monitor_type(monitor, "'0123456789'");
    monitor_shows(monitor, "the line is full; shorten it");
    monitor_type(monitor, "BS BS");
    monitor_lacks(monitor, "the line is full");
    monitor_end(monitor);
}

/* Nothing has changed since a day to come; the marks come back with a day behind theirs. */
static void test_since_a_later_day(void **state)
{
    (void)state;
    struct test_monitor *monitor = start("= ^U '2021-09-16' Enter");
    monitor_shows(monitor, "lies after the one that is looked at");
    monitor_type(monitor, "^U '2021-09-15' Enter");
    monitor_shows(monitor, "as of 2021-09-15, since 2021-09-15");
    monitor_type(monitor, "[");
    monitor_shows(monitor, "as of 2021-09-14");
    monitor_lacks(monitor, ", since");
    monitor_type(monitor, "]");
    monitor_shows(monitor, ", since 2021-09-15");
    monitor_end(monitor);
}

/* What was refused stays on its line to be mended. */
static void test_refused(void **state)
{
    (void)state;
    struct test_monitor *monitor =
        start("2 Enter Enter / 'WJ-P003' Enter e '1 # a long note' Enter");
    monitor_shows(monitor, "the value falls");
    monitor_shows(monitor, "note): 1 # a long note");
    monitor_type(monitor, "Home Right ' !' Enter");
    monitor_shows(monitor, "5.1: 1 kept");
    monitor_type(monitor, "d ^U '2022-06-30' Enter");
    monitor_shows(monitor, "must lie between");
    monitor_shows(monitor, "Due date: 2022-06-30");
    monitor_type(monitor, "Esc");
    monitor_lacks(monitor, "2022-06-30");
    monitor_type(monitor, "O ^U Enter");
    monitor_shows(monitor, "on, owner -");
    monitor_end(monitor);
}

/* Down a column that is sorted by what is typed: on to the row that was below, wherever the one
 * that was written has gone; at the end of the list it ends. */
static void test_down_a_sorted_column(void **state)
{
    (void)state;
    struct test_monitor *monitor =
        start("2 Enter Enter f 'Primary' Enter s s s / 'WJ-P001' Enter E '9' Enter");
    monitor_shows(monitor, "Hutangqiao Experimental Primary School [0]:");
    monitor_type(monitor, "Enter"); /* past it */
    monitor_shows(monitor, "Sample Primary School 01, Hutang [0]:");
    monitor_type(monitor, "Esc End E '9999' Enter");
    monitor_shows(monitor, "5.1: 9999 kept");
    monitor_lacks(monitor, "]:");
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_values),
                                       cmocka_unit_test(test_goals),
                                       cmocka_unit_test(test_refused),
                                       cmocka_unit_test(test_since_a_later_day),
                                       cmocka_unit_test(test_down_a_sorted_column),
                                       cmocka_unit_test(test_editing),
                                       cmocka_unit_test(test_full_line),
                                       cmocka_unit_test(test_days),
                                       cmocka_unit_test(test_problems),
                                       cmocka_unit_test(test_given),
                                       cmocka_unit_test(test_at_work),
                                       cmocka_unit_test(test_deep_file)};
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
