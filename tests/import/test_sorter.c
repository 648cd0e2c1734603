#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "import/sorter.h"

static uint64_t random_of(uint64_t *state)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return *state >> 33;
}

/* `count` records with few different keys, each with its number and some bytes more; they must come
 * back by key, those of a key in the order of their numbers. */
static void sort_some(uint32_t count, size_t held_max, uint64_t mask)
{
    struct sorter sorter = {.held_max = held_max};
    struct err err;
    char tail[SORTER_RECORD_MAX];
    uint64_t state = 7, sum = 0;
    memset(tail, 'x', sizeof(tail));
    for (uint32_t i = 0; i < count; i++) {
        uint64_t key = random_of(&state) & mask;
        struct sv head = {(const char *)&i, sizeof(i)}, more = {tail, key % 61};
        sum += key;
        assert_true(sorter_add(&sorter, key, head, more, &err));
    }
    assert_int_equal(sorter.count, count);
    assert_true(sorter_sort(&sorter, &err));
    uint64_t last_key = 0;
    uint32_t last = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint64_t key;
        uint32_t number;
        struct sv record;
        bool more;
        assert_true(sorter_next(&sorter, &key, &record, &more, &err));
        assert_true(more);
        assert_int_equal(record.len, sizeof(number) + key % 61);
        memcpy(&number, record.data, sizeof(number));
        assert_true(i == 0 || key > last_key || (key == last_key && number > last));
        last_key = key;
        last = number;
        sum -= key;
    }
    uint64_t key;
    struct sv record;
    bool more = true;
    assert_true(sorter_next(&sorter, &key, &record, &more, &err));
    assert_false(more);
    assert_true(sorter_next(&sorter, &key, &record, &more, &err)); /* and stays so */
    assert_false(more);
    assert_int_equal(sum, 0);
    sorter_free(&sorter);
}

static void sorts_in_memory(void **state)
{
    (void)state;
    sort_some(0, 0, UINT64_MAX);
    sort_some(1, 0, UINT64_MAX);
    sort_some(2000, 0, UINT64_MAX);
    sort_some(2000, 0, 0xFF);
    sort_some(2000, 0, 0);
}

static void sorts_in_runs(void **state)
{
    (void)state;
    sort_some(1, 1, UINT64_MAX);
    sort_some(50, 1, UINT64_MAX); /* a run each */
    sort_some(5000, 4096, UINT64_MAX);
    sort_some(5000, 4096, 0xF);
    sort_some(5000, 100000, 0xFFFF);
}

/* Given back before it was read, or half read. */
static void can_be_left_alone(void **state)
{
    (void)state;
    for (int stage = 0; stage < 3; stage++) {
        struct sorter sorter = {.held_max = 64};
        struct err err;
        uint64_t key;
        struct sv record;
        bool more;
        for (uint32_t i = 0; i < 100; i++)
            assert_true(sorter_add(&sorter, 100 - i, (struct sv){(const char *)&i, sizeof(i)},
                                   (struct sv){0}, &err));
        assert_true(stage < 1 || sorter_sort(&sorter, &err));
        assert_true(stage < 2 || sorter_next(&sorter, &key, &record, &more, &err));
        sorter_free(&sorter);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sorts_in_memory),
        cmocka_unit_test(sorts_in_runs),
        cmocka_unit_test(can_be_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
