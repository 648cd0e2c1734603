/* Moments are kept in UTC and shown as the clock on the wall says, whatever the zone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "duban/stamp.h"

static void in_zone(const char *zone)
{
    setenv("TZ", zone, 1);
    tzset();
}

static void expect_shown(const char *kept, const char *shown)
{
    char out[STAMP_MAX];
    assert_string_equal(stamp_shown(kept, out), shown);
}

static void shown_as_the_wall_says(void **state)
{
    char out[STAMP_MAX];
    (void)state;
    in_zone("CST-8");
    expect_shown("2021-09-15T08:30:59Z", "2021-09-15 16:30");
    expect_shown("2021-09-15T16:00:00Z", "2021-09-16 00:00");
    expect_shown("2021-12-31T23:59:59Z", "2022-01-01 07:59");
    in_zone("UTC");
    expect_shown("2021-09-15T08:30:59Z", "2021-09-15 08:30");
    assert_string_equal(stamp_write(1631694600, out), "2021-09-15T08:30:00Z");
    expect_shown(out, "2021-09-15 08:30");
}

/* A foreign hand may have written anything. */
static void what_is_no_moment(void **state)
{
    (void)state;
    in_zone("CST-8");
    expect_shown("", "");
    expect_shown("yesterday", "yesterday");
    expect_shown("2021-02-31T08:30:59Z", "2021-02-31T08:30");
    expect_shown("2021-09-15T08:30", "2021-09-15T08:30");
    expect_shown("2021-09-15 08:30:00 and more", "2021-09-15 08:30");
    expect_shown("2021-09-15T0", "2021-09-15T0");
}

static void a_day_ends_where_the_user_is(void **state)
{
    char out[STAMP_MAX];
    daynum day;
    (void)state;
    assert_true(date_parse(SV("2021-09-15"), &day));
    in_zone("CST-8");
    assert_string_equal(stamp_last(day, out), "2021-09-15T15:59:59Z");
    in_zone("PST8");
    assert_string_equal(stamp_last(day, out), "2021-09-16T07:59:59Z");
    in_zone("UTC");
    assert_string_equal(stamp_last(day, out), "2021-09-15T23:59:59Z");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shown_as_the_wall_says),
        cmocka_unit_test(what_is_no_moment),
        cmocka_unit_test(a_day_ends_where_the_user_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
