#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "import/code_index.h"

static void finds_codes(void **state)
{
    (void)state;
    static const char *const codes[] = {"5.1", "10", "2", "5.10", "", "a"};
    struct code_index index = {0};
    assert_int_equal(code_index_sort(&index), -1);
    assert_int_equal(code_index_find(&index, SV("5.1")), -1);
    for (int i = 0; i < 6; i++)
        code_index_add(&index, codes[i], i);
    assert_int_equal(code_index_sort(&index), -1);
    for (int i = 0; i < 6; i++)
        assert_int_equal(code_index_find(&index, sv_from(codes[i])), i);
    assert_int_equal(code_index_find(&index, SV("5")), -1);
    assert_int_equal(code_index_find(&index, SV("b")), -1);
    code_index_free(&index);
}

static void names_the_first_row_that_repeats(void **state)
{
    (void)state;
    static const char *const codes[] = {"b", "c", "a", "c", "a", "a", "b"};
    struct code_index index = {0};
    for (int i = 0; i < 7; i++)
        code_index_add(&index, codes[i], i);
    assert_int_equal(code_index_sort(&index), 3); /* the second c */
    code_index_free(&index);
}

static void grows(void **state)
{
    (void)state;
    enum { CODES = 5000 };
    static char codes[CODES][8];
    struct code_index index = {0};
    for (int i = 0; i < CODES; i++) {
        snprintf(codes[i], sizeof(codes[i]), "%d", i * 7 % CODES);
        code_index_add(&index, codes[i], i);
    }
    assert_int_equal(code_index_sort(&index), -1);
    for (int i = 0; i < CODES; i++)
        assert_int_equal(code_index_find(&index, sv_from(codes[i])), i);
    code_index_free(&index);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_codes),
        cmocka_unit_test(names_the_first_row_that_repeats),
        cmocka_unit_test(grows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
