/* Every view at sizes from 1 x 1 to 300 x 100, in every language, with ambiguous characters of one
 * column and of two: nothing is wider than the screen, no character is cut in half, what is chosen
 * and the keys that can be pressed stay in sight. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "../support/app_ways.h"

enum { COLUMNS_LEAST = 60, ROWS_LEAST = 12 }; /* below that the monitor says so */

static const int all_columns[] = {1, 2, 3, 20, 59, 60, 61, 79, 80, 100, 120, 139, 140, 141, 300};
static const int all_rows[] = {1, 2, 11, 12, 13, 16, 24, 40, 100};

struct walk {
    struct test_monitor *monitor;
    enum screen_id screen;
    enum lang lang;
};

static void complain(const struct walk *walk, const char *what)
{
    const struct canvas *canvas = walk->monitor->canvas;
    fail_msg("%s in %s at %dx%d: %s\n%s", screen_info(walk->screen)->name, lang_tag(walk->lang),
             canvas_columns(canvas), canvas_rows(canvas), what,
             buf_text(&walk->monitor->screen));
}

/* Both halves of a wide character side by side, and nothing that a terminal would obey. */
static void check_row(const struct walk *walk, int y)
{
    const struct canvas *canvas = walk->monitor->canvas;
    int columns = canvas_columns(canvas), wide = 0;
    for (int x = 0; x < columns; x++) {
        const struct cell *cell = canvas_cell(canvas, y, x);
        if ((cell->width == 0) != (wide == 2))
            complain(walk, "half of a wide character");
        if (cell->width > 0 && text_hostile(cell->text[0]))
            complain(walk, "a control character");
        if (cell->width > 0 && text_char_width(cell->text[0]) != cell->width)
            complain(walk, "a character in the wrong number of cells");
        wide = cell->width;
    }
    if (wide == 2)
        complain(walk, "a wide character over the edge");
}

/* How many cells of a row are in a role. */
static int count_role(const struct canvas *canvas, int y, enum role role)
{
    int count = 0;
    for (int x = 0; x < canvas_columns(canvas); x++)
        count += canvas_cell(canvas, y, x)->role == role;
    return count;
}

static void check_what_is_seen(const struct walk *walk)
{
    const struct canvas *canvas = walk->monitor->canvas;
    const struct ui *ui = walk->monitor->machine.ui;
    int rows = canvas_rows(canvas), chosen = 0;
    for (int y = 0; y < rows; y++)
        chosen += count_role(canvas, y, ROLE_CHOSEN) > 0;
    if (screen_info(walk->screen)->table && ui_here(ui)->list.count > 0 && chosen == 0)
        complain(walk, "the chosen row is out of sight");
    if (count_role(canvas, 0, ROLE_TITLE) != canvas_columns(canvas))
        complain(walk, "no title");
    if (count_role(canvas, rows - 1, ROLE_HINT) == 0)
        complain(walk, "no keys at the bottom");
}

static void check_size(const struct walk *walk, int columns, int rows)
{
    monitor_resize(walk->monitor, columns, rows);
    for (int y = 0; y < rows; y++)
        check_row(walk, y);
    if (columns >= COLUMNS_LEAST && rows >= ROWS_LEAST)
        check_what_is_seen(walk);
}

/* The last row is chosen at some sizes, so that lists are scrolled. */
static void check_screen(const struct walk *walk)
{
    monitor_again(walk->monitor);
    monitor_type(walk->monitor, monitor_ways[walk->screen]);
    for (size_t i = 0; i < COUNT_OF(all_columns); i++) {
        for (size_t j = 0; j < COUNT_OF(all_rows); j++)
            check_size(walk, all_columns[i], all_rows[j]);
        monitor_type(walk->monitor, i % 2 ? "Home" : "End");
    }
}

static void check_language(enum lang lang, int ambiguous)
{
    struct walk walk = {.lang = lang};
    text_ambiguous_width(ambiguous);
    walk.monitor = monitor_start(lang, 80, 24, false);
    for (walk.screen = 0; walk.screen < SCREEN_TOTAL; walk.screen++) {
        if (monitor_ways[walk.screen])
            check_screen(&walk);
    }
    monitor_end(walk.monitor);
    text_ambiguous_width(1);
}

static void test_narrow(void **state)
{
    (void)state;
    for (enum lang lang = 0; lang < LANG_COUNT; lang++)
        check_language(lang, 1);
}

static void test_wide(void **state)
{
    (void)state;
    check_language(LANG_ZH_CN, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_narrow),
        cmocka_unit_test(test_wide),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
