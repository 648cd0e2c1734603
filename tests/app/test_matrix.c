/* Every view, through the real machine: the choice stays where it was, whatever comes between; each
 * filter that is offered is tried, search on every list, and other days. test_sorts.c sorts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "../support/app_ways.h"

enum { KEY_MAX = 200 };

/* One view of one monitor. */
struct walk {
    struct test_monitor *monitor;
    enum screen_id screen;
};

static struct ui *ui_of(const struct walk *walk)
{
    return walk->monitor->machine.ui;
}

static void complain(const struct walk *walk, const char *what, const char *more)
{
    fail_msg("%s: %s %s\n%s", screen_info(walk->screen)->name, what, more,
             buf_text(&walk->monitor->screen));
}

static bool has(const struct walk *walk, unsigned have)
{
    return (screen_where(ui_of(walk), walk->screen) & have) != 0;
}

/* What is chosen, as the view finds it again; on views without a table, which of all. */
static void chosen(const struct walk *walk, char out[KEY_MAX])
{
    const struct place *here = ui_here(ui_of(walk));
    char key[LIST_KEY_MAX] = "";
    table_key(ui_of(walk), key, sizeof(key));
    snprintf(out, KEY_MAX, "%d %d %d %s", (int)here->screen, here->section,
             screen_info(here->screen)->table ? 0 : here->list.selected, key);
}

static void expect_chosen(const struct walk *walk, const char *want, const char *after)
{
    char now[KEY_MAX];
    chosen(walk, now);
    if (strcmp(now, want) != 0)
        fail_msg("%s: after %s the choice is %s, was %s\n%s", screen_info(walk->screen)->name, after,
                 now, want, buf_text(&walk->monitor->screen));
}

static void enter(const struct walk *walk, int columns, int rows)
{
    monitor_again(walk->monitor);
    monitor_resize(walk->monitor, columns, rows);
    monitor_type(walk->monitor, monitor_ways[walk->screen]);
    assert_int_equal(ui_here(ui_of(walk))->screen, walk->screen);
}

static struct walk begin(enum lang lang)
{
    struct walk walk = {.monitor = monitor_start(lang, 80, 24, false)};
    return walk;
}

/* Calls `check` on every view. */
static void each_view(struct walk *walk, void (*check)(const struct walk *walk))
{
    for (walk->screen = 0; walk->screen < SCREEN_TOTAL; walk->screen++)
        check(walk);
}

/* ---- the choice stays ------------------------------------------------------------------------ */

/* What may come between, beside a commit of another. */
static const char *const between[] = {
    "Enter Esc", "[ ]",   "( )",          "{ }", "= Enter", "= ^U Enter", "[",
    "]",         "a Esc", "/ 'z-z' Esc", "f Esc", "? Esc",  "s s S",      ": 'status' Enter Esc",
};

/* Keys that are no keys of the view are left out: Esc would leave it. */
static bool is_for(const struct walk *walk, const char *keys)
{
    unsigned where = screen_where(ui_of(walk), walk->screen);
    struct key first = {.code = KEYCODE_CHAR, .character = keys[0]};
    if (strncmp(keys, "Enter", 5) == 0)
        return action_works(ACTION_OPEN, where) && walk->screen != SCREEN_FOLDER;
    return keymap_action(first, where) != ACTION_NONE &&
           !(keys[0] == 'a' && walk->screen == SCREEN_ATTENTION) &&
           !(keys[0] == '?' && walk->screen == SCREEN_HELP) &&
           !(keys[0] == ':' && walk->screen == SCREEN_OUTPUT);
}

static void check_stays(const struct walk *walk)
{
    char want[KEY_MAX];
    enter(walk, 80, 24);
    if (has(walk, HAVE_LIST))
        monitor_type(walk->monitor, "Down Down");
    chosen(walk, want);
    for (size_t i = 0; i < COUNT_OF(between); i++) {
        if (!is_for(walk, between[i]))
            continue;
        monitor_type(walk->monitor, between[i]);
        if (walk->screen == SCREEN_WHY && i == 0) /* a number is not opened: Esc has left the view */
            monitor_type(walk->monitor, "w");
        bool gone = has(walk, HAVE_TABLE) && ui_here(ui_of(walk))->list.count == 0;
        if (!gone || between[i][0] != '[') /* the day before it may not have been there */
            expect_chosen(walk, want, between[i]);
    }
    static const int sizes[][2] = {{60, 12}, {300, 100}, {1, 1}, {120, 40}, {80, 24}};
    for (size_t i = 0; i < COUNT_OF(sizes); i++)
        monitor_resize(walk->monitor, sizes[i][0], sizes[i][1]);
    if (walk->screen != SCREEN_HELP) /* a page: all of it is seen on a large window */
        expect_chosen(walk, want, "resizing");
}

static void test_stays(void **state)
{
    (void)state;
    struct walk walk = begin(LANG_EN);
    each_view(&walk, check_stays);
    monitor_end(walk.monitor);
}

/* Somebody else writes; new rows may come above. */
static void check_stays_live(const struct walk *walk)
{
    static int value = 2;
    char want[KEY_MAX], line[100];
    enter(walk, 80, 24);
    if (has(walk, HAVE_LIST))
        monitor_type(walk->monitor, "Down Down");
    chosen(walk, want);
    snprintf(line, sizeof(line), "set 5.1 %d --school WJ-P001", value++);
    monitor_elsewhere(walk->monitor, line);
    monitor_elsewhere(walk->monitor, "problem add 'another one' --target 1.1 --due 2021-09-20");
    assert_true(monitor_poll(walk->monitor));
    expect_chosen(walk, want, "another's commit");
}

