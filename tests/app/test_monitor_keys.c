/* What keys do, through the real machine: moving, searching, filtering, sorting, typing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "ui/canvas.h"
#include "ui/theme.h"

/* The chosen row's line, from its highlighted handle. */
static void expect_chosen(struct test_monitor *monitor, const char *text)
{
    struct buf line = {0};
    for (int y = 1; y + 1 < canvas_rows(monitor->canvas); y++) {
        for (int x = 0; x < canvas_columns(monitor->canvas); x++) {
            if (canvas_cell(monitor->canvas, y, x)->role != ROLE_CHOSEN)
                continue;
            monitor_line(monitor, y, &line);
            if (!strstr(buf_text(&line), text))
                fail_msg("the choice is on \"%s\", not on %s:\n%s", buf_text(&line), text,
                         buf_text(&monitor->screen));
            buf_free(&line);
            return;
        }
    }
    fail_msg("nothing is chosen:\n%s", buf_text(&monitor->screen));
}

static void check(enum lang lang, const char *keys, const char *chosen)
{
    struct test_monitor *monitor = monitor_start(lang, 100, 30, false);
    monitor_type(monitor, keys);
    expect_chosen(monitor, chosen);
    monitor_end(monitor);
}

static void test_moving(void **state)
{
    (void)state;
    check(LANG_EN, "2 Enter j", "5.2");
    check(LANG_EN, "2 Enter Down Down Up", "5.2");
    check(LANG_EN, "2 Enter j k", "5.1");
    check(LANG_EN, "2 Enter End", "5.5");
    check(LANG_EN, "2 Enter End Home", "5.1");
    check(LANG_EN, "2 Enter PgDn", "5.5");
    check(LANG_EN, "2 Enter PgDn PgUp", "5.1");
    check(LANG_EN, "2 Enter k", "5.1");
    check(LANG_EN, "2 Enter j Enter Esc", "5.2"); /* where it was */
    check(LANG_EN, "2 Enter j Esc Enter", "5.2"); /* and where it was left */
}

static void test_search(void **state)
{
    (void)state;
    check(LANG_EN, "a / '21.4'", "21.4");
    check(LANG_EN, "a / '21.4' Enter", "21.4");
    check(LANG_EN, "a j j j / '21.4' Esc", "1.2"); /* dropped: back where it began */
    check(LANG_EN, "2 Enter Enter / 'wj-j003'", "WJ-J003");
    check(LANG_ZH_CN, "2 Enter Enter / '\xE5\xBA\x99\xE6\xA1\xA5'", "WJ-J001"); /* 庙桥 */
    check(LANG_EN, "2 Enter Enter / '\xE5\xBA\x99\xE6\xA1\xA5'", "WJ-J001");    /* in any */
    check(LANG_ZH_CN, "2 Enter Enter / 'mqcz'", "WJ-J001");                     /* pinyin */
    check(LANG_ZH_CN, "2 Enter Enter / 'WJ-K00' Enter n", "WJ-K002");
    check(LANG_ZH_CN, "2 Enter Enter / 'WJ-K00' Enter n n N", "WJ-K002");
    check(LANG_ZH_CN, "2 Enter Enter / 'WJ-K00' Enter N N", "WJ-K002"); /* round the end */
    check(LANG_EN, "/ '30' Enter", "30 ");
    check(LANG_EN, "/ 'z-z'", "1 "); /* nothing found: the choice stays */
}

static void test_search_says_so(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 80, 24, false);
    monitor_type(monitor, "a / 'z-z'");
    monitor_shows(monitor, "nowhere here");
    monitor_type(monitor, "Enter n");
    monitor_shows(monitor, "z-z is nowhere here");
    monitor_end(monitor);
}

static void test_filter(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 100, 30, false);
    monitor_type(monitor, "a f 'silent'");
    monitor_shows(monitor, "silent");
    monitor_lacks(monitor, " lagging");
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "filter silent: ");
    monitor_type(monitor, "f ^U 'z-z'");
    monitor_shows(monitor, "the filter lets nothing through");
    monitor_shows(monitor, "take a word away");
    monitor_type(monitor, "Esc");
    monitor_shows(monitor, "filter silent: ");
    monitor_type(monitor, "f ^U 'sil' Tab");
    monitor_shows(monitor, "offers): silent\n");
    monitor_type(monitor, "^U Enter");
    monitor_lacks(monitor, "filter silent");
    monitor_shows(monitor, "lagging");
    monitor_end(monitor);
    monitor = monitor_start(LANG_ZH_CN, 100, 30, false); /* schools, by town or kind */
    monitor_type(monitor, "2 Enter Enter f 'kindergarten' Enter");
    monitor_shows(monitor, "WJ-K001");
    monitor_lacks(monitor, "WJ-P001");
    monitor_end(monitor);
}

