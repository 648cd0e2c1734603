/* The problem list in the monitor: noted, changed, closed and taken back by key; and what needs
 * care as the command has it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "app/run_line.h"

static struct test_monitor *start(const char *keys)
{
    struct test_monitor *monitor = monitor_start(LANG_EN, 120, 30, false);
    monitor_type(monitor, keys);
    return monitor;
}

static void test_noting(void **state)
{
    (void)state;
    struct test_monitor *monitor = start("2 Enter Enter P");
    monitor_shows(monitor, "due date): 5.1");
    monitor_type(monitor, "'WJ-K00' Tab '1 no land, none at all @Building office 2021-09-01'");
    monitor_shows(monitor, "due before it was noted");
    monitor_type(monitor, "^W '2021-10-01' Enter");
    monitor_shows(monitor, "problem 1 kept");
    monitor_type(monitor, "p");
    monitor_shows(monitor, "5.1 WJ-K001");
    monitor_shows(monitor, "no land, none at all");
    monitor_shows(monitor, "Building office");
    monitor_shows(monitor, "16 days left");
    monitor_type(monitor, "u");
    monitor_shows(monitor, "no problem is noted");
    monitor_type(monitor, "U");
    monitor_shows(monitor, "no land, none at all");
    monitor_type(monitor, "Enter e");
    monitor_shows(monitor, "Value of Nanhe Kindergarten"); /* the row that it is about */
    monitor_end(monitor);
}

/* Nobody puts a blank between Chinese and the mark of who answers for it; a mail's is none. */
static void test_owner_behind_chinese(void **state)
{
    (void)state;
    struct test_monitor *monitor = start("P '5.1 围墙倒塌@李主任 2021-10-01' Enter p");
    monitor_shows(monitor, "围墙倒塌  [李主任]");
    monitor_type(monitor, "u P '5.1 ask wall@example.org 2021-10-01' Enter");
    monitor_shows(monitor, "ask wall@example.org  [何秀文]");
    monitor_end(monitor);
}

static void test_what_cannot_be_noted(void **state)
{
    (void)state;
    struct test_monitor *monitor = start("P 'no land'");
    monitor_shows(monitor, "begin with the code");
    monitor_type(monitor, "^U '5.1 '");
    monitor_shows(monitor, "problem");
    monitor_type(monitor, "Enter"); /* not taken */
    monitor_shows(monitor, "): 5.1");
    monitor_type(monitor, "Esc p");
    monitor_shows(monitor, "no problem is noted");
    monitor_end(monitor);
}

static void test_changing_and_closing(void **state)
{
    (void)state;
    struct test_monitor *monitor = start("P '5.1 no land 2021-10-01' Enter p");
    monitor_type(monitor, "d ^U '2021-11-05' Enter");
    monitor_shows(monitor, "problem 1: due 2021-11-05, owner 何秀文");
    monitor_type(monitor, "O ^U 'Zhang' Enter");
    monitor_shows(monitor, "due 2021-11-05, owner Zhang");
    monitor_type(monitor, "d ^U '1999-01-01' Enter");
    monitor_shows(monitor, "due before it was noted");
    monitor_type(monitor, "Esc c");
    monitor_shows(monitor, "Close problem 1 (no land)? Enter: yes, Esc: no");
    monitor_type(monitor, "Esc");
    monitor_lacks(monitor, "= closed");
    monitor_type(monitor, "c 'bought some' Enter");
    monitor_shows(monitor, "= closed");
    monitor_shows(monitor, "-> bought some");
    monitor_type(monitor, "d");
    monitor_shows(monitor, "this problem is closed");
    monitor_type(monitor, "u u u"); /* the closing, the owner, the date */
    monitor_lacks(monitor, "= closed");
    monitor_lacks(monitor, "Zhang");
    monitor_shows(monitor, "2021-10-01");
    monitor_type(monitor, "U U U");
    monitor_shows(monitor, "= closed");
    monitor_type(monitor, "J");
    monitor_resize(monitor, 160, 30);
    monitor_shows(monitor, "1 no land, <= 2021-10-01 -> 1 no land, <= 2021-11-05");
    monitor_end(monitor);
}

