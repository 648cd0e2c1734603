/* Every column that can be sorted by does sort, on every screen, both ways: judged by what its
 * cells say, not by what the column ranks them by. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "../support/app_ways.h"
#include "ui/table.h"

/* What a cell says, in the same order as what it says it by. */
struct said {
    enum { NOTHING, NUMBER, WORDS } kind;
    double number;
    char words[200];
};

/* "12", "-3", "95%", "4:1" (line and column), "22/22" (a value and its denominator) are numbers;
 * a date is one too, 20211231. */
static struct said said_by(const char *cell)
{
    struct said said = {.kind = WORDS};
    int year, month, day;
    char *end;
    snprintf(said.words, sizeof(said.words), "%s", cell);
    said.number = strtod(cell, &end);
    if (strcmp(cell, "-") == 0)
        said.kind = NOTHING;
    else if (sscanf(cell, "%4d-%2d-%2d", &year, &month, &day) == 3)
        said.kind = NUMBER, said.number = year * 10000 + month * 100 + day;
    else if (end > cell && (*end == '\0' || strcmp(end, "%") == 0 || *end == ':' || *end == '/'))
        said.kind = NUMBER;
    return said;
}

struct shown {
    struct test_monitor *monitor;
    const struct column *column;
    const char *screen;
};

static struct said said_at(const struct shown *shown, int n)
{
    const struct ui *ui = shown->monitor->machine.ui;
    const struct table *table = screen_info(ui_here(ui)->screen)->table;
    struct row row = table->row(ui, list_row(&ui_here(ui)->list, n));
    struct buf cell = {0};
    shown->column->cell(ui, &row, &cell);
    struct said said = said_by(buf_text(&cell));
    buf_free(&cell);
    return said;
}

/* Ranked words, as standings, stand by their meaning: then equal ones stand together. */
static void expect_together(const struct shown *shown, int n)
{
    struct said last = said_at(shown, n - 1), here = said_at(shown, n);
    for (int i = 0; i < n - 1 && strcmp(last.words, here.words) != 0; i++) {
        if (strcmp(said_at(shown, i).words, here.words) == 0)
            fail_msg("%s by %s: '%s' stands in two places", shown->screen, shown->column->name,
                     here.words);
    }
}

static void expect_pair(const struct shown *shown, int n, bool turned)
{
    struct said a = said_at(shown, n - 1), b = said_at(shown, n);
    int order = 0;
    if (a.kind == NUMBER && b.kind == NUMBER)
        order = (a.number > b.number) - (a.number < b.number);
    else if (!shown->column->rank)
        order = strcmp(a.words, b.words);
    else if (a.kind == WORDS && b.kind == WORDS)
        expect_together(shown, n);
    else if (a.kind == NOTHING && b.kind == NUMBER) /* what says nothing stands last either way */
        order = turned ? -1 : 1;
    if (turned ? order < 0 : order > 0)
        fail_msg("%s by %s%s: row %d says '%s', row %d '%s'", shown->screen, shown->column->name,
                 turned ? ", turned" : "", n - 1, a.words, n, b.words);
}

/* Not by text nor figure: by the share of the goal, whatever the unit; in the plan's order. */
static bool is_judged(const struct column *column)
{
    static const char *const others[] = {"actual/goal", "gap", "of", "target"};
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        if (strcmp(column->name, others[i]) == 0)
            return false;
    }
    return column->cell != NULL;
}

static void expect_sorted(const struct shown *shown)
{
    const struct list *list = &ui_here(shown->monitor->machine.ui)->list;
    for (int n = 1; is_judged(shown->column) && n < list->count; n++)
        expect_pair(shown, n, list->turned);
}

/* Returns how many columns there were. */
static int sort_by_each(struct test_monitor *monitor, enum screen_id screen)
{
    const struct list *list = &ui_here(monitor->machine.ui)->list;
    const struct table *table = screen_info(screen)->table;
    int count = 0;
    for (monitor_type(monitor, "s"); list->sort > 0; monitor_type(monitor, "s"), count++) {
        struct shown shown = {monitor, table->columns[list->sort - 1], screen_info(screen)->name};
        expect_sorted(&shown);
        monitor_type(monitor, "S");
        expect_sorted(&shown);
        monitor_type(monitor, "S");
    }
    return count;
}

static void test_all(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 140, 40, false);
    int count = 0;
    monitor_type(monitor, "P '9.1 no staff' Enter ^U 'x'"); /* a problem that is due, and closed */
    for (enum screen_id screen = 0; screen < SCREEN_TOTAL; screen++) {
        if (!screen_info(screen)->table)
            continue;
        monitor_again(monitor);
        monitor_type(monitor, "= ^U '2021-06-01' Enter"); /* the column of changes */
        monitor_type(monitor, monitor_ways[screen]);
        count += sort_by_each(monitor, screen);
    }
    assert_true(count > 80);
    monitor_end(monitor);
}

/* Of figures in several units, the share of the goal. */
static void test_shares(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 140, 40, false);
    monitor_type(monitor, "a s s s s s"); /* +- has no place without a comparison */
    monitor_shows(monitor, "gapv");
    monitor_orders(monitor, "2375 places", " 40%"); /* of 6590 */
    monitor_type(monitor, "S");
    monitor_orders(monitor, " 40%", "2375 places");
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_all), cmocka_unit_test(test_shares)};
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
