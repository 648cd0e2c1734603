/* model_target.h - targets and figures for tests, built in a line each.
 *
 * Example:
 *     struct target target = test_target(MEASURE_SUM, 100);
 *     struct figures figures = test_figures(&arena, (const struct test_point[]){
 *         {"2021-03-31", 25}, {NULL, 0}});
 */
#ifndef SUPPORT_MODEL_TARGET_H
#define SUPPORT_MODEL_TARGET_H

#include "duban/measure.h"
#include "duban/mem.h"
#include "duban/standing.h"

/* The day of an ISO date; a wrong one fails the test. */
daynum test_day(const char *iso);

/* A target of the year 2021 with a goal (< 0: none), of the district itself, paced evenly, with the
 * usual thresholds. */
struct target test_target(enum measure measure, double goal);

/* One unit's total on a day; a NULL date ends a list. */
struct test_point {
    const char *date;
    double value;
};

struct figures test_figures(struct arena *arena, const struct test_point *points);

#endif
