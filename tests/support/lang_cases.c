#include "lang_cases.h"

#include <math.h>

/* 6590 places from 2021-01-01 to 2021-12-31, with the thresholds that plans have by default. */
#define TERMS                                                                                 \
    .unit = {{"places", "个", "個"}}, .goal_min = 6590 * AMOUNT_ONE, .goal_max = AMOUNT_NONE, \
    .baseline = AMOUNT_NONE, .starts = 18628, .due = 18992,                                   \
    .thresholds = {.spi_min = 0.9,                                                            \
                   .forecast_slack = 0.1,                                                     \
                   .due_soon_days = 30,                                                       \
                   .reporting_days = 31,                                                      \
                   .silent_periods = 2}

/* A verdict of a target that nothing is known of but its days. */
#define BLANK(which, left)                                                                  \
    .rule = RULE_##which, .actual = AMOUNT_NONE, .planned_share = NAN, .actual_share = NAN, \
    .spi = NAN, .forecast = DAY_NONE, .last_report = DAY_NONE, .days = (left)

#define PLACES(n) ((n)*AMOUNT_ONE)

/* A later designator replaces what TERMS and BLANK say; that is the point of them. */
#pragma GCC diagnostic ignored "-Woverride-init"

const struct lang_case lang_cases[] = {
    {
        {TERMS, .goal_min = AMOUNT_NONE},
        {BLANK(NO_GOAL, 107)},
        "no goal is set, so there is nothing to judge by",
    },
    {
        {TERMS, .measure = MEASURE_CAP, .goal_min = 0},
        {BLANK(CAP_PASSED, 107), .actual = PLACES(2)},
        "the figure is 2 and breaks the goal <= 0",
    },
    {
        {TERMS},
        {BLANK(GOAL_REACHED, 107), .actual = PLACES(6600)},
        "the figure is 6600 and reaches the goal 6590",
    },
    {
        {TERMS, .measure = MEASURE_AT_MOST, .goal_min = PLACES(4), .due = 18870},
        {BLANK(PERIOD_HELD, -15), .actual = 3250000},
        "the period ended on 2021-08-31: the figure is 3.3 and keeps the goal <= 4",
    },
    {
        {TERMS, .due = 18870},
        {BLANK(PAST_DUE, -15), .actual = PLACES(4215)},
        "due on 2021-08-31, 15 days ago: the figure is 4215, the goal 6590",
    },
    {
        {TERMS, .due = 18884},
        {BLANK(PAST_DUE, -1)},
        "due on 2021-09-14, 1 day ago: the figure is unknown, the goal 6590",
    },
    {
        {TERMS, .starts = 18901},
        {BLANK(BEFORE_START, 107)},
        "starts on 2021-10-01, in 16 days",
    },
    {
        {TERMS, .starts = 18886},
        {BLANK(BEFORE_START, 107)},
        "starts on 2021-09-16, in 1 day",
    },
    {
        {TERMS},
        {BLANK(NO_REPORT, 107), .last_report = 18809},
        "no report for 76 days, more than 2 periods of 31 days",
    },
    {
        {TERMS, .thresholds = {.silent_periods = 1, .reporting_days = 70}},
        {BLANK(NO_REPORT, 107), .last_report = 18809},
        "no report for 76 days, more than 1 period of 70 days",
    },
    {
        {TERMS},
        {BLANK(NO_REPORT, 107)},
        "never reported since the start 257 days ago, more than 2 periods of 31 days",
    },
    {
        {TERMS},
        {BLANK(SPI, 107), .planned_share = 0.705, .actual_share = 0.5015, .spi = 0.5015 / 0.705},
        "SPI 0.71 is below 0.90: 50% of the goal reached, 70% planned by now",
    },
    {
        {TERMS},
        {BLANK(SPI, 107), .planned_share = 0.5, .actual_share = 0.4499, .spi = 0.8998},
        "SPI 0.89 is below 0.90: 44% of the goal reached, 50% planned by now",
    },
    {
        {TERMS},
        {BLANK(FORECAST, 107), .forecast = 19055},
        "at the recent pace the goal is reached on 2022-03-04, 63 days after it is due "
        "(36 are allowed)",
    },
    {
        {TERMS, .thresholds = {.forecast_slack = 0}},
        {BLANK(FORECAST, 107), .forecast = 18993},
        "at the recent pace the goal is reached on 2022-01-01, 1 day after it is due (0 are allowed)",
    },
    {
        {TERMS},
        {BLANK(FORECAST, 107), .forecast = DAY_NEVER},
        "at the recent pace the goal is never reached",
    },
    {
        {TERMS},
        {BLANK(FORECAST, 107), .forecast = 18885 + 3653},
        "at the recent pace the goal is reached on 2031-09-16, 3546 days after it is due "
        "(36 are allowed)",
    },
    {
        {TERMS},
        {BLANK(FORECAST, 107), .forecast = 18885 + 3654},
        "at the recent pace the goal is not reached in ten years",
    },
    {
        {TERMS, .due = 18900},
        {BLANK(DUE_SOON, 15), .actual = PLACES(6000)},
        "due on 2021-09-30, in 15 days (soon: at most 30): the figure is 6000, the goal 6590",
    },
    {
        {TERMS, .due = 18886},
        {BLANK(DUE_SOON, 1), .actual = PLACES(6000)},
        "due on 2021-09-16, in 1 day (soon: at most 30): the figure is 6000, the goal 6590",
    },
    {
        {TERMS, .due = 18885},
        {BLANK(DUE_SOON, 0), .actual = PLACES(6000)},
        "due today, 2021-09-15: the figure is 6000, the goal 6590",
    },
    {
        {TERMS},
        {BLANK(ON_TRACK, 107), .actual = PLACES(5000), .planned_share = 0.705,
         .actual_share = 0.7587, .spi = 0.7587 / 0.705},
        "SPI 1.07, at least 0.90: 75% of the goal reached, 70% planned by now",
    },
    {
        {TERMS, .measure = MEASURE_MILESTONE, .unit = {{"%", "%", "%"}}, .goal_min = PLACES(100)},
        {BLANK(ON_TRACK, 107), .actual = PLACES(40), .planned_share = 0, .actual_share = 0.4},
        "nothing is planned by now: the figure is 40%, the goal 100%",
    },
    {
        {TERMS, .measure = MEASURE_CAP, .goal_min = PLACES(3)},
        {BLANK(ON_TRACK, 107), .actual = PLACES(1), .planned_share = 0.705, .actual_share = 1},
        "the figure is 1, within the goal <= 3",
    },
    {
        {TERMS, .measure = MEASURE_MEAN},
        {BLANK(ON_TRACK, 107), .planned_share = 0.01},
        "nothing is reported yet, and nothing is late",
    },
};

const size_t lang_case_count = COUNT_OF(lang_cases);
