/* Figures, goals, percents and days as columns show them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "duban/lang.h"

static struct target target_of(enum measure measure, const char *unit)
{
    return (struct target){
        .measure = measure,
        .unit = {{unit, unit, unit}},
        .goal_min = AMOUNT_NONE,
        .goal_max = AMOUNT_NONE,
        .baseline = AMOUNT_NONE,
    };
}

static void expect(struct buf *got, const char *want, size_t row)
{
    if (!sv_eq(buf_sv(got), sv_from(want)))
        fail_msg("row %zu: got \"%s\", want \"%s\"", row, buf_text(got), want);
    buf_free(got);
}

static void test_figures(void **state)
{
    (void)state;
    static const struct {
        enum measure measure;
        const char *unit;
        amount value;
        const char *want;
    } rows[] = {
        {MEASURE_SUM, "places", 4215000000, "4215"}, {MEASURE_SUM, "persons", 66500000, "66.5"},
        {MEASURE_SUM, "places", 1, "0.000001"},      {MEASURE_SUM, "places", 0, "0"},
        {MEASURE_SUM, "places", AMOUNT_NONE, "-"},   {MEASURE_COUNT, "schools", 12000000, "12"},
        {MEASURE_SHARE, "%", 86000000, "86%"},       {MEASURE_SHARE, "%", 66666667, "66.6%"},
        {MEASURE_SHARE, "%", 99999999, "99.9%"},     {MEASURE_SHARE, "%", AMOUNT_NONE, "-"},
        {MEASURE_MILESTONE, "%", 33333333, "33.3%"}, {MEASURE_MEAN, "hours", 1550000, "1.5"},
        {MEASURE_AT_MOST, "%", 4040000, "4.1%"},     {MEASURE_AT_MOST, "%", 4000000, "4%"},
        {MEASURE_CAP, "cases", 2500000, "2.5"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct target target = target_of(rows[i].measure, rows[i].unit);
        struct buf got = {0};
        lang_figure(&got, &target, rows[i].value);
        expect(&got, rows[i].want, i);
    }
}

static void test_goals(void **state)
{
    (void)state;
    static const struct {
        enum measure measure;
        const char *unit;
        amount least, most;
        const char *want;
    } rows[] = {
        {MEASURE_SUM, "places", 6590 * AMOUNT_ONE, AMOUNT_NONE, "6590"},
        {MEASURE_SUM, "schools", 4 * AMOUNT_ONE, 5 * AMOUNT_ONE, "4-5"},
        {MEASURE_SHARE, "%", 85 * AMOUNT_ONE, 90 * AMOUNT_ONE, "85-90%"},
        {MEASURE_SHARE, "%", 99950000, AMOUNT_NONE, "99.95%"},
        {MEASURE_CAP, "cases", 0, AMOUNT_NONE, "<= 0"},
        {MEASURE_AT_MOST, "%", 4 * AMOUNT_ONE, AMOUNT_NONE, "<= 4%"},
        {MEASURE_SUM, "places", AMOUNT_NONE, AMOUNT_NONE, "-"},
        {MEASURE_CAP, "cases", AMOUNT_NONE, AMOUNT_NONE, "-"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct target target = target_of(rows[i].measure, rows[i].unit);
        target.goal_min = rows[i].least;
        target.goal_max = rows[i].most;
        struct buf got = {0};
        lang_goal(&got, &target);
        expect(&got, rows[i].want, i);
    }
}

static void test_percents(void **state)
{
    (void)state;
    static const struct {
        double ratio;
        const char *want;
    } rows[] = {
        {0.64, "64%"}, {0.29, "29%"}, {0.999, "99%"}, {1, "100%"}, {0, "0%"}, {2.0 / 3, "66%"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct buf got = {0};
        lang_percent(&got, rows[i].ratio);
        expect(&got, rows[i].want, i);
    }
    struct buf unknown = {0};
    lang_percent(&unknown, NAN);
    expect(&unknown, "-", COUNT_OF(rows));
}

static void test_spis(void **state)
{
    (void)state;
    static const struct {
        double spi;
        const char *want;
    } rows[] = {
        {0.8999, "0.89"}, {0.9, "0.90"},   {1, "1.00"},     {0, "0.00"},  {9.999, "9.99"},
        {10, "10.0"},     {12.59, "12.5"}, {99.99, "99.9"}, {364, "364"}, {0.29, "0.29"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct buf got = {0};
        lang_spi(&got, rows[i].spi);
        expect(&got, rows[i].want, i);
    }
    struct buf unknown = {0};
    lang_spi(&unknown, NAN);
    expect(&unknown, "-", COUNT_OF(rows));
}

static void test_days(void **state)
{
    (void)state;
    static const struct {
        int days;
        const char *want;
    } rows[] = {
        {3, "3 days left"}, {1, "1 day left"},     {0, "due today"},
        {-1, "1 day over"}, {-76, "76 days over"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct buf got = {0};
        lang_days(&got, rows[i].days);
        expect(&got, rows[i].want, i);
    }
}

static void test_gaps(void **state)
{
    (void)state;
    static const struct target places = {.unit = {{"place|places", "", ""}}},
                               yuan = {.unit = {{"yuan", "", ""}}}, percent = {.unit = {{"%"}}};
    static const struct {
        const struct target *target;
        amount gap;
        const char *want;
    } rows[] = {
        {&places, 2375 * AMOUNT_ONE, "2375 places"},
        {&places, AMOUNT_ONE / 20, "0.1 places"},
        {&places, AMOUNT_ONE, "1 place"},
        {&places, AMOUNT_ONE - 1, "1 place"}, /* as it is shown */
        {&places, AMOUNT_ONE + AMOUNT_ONE / 10, "1.1 places"},
        {&yuan, AMOUNT_ONE, "1 yuan"},
        {&percent, 13640000, "13.7%"},
        {&percent, 13600000, "13.6%"},
        {&places, 0, "0 places"},
        {&places, -2 * AMOUNT_ONE, "2 over"}, /* a cap that is passed */
        {&percent, -AMOUNT_ONE / 20, "0.1 over"},
        {&places, AMOUNT_NONE, "-"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct buf got = {0};
        lang_gap(&got, rows[i].target, rows[i].gap, LANG_EN);
        expect(&got, rows[i].want, i);
    }
}

