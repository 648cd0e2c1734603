#include "duban/standing.h"

#include <math.h>

/* Ratios are compared with this much tolerance, so that 0.9 computed as 0.8999... counts as 0.9. */
static const double tolerance = 1e-9;

static double clip(double share)
{
    return share < 0 ? 0 : share > 1 ? 1 : share;
}

/* The percent of the last step reached, as a share. */
static double steps_share(const struct target *target, daynum as_of)
{
    double share = 0;
    for (size_t i = 0; i < target->step_count && target->steps[i].date <= as_of; i++)
        share = amount_double(target->steps[i].percent) / 100;
    return clip(share);
}

enum day_kind standing_days(const struct target *target)
{
    switch (target->pace) {
    case PACE_SCHOOL_DAYS:
        return DAYS_SCHOOL;
    case PACE_WORKING_DAYS:
        return DAYS_WORKING;
    default:
        return DAYS_ALL;
    }
}

enum day_kind standing_silent_days(const struct target *target)
{
    return target->pace == PACE_SCHOOL_DAYS ? DAYS_TERM : DAYS_OPEN;
}

int standing_silence(const struct target *target, daynum last_report, daynum as_of)
{
    daynum since = last_report > target->starts ? last_report : target->starts;
    return calendar_days(target->calendar, standing_silent_days(target), since, as_of);
}

static int64_t days_allowed(const struct target *target)
{
    return (int64_t)target->thresholds.silent_periods * target->thresholds.reporting_days;
}

/* The first day that is no more than so many days of silence ago. */
static daynum silence_from(const struct target *target, daynum as_of, int64_t days)
{
    enum { DAYS_MAX = INT16_MAX }; /* no silence lasts so long */
    return calendar_back(target->calendar, standing_silent_days(target), as_of,
                         days < DAYS_MAX ? (int)days : DAYS_MAX);
}

daynum standing_silent_before(const struct target *target, daynum as_of)
{
    return silence_from(target, as_of, days_allowed(target));
}

daynum standing_late_before(const struct target *target, daynum as_of)
{
    return silence_from(target, as_of, target->thresholds.reporting_days);
}

/* The days that have passed of those in the whole period. */
static double days_share(const struct target *target, daynum as_of)
{
    enum day_kind kind = standing_days(target);
    int passed = calendar_days(target->calendar, kind, target->starts, as_of);
    int all = calendar_days(target->calendar, kind, target->starts, target->due);
    return all > 0 ? (double)passed / all : 0;
}

double standing_planned_share(const struct target *target, daynum as_of)
{
    if (as_of >= target->due)
        return 1;
    if (as_of < target->starts)
        return 0;
    if (target->pace == PACE_END)
        return 0;
    return target->pace == PACE_STEPS ? steps_share(target, as_of) : days_share(target, as_of);
}

/* Must the figure stay at or below the goal rather than reach it? */
static bool is_ceiling(const struct target *target)
{
    return target->measure == MEASURE_CAP || target->measure == MEASURE_AT_MOST;
}

static bool goal_met(const struct target *target, amount actual)
{
    return is_ceiling(target) ? actual <= target->goal_min : actual >= target->goal_min;
}

double standing_actual_share(const struct target *target, amount actual)
{
    if (target->goal_min == AMOUNT_NONE || actual == AMOUNT_NONE)
        return NAN;
    amount baseline = target->baseline;
    bool no_way = target->measure == MEASURE_CAP ||
                  (target->measure == MEASURE_AT_MOST && baseline == AMOUNT_NONE);
    if (baseline == AMOUNT_NONE)
        baseline = 0;
    if (no_way || goal_met(target, baseline))
        return goal_met(target, actual) ? 1 : 0;
    double way = amount_double(target->goal_min) - amount_double(baseline);
    return clip((amount_double(actual) - amount_double(baseline)) / way);
}

