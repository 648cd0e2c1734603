/* Every key that help names does something, on every screen where it says so: pressed there, it
 * changes what is shown or leaves something to the terminal. A key that is broken, or bound where
 * it can do nothing, fails here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/app_monitor.h"
#include "../support/app_ways.h"

/* What must be pressed first, for the key to have something to do. */
static const char *const before[ACTION_TOTAL] = {
    [ACTION_UP] = "Down Down",          [ACTION_LEFT] = "Right Right",
    [ACTION_PAGE_UP] = "End",           [ACTION_FIRST] = "End",
    [ACTION_FIND_NEXT] = "/ 'e' Enter", [ACTION_FIND_BEFORE] = "/ 'e' Enter",
    [ACTION_PANE] = "Tab Tab",          [ACTION_TURN] = "s",
};

/* What must be pressed then, so that the next key finds all as it was. */
static const char *const after[ACTION_TOTAL] = {[ACTION_TAKE] = "u"};

/* Where it is pressed already. */
static bool leads_here(enum action action, enum screen_id screen)
{
    return (action == ACTION_OVERVIEW && screen == SCREEN_OVERVIEW) ||
           (action == ACTION_ATTENTION && screen == SCREEN_ATTENTION) ||
           (action == ACTION_REPORTING && screen == SCREEN_REPORTING) ||
           (action == ACTION_JOURNAL && screen == SCREEN_JOURNAL) ||
           (action == ACTION_PROBLEMS && screen == SCREEN_PROBLEMS) ||
           (action == ACTION_IMPORTS && screen == SCREEN_IMPORTS) ||
           (action == ACTION_HELP && screen == SCREEN_HELP);
}

static void look(const struct test_monitor *monitor, struct buf *out)
{
    buf_clear(out);
    canvas_dump(monitor->canvas, true, out);
}

/* Presses one key there and sees whether anything happens. */
static bool does_something(struct test_monitor *monitor, enum screen_id screen, enum action action,
                           struct sv name)
{
    struct buf first = {0}, second = {0}, key = {0};
    monitor_again(monitor);
    monitor_type(monitor, monitor_ways[screen]);
    if (ui_here(monitor->machine.ui)->screen != screen)
        fail_msg("%s does not lead to %s", monitor_ways[screen], screen_info(screen)->name);
    if (before[action])
        monitor_type(monitor, before[action]);
    look(monitor, &first);
    buf_add(&key, sv_eq(name, SV("1-9")) ? SV("1") : name);
    monitor_type(monitor, buf_text(&key));
    look(monitor, &second);
    if (after[action])
        monitor_type(monitor, after[action]);
    bool changed = !sv_eq(buf_sv(&first), buf_sv(&second)) || monitor->left != UI_NONE;
    buf_free(&first);
    buf_free(&second);
    buf_free(&key);
    return changed;
}

static void check_screen(struct test_monitor *monitor, enum screen_id screen)
{
    if (!monitor_ways[screen])
        return;
    unsigned where = screen_where(monitor->machine.ui, screen);
    for (enum action action = ACTION_NONE + 1; action < ACTION_TOTAL; action++) {
        struct sv rest = sv_from(action_info(action)->keys), name;
        if (!action_works(action, where) || leads_here(action, screen))
            continue;
        while (sv_split(&rest, ' ', &name)) {
            if (!does_something(monitor, screen, action, name))
                fail_msg("%.*s (%s) does nothing on %s", SV_ARG(name), action_info(action)->help,
                         screen_info(screen)->name);
        }
    }
}

static void test_every_key(void **state)
{
    (void)state;
    struct test_monitor *monitor = monitor_start(LANG_EN, 60, 12, false);
    for (enum screen_id screen = 0; screen < SCREEN_TOTAL; screen++)
        check_screen(monitor, screen);
    monitor_end(monitor);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_every_key)};
    return cmocka_run_group_tests(tests, monitor_group_setup, monitor_group_teardown);
}
