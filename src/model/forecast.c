#include "duban/standing.h"

#include <math.h>

/* One observation for the slope: counted days (0 is the newest, earlier ones are negative) and
 * figure. */
struct sample {
    daynum date;
    double days, figure;
};

daynum forecast_look(const struct target *target, const struct point *point, int *samples)
{
    if (measure_actual(target, &point->tally) == AMOUNT_NONE)
        return point->date - 1;
    ++*samples;
    return point->date - (target->thresholds.reporting_days + 1) / 2;
}

/* Collects points up to `as_of`, newest first. */
static int collect(const struct target *target, const struct figures *figures, daynum as_of,
                   struct sample samples[FORECAST_POINTS_MAX])
{
    enum day_kind kind = standing_days(target);
    int count = 0;
    const struct point *point = figures_at(figures, as_of);
    while (point && count < FORECAST_POINTS_MAX) {
        int at = count;
        daynum next = forecast_look(target, point, &count);
        if (count > at) {
            daynum newest = at > 0 ? samples[0].date : point->date;
            samples[at] = (struct sample){
                point->date, calendar_days(target->calendar, kind, newest, point->date),
                amount_double(measure_actual(target, &point->tally))};
        }
        point = figures_at(figures, next);
    }
    return count;
}

/* The least-squares line through the samples: its slope, and the slope's standard error (NAN for
 * two points). */
struct line {
    double slope, error;
};

static struct line fit(const struct sample *samples, int count)
{
    double mean_days = 0, mean_figure = 0, products = 0, squares = 0, residuals = 0;
    for (int i = 0; i < count; i++) {
        mean_days += samples[i].days / count;
        mean_figure += samples[i].figure / count;
    }
    for (int i = 0; i < count; i++) {
        double days = samples[i].days - mean_days;
        products += days * (samples[i].figure - mean_figure);
        squares += days * days;
    }
    struct line line = {.slope = products / squares, .error = NAN};
    for (int i = 0; i < count; i++) {
        double off = samples[i].figure - mean_figure - line.slope * (samples[i].days - mean_days);
        residuals += off * off;
    }
    if (count > 2)
        line.error = sqrt(residuals / (count - 2) / squares);
    return line;
}

/* Student's t, 0.90 quantile, by degrees of freedom. */
static const double student[FORECAST_POINTS_MAX - 1] = {NAN, 3.078, 1.886, 1.638, 1.533};

/* The day on which `left` more is reached at `pace`, both towards the goal. */
static daynum day_of(const struct target *target, daynum newest, double left, double pace,
                     daynum as_of)
{
    enum { DAYS_MAX = 366 * 1000 };
    double days = left / pace; /* negative or infinite: never at this pace */
    if (!(days >= 0 && days < DAYS_MAX))
        return DAY_NEVER;
    daynum day =
        calendar_day(target->calendar, standing_days(target), newest, (int)ceil(days - 1e-9));
    return day > as_of ? day : as_of;
}

static struct forecast unknown(void)
{
    return (struct forecast){DAY_NONE, DAY_NONE, DAY_NONE, NAN, 0};
}

struct forecast standing_forecast(const struct target *target, const struct figures *figures,
                                  daynum as_of)
{
    struct sample samples[FORECAST_POINTS_MAX];
    if (target->goal_min == AMOUNT_NONE || target->measure == MEASURE_CAP)
        return unknown();
    int count = collect(target, figures, as_of, samples);
    if (count == 0)
        return unknown();
    double way = target->measure == MEASURE_AT_MOST ? -1 : 1;
    double left = way * (amount_double(target->goal_min) - samples[0].figure);
    bool spread = count > 1 && samples[count - 1].days < 0;
    struct line line = spread ? fit(samples, count) : (struct line){NAN, NAN};
    if (left <= 0)
        return (struct forecast){as_of, as_of, as_of, line.slope, count};
    if (!spread)
        return unknown();
    struct forecast forecast = {
        .likely = day_of(target, samples[0].date, left, way * line.slope, as_of),
        .earliest = DAY_NONE,
        .latest = DAY_NONE,
        .pace = line.slope,
        .points = count,
    };
    double width = student[count - 2] * line.error;
    if (count > 2) {
        forecast.earliest = day_of(target, samples[0].date, left, way * line.slope + width, as_of);
        forecast.latest = day_of(target, samples[0].date, left, way * line.slope - width, as_of);
    }
    return forecast;
}
