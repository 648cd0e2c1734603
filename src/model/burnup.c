#include "duban/burnup.h"

#include <math.h>

bool burnup_is_limit(const struct target *target)
{
    return target->measure == MEASURE_CAP ||
           (target->measure == MEASURE_AT_MOST && target->baseline == AMOUNT_NONE);
}

static double baseline_of(const struct target *target)
{
    return target->baseline == AMOUNT_NONE ? 0 : amount_double(target->baseline);
}

double burnup_figure(const struct target *target, double share)
{
    double base = baseline_of(target);
    return base + share * (amount_double(target->goal_min) - base);
}

static void widen(struct burnup *burnup, double figure)
{
    if (figure < burnup->low)
        burnup->low = figure;
    if (figure > burnup->high)
        burnup->high = figure;
}

static void span_days(struct burnup *burnup)
{
    const struct target *target = burnup->target;
    daynum forecast = burnup->verdict->forecast, as_of = burnup->as_of;
    daynum beyond = target->due + (target->due - target->starts) / 5;
    burnup->first = target->starts < as_of ? target->starts : as_of;
    burnup->last = target->due > as_of ? target->due : as_of;
    if (forecast != DAY_NONE && forecast > burnup->last && beyond > burnup->last)
        burnup->last = forecast < beyond ? forecast : beyond;
    if (burnup->last == burnup->first)
        burnup->last = burnup->first + 1;
}

static void span_figures(struct burnup *burnup)
{
    const struct target *target = burnup->target;
    widen(burnup, baseline_of(target));
    if (target->goal_min != AMOUNT_NONE)
        widen(burnup, amount_double(target->goal_min));
    for (size_t i = 0; i < burnup->figures->count; i++) {
        const struct point *point = &burnup->figures->points[i];
        amount actual = measure_actual(target, &point->tally);
        if (point->date <= burnup->as_of && actual != AMOUNT_NONE)
            widen(burnup, amount_double(actual));
    }
    if (burnup->high - burnup->low <= 0)
        burnup->high = burnup->low + 1;
}

struct burnup burnup_of(const struct board *board, size_t t)
{
    struct burnup burnup = {.target = &board->plan->targets[t],
                            .verdict = &board->verdicts[t],
                            .figures = &board->figures[t],
                            .as_of = board->as_of};
    span_days(&burnup);
    span_figures(&burnup);
    return burnup;
}

double burnup_planned(const struct burnup *burnup, daynum day)
{
    const struct target *target = burnup->target;
    if (target->goal_min == AMOUNT_NONE || burnup_is_limit(target) || day < target->starts)
        return NAN;
    return burnup_figure(target, standing_planned_share(target, day));
}

double burnup_actual(const struct burnup *burnup, daynum day)
{
    const struct point *point = day <= burnup->as_of ? figures_at(burnup->figures, day) : NULL;
    amount actual = point ? measure_actual(burnup->target, &point->tally) : AMOUNT_NONE;
    return actual == AMOUNT_NONE ? NAN : amount_double(actual);
}

double burnup_expected(const struct burnup *burnup, daynum day)
{
    const struct verdict *verdict = burnup->verdict;
    if (day < burnup->as_of || verdict->actual == AMOUNT_NONE || verdict->forecast == DAY_NONE ||
        verdict->forecast <= burnup->as_of)
        return NAN;
    double from = amount_double(verdict->actual);
    if (verdict->forecast == DAY_NEVER)
        return from;
    if (day > verdict->forecast)
        return NAN;
    double part = (double)(day - burnup->as_of) / (double)(verdict->forecast - burnup->as_of);
    return from + (amount_double(burnup->target->goal_min) - from) * part;
}

double burnup_end_share(const struct target *target, const struct verdict *verdict, daynum as_of)
{
    double share = verdict->actual_share;
    if (isnan(share) || verdict->forecast == DAY_NONE || as_of >= target->due)
        return NAN;
    if (verdict->forecast == DAY_NEVER)
        return share;
    if (verdict->forecast <= target->due)
        return 1;
    return share +
           (1 - share) * (double)(target->due - as_of) / (double)(verdict->forecast - as_of);
}
