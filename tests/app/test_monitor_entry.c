/* What a person may type for a value and a goal, and how a line is edited. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/app_monitor.h"

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
        {"e ^U '40/30' Enter", "more than its total"},
    };
    check("1 Enter Enter / 'WJ-P001' Enter ", rows, sizeof(rows) / sizeof(rows[0]));
}

static void test_goals(void **state)
{
    (void)state;
    static const struct typed rows[] = {
        {"o ^U 'none' Enter", "no goal"},
        {"o ^U '4-5' Enter", "goal 4-5"},
        {"o ^U '12' Enter", "goal 12"},
        {"o ^U 'x' Enter", "write 12, 4-5 or none"},
        {"o ^U '4-x' Enter", "write 12, 4-5 or none"},
        {"o ^U '-5' Enter", "write 12, 4-5 or none"},
        {"o ^U '5-4' Enter", "turn them round"},
    };
    check("2 Enter Enter ", rows, sizeof(rows) / sizeof(rows[0]));
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
    check("", rows, sizeof(rows) / sizeof(rows[0]));
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

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_values), cmocka_unit_test(test_goals),
                                       cmocka_unit_test(test_editing),
                                       cmocka_unit_test(test_full_line)};
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
