/* Days that count, worked out with the calendar of 2021 in hand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "../support/model_target.h"
#include "duban/calendar.h"

static struct span span(enum span_kind kind, const char *first, const char *last)
{
    return (struct span){kind, test_day(first), test_day(last), {{"", "", ""}}};
}

/* Spring and autumn term; the Dragon Boat Festival; the National Day week with the Sunday and the
 * Saturday that are worked for it. */
static const struct calendar *year(struct arena *arena)
{
    struct span *spans = arena_array(arena, 6, sizeof(*spans));
    spans[0] = span(SPAN_TERM, "2021-02-22", "2021-06-30");
    spans[1] = span(SPAN_TERM, "2021-09-01", "2021-12-31");
    spans[2] = span(SPAN_HOLIDAY, "2021-06-12", "2021-06-14");
    spans[3] = span(SPAN_HOLIDAY, "2021-10-01", "2021-10-07");
    spans[4] = span(SPAN_WORKDAY, "2021-09-26", "2021-09-26");
    spans[5] = span(SPAN_WORKDAY, "2021-10-09", "2021-10-09");
    return calendar_make(spans, 6, arena);
}

static int days(const struct calendar *calendar, enum day_kind kind, const char *after,
                const char *until)
{
    return calendar_days(calendar, kind, test_day(after), test_day(until));
}

static void without_a_calendar_the_week_has_five_days(void **state)
{
    (void)state;
    /* 2021-09-15 is a Wednesday: Thursday, Friday, Monday, Tuesday, Wednesday. */
    assert_int_equal(days(NULL, DAYS_WORKING, "2021-09-15", "2021-09-22"), 5);
    assert_int_equal(days(NULL, DAYS_SCHOOL, "2021-09-15", "2021-09-18"), 2);
    assert_int_equal(days(NULL, DAYS_WORKING, "2021-09-17", "2021-09-19"), 0);
    assert_int_equal(days(NULL, DAYS_ALL, "2021-09-15", "2021-09-22"), 7);
    assert_int_equal(days(NULL, DAYS_OPEN, "2021-09-15", "2021-09-22"), 7);
    assert_int_equal(days(NULL, DAYS_TERM, "2021-09-15", "2021-09-22"), 7);
    assert_int_equal(days(NULL, DAYS_WORKING, "2021-09-22", "2021-09-15"), -5);
    /* Over the epoch and the leap day: 1968-02-28 (Wednesday) to 1968-03-01 (Friday). */
    assert_int_equal(days(NULL, DAYS_WORKING, "1968-02-28", "1968-03-01"), 2);
    assert_int_equal(days(NULL, DAYS_WORKING, "2024-02-28", "2024-03-01"), 2);
    assert_int_equal(days(NULL, DAYS_ALL, "2024-02-28", "2024-03-01"), 2);
    assert_int_equal(days(NULL, DAYS_ALL, "2023-02-28", "2023-03-01"), 1);
}

static void holidays_and_days_worked_for_them(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct calendar *calendar = year(&arena);
    /* 24 September (Friday) to 11 October (Monday): the worked Sunday 26, 27 to 30 (4), the week
     * off, Friday 8, the worked Saturday 9, Monday 11: 1 + 4 + 1 + 1 + 1 = 8. */
    assert_int_equal(days(calendar, DAYS_WORKING, "2021-09-24", "2021-10-11"), 8);
    assert_int_equal(days(calendar, DAYS_SCHOOL, "2021-09-24", "2021-10-11"), 8);
    /* 17 days, 7 of them holidays. */
    assert_int_equal(days(calendar, DAYS_OPEN, "2021-09-24", "2021-10-11"), 10);
    assert_int_equal(days(calendar, DAYS_ALL, "2021-09-24", "2021-10-11"), 17);
    arena_free(&arena);
}

