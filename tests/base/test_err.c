#include "duban/err.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include <cmocka.h>

#include "../support/base_child.h"
#include "duban/buf.h"
#include "duban/text.h"

static void test_set(void **state)
{
    (void)state;
    struct err err = {0};
    assert_false(err_at(&err, ERR_DATA, "a.csv", 3, 5, "%d is wrong; say %s", 7, "5"));
    assert_int_equal(err.code, ERR_DATA);
    assert_string_equal(err.file, "a.csv");
    assert_int_equal(err.line, 3);
    assert_int_equal(err.column, 5);
    assert_string_equal(err.text, "7 is wrong; say 5");
    assert_false(err_set(&err, ERR_IO, "the disk is full"));
    assert_int_equal(err.code, ERR_IO);
    assert_string_equal(err.file, "");
    assert_int_equal(err.line, 0);
    assert_int_equal(err.column, 0);
    assert_string_equal(err.text, "the disk is full");
}

static void test_format(void **state)
{
    (void)state;
    static const struct {
        const char *file;
        unsigned line, column, size;
        const char *want;
    } rows[] = {
        {"", 0, 0, 99, "督办 x"},
        {"", 3, 5, 99, "督办 x"}, /* a place needs a file */
        {"a.csv", 0, 0, 99, "a.csv: 督办 x"},
        {"a.csv", 0, 5, 99, "a.csv: 督办 x"},
        {"a.csv", 3, 0, 99, "a.csv:3: 督办 x"},
        {"a.csv", 3, 5, 99, "a.csv:3:5: 督办 x"},
        {"a.csv", 4294967295u, 4294967295u, 99, "a.csv:4294967295:4294967295: 督办 x"},
        {"", 0, 0, 1, ""},
        {"", 0, 0, 3, ""},
        {"", 0, 0, 4, "督"},
        {"", 0, 0, 6, "督"},
        {"", 0, 0, 7, "督办"},
        {"", 0, 0, 8, "督办 "},
        {"", 0, 0, 9, "督办 x"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct err err;
        char out[100];
        err_at(&err, ERR_DATA, rows[i].file, rows[i].line, rows[i].column, "督办 x");
        assert_ptr_equal(err_format(&err, out, rows[i].size), out);
        if (strcmp(out, rows[i].want) != 0)
            fail_msg("row %zu: got \"%s\"", i, out);
    }
}

static void test_clean(void **state)
{
    (void)state;
    struct err err;
    err_at(&err, ERR_DATA, "a\x1b[2J.csv", 1, 1, "cell \"%s\" is wrong", "\xff\n");
    assert_string_equal(err.file, "a\uFFFD[2J.csv");
    assert_string_equal(err.text, "cell \"\uFFFD\uFFFD\" is wrong");
}

/* A text or a name too long is cut between two characters, and nothing is put in their place. */
static void test_cut(void **state)
{
    (void)state;
    struct buf chinese = {0};
    while (chinese.len < 3 * ERR_TEXT_MAX)
        buf_puts(&chinese, "督");
    for (int shift = 0; shift < 3; shift++) {
        struct err err;
        err_at(&err, ERR_DATA, chinese.data + 3 * shift, 1, 1, "%.*s%s", shift, "ab",
               buf_text(&chinese));
        size_t whole = (size_t)(ERR_TEXT_MAX - 1 - shift) / 3;
        assert_int_equal(strlen(err.text), (size_t)shift + 3 * whole);
        assert_true(text_valid(sv_from(err.text)));
        assert_null(strstr(err.text, "\uFFFD"));
        assert_int_equal(strlen(err.file), (ERR_FILE_MAX - 1) / 3 * 3);
    }
    buf_free(&chinese);
}

/* What is wrong at the end of a text that fits is shown; only what was cut is left out. */
static void test_invalid_end(void **state)
{
    (void)state;
    struct err err;
    err_set(&err, ERR_DATA, "督\xE5\x8A");
    assert_string_equal(err.text, "督\uFFFD\uFFFD");
}

static void test_wrap(void **state)
{
    (void)state;
    struct err err;
    err_at(&err, ERR_DATA, "a.csv", 2, 0, "no date; add one");
    err_at(&err, err.code, err.file, err.line, 4, "row refused: %s", err.text);
    char out[ERR_TEXT_MAX];
    assert_string_equal(err_format(&err, out, sizeof(out)),
                        "a.csv:2:4: row refused: no date; add one");
}

static void print_what_printf_refuses(void)
{
    struct err err;
    err_set(&err, ERR_IO, "%lc", (wint_t)0x7FFFFFFF);
}

static void test_bug(void **state)
{
    (void)state;
    struct base_child child;
    base_child_run(&child, print_what_printf_refuses);
    assert_int_equal(child.status, 128 + SIGABRT);
    assert_non_null(strstr(child.err, "a format that printf refuses"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_set),         cmocka_unit_test(test_format),
        cmocka_unit_test(test_clean),       cmocka_unit_test(test_cut),
        cmocka_unit_test(test_invalid_end), cmocka_unit_test(test_wrap),
        cmocka_unit_test(test_bug),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
