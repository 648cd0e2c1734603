/* Everything that can be changed in the monitor is taken back with u and done again with U. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/app_monitor.h"

#define TO_5_1     "2 Enter Enter "
#define TO_WJ_P003 TO_5_1 "/ 'WJ-P003' Enter "
#define TO_SHOES   "P ^U '5.1 no shoes @Li 2021-10-01' Enter p / 'shoes' Enter "

/* The way to where it is shown, the change, and what stands there only before it, and only after ("": nothing). */
static const struct {
    const char *what, *way, *change, *before, *after;
} changes[] = {
    {"a value", TO_WJ_P003, "e '45' Enter", "40 2021-09-09", "45 2021-09-15"},
    {"a value with a note", TO_WJ_P003, "e '45 # twice' Enter", "40 2021-09-09", " twice"},
    {"a value that falls", TO_WJ_P003, "e '39 !' Enter", "40 2021-09-09", "39 2021-09-15"},
    {"a note", TO_WJ_P003, "t ^U 'two sheds' Enter", "sample.csv:12619", "two sheds"},
    {"a school's value", TO_WJ_P003 "Enter / '5.1' Enter ", "e '45' Enter", "40 2021-09-09",
     "45 2021-09-15"},
    {"a goal", TO_5_1, "o '7000' Enter", "goal 6590 ", "goal 7000 "},
    {"no goal", TO_5_1, "o 'none' Enter", "goal 6590 ", "G no goal"},
    {"a due date", TO_5_1, "d ^U '2021-11-30' Enter", "due 2021-12-31,", "due 2021-11-30,"},
    {"an owner", TO_5_1, "O ^U 'Zhang San' Enter", "owner \xE4\xBD\x95\xE7\xA7\x80\xE6\x96\x87",
     "owner Zhang San"},
    {"a step that is done",
     "@ ^U '2021-08-01' Enter / 'After-school' Enter Enter / '10.3' Enter Enter m End ",
     "m ^U '2021-07-30' Enter", "- to come", " 2021-07-30\n"},
    {"a step that is moved", "2 Enter / '5.4' Enter Enter m End ", "d ^U '2021-12-10' Enter",
     "2021-11-30", "2021-12-10"},
    {"a new problem", "p ", "P ^U '5.1 no shoes' Enter", "", "no shoes"},
    {"a problem's text", TO_SHOES, "e ^U 'no boots' Enter", "no shoes", "no boots"},
    {"a problem's date", TO_SHOES, "d ^U '2021-10-20' Enter", "2021-10-01", "2021-10-20"},
    {"a problem's owner", TO_SHOES, "O ^U 'Wang' Enter", "[Li]", "[Wang]"},
    {"a problem that is closed", TO_SHOES, "c 'bought' Enter", "2021-10-01 16 days left",
     "-> bought"},
    {"a problem that is opened again", TO_SHOES "c 'bought' Enter ", "c Enter", "-> bought",
     "2021-10-01 16 days left"},
    {"a problem that a command opens again", TO_SHOES "c 'bought' Enter ",
     ": 'problem reopen 8' Enter Esc", "-> bought", "2021-10-01 16 days left"},
    {"the plan's thresholds", TO_5_1 "w ", ": 'set-threshold plan due_soon_days 5' Enter Esc",
     "due soon from 30 days", "due soon from 5 days"},
    {"a target's thresholds", TO_5_1 "w ", ": 'set-threshold 5.1 spi_min 0.5' Enter Esc",
     "lagging below 0.90", "lagging below 0.50"},
};

/* ^L takes the message away that says what was done. */
static void expect(struct test_monitor *monitor, size_t i, const char *keys, bool after)
{
    monitor_type(monitor, keys);
    monitor_type(monitor, "^L");
    const char *there = after ? changes[i].after : changes[i].before;
    const char *gone = after ? changes[i].before : changes[i].after;
    bool stays = gone[0] != '\0' && strstr(buf_text(&monitor->screen), gone);
    if (!strstr(buf_text(&monitor->screen), there) || stays)
        fail_msg("%s: after %s the screen should have '%s', not '%s':\n%s", changes[i].what, keys,
                 there, gone, buf_text(&monitor->screen));
}

static void test_changes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(changes); i++) {
        struct test_monitor *monitor = monitor_start(LANG_EN, 120, 40, false);
        monitor_elsewhere(monitor, "users set tester editor");
        monitor->options.value[OPTION_AS] = "tester"; /* who writes behind : too */
        expect(monitor, i, changes[i].way, false);
        expect(monitor, i, changes[i].change, true);
        expect(monitor, i, "u", false);
        expect(monitor, i, "U", true);
        expect(monitor, i, "u", false);
        monitor_end(monitor);
    }
}

/* A monitor that runs for days keeps nothing of what it read for a change. */
static void test_memory(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 100, 30, false);
    const struct arena *arena = &monitor->session.arena;
    const struct arena_block *blocks = arena->blocks;
    size_t used = arena->used;
    monitor_type(monitor, "2 Enter Enter o ^U '9' Enter d ^U '2021-11-30' Enter O ^U 'me' Enter");
    monitor_shows(monitor, "owner me");
    monitor_type(monitor, "P '5.1 no bricks' Enter p / 'bricks' Enter d ^U '2021-12-01' Enter u U u");
    monitor_shows(monitor, "taken back");
    assert_ptr_equal(arena->blocks, blocks);
    assert_int_equal(arena->used, used);
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_changes),
                                       cmocka_unit_test(test_memory)};
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