static void summer_has_no_school_days(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct calendar *calendar = year(&arena);
    assert_int_equal(days(calendar, DAYS_SCHOOL, "2021-06-30", "2021-08-31"), 0);
    assert_int_equal(days(calendar, DAYS_TERM, "2021-06-30", "2021-08-31"), 0);
    assert_int_equal(days(calendar, DAYS_SCHOOL, "2021-06-30", "2021-09-01"), 1);
    /* July has 22 weekdays (1 July is a Thursday), August 22 (1 August is a Sunday). */
    assert_int_equal(days(calendar, DAYS_WORKING, "2021-06-30", "2021-08-31"), 44);
    assert_int_equal(days(calendar, DAYS_OPEN, "2021-06-30", "2021-08-31"), 62);
    /* June has 22 weekdays; Monday 14 is a holiday. */
    assert_int_equal(days(calendar, DAYS_SCHOOL, "2021-05-31", "2021-06-30"), 21);
    arena_free(&arena);
}

static void beyond_its_ends_a_calendar_says_nothing(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct calendar *calendar = year(&arena);
    assert_int_equal(days(calendar, DAYS_SCHOOL, "2021-01-31", "2021-02-21"), 15);
    assert_int_equal(days(calendar, DAYS_SCHOOL, "2021-12-31", "2022-01-07"), 5);
    /* Over the first day: Friday 19 outside, Monday 22 in term. */
    assert_int_equal(days(calendar, DAYS_SCHOOL, "2021-02-18", "2021-02-22"), 2);
    /* Over the whole: the parts add up. */
    int parts = days(calendar, DAYS_SCHOOL, "2020-12-31", "2021-02-21") +
                days(calendar, DAYS_SCHOOL, "2021-02-21", "2021-12-31") +
                days(calendar, DAYS_SCHOOL, "2021-12-31", "2022-02-01");
    assert_int_equal(days(calendar, DAYS_SCHOOL, "2020-12-31", "2022-02-01"), parts);
    arena_free(&arena);
}

/* A calendar of holidays alone knows no time out of term. */
static void without_terms_every_working_day_is_a_school_day(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct span holidays[] = {span(SPAN_HOLIDAY, "2021-05-01", "2021-05-05")};
    const struct calendar *calendar = calendar_make(holidays, 1, &arena);
    assert_int_equal(days(calendar, DAYS_SCHOOL, "2021-04-30", "2021-05-07"), 2);
    assert_int_equal(days(calendar, DAYS_TERM, "2021-04-30", "2021-05-07"), 2);
    arena_free(&arena);
}

/* calendar_day() is the first day that calendar_days() agrees with, over a year of both. */
static void days_and_day_agree(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct calendar *calendars[] = {NULL, year(&arena)};
    for (size_t c = 0; c < COUNT_OF(calendars); c++) {
        for (enum day_kind kind = 0; kind < DAYS_TOTAL; kind++) {
            daynum from = test_day("2021-05-20");
            for (int n = 0; n < 300; n++) {
                daynum day = calendar_day(calendars[c], kind, from, n);
                if (calendar_days(calendars[c], kind, from, day) < n ||
                    (day > from && calendar_days(calendars[c], kind, from, day - 1) >= n))
                    fail_msg("calendar %zu, kind %d, %d days", c, (int)kind, n);
            }
        }
    }
    /* One school day after the last of June is the first of September. */
    assert_int_equal(calendar_day(calendars[1], DAYS_SCHOOL, test_day("2021-06-30"), 1),
                     test_day("2021-09-01"));
    arena_free(&arena);
}

static void words_of_spans(void **state)
{
    (void)state;
    static const char *const words[SPAN_TOTAL] = {"term", "holiday", "workday"};
    for (enum span_kind i = 0; i < SPAN_TOTAL; i++) {
        enum span_kind kind = SPAN_TOTAL;
        assert_string_equal(span_word(i), words[i]);
        assert_true(span_parse(sv_from(words[i]), &kind));
        assert_int_equal(kind, i);
    }
    enum span_kind kind;
    assert_false(span_parse(SV("terms"), &kind));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_calendar_the_week_has_five_days),
        cmocka_unit_test(holidays_and_days_worked_for_them),
        cmocka_unit_test(summer_has_no_school_days),
        cmocka_unit_test(beyond_its_ends_a_calendar_says_nothing),
        cmocka_unit_test(without_terms_every_working_day_is_a_school_day),
        cmocka_unit_test(days_and_day_agree),
        cmocka_unit_test(words_of_spans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