static void test_stays_live(void **state)
{
    (void)state;
    struct walk walk = begin(LANG_EN);
    each_view(&walk, check_stays_live);
    monitor_end(walk.monitor);
}

/* ---- days ------------------------------------------------------------------------------------ */

static void check_days(const struct walk *walk)
{
    enter(walk, 120, 40);
    monitor_type(walk->monitor, "[");
    monitor_shows(walk->monitor, "as of 2021-09-14");
    monitor_type(walk->monitor, "]");
    monitor_shows(walk->monitor, "as of 2021-09-15");
    monitor_type(walk->monitor, "= ^U '2021-03-01' Enter");
    monitor_shows(walk->monitor, ", since 2021-03-01");
    bool marked = strstr(buf_text(&walk->monitor->screen), "[=") ||
                  strstr(buf_text(&walk->monitor->screen), "since 2021-03-01:") ||
                  strstr(buf_text(&walk->monitor->screen), "\n+- ");
    bool said = strstr(buf_text(&walk->monitor->screen), "nothing is marked here");
    if (marked == said)
        complain(walk, "compared with another day:", marked ? "marked and denied" : "not a word");
}

static void test_days(void **state)
{
    (void)state;
    struct walk walk = begin(LANG_EN);
    each_view(&walk, check_days);
    monitor_end(walk.monitor);
}

/* ---- filters --------------------------------------------------------------------------------- */

/* Is the row what the word says? As the plan and the board have it. */
static bool is_word(const struct walk *walk, const struct row *row, struct sv word)
{
    const struct plan *plan = ui_of(walk)->board->plan;
    if (row->target >= 0) {
        const char *standing = lang_standing(ui_of(walk)->board->verdicts[row->target].standing);
        if (sv_eq(word, sv_from(standing)) ||
            sv_eq(word, sv_from(plan->targets[row->target].owner)))
            return true;
    }
    const struct school *school = row->school >= 0 ? &plan->schools[row->school] : NULL;
    return school &&
           ((school->town >= 0 &&
             sv_eq(word, sv_from(ui_name(ui_of(walk), &plan->towns[school->town].name)))) ||
            (school->kind >= 0 &&
             sv_eq(word, sv_from(ui_name(ui_of(walk), &plan->kinds[school->kind].name)))));
}

static bool is_listed(const struct walk *walk, int row)
{
    const struct list *list = &ui_here(ui_of(walk))->list;
    for (int n = 0; n < list->count; n++) {
        if (list_row(list, n) == row)
            return true;
    }
    return false;
}

static void filter(const struct walk *walk, struct sv word)
{
    const struct table *table = screen_info(walk->screen)->table;
    struct buf keys = {0};
    int all = table->count(ui_of(walk)), expected = 0;
    buf_printf(&keys, "f ^U '%.*s' Enter", SV_ARG(word));
    monitor_type(walk->monitor, buf_text(&keys));
    for (int n = 0; n < all; n++) {
        struct row row = table->row(ui_of(walk), n);
        bool is = is_word(walk, &row, word);
        expected += is;
        if (is && !is_listed(walk, n))
            complain(walk, "the filter drops a row of", buf_text(&keys));
    }
    if (expected == 0)
        complain(walk, "offered, but no row is", buf_text(&keys));
    if (ui_here(ui_of(walk))->list.count > expected + all / 10)
        complain(walk, "the filter lets too much through:", buf_text(&keys));
    buf_free(&keys);
}

static void check_filters(const struct walk *walk)
{
    struct buf offered = {0};
    if (!screen_info(walk->screen)->table)
        return;
    enter(walk, 80, 24);
    monitor_type(walk->monitor, "f");
    ui_of(walk)->question->complete(ui_of(walk), &offered);
    monitor_type(walk->monitor, "Esc");
    struct sv rest = buf_sv(&offered), word;
    while (sv_split(&rest, '\n', &word)) {
        if (word.len > 0)
            filter(walk, word);
    }
    monitor_type(walk->monitor, "f ^U 'z-z' Enter");
    assert_int_equal(ui_here(ui_of(walk))->list.count, 0);
    monitor_type(walk->monitor, "f ^U Enter");
    assert_int_equal(ui_here(ui_of(walk))->list.count,
                     screen_info(walk->screen)->table->count(ui_of(walk)));
    buf_free(&offered);
}

static void test_filters(void **state)
{
    (void)state;
    for (enum lang lang = LANG_EN; lang < LANG_COUNT; lang++) {
        struct walk walk = begin(lang);
        each_view(&walk, check_filters);
        monitor_end(walk.monitor);
    }
}

/* ---- search ---------------------------------------------------------------------------------- */

static void check_search(const struct walk *walk)
{
    char first[KEY_MAX], second[KEY_MAX];
    if (!has(walk, HAVE_FIND))
        return;
    enter(walk, 80, 24);
    monitor_type(walk->monitor, "/ 'e' Enter");
    chosen(walk, first);
    monitor_type(walk->monitor, "n");
    chosen(walk, second);
    monitor_type(walk->monitor, "N");
    expect_chosen(walk, first, "n N");
    monitor_type(walk->monitor, "n");
    expect_chosen(walk, second, "n N n");
    monitor_type(walk->monitor, "/ 'z-z' Enter");
    expect_chosen(walk, second, "nothing found");
}

static void test_search(void **state)
{
    (void)state;
    struct walk walk = begin(LANG_EN);
    each_view(&walk, check_search);
    monitor_end(walk.monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_stays),   cmocka_unit_test(test_stays_live),
        cmocka_unit_test(test_days),    cmocka_unit_test(test_filters),
        cmocka_unit_test(test_search),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
