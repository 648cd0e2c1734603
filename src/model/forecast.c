#include "duban/standing.h"

#include <math.h>

/* One observation for the slope: day and figure. */
struct sample {
    double day, figure;
};

/* Collects points up to `as_of`, newest first, each at least half a reporting period before the
 * one after it: schools report on many days of a month, and the pace is wanted, not the bunching.
 */
static int collect(const struct target *target, const struct figures *figures, daynum as_of,
                   struct sample samples[FORECAST_POINTS_MAX])
{
    double apart = target->thresholds.reporting_days / 2.0;
    int count = 0;
    for (const struct point *p = figures_at(figures, as_of); p && count < FORECAST_POINTS_MAX;
         p--) {
        amount actual = measure_actual(target, &p->tally);
        bool far = count == 0 || samples[count - 1].day - p->date >= apart;
        if (far && actual != AMOUNT_NONE)
            samples[count++] = (struct sample){p->date, amount_double(actual)};
        if (p == figures->points)
            break;
    }
    return count;
}

/* The slope of the least-squares line, in units a day: sum((x - mx)(y - my)) / sum((x - mx)^2). */
static double slope_of(const struct sample *samples, int count)
{
    double mean_day = 0, mean_figure = 0, products = 0, squares = 0;
    for (int i = 0; i < count; i++) {
        mean_day += samples[i].day / count;
        mean_figure += samples[i].figure / count;
    }
    for (int i = 0; i < count; i++) {
        double days = samples[i].day - mean_day;
        products += days * (samples[i].figure - mean_figure);
        squares += days * days;
    }
    return products / squares;
}

daynum standing_forecast(const struct target *target, const struct figures *figures, daynum as_of)
{
    enum { DAYS_MAX = 366 * 1000 };
    struct sample samples[FORECAST_POINTS_MAX];
    if (target->goal_min == AMOUNT_NONE || target->measure == MEASURE_CAP)
        return DAY_NONE;
    int count = collect(target, figures, as_of, samples);
    if (count == 0)
        return DAY_NONE;
    double left = amount_double(target->goal_min) - samples[0].figure;
    if (target->measure == MEASURE_AT_MOST ? left >= 0 : left <= 0)
        return as_of;
    if (count < 2)
        return DAY_NONE;
    double days = left / slope_of(samples, count); /* negative or infinite: never at this pace */
    if (!(days >= 0 && days < DAYS_MAX))
        return DAY_NEVER;
    daynum day = (daynum)(samples[0].day + ceil(days - 1e-9));
    return day > as_of ? day : as_of;
}
