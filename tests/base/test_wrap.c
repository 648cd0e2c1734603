/* Where lines end: at spaces and beside Chinese, not before closing marks, rather between parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "duban/wrap.h"

static void expect(const char *text, int indent, int columns, const char *lines)
{
    struct buf out = {0};
    wrap_text(&out, sv_from(text), indent, columns);
    assert_string_equal(buf_text(&out), lines);
    buf_free(&out);
}

static void lines_end_at_spaces(void **state)
{
    (void)state;
    expect("the quick brown fox jumps over", 0, 20, "the quick brown fox\njumps over\n");
    expect("the quick brown fox jumps over", 2, 22, "  the quick brown fox\n  jumps over\n");
    expect("no-space-in-it-anywhere", 0, 20, "no-space-in-it-anywh\nere\n");
    expect("exactly twenty chars", 0, 20, "exactly twenty chars\n");
    expect("  fits  ", 0, 20, "fits\n");
    expect("", 0, 20, "");
    /* never narrower than WRAP_COLUMNS_MIN */
    expect("one two three four five", 4, 10, "    one two three four\n    five\n");
}

static void chinese_breaks_anywhere_but_at_marks(void **state)
{
    (void)state;
    expect("一二三四五六七八九十一二", 0, 20, "一二三四五六七八九十\n一二\n");
    expect("一二三四五六七八九十，一二", 0, 20, "一二三四五六七八九\n十，一二\n");
    expect("一二三四五六七八九（十）", 0, 20, "一二三四五六七八九\n（十）\n");
    /* a number is not torn apart */
    expect("一二三四五六七八九 2021-12-31", 1, 21, " 一二三四五六七八九\n 2021-12-31\n");
    assert_true(wrap_may_break('a', 0x4E00));
    assert_false(wrap_may_break('a', 'b'));
    assert_false(wrap_may_break(0x4E00, 0xFF0C));
}

static void lists_end_between_their_parts(void **state)
{
    (void)state;
    expect("better: 20; worse: 3; newly done: 4", 0, 30, "better: 20; worse: 3;\nnewly done: 4\n");
    expect("overdue:1  lagging:3  on track:7", 0, 30, "overdue:1  lagging:3\non track:7\n");
    expect("好转：二十；恶化：三；新完成：四", 0, 30, "好转：二十；恶化：三；\n新完成：四\n");
    /* Not where most of the line would stay empty. */
    expect("short; then a long sentence goes on", 0, 30, "short; then a long sentence\ngoes on\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_end_at_spaces),
        cmocka_unit_test(chinese_breaks_anywhere_but_at_marks),
        cmocka_unit_test(lists_end_between_their_parts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
