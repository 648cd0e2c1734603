/* The panes of the overview: moving between them, clicks, and more sections than a window has
 * lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "ui/ui.h"

/* Which item of which section is chosen, from 0. */
static void expect(struct test_monitor *monitor, const char *keys, int section, int item)
{
    monitor_again(monitor);
    monitor_type(monitor, keys);
    const struct place *place = ui_here(monitor->machine.ui);
    if (place->screen != SCREEN_OVERVIEW || place->section != section ||
        place->list.selected != item)
        fail_msg("%s leads to item %d of section %d", keys, place->list.selected, place->section);
}

/* Three panes abreast: past the end of one the choice goes on in the one above or below. */
static void test_moving(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 30, false);
    expect(monitor, "4 Up", 0, 3);
    expect(monitor, "5 Up", 1, 5);
    expect(monitor, "3 Up", 2, 0);
    expect(monitor, "1 End Down", 3, 0);
    expect(monitor, "6 End Down", 5, 5);
    expect(monitor, "Left", 0, 0);
    expect(monitor, "Right Right Left", 1, 0);
    expect(monitor, "6 Right", 5, 0);
    expect(monitor, "S-Tab", 5, 0);
    expect(monitor, "6 Tab", 0, 0);
    expect(monitor, "9", 0, 0); /* no such section */
    monitor_end(monitor);
}

static void test_clicks(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 30, false);
    expect(monitor, "@3,45", 1, 1);
    expect(monitor, "@1,45", 1, 0); /* the head */
    expect(monitor, "@12,5", 0, 0); /* below the last item */
    expect(monitor, "@3,45 @0,0", 1, 1);
    expect(monitor, "@3,45 @29,119", 1, 1);
    expect(monitor, "3 @3,119", 2, 1);
    monitor_end(monitor);
}

static void write_file(const char *path, const char *head, const char *row, int count)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(head, file);
    for (int i = 1; i <= count; i++)
        fprintf(file, row, i, i, i);
    assert_int_equal(fclose(file), 0);
}

/* A plan of so many sections, with an item and a target in each, takes the place of the sample's.
 */
static struct test_monitor *start_with(int sections, int columns, int rows)
{
    struct test_monitor *monitor = monitor_start(LANG_EN, columns, rows, false);
    monitor_elsewhere(monitor, "plan new many --year 2021");
    write_file("many/sections.csv", "section,name_en\n", "%d,Section %d\n", sections);
    write_file("many/items.csv", "item,section,name_en\n", "%d,%d,Item %d\n", sections);
    write_file("many/targets.csv", "target,item,measure,goal_min,scope,due,name_en\n",
               "%d.1,%d,milestone,100,district,2021-12-31,Target %d\n", sections);
    unlink("many/steps.csv");
    monitor_elsewhere(monitor, "--db many.db init --plan many");
    monitor_elsewhere(monitor, "restore --replace many.db");
    assert_true(monitor_poll(monitor));
    monitor_remove("many/*");
    rmdir("many");
    monitor_remove("many.db*");
    monitor_remove("shown.db.before-*");
    return monitor;
}

static void test_many_sections(void **state)
{
    (void)state;
    struct test_monitor *monitor = start_with(25, 60, 12);
    monitor_shows(monitor, "Section 1");
    monitor_lacks(monitor, "Section 25");
    for (int i = 1; i < 25; i++)
        monitor_type(monitor, "Down");
    monitor_shows(monitor, "Section 25");
    monitor_shows(monitor, "Item 25");
    monitor_lacks(monitor, "Section 1 ");
    monitor_type(monitor, "Up Up");
    monitor_shows(monitor, "Item 23");
    monitor_resize(monitor, 200, 50);
    monitor_shows(monitor, "Section 25");
    monitor_end(monitor);
}

/* One section has the whole width. */
static void test_one_section(void **state)
{
    (void)state;
    struct test_monitor *monitor = start_with(1, 200, 30);
    monitor_shows(monitor, "Section 1");
    monitor_type(monitor, "Tab S-Tab Left Right Down Up Enter");
    monitor_shows(monitor, "Target 1");
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_moving),
        cmocka_unit_test(test_clicks),
        cmocka_unit_test(test_many_sections),
        cmocka_unit_test(test_one_section),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