static void test_sort(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 30, false);
    monitor_type(monitor, "2 Enter");
    monitor_orders(monitor, "5.1", "5.5");
    monitor_type(monitor, "s");
    monitor_shows(monitor, "targetv");
    monitor_type(monitor, "S");
    monitor_shows(monitor, "target^");
    monitor_orders(monitor, "5.5", "5.1");
    expect_chosen(monitor, "5.1"); /* the choice moves with its row */
    monitor_type(monitor, "s s s s");
    monitor_shows(monitor, "SPIv");
    monitor_orders(monitor, "5.3", "5.1");
    monitor_type(monitor, "s s s");
    monitor_lacks(monitor, "targetv"); /* as the rows come */
    monitor_orders(monitor, "5.1", "5.3");
    monitor_end(monitor);
}

static void test_typing(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 24, false);
    monitor_type(monitor, "2 Enter Enter e '12' Left Left '3' End '4' Home Del");
    monitor_shows(monitor, ": 124");
    monitor_type(monitor, "^A '9' ^E BS");
    monitor_shows(monitor, ": 912\n");
    monitor_type(monitor, "^A Right ^K ' x y' ^W");
    monitor_shows(monitor, ": 9 x\n");
    monitor_type(monitor, "^U '\xE5\xBA\x99\xE6\xA1\xA5' Left '1'"); /* wide ones move whole */
    monitor_shows(monitor, ": \xE5\xBA\x99"
                           "1\xE6\xA1\xA5");
    monitor_type(monitor, "BS BS");
    monitor_shows(monitor, ": \xE6\xA1\xA5");
    monitor_type(monitor, "^U Paste 'q' Enter ':' PasteEnd "); /* pasted: text, and no Enter */
    monitor_shows(monitor, ": q:");
    monitor_type(monitor, "^C");
    monitor_lacks(monitor, ": q:");
    monitor_type(monitor, "Paste 'q' PasteEnd");
    assert_int_equal(monitor->left, UI_NONE);
    monitor_end(monitor);
}

static void test_read_only(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 80, 24, true);
    monitor_shows(monitor, "READ ONLY");
    monitor_lacks(monitor, "u undo");
    monitor_type(monitor, "2 Enter Enter e");
    monitor_shows(monitor, "open for reading only");
    monitor_end(monitor);
}

/* Nobody is sent to a key that writes where nothing may be written. */
static void test_empty_for_readers(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 80, 24, false);
    monitor_type(monitor, "1 Enter Enter m");
    monitor_shows(monitor, "no dated steps; e enters how far it is");
    monitor_end(monitor);
    monitor = monitor_start(LANG_EN, 80, 24, true);
    monitor_type(monitor, "1 Enter Enter m");
    monitor_shows(monitor, "this target has no dated steps");
    monitor_lacks(monitor, "e enters");
    monitor_type(monitor, "@ ^U '2021-01-01' Enter p");
    monitor_shows(monitor, "no problem is noted");
    monitor_lacks(monitor, "P notes");
    monitor_type(monitor, "i");
    monitor_shows(monitor, "no file was taken in yet");
    monitor_lacks(monitor, "takes one in");
    monitor_end(monitor);
}

static void test_mouse(void **state)
{
    (void)state;
    check(LANG_EN, "a @5,10", "1.2"); /* the head stands on line 1 */
    check(LANG_EN, "a @5,10 WheelDn", "5.1");
    check(LANG_EN, "a @10,10 WheelUp", "3.3");
    check(LANG_EN, "a @0,10", "30.3"); /* the title is no row */
    check(LANG_EN, "@3,5", "2 ");
    check(LANG_EN, "@3,60", "6 ");
    struct test_monitor *monitor = monitor_start(LANG_EN, 80, 24, false);
    monitor_type(monitor, "@3,60 @3,60"); /* what is chosen already is opened */
    monitor_shows(monitor, "6.1");
    monitor_type(monitor, "WheelDn Esc a @3,5 @3,5");
    monitor_shows(monitor, "attention > 4.1");
    monitor_type(monitor, "e @5,5 '7'"); /* no clicks while one types */
    monitor_shows(monitor, ": 7");
    monitor_end(monitor);
}

