#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "import/key_set.h"

static void keeps_keys_apart(void **state)
{
    (void)state;
    enum { TARGETS = 40, SCHOOLS = 50, DAYS = 60 };
    struct key_set set = {0};
    unsigned line = 0;
    for (int t = 0; t < TARGETS; t++) {
        for (int s = 0; s < SCHOOLS; s++) {
            for (int d = 0; d < DAYS; d++) {
                assert_int_equal(key_set_line(&set, t, s, 18628 + d), 0);
                key_set_add(&set, t, s, 18628 + d, ++line);
            }
        }
    }
    line = 0;
    for (int t = 0; t < TARGETS; t++) {
        for (int s = 0; s < SCHOOLS; s++) {
            for (int d = 0; d < DAYS; d++)
                assert_int_equal(key_set_line(&set, t, s, 18628 + d), ++line);
        }
    }
    key_set_free(&set);
}

static void takes_the_ends_of_the_range(void **state)
{
    (void)state;
    struct key_set set = {0};
    static const daynum days[] = {-25567, 0, 376199};
    for (unsigned i = 0; i < 3; i++) {
        key_set_add(&set, 0, 0, days[i], 1 + i);
        key_set_add(&set, 0, (1 << 22) - 1, days[i], 11 + i);
        key_set_add(&set, (1 << 21) - 1, 0, days[i], 21 + i);
    }
    for (unsigned i = 0; i < 3; i++) {
        assert_int_equal(key_set_line(&set, 0, 0, days[i]), 1 + i);
        assert_int_equal(key_set_line(&set, 0, (1 << 22) - 1, days[i]), 11 + i);
        assert_int_equal(key_set_line(&set, (1 << 21) - 1, 0, days[i]), 21 + i);
    }
    key_set_free(&set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keeps_keys_apart),
        cmocka_unit_test(takes_the_ends_of_the_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
