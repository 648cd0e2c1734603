/* What the terminal answers, and what the user typed meanwhile, told apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "duban/text.h"
#include "ui/term_probe.h"

static void feed(const char *bytes, bool done, int width, const char *typed)
{
    struct probe probe = {0};
    for (const char *byte = bytes; *byte != '\0' && !probe.done; byte++)
        probe_feed(&probe, *byte);
    assert_int_equal(probe.done, done);
    assert_int_equal(probe.width, width);
    assert_int_equal(probe.typed_len, strlen(typed));
    assert_memory_equal(probe.typed, typed, probe.typed_len);
}

static void test_answers(void **state)
{
    (void)state;
    feed("\033[1;2R", true, 1, "");
    feed("\033[24;3R", true, 2, "");
    feed("\033[1;80R", true, 0, ""); /* somewhere else: no answer to our question */
    feed("\033[1;", false, 0, "");
}

static void test_typed_meanwhile(void **state)
{
    (void)state;
    feed("q\033[1;2R", true, 1, "q");
    feed("\033[A\033[1;3R", true, 2, "\033[A");
    feed("ab\033\033[1;2R", true, 1, "ab\033");
    feed("\xE5\xAD\xA6\033[1;2R", true, 1, "\xE5\xAD\xA6");
}

static void test_ambiguous_characters(void **state)
{
    (void)state;
    static const int32_t ambiguous[] = {0x2460, 0x201C, 0x201D, 0x2014,
                                        0x2026, 0x2588, 0x2500, 0xD7};
    for (size_t i = 0; i < COUNT_OF(ambiguous); i++) {
        assert_true(text_is_ambiguous(ambiguous[i]));
        assert_int_equal(text_char_width(ambiguous[i]), 1);
        text_ambiguous_width(2);
        assert_int_equal(text_char_width(ambiguous[i]), 2);
        text_ambiguous_width(1);
    }
    static const int32_t others[] = {'a', 0x5B66, 0x300, 0x20000, 0xA0, 0x3000};
    for (size_t i = 0; i < COUNT_OF(others); i++) {
        int width = text_char_width(others[i]);
        assert_false(text_is_ambiguous(others[i]));
        text_ambiguous_width(2);
        assert_int_equal(text_char_width(others[i]), width);
        text_ambiguous_width(1);
    }
    text_ambiguous_width(2);
    assert_int_equal(text_width(SV("\xE2\x80\x9C\xE5\x9B\x9B\xE6\x9C\x89\xE2\x80\x9D")), 8);
    text_ambiguous_width(1);
    assert_int_equal(text_width(SV("\xE2\x80\x9C\xE5\x9B\x9B\xE6\x9C\x89\xE2\x80\x9D")), 6);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers),
        cmocka_unit_test(test_typed_meanwhile),
        cmocka_unit_test(test_ambiguous_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
