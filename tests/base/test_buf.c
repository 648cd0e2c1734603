#include "duban/buf.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include <cmocka.h>

#include "../support/base_child.h"

static void test_empty(void **state)
{
    (void)state;
    struct buf buf = {0};
    assert_string_equal(buf_text(&buf), "");
    assert_int_equal(buf_sv(&buf).len, 0);
    buf_clear(&buf);
    buf_fill(&buf, 'x', 0);
    buf_fill(&buf, 'x', -1);
    assert_null(buf.data);
    buf_add(&buf, (struct sv){NULL, 0});
    assert_string_equal(buf_text(&buf), "");
    buf_free(&buf);
    buf_free(&buf);
}

static void test_add(void **state)
{
    (void)state;
    struct buf buf = {0};
    buf_puts(&buf, "督办");
    buf_putc(&buf, '\0');
    buf_printf(&buf, "%s|%d", "x", 7);
    buf_printf(&buf, "%s", "");
    buf_fill(&buf, '-', 3);
    buf_add(&buf, SV("!"));
    assert_int_equal(buf.len, 14);
    assert_memory_equal(buf.data, "督办\0x|7---!", 15); /* with the terminator */
    buf_clear(&buf);
    assert_int_equal(buf.len, 0);
    assert_string_equal(buf_text(&buf), "");
    assert_true(buf.size > 0);
    buf_puts(&buf, "again");
    assert_string_equal(buf_text(&buf), "again");
    buf_free(&buf);
    assert_null(buf.data);
}

/* The terminator has its byte at every length round the sizes that the buffer takes. */
static void test_grow(void **state)
{
    (void)state;
    for (int len = 0; len <= 300; len++) {
        struct buf filled = {0}, one_by_one = {0}, printed = {0};
        buf_fill(&filled, 'a', len);
        for (int i = 0; i < len; i++)
            buf_putc(&one_by_one, 'a');
        buf_printf(&printed, "%.*s", len, buf_text(&one_by_one));
        assert_int_equal(strlen(buf_text(&filled)), len);
        assert_string_equal(buf_text(&filled), buf_text(&one_by_one));
        assert_string_equal(buf_text(&filled), buf_text(&printed));
        buf_free(&filled);
        buf_free(&one_by_one);
        buf_free(&printed);
    }
}

static void add_more_than_memory(void)
{
    struct buf buf = {0};
    buf_puts(&buf, "x");
    buf_add(&buf, (struct sv){"y", SIZE_MAX});
}

static void add_half_of_memory(void)
{
    struct buf buf = {0};
    buf_puts(&buf, "x");
    buf_add(&buf, (struct sv){"y", SIZE_MAX / 2});
}

static void print_what_printf_refuses(void)
{
    struct buf buf = {0};
    buf_printf(&buf, "%lc", (wint_t)0x7FFFFFFF);
}

static void test_bugs(void **state)
{
    (void)state;
    static const struct {
        void (*body)(void);
        const char *want;
    } rows[] = {
        {add_more_than_memory, "a buffer larger than memory"},
        {add_half_of_memory, "a buffer larger than memory"},
        {print_what_printf_refuses, "a format that printf refuses"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct base_child child;
        base_child_run(&child, rows[i].body);
        if (child.status != 128 + SIGABRT || !strstr(child.err, rows[i].want))
            fail_msg("row %zu: status %d, \"%s\"", i, child.status, child.err);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_empty),
        cmocka_unit_test(test_add),
        cmocka_unit_test(test_grow),
        cmocka_unit_test(test_bugs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
