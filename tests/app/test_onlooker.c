/* Who looks on at long work: asked in time, never twice once it was stopped, told in time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "app/onlooker.h"

static struct seen {
    int asked, told;
    bool stops;
    char last[100];
} seen;

static bool go_on(void *context)
{
    struct seen *at = context;
    at->asked++;
    return !at->stops;
}

static void tell(void *context, const char *said)
{
    struct seen *at = context;
    at->told++;
    strncpy(at->last, said, sizeof(at->last) - 1);
}

enum { LONG_AGO = 100000 };

/* As if the work had begun so long ago, and nobody had been asked or told since. */
static struct onlooker since(int64_t ms)
{
    memset(&seen, 0, sizeof(seen));
    struct onlooker onlooker = onlooker_begin(&seen, go_on, tell);
    onlooker.since -= ms;
    onlooker.asked -= ms;
    onlooker.told -= ms;
    return onlooker;
}

static void short_work_is_left_alone(void **state)
{
    (void)state;
    struct onlooker onlooker = since(0);
    onlooker.since += LONG_AGO; /* the clock has not come so far */
    onlooker.asked += LONG_AGO;
    struct err err = {0};
    assert_true(onlooker_allows(&onlooker, &err));
    onlooker_tell(&onlooker, "half");
    assert_int_equal(seen.asked + seen.told, 0);
    assert_true(onlooker_allows(NULL, &err));
    onlooker_tell(NULL, "half");
}

static void long_work_is_told_of(void **state)
{
    (void)state;
    struct onlooker onlooker = since(LONG_AGO);
    assert_true(onlooker_asked(&onlooker));
    assert_int_equal(seen.asked, 1);
    assert_string_equal(seen.last, "at work for 100 s");
    onlooker_tell(&onlooker, "half"); /* not at once again */
    assert_int_equal(seen.told, 1);
    onlooker.told -= LONG_AGO;
    onlooker_tell(&onlooker, "half");
    assert_string_equal(seen.last, "half");
}

static void what_is_stopped_is_taken_back_in_peace(void **state)
{
    (void)state;
    struct onlooker onlooker = since(LONG_AGO);
    struct err err = {0};
    seen.stops = true;
    assert_false(onlooker_asked(&onlooker));
    onlooker.asked -= LONG_AGO;
    assert_true(onlooker_asked(&onlooker)); /* a rollback goes through */
    assert_int_equal(seen.asked, 1);
    assert_false(onlooker_allows(&onlooker, &err)); /* nothing new is begun */
    assert_int_equal(err.code, ERR_BUSY);
    assert_string_equal(err.text, "stopped; nothing of it was kept");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_work_is_left_alone),
        cmocka_unit_test(long_work_is_told_of),
        cmocka_unit_test(what_is_stopped_is_taken_back_in_peace),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