/* What the target has; `now` is NULL when nothing was ever reported. */
static amount actual_now(const struct target *target, const struct point *now)
{
    return measure_actual(target, now ? &now->tally : &(struct tally){0});
}

static double spi_of(const struct target *target, double actual_share, double planned_share)
{
    if (target->measure == MEASURE_CAP || isnan(actual_share) || planned_share <= 0)
        return NAN;
    return actual_share / planned_share;
}

static bool is_late_by_forecast(const struct target *target, daynum forecast)
{
    if (forecast == DAY_NONE || forecast == DAY_NEVER)
        return forecast == DAY_NEVER;
    double late = (double)forecast - target->due;
    return late >
           target->thresholds.forecast_slack * ((double)target->due - target->starts) + tolerance;
}

/* The first rule that matches; the order is the specification. */
static enum rule first_rule(const struct target *target, const struct verdict *verdict,
                            daynum as_of)
{
    bool known = verdict->actual != AMOUNT_NONE;
    bool met = known && goal_met(target, verdict->actual);
    if (target->goal_min == AMOUNT_NONE)
        return RULE_NO_GOAL;
    if (target->measure == MEASURE_CAP && known && !met)
        return RULE_CAP_PASSED;
    if (!is_ceiling(target) && met)
        return RULE_GOAL_REACHED;
    if (is_ceiling(target) && met && as_of > target->due)
        return RULE_PERIOD_HELD;
    if (as_of > target->due)
        return RULE_PAST_DUE;
    if (as_of < target->starts)
        return RULE_BEFORE_START;
    if (verdict->silent_days > days_allowed(target))
        return RULE_NO_REPORT;
    if (verdict->spi < target->thresholds.spi_min - tolerance)
        return RULE_SPI;
    if (is_late_by_forecast(target, verdict->forecast))
        return RULE_FORECAST;
    if (verdict->days <= target->thresholds.due_soon_days)
        return RULE_DUE_SOON;
    return RULE_ON_TRACK;
}

static const enum standing standing_of_rule[RULE_TOTAL] = {
    [RULE_NO_GOAL] = STANDING_NO_GOAL,   [RULE_CAP_PASSED] = STANDING_BREACHED,
    [RULE_GOAL_REACHED] = STANDING_DONE, [RULE_PERIOD_HELD] = STANDING_DONE,
    [RULE_PAST_DUE] = STANDING_OVERDUE,  [RULE_BEFORE_START] = STANDING_NOT_STARTED,
    [RULE_NO_REPORT] = STANDING_SILENT,  [RULE_SPI] = STANDING_LAGGING,
    [RULE_FORECAST] = STANDING_LAGGING,  [RULE_DUE_SOON] = STANDING_DUE_SOON,
    [RULE_ON_TRACK] = STANDING_ON_TRACK,
};

struct verdict standing_judge(const struct target *target, const struct figures *figures,
                              daynum as_of)
{
    const struct point *now = figures_at(figures, as_of);
    struct verdict verdict = {
        .actual = actual_now(target, now),
        .last_report = now ? now->date : DAY_NONE,
        .reporters = now ? now->tally.reporters : 0,
        .days = target->due - as_of,
    };
    bool has_goal = target->goal_min != AMOUNT_NONE;
    verdict.planned_share = has_goal ? standing_planned_share(target, as_of) : NAN;
    verdict.actual_share = standing_actual_share(target, verdict.actual);
    verdict.spi = spi_of(target, verdict.actual_share, verdict.planned_share);
    struct forecast forecast = standing_forecast(target, figures, as_of);
    verdict.forecast = forecast.likely;
    verdict.forecast_earliest = forecast.earliest;
    verdict.forecast_latest = forecast.latest;
    verdict.silent_days = standing_silence(target, verdict.last_report, as_of);
    verdict.rule = first_rule(target, &verdict, as_of);
    verdict.standing = standing_of_rule[verdict.rule];
    return verdict;
}
