/* The one door by which text gets on the screen: widths, halves, marks, edges. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "ui/canvas.h"

enum { COLUMNS = 8 };

static void expect(struct canvas *canvas, const char *want, size_t row)
{
    struct buf out = {0};
    canvas_dump(canvas, false, &out);
    if (!sv_eq(buf_sv(&out), sv_from(want)))
        fail_msg("row %zu: \"%s\"", row, buf_text(&out));
    buf_free(&out);
}

static void test_put(void **state)
{
    (void)state;
    static const struct {
        int y, x, width;
        const char *text, *want;
        int end; /* the column after it */
    } rows[] = {
        {0, 0, 8, "abc", "abc\n\n", 3},
        {1, 2, 8, "abc", "\n  abc\n", 5},
        {0, 0, 2, "abc", "ab\n\n", 2},
        {0, 6, 8, "abc", "      ab\n\n", 8}, /* not past the edge */
        {0, 0, 3, "督办", "督\n\n", 2},      /* no half */
        {0, 7, 8, "督", "\n\n", 7},
        {0, 0, 8, "e\u0301a", "e\u0301a\n\n", 2}, /* a mark goes with its letter */
        {0, 0, 8, "督\u0301a", "督\u0301a\n\n", 3},
        {0, 0, 8, "e\u0301\u0302\u0303\u0304\u0305", "e\u0301\u0302\u0303\u0304\uFFFD\n\n", 2},
        {0, 0, 8, "\u0301a",
         "\uFFFD"
         "a\n\n",
         2}, /* a mark joins nothing that stands there */
        {0, 0, 8, "a\x1b[1m", "a\uFFFD[1m\n\n", 5},
        {-1, 0, 8, "abc", "\n\n", 0},
        {2, 0, 8, "abc", "\n\n", 0},
        {0, -1, 8, "abc", "\n\n", -1},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct canvas *canvas = canvas_new(2, COLUMNS);
        int end = canvas_put(canvas, rows[i].y, rows[i].x, rows[i].width, ROLE_TEXT,
                             sv_from(rows[i].text));
        expect(canvas, rows[i].want, i);
        if (end != rows[i].end)
            fail_msg("row %zu ends at %d", i, end);
        canvas_free(canvas);
    }
}

/* Who writes over a half takes the whole; the other half is a blank. */
static void test_halves(void **state)
{
    (void)state;
    static const struct {
        int x;
        const char *text, *want;
    } rows[] = {
        {0, "a", "a 办\n"},
        {1, "a", " a办\n"},
        {1, "学", " 学\n"},
        {2, "ab", "督ab\n"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct canvas *canvas = canvas_new(1, COLUMNS);
        canvas_put(canvas, 0, 0, COLUMNS, ROLE_TEXT, SV("督办"));
        canvas_put(canvas, 0, rows[i].x, COLUMNS, ROLE_TEXT, sv_from(rows[i].text));
        expect(canvas, rows[i].want, i);
        canvas_free(canvas);
    }
}

static void test_fill(void **state)
{
    (void)state;
    static const struct {
        int y, x, width;
        const char *want;
    } rows[] = {
        {0, 1, 2, "a  defgh\nabcdefgh\n"},  {1, 6, 9, "abcdefgh\nabcdef\n"},
        {0, -2, 3, " bcdefgh\nabcdefgh\n"}, {-1, 0, 8, "abcdefgh\nabcdefgh\n"},
        {2, 0, 8, "abcdefgh\nabcdefgh\n"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct canvas *canvas = canvas_new(2, COLUMNS);
        for (int y = 0; y < 2; y++)
            canvas_put(canvas, y, 0, COLUMNS, ROLE_TEXT, SV("abcdefgh"));
        canvas_fill(canvas, rows[i].y, rows[i].x, rows[i].width, ROLE_TEXT);
        expect(canvas, rows[i].want, i);
        canvas_free(canvas);
    }
}

static void test_cut(void **state)
{
    (void)state;
    static const struct {
        const char *text, *left, *right;
    } rows[] = {
        {"abc", "abc\n", "  abc\n"},
        {"abcdef", "abcd~\n", "abcd~\n"},
        {"督办学", "督办~\n", "督办~\n"},
        {"a督办学", "a督~\n", "a督~\n"},
        {"", "\n", "\n"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct canvas *canvas = canvas_new(1, COLUMNS);
        assert_int_equal(canvas_left(canvas, 0, 0, 5, ROLE_TEXT, rows[i].text), 5);
        expect(canvas, rows[i].left, i);
        canvas_clear(canvas);
        assert_int_equal(canvas_right(canvas, 0, 0, 5, ROLE_TEXT, rows[i].text), 5);
        expect(canvas, rows[i].right, i);
        canvas_free(canvas);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_put),
        cmocka_unit_test(test_halves),
        cmocka_unit_test(test_fill),
        cmocka_unit_test(test_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