/* The unit behind a goal goes by its last number; without a Chinese word it is the English one. */
static void test_units_of_goals(void **state)
{
    (void)state;
    const amount one = AMOUNT_ONE, none = AMOUNT_NONE;
    const struct {
        amount least, most;
        enum lang lang;
        const char *want;
    } rows[] = {
        {one, none, LANG_EN, "place"},           {2 * one, none, LANG_EN, "places"},
        {one, 2 * one, LANG_EN, "places"},       {none, none, LANG_EN, "places"},
        {one, none, LANG_ZH_CN, "\xE4\xB8\xAA"}, {2 * one, none, LANG_ZH_TW, "places"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct buf got = {0};
        const struct target target = {.unit = {{"place|places", "\xE4\xB8\xAA", ""}},
                                      .goal_min = rows[i].least,
                                      .goal_max = rows[i].most};
        lang_goal_unit(&got, &target, rows[i].lang);
        expect(&got, rows[i].want, i);
    }
}

/* Seen from 2021-09-15, day 18885. */
static void test_forecasts(void **state)
{
    (void)state;
    enum { TODAY = 18885, FAR = TODAY + 3654 };
    static const struct {
        daynum likely, earliest, latest;
        const char *want;
    } rows[] = {
        {DAY_NONE, DAY_NONE, DAY_NONE, "-"},
        {TODAY, TODAY, TODAY + 1, "by now, had it kept its pace"}, /* no day lies before */
        {TODAY + 1, DAY_NONE, DAY_NONE, "2021-09-16"},
        {TODAY + 1, TODAY + 1, TODAY + 1, "2021-09-16"},
        {TODAY + 2, TODAY + 1, TODAY + 3, "2021-09-17 (2021-09-16 to 2021-09-18)"},
        {TODAY + 2, TODAY + 1, DAY_NEVER, "2021-09-17 (2021-09-16 or later, perhaps never)"},
        {TODAY + 2, TODAY + 1, FAR,
         "2021-09-17 (2021-09-16 or later, perhaps not within ten years)"},
        {FAR - 1, DAY_NONE, DAY_NONE, "2031-09-16"},
        {FAR, TODAY + 1, DAY_NEVER, "not within ten years"},
        {DAY_NEVER, TODAY + 1, DAY_NEVER, "never at this pace"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct buf got = {0};
        const struct verdict verdict = {.forecast = rows[i].likely,
                                        .forecast_earliest = rows[i].earliest,
                                        .forecast_latest = rows[i].latest};
        lang_forecast(&got, &verdict, TODAY);
        expect(&got, rows[i].want, i);
    }
    struct buf done = {0}; /* nothing is to come any more */
    lang_forecast(&done, &(struct verdict){.standing = STANDING_DONE, .forecast = TODAY}, TODAY);
    expect(&done, "-", COUNT_OF(rows));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_figures),        cmocka_unit_test(test_goals),
        cmocka_unit_test(test_percents),       cmocka_unit_test(test_spis),
        cmocka_unit_test(test_days),           cmocka_unit_test(test_gaps),
        cmocka_unit_test(test_units_of_goals), cmocka_unit_test(test_forecasts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