static void test_two_people_on_one_problem(void **state)
{
    (void)state;
    struct test_monitor *monitor = start("P '5.1 no land 2021-10-01' Enter p O ^U 'Zhang'");
    struct test_monitor *other = monitor_beside(monitor);
    monitor_type(other, "p d ^U '2021-12-01' Enter");
    monitor_type(monitor, "Enter");
    monitor_shows(monitor,
                  "meanwhile: due 2021-12-01, owner 何秀文; you: due 2021-12-01, owner Zhang");
    monitor_type(monitor, "Esc");
    monitor_shows(monitor, "2021-12-01");
    monitor_lacks(monitor, "Zhang");
    monitor_poll(other);
    monitor_type(monitor, "d ^U '2021-11-30'"); /* with it the other's owner stays */
    monitor_type(other, "O ^U 'Wang' Enter");
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "you: due 2021-11-30, owner Wang");
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "due 2021-11-30, owner Wang");
    monitor_type(monitor, "d ^U '2021-12-01' Enter");
    monitor_type(monitor, "O ^U 'Zhang' Enter");
    monitor_shows(monitor, "due 2021-12-01, owner Zhang");
    assert_true(monitor_poll(other));
    monitor_type(monitor, "e ^U 'no bricks'");
    monitor_type(other, "e ^U 'no mortar' Enter");
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "meanwhile: no mortar; you: no bricks");
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "no bricks");
    monitor_lacks(monitor, "no mortar");
    monitor_end_beside(other);
    monitor_end(monitor);
}

static void test_overdue_stand_out(void **state)
{
    (void)state;
    struct test_monitor *monitor = start("");
    monitor_elsewhere(monitor,
                      "problem add 'no land' --school WJ-K001 --date 2021-05-01 --due 2021-09-01");
    assert_true(monitor_poll(monitor));
    monitor_type(monitor, "p");
    monitor_shows(monitor, "! overdue");
    monitor_shows(monitor, "14 days over");
    monitor_type(monitor, "f 'overdue' Enter a");
    monitor_shows(monitor, "#1");
    monitor_shows(monitor, "clear it away");
    monitor_type(monitor, "/ 'no land' Enter o"); /* no target, no goal */
    monitor_shows(monitor, "about no target");
    monitor_type(monitor, "Enter");
    monitor_shows(monitor, "attention > problems");
    monitor_type(monitor, "{ { { { {"); /* a day that did not know it */
    monitor_shows(monitor, "no problem is noted");
    monitor_end(monitor);
}

/* The rows of the screen stand as those of the command. */
static void test_attention_as_the_command(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 160, 60, false);
    struct buf out = {0}, line = {0};
    monitor_type(monitor, "a");
    assert_int_equal(run_line(&monitor->session, "attention --format csv", 80, &out), 0);
    struct sv rest = buf_sv(&out), row, cell;
    int y = 1, rows = 0;
    for (sv_split(&rest, '\n', &row); sv_split(&rest, '\n', &row) && row.len > 0; rows++) {
        sv_split(&row, ',', &cell); /* the kind */
        sv_split(&row, ',', &cell);
        monitor_line(monitor, ++y, &line);
        struct sv shown = sv_skip(buf_sv(&line), 2);
        shown.len = cell.len;
        if (!sv_eq(shown, cell))
            fail_msg("%.*s is not in row %d: %s", SV_ARG(cell), y, buf_text(&line));
    }
    assert_true(rows > 20);
    buf_free(&out);
    buf_free(&line);
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_noting),
        cmocka_unit_test(test_owner_behind_chinese),
        cmocka_unit_test(test_what_cannot_be_noted),
        cmocka_unit_test(test_changing_and_closing),
        cmocka_unit_test(test_two_people_on_one_problem),
        cmocka_unit_test(test_overdue_stand_out),
        cmocka_unit_test(test_attention_as_the_command),
    };
    return cmocka_run_group_tests(tests, monitor_group_setup_bare, monitor_group_teardown);
}
