/* Two people on one cell: the later one sees what the other wrote and his own, and chooses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/app_monitor.h"

/* Types `mine` in one monitor, then `theirs` in another, then takes the line in the first. */
static struct test_monitor *both(const char *mine, const char *theirs)
{
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 30, false);
    struct test_monitor *other = monitor_beside(monitor);
    monitor_type(monitor, "2 Enter Enter / 'WJ-J003' Enter");
    monitor_type(other, "2 Enter Enter / 'WJ-J003' Enter");
    monitor_type(monitor, mine);
    monitor_type(other, theirs);
    monitor_end_beside(other);
    monitor_type(monitor, "Enter");
    return monitor;
}

/* Each of the two ways to answer, from the same beginning. */
static void check(const char *mine, const char *theirs, const char *shown, const char *kept_mine,
                  const char *kept_theirs)
{
    struct test_monitor *monitor = both(mine, theirs);
    monitor_shows(monitor, shown);
    monitor_shows(monitor, "Enter: yours, Esc: theirs");
    monitor_type(monitor, "Esc");
    monitor_shows(monitor, kept_theirs);
    monitor_end(monitor);
    monitor = both(mine, theirs);
    monitor_type(monitor, "'x' Enter");
    monitor_shows(monitor, "press Enter for yours");
    monitor_type(monitor, "BS Enter");
    monitor_shows(monitor, kept_mine);
    monitor_end(monitor);
}

static void test_values(void **state)
{
    (void)state;
    check("e '500'", "e '600' Enter", "tester has written 600 (2021-09-15) meanwhile, you 500",
          "5.1: 500 kept", "600 2021-09-15");
}

/* A value that only got a note is another one. */
static void test_notes(void **state)
{
    (void)state;
    check("t 'mine'", "t 'theirs' Enter", "# theirs (", "mine", "theirs");
    check("e '500 # mine'", "t 'theirs' Enter", "you 500 # mine", "500", "theirs");
}

static void test_terms(void **state)
{
    (void)state;
    check("o '6000'", "o '7000' Enter",
          "meanwhile: goal 7000, due 2021-12-31, owner 何秀文; you: 6000", "goal 6000",
          "goal 7000");
    check("d ^U '2021-11-30'", "d ^U '2021-10-31' Enter",
          "due 2021-10-31, owner 何秀文; you: 2021-11-30", "due 2021-11-30", "due 2021-10-31");
    check("O ^U 'Li'", "O ^U 'Wang' Enter", "owner Wang; you: Li", "owner Li", "owner Wang");
    check("O ^U 'Li'", "d ^U '2021-10-31' Enter", "due 2021-10-31, owner 何秀文; you: Li",
          "owner Li", "due 2021-10-31");
}

/* Mine of one member does not carry an old one of another over theirs. */
static void test_only_what_was_typed_is_written(void **state)
{
    (void)state;
    struct test_monitor *monitor = both("O ^U 'Li'", "o '7000' Enter");
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "goal 7000");
    monitor_shows(monitor, "owner Li");
    monitor_end(monitor);
}

/* Down a column: the question comes in between, and the sheet goes on. */
static void test_sheet(void **state)
{
    (void)state;
    struct test_monitor *monitor = both("E '500'", "e '600' Enter");
    monitor_shows(monitor, "600 (2021-09-15) meanwhile, you 500");
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "]:"); /* on to the next school */
    monitor_type(monitor, "Esc");
    monitor_shows(monitor, "500 2021-09-15");
    monitor_end(monitor);
}

/* Another's commit that shows while one types is not what was seen when one began. */
static void test_seen_while_typing(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 30, false);
    monitor_type(monitor, "2 Enter Enter / 'WJ-J003' Enter e '500'");
    monitor_elsewhere(monitor, "set 5.1 600 --school WJ-J003");
    assert_true(monitor_poll(monitor));
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "has written 600 (2021-09-15) meanwhile, you 500");
    monitor_end(monitor);
}

/* What was typed is about a row that is not there any more: said, and not written elsewhere. */
static void test_rows_that_have_gone(void **state)
{
    (void)state;
    static const struct {
        const char *typed, *theirs; /* %d: the problem that was noted */
        bool shown;                 /* before the line is taken */
    } rows[] = {
        {"a / '5.1' Enter o '6000'", "set-goal 5.1 10", false}, /* done: it needs no attention */
        {"2 Enter f 'lagging' Enter o '6000'", "set-goal 5.1 10", false},
        {"p f 'unsolved asphalt' Enter d ^U '2021-12-20'", "problem close %d", true},
        {"p f 'unsolved asphalt' Enter O ^U 'Li'", "problem close %d", true},
        {"p f 'unsolved asphalt' Enter c 'done'", "problem close %d", true},
        {"p f 'Zhang' Enter O ^U 'Li'", "problem edit %d --owner Wang", false},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct test_monitor *monitor = monitor_start(LANG_EN, 120, 30, false);
        char theirs[64];
        monitor_type(monitor, "P '5.1 no asphalt @Zhang' Enter");
        const char *kept = strstr(buf_text(&monitor->screen), "problem ");
        assert_non_null(kept);
        snprintf(theirs, sizeof(theirs), rows[i].theirs, atoi(kept + strlen("problem ")));
        monitor_type(monitor, rows[i].typed);
        monitor_elsewhere(monitor, theirs);
        if (rows[i].shown)
            assert_true(monitor_poll(monitor));
        monitor_type(monitor, "Enter");
        monitor_shows(monitor, "the row has gone meanwhile; choose it again");
        monitor_type(monitor, "Esc J");
        struct buf newest = {0};
        monitor_line(monitor, 2, &newest);
        if (strstr(buf_text(&newest), "tester")) /* who sits here */
            fail_msg("row %zu was written: %s", i, buf_text(&newest));
        buf_free(&newest);
        monitor_end(monitor);
    }
}

/* A problem that somebody else opened again while one was asked: nothing is said to be done. */
static void test_opened_again(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 40, false);
    monitor_type(monitor, "P '5.1 no asphalt @Zhang' Enter");
    const char *kept = strstr(buf_text(&monitor->screen), "problem ");
    assert_non_null(kept);
    char close[64], reopen[64];
    int id = atoi(kept + strlen("problem "));
    snprintf(close, sizeof(close), "problem close %d", id);
    snprintf(reopen, sizeof(reopen), "problem reopen %d", id);
    monitor_elsewhere(monitor, close);
    monitor_poll(monitor);
    monitor_type(monitor, "p f 'asphalt' Enter c");
    monitor_elsewhere(monitor, reopen);
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "is open; there is nothing to reopen");
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),
        cmocka_unit_test(test_notes),
        cmocka_unit_test(test_rows_that_have_gone),
        cmocka_unit_test(test_opened_again),
        cmocka_unit_test(test_terms),
        cmocka_unit_test(test_only_what_was_typed_is_written),
        cmocka_unit_test(test_sheet),
        cmocka_unit_test(test_seen_while_typing),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
