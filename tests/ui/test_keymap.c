/* The list of actions is what the keys do, and what help and hints say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/ui_keys.h"
#include "ui/ui.h"

/* The first key that the list shows for an action; of "1-9" the first. */
static struct key first_key(struct sv name)
{
    struct buf text = {0};
    struct key key = {.code = KEYCODE_NONE};
    buf_add(&text, sv_eq(name, SV("1-9")) ? SV("1") : name);
    struct keys keys = keys_of(buf_text(&text));
    assert_true(keys_next(&keys, &key));
    buf_free(&text);
    return key;
}

/* Each key that the list names does what the list says, on every screen where it says so; so no
 * action hides another. */
static void test_every_key_is_its_action(void **state)
{
    (void)state;
    struct ui_options options = {.lang = LANG_EN};
    struct ui *ui = ui_new(&options);
    for (enum screen_id screen = 0; screen < SCREEN_TOTAL; screen++) {
        unsigned where = screen_where(ui, screen);
        for (enum action action = ACTION_NONE + 1; action < ACTION_TOTAL; action++) {
            struct sv rest = sv_from(action_info(action)->keys), name;
            while (action_works(action, where) && sv_split(&rest, ' ', &name)) {
                enum action got = keymap_action(first_key(name), where);
                if (got != action)
                    fail_msg("%.*s on %s does '%s', not '%s'", SV_ARG(name),
                             screen_info(screen)->name, action_info(got)->help,
                             action_info(action)->help);
            }
        }
    }
    ui_free(ui);
}

static void test_no_key_where_it_does_nothing(void **state)
{
    (void)state;
    struct ui_options reader = {.lang = LANG_EN, .read_only = true};
    struct ui *ui = ui_new(&reader);
    for (enum screen_id screen = 0; screen < SCREEN_TOTAL; screen++) {
        unsigned where = screen_where(ui, screen);
        assert_false(where & WRITES);
        for (enum action action = ACTION_NONE + 1; action < ACTION_TOTAL; action++) {
            if (action_info(action)->where & WRITES)
                assert_false(action_works(action, where));
        }
    }
    ui_free(ui);
}

/* Every action has a key, a help text, and a place; and every screen says what it is. */
static void test_the_list_is_whole(void **state)
{
    (void)state;
    for (enum action action = ACTION_NONE + 1; action < ACTION_TOTAL; action++) {
        assert_string_not_equal(action_info(action)->keys, "");
        assert_string_not_equal(action_info(action)->help, "");
        assert_true(action_info(action)->where & ~(unsigned)WRITES);
    }
    for (enum screen_id screen = 0; screen < SCREEN_TOTAL; screen++)
        assert_string_not_equal(screen_info(screen)->name, "");
}

static void test_the_text_has_them_all(void **state)
{
    (void)state;
    struct buf text = {0};
    ui_keys_text(&text);
    for (enum action action = ACTION_NONE + 1; action < ACTION_TOTAL; action++) {
        if (!strstr(buf_text(&text), action_info(action)->help))
            fail_msg("'%s' is not in the list of keys", action_info(action)->help);
    }
    for (enum screen_id screen = 0; screen < SCREEN_TOTAL; screen++)
        assert_non_null(strstr(buf_text(&text), screen_info(screen)->name));
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_key_is_its_action),
        cmocka_unit_test(test_no_key_where_it_does_nothing),
        cmocka_unit_test(test_the_list_is_whole),
        cmocka_unit_test(test_the_text_has_them_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
