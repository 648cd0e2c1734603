/* Turns: by number, then by index, whatever the order in which they were added. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "app/turns.h"

enum { MANY = TURNS_MAX, EACH = 20 };

static void the_least_number_comes_first(void **state)
{
    (void)state;
    unsigned short seed[3] = {2021, 9, 15};
    struct turns turns = {0};
    uint64_t numbers[MANY], last = 0;
    int left[MANY];
    size_t last_index = 0, taken = 0;
    for (size_t i = MANY; i-- > 0;) {
        numbers[i] = (uint64_t)(nrand48(seed) % 50);
        left[i] = EACH;
        turns_add(&turns, i, numbers[i]);
    }
    for (; turns.count > 0; taken++) {
        size_t i = turns_first(&turns);
        assert_true(numbers[i] > last || (numbers[i] == last && (i >= last_index || taken == 0)));
        last = numbers[i];
        last_index = i;
        numbers[i] += 1 + (uint64_t)(nrand48(seed) % 50);
        if (--left[i] > 0)
            turns_move(&turns, numbers[i]);
        else
            turns_leave(&turns);
    }
    assert_int_equal(taken, MANY * EACH);
}

static void of_one_number_the_first_comes_first(void **state)
{
    (void)state;
    struct turns turns = {0};
    for (size_t i = 0; i < MANY; i++)
        turns_add(&turns, (i * 37) % MANY, 7);
    for (size_t i = 0; i < MANY; i++) {
        assert_int_equal(turns_first(&turns), i);
        turns_leave(&turns);
    }
    assert_int_equal(turns.count, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_least_number_comes_first),
        cmocka_unit_test(of_one_number_the_first_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
