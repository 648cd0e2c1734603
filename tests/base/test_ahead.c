#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>

#include "../support/base_threads.h"
#include "duban/ahead.h"

enum { PLACES_MAX = 5, FOR_EVER = -1 };

/* Numbers, one a place. */
struct numbers {
    int places[PLACES_MAX];
    int made, last; /* FOR_EVER: there is no last one */
    bool blocks_signals;
};

static bool make_number(void *context, size_t place)
{
    struct numbers *numbers = context;
    sigset_t mask;
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    numbers->blocks_signals = sigismember(&mask, SIGINT) && sigismember(&mask, SIGTERM);
    numbers->places[place] = numbers->made++;
    return numbers->made - 1 != numbers->last;
}

static void count_to(int last, size_t places)
{
    struct numbers numbers = {.last = last};
    struct ahead *ahead = ahead_start(places, make_number, &numbers);
    assert_non_null(ahead);
    int next = 0;
    for (size_t at; ahead_next(ahead, &at); next++) {
        assert_true(at == (size_t)next % places);
        assert_int_equal(numbers.places[at], next);
    }
    assert_int_equal(next, last + 1);
    size_t at;
    assert_false(ahead_next(ahead, &at));
    ahead_stop(ahead);
    assert_int_equal(numbers.made, last + 1);
}

static void hands_out_all_in_order(void **state)
{
    (void)state;
    for (size_t places = 1; places <= PLACES_MAX; places++) {
        count_to(0, places);
        count_to(1, places);
        count_to(20000, places);
    }
}

/* Whether it waits for room, fills a place, or has hardly begun. */
static void stops_anywhere(void **state)
{
    (void)state;
    for (int taken = 0; taken < 40; taken++) {
        struct numbers numbers = {.last = FOR_EVER};
        struct ahead *ahead = ahead_start(3, make_number, &numbers);
        assert_non_null(ahead);
        for (int i = 0; i < taken; i++) {
            size_t at;
            assert_true(ahead_next(ahead, &at));
            assert_int_equal(numbers.places[at], i);
        }
        ahead_stop(ahead);
        assert_true(numbers.made >= taken && numbers.made <= taken + 3);
    }
}

static void leaves_signals_to_the_caller(void **state)
{
    (void)state;
    size_t at;
    sigset_t mask;
    struct numbers numbers = {.last = 0};
    struct ahead *ahead = ahead_start(1, make_number, &numbers);
    assert_non_null(ahead);
    assert_true(ahead_next(ahead, &at));
    ahead_stop(ahead);
    pthread_sigmask(SIG_SETMASK, NULL, &mask);
    assert_true(numbers.blocks_signals);
    assert_false(sigismember(&mask, SIGINT) || sigismember(&mask, SIGTERM));
}

static void says_when_there_is_no_thread(void **state)
{
    (void)state;
    struct numbers numbers = {.last = 0};
    threads_refused = true;
    assert_null(ahead_start(1, make_number, &numbers));
    threads_refused = false;
    assert_int_equal(numbers.made, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_out_all_in_order),
        cmocka_unit_test(stops_anywhere),
        cmocka_unit_test(leaves_signals_to_the_caller),
        cmocka_unit_test(says_when_there_is_no_thread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
