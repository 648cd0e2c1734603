#include "duban/sv.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "duban/attr.h"

static void test_from(void **state)
{
    (void)state;
    assert_int_equal(sv_from(NULL).len, 0);
    assert_int_equal(sv_from("").len, 0);
    assert_int_equal(sv_from("督办").len, 6);
}

static void test_skip(void **state)
{
    (void)state;
    static const struct {
        struct sv text;
        size_t from;
        struct sv want;
    } rows[] = {
        {{"abc", 3}, 0, {"abc", 3}}, {{"abc", 3}, 1, {"bc", 2}},        {{"abc", 3}, 3, {NULL, 0}},
        {{"abc", 3}, 4, {NULL, 0}},  {{"abc", 3}, SIZE_MAX, {NULL, 0}}, {{NULL, 0}, 0, {NULL, 0}},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct sv got = sv_skip(rows[i].text, rows[i].from);
        if (!sv_eq(got, rows[i].want))
            fail_msg("row %zu: got \"%.*s\"", i, SV_ARG(got));
    }
}

static void test_trim(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"", ""},
        {" ", ""},
        {" \t\n\v\f\r", ""},
        {"a", "a"},
        {" a", "a"},
        {"a ", "a"},
        {"\ta b\r\n", "a b"},
        {"\x1f"
         "a\x08",
         "\x1f"
         "a\x08"},                /* controls that are no space stay */
        {"\u3000学", "\u3000学"}, /* the ideographic space is not ASCII */
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct sv got = sv_trim(sv_from(rows[i].text));
        if (!sv_eq(got, sv_from(rows[i].want)))
            fail_msg("row %zu: got \"%.*s\"", i, SV_ARG(got));
    }
}

static void test_eq(void **state)
{
    (void)state;
    static const struct {
        struct sv a, b;
        bool same, same_nocase;
    } rows[] = {
        {{NULL, 0}, {"", 0}, true, true},       {{"a", 1}, {"a", 1}, true, true},
        {{"a", 1}, {"A", 1}, false, true},      {{"Zz", 2}, {"zZ", 2}, false, true},
        {{"a", 1}, {"ab", 2}, false, false},    {{"ab", 2}, {"a", 1}, false, false},
        {{"@", 1}, {"`", 1}, false, false},     {{"[", 1}, {"{", 1}, false, false},
        {{"a\0b", 3}, {"a\0b", 3}, true, true}, {{"a\0b", 3}, {"a\0c", 3}, false, false},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (sv_eq(rows[i].a, rows[i].b) != rows[i].same)
            fail_msg("row %zu: same bytes?", i);
        if (sv_eq_nocase(rows[i].a, rows[i].b) != rows[i].same_nocase)
            fail_msg("row %zu: same but for case?", i);
    }
}

static void test_cmp(void **state)
{
    (void)state;
    static const struct {
        struct sv a, b;
        int sign;
    } rows[] = {
        {{NULL, 0}, {NULL, 0}, 0},   {{NULL, 0}, {"a", 1}, -1}, {{"a", 1}, {NULL, 0}, 1},
        {{"a", 1}, {"b", 1}, -1},    {{"b", 1}, {"a", 1}, 1},   {{"a", 1}, {"ab", 2}, -1},
        {{"ab", 2}, {"a", 1}, 1},    {{"ab", 2}, {"ab", 2}, 0}, {{"b", 1}, {"ab", 2}, 1},
        {{"z", 1}, {"\x80", 1}, -1}, /* bytes count without sign */
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        int got = sv_cmp(rows[i].a, rows[i].b);
        if ((got > 0) - (got < 0) != rows[i].sign)
            fail_msg("row %zu: got %d", i, got);
    }
}

static void test_split(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *pieces[4]; /* up to NULL */
    } rows[] = {
        {"", {NULL}},
        {"a", {"a", NULL}},
        {"a,b", {"a", "b", NULL}},
        {",a", {"", "a", NULL}},
        {"a,,b", {"a", "", "b", NULL}},
        {"a,", {"a", NULL}}, /* nothing behind the last separator is no piece */
        {",", {"", NULL}},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct sv rest = sv_from(rows[i].text), piece;
        size_t count = 0;
        for (; sv_split(&rest, ',', &piece); count++) {
            if (rows[i].pieces[count] == NULL || !sv_eq(piece, sv_from(rows[i].pieces[count])))
                fail_msg("row %zu: piece %zu is \"%.*s\"", i, count, SV_ARG(piece));
        }
        if (rows[i].pieces[count] != NULL)
            fail_msg("row %zu: only %zu pieces", i, count);
    }
}

static void test_begins(void **state)
{
    (void)state;
    assert_true(sv_begins(SV("abc"), SV("ab")));
    assert_true(sv_begins(SV("ab"), SV("ab")));
    assert_true(sv_begins(SV("ab"), (struct sv){0}));
    assert_true(sv_begins((struct sv){0}, (struct sv){0}));
    assert_false(sv_begins(SV("ab"), SV("abc")));
    assert_false(sv_begins(SV("xab"), SV("ab")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_begins), cmocka_unit_test(test_from), cmocka_unit_test(test_skip),
        cmocka_unit_test(test_trim),   cmocka_unit_test(test_eq),   cmocka_unit_test(test_cmp),
        cmocka_unit_test(test_split),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
