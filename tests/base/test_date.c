#include "duban/date.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "duban/attr.h"

static void test_make(void **state)
{
    (void)state;
    /* Day numbers by hand: 365 days a year and the leap days between, from 1970-01-01. */
    static const struct {
        int year, month, day;
        daynum want; /* DAY_NONE = there is no such day */
    } rows[] = {
        {1970, 1, 1, 0},
        {1970, 1, 2, 1},
        {1969, 12, 31, -1},
        {1900, 1, 1, -(70 * 365 + 17)}, /* 1904 to 1968 are leap, 1900 is not */
        {1900, 2, 28, -(70 * 365 + 17) + 58},
        {1900, 2, 29, DAY_NONE},
        {1900, 3, 1, -(70 * 365 + 17) + 59},
        {2000, 2, 29, 30 * 365 + 7 + 59}, /* 1972 to 1996, and itself */
        {2000, 3, 1, 30 * 365 + 7 + 60},
        {2021, 9, 15, 51 * 365 + 13 + 257},
        {2023, 2, 29, DAY_NONE},
        {2024, 2, 29, 54 * 365 + 13 + 59},
        {2024, 2, 30, DAY_NONE},
        {2024, 12, 31, 55 * 365 + 13},
        {2100, 2, 28, 130 * 365 + 32 + 58},
        {2100, 2, 29, DAY_NONE},
        {2100, 3, 1, 130 * 365 + 32 + 59},
        {2999, 12, 31,
         1030 * 365 + 250 - 1}, /* leap: the 257 from 1972 to 2996, without 7 centuries */
        {1899, 12, 31, DAY_NONE},
        {3000, 1, 1, DAY_NONE},
        {2021, 0, 1, DAY_NONE},
        {2021, 13, 1, DAY_NONE},
        {2021, 1, 0, DAY_NONE},
        {2021, 1, 31, 51 * 365 + 13 + 30},
        {2021, 1, 32, DAY_NONE},
        {2021, 4, 30, 51 * 365 + 13 + 119},
        {2021, 4, 31, DAY_NONE},
        {2021, 6, 31, DAY_NONE},
        {2021, 9, 31, DAY_NONE},
        {2021, 11, 31, DAY_NONE},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        daynum got = DAY_NONE;
        bool made = date_make(rows[i].year, rows[i].month, rows[i].day, &got);
        if (got != rows[i].want || made != (rows[i].want != DAY_NONE))
            fail_msg("row %zu: got %d, want %d", i, got, rows[i].want);
    }
}

/* Every valid day follows the one before it, by the calendar's own rules. */
static void test_every_day(void **state)
{
    (void)state;
    static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    daynum next = -(70 * 365 + 17);
    for (int year = 1900; year <= 2999; year++) {
        bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        for (int month = 1; month <= 12; month++) {
            int last = lengths[month - 1] + (leap && month == 2);
            for (int day = 1; day <= 31; day++) {
                daynum got = DAY_NONE;
                if (date_make(year, month, day, &got) != (day <= last) ||
                    (day <= last && got != next))
                    fail_msg("%d-%d-%d: got %d, want %d", year, month, day, got, next);
                if (day > last)
                    continue;
                int y, m, d;
                date_split(next, &y, &m, &d);
                if (y != year || m != month || d != day)
                    fail_msg("day %d: got %d-%d-%d", next, y, m, d);
                next++;
            }
        }
    }
}

/* Days before the years that a plan may name still split, so that no arithmetic trips. */
static void test_split_far_days(void **state)
{
    (void)state;
    int year, month, day;
    date_split(-719468, &year, &month, &day);
    assert_true(year == 0 && month == 3 && day == 1);
    date_split(-719469, &year, &month, &day);
    assert_true(year == 0 && month == 2 && day == 29);
    date_split(DAY_NONE, &year, &month, &day);
    assert_true(month >= 1 && month <= 12 && day >= 1 && day <= 31);
    date_split(DAY_NEVER, &year, &month, &day);
    assert_true(month >= 1 && month <= 12 && day >= 1 && day <= 31);
}

static void test_parse(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        daynum want; /* DAY_NONE = refused */
    } rows[] = {
        {"1970-01-01", 0},        {"2000-02-29", 30 * 365 + 7 + 59}, {"2021-02-29", DAY_NONE},
        {"", DAY_NONE},           {"2021-9-15", DAY_NONE},           {"2021-09-15 ", DAY_NONE},
        {"2021/09/15", DAY_NONE}, {"2021-09/15", DAY_NONE},          {"20210915--", DAY_NONE},
        {"2o21-09-15", DAY_NONE}, {"2021-o9-15", DAY_NONE},          {"2021-09-l5", DAY_NONE},
        {"2021-09-:0", DAY_NONE}, {"+021-09-15", DAY_NONE},          {"-001-09-15", DAY_NONE},
        {"2021-00-15", DAY_NONE},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        daynum got = DAY_NONE;
        bool read = date_parse(sv_from(rows[i].text), &got);
        if (got != rows[i].want || read != (rows[i].want != DAY_NONE))
            fail_msg("row %zu \"%s\": got %d", i, rows[i].text, got);
    }
}

static void test_format(void **state)
{
    (void)state;
    char text[DATE_TEXT_MAX];
    assert_string_equal(date_format(0, text), "1970-01-01");
    assert_string_equal(date_format(-1, text), "1969-12-31");
    assert_string_equal(date_format(51 * 365 + 13 + 257, text), "2021-09-15");
    assert_string_equal(date_format(DAY_NONE, text), "");
    assert_string_equal(date_format(DAY_NEVER, text), "");
}

/* A machine may count leap seconds in its zone; a date must not care. */
static void test_no_time_zone(void **state)
{
    (void)state;
    static const char *const zones[] = {"UTC", "Asia/Shanghai", "right/Asia/Shanghai", "AAA+11",
                                        "BBB-14"};
    const char *before = getenv("TZ");
    for (size_t i = 0; i < COUNT_OF(zones); i++) {
        setenv("TZ", zones[i], 1);
        tzset();
        daynum day = DAY_NONE;
        char text[DATE_TEXT_MAX];
        assert_true(date_parse(SV("2021-09-15"), &day));
        assert_string_equal(date_format(day, text), "2021-09-15");
    }
    setenv("TZ", before ? before : "UTC", 1);
    tzset();
}

static daynum day_of(const char *text)
{
    daynum out;
    assert_true(date_parse(sv_from(text), &out));
    return out;
}

static void moves_by_years(void **state)
{
    (void)state;
    assert_int_equal(date_add_years(day_of("2021-12-31"), 1), day_of("2022-12-31"));
    assert_int_equal(date_add_years(day_of("2024-02-29"), 1), day_of("2025-02-28"));
    assert_int_equal(date_add_years(day_of("2024-02-29"), 4), day_of("2028-02-29"));
    assert_int_equal(date_add_years(day_of("2021-03-01"), -21), day_of("2000-03-01"));
    assert_int_equal(date_add_years(day_of("2999-01-01"), 1), DAY_NONE);
    assert_int_equal(date_add_years(DAY_NONE, 1), DAY_NONE);
    assert_int_equal(date_add_years(DAY_NEVER, 1), DAY_NEVER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_make),           cmocka_unit_test(test_every_day),
        cmocka_unit_test(test_split_far_days), cmocka_unit_test(test_parse),
        cmocka_unit_test(test_format),         cmocka_unit_test(test_no_time_zone),
        cmocka_unit_test(moves_by_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