/* Why an item or a section stands so, down to a target and its schools. */
static void test_why(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 100, 30, false);
    monitor_type(monitor, "2 w");
    monitor_shows(monitor, "L lagging; its worst: 5.1 5.3");
    monitor_shows(monitor, "sum of weight x share");
    monitor_shows(monitor, "= 76%"); /* as the overview has it */
    monitor_type(monitor, "/ '5.3' Enter Enter");
    monitor_shows(monitor, "why > why");
    monitor_shows(monitor, "sample.csv:");
    monitor_shows(monitor, "; lagging below 0.90");
    monitor_type(monitor, "g a / '30.3' Enter w");
    monitor_shows(monitor, "breaks the goal");
    monitor_lacks(monitor, "; lagging"); /* a cap is not judged by that */
    monitor_type(monitor, "g 6 W");
    monitor_shows(monitor, "a target with a veto is breached: 30.3");
    monitor_type(monitor, "g 2 Enter W");
    monitor_shows(monitor, "its worst: 5.1 5.3");
    monitor_end(monitor);
    monitor = monitor_start(LANG_ZH_CN, 60, 40, false); /* long lines go on below */
    monitor_type(monitor, "2 Enter Enter w");
    monitor_shows(monitor, "          全程的10%为滞后");
    monitor_end(monitor);
}

/* What a message of the command line calls an option or a command has a key here. */
static void test_names_keys(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 60, 12, false);
    monitor_type(monitor, "2 Enter Enter / 'WJ-P003' Enter e '1' Enter");
    monitor_shows(monitor, "the value falls, but 5.1 only grows; check it, or write !\n"
                           "behind it"); /* a long message takes a row more */
    monitor_type(monitor, "Esc U");
    monitor_lacks(monitor, "'duban ");
    monitor_type(monitor, "i + / 'files' Enter Enter / 'a.csv' Enter Enter / 'fit the' Enter");
    monitor_shows(monitor, "a.csv:3:4: 0 does not fit");
    monitor_lacks(monitor, "--");
    monitor_resize(monitor, 120, 30);
    monitor_shows(monitor, "import the file with key F\n");
    monitor_type(monitor, "Esc : 'import files/a.csv' Enter i Home Enter / 'fit the' Enter");
    monitor_shows(monitor, "import the file with key F of the preview\n"); /* it is in, and past */
    monitor_end(monitor);
}

static void test_leaving(void **state)
{
    (void)state;
    static const struct {
        const char *keys;
        enum ui_request_type left;
    } rows[] = {{"q", UI_QUIT}, {"^C", UI_QUIT}, {"^Z", UI_SUSPEND}, {"^L", UI_REDRAW}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct test_monitor *monitor = monitor_start(LANG_EN, 80, 24, false);
        monitor_type(monitor, rows[i].keys);
        assert_int_equal(monitor->left, rows[i].left);
        monitor_end(monitor);
    }
}

/* So they do from a line of input, which is as it was afterwards. */
static void test_leaving_a_line(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 80, 24, false);
    monitor_type(monitor, "1 Enter Enter / 'WJ-P001' Enter e '1 # sen' ^Z");
    assert_int_equal(monitor->left, UI_SUSPEND);
    monitor_type(monitor, "'t' ^L");
    assert_int_equal(monitor->left, UI_REDRAW);
    monitor_shows(monitor, "> 1 # sent");
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "1.1: 1 kept");
    monitor_end(monitor);
}

/* Where no row is left no key is hinted that would be about one, and nothing else is blamed. */
static void test_no_rows(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 80, 24, false);
    monitor_type(monitor, "p f 'no such' Enter");
    monitor_shows(monitor, "no such: 0  f filter  u undo");
    monitor_type(monitor, "i f 'no such' Enter");
    monitor_shows(monitor, "no such: 0  + take in  f filter");
    monitor_type(monitor, "g Enter Enter f 'no such' Enter");
    monitor_shows(monitor, "no such: 0  w why  o goal  d date  b chart");
    monitor_type(monitor, "e");
    monitor_lacks(monitor, "in the scope");
    monitor_type(monitor, "Esc f 'no such' Enter o");
    monitor_lacks(monitor, "about no target");
    monitor_type(monitor, "f ^U Enter");
    monitor_shows(monitor, "Enter open  w why");
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_moving),
        cmocka_unit_test(test_search),
        cmocka_unit_test(test_search_says_so),
        cmocka_unit_test(test_filter),
        cmocka_unit_test(test_sort),
        cmocka_unit_test(test_typing),
        cmocka_unit_test(test_read_only),
        cmocka_unit_test(test_mouse),
        cmocka_unit_test(test_empty_for_readers),
        cmocka_unit_test(test_leaving),
        cmocka_unit_test(test_why),
        cmocka_unit_test(test_names_keys),
        cmocka_unit_test(test_leaving_a_line),
        cmocka_unit_test(test_no_rows),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
