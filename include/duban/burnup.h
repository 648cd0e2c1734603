/* burnup.h - a target's year as a drawing: which days and figures it spans, and what was planned,
 * what came, and what is to come on each day. Terminal and page draw the same lines from it.
 *
 * Ownership: plain values; what they point to belongs to the board.
 *
 * Example:
 *     struct burnup burnup = burnup_of(&board, t);
 *     for (daynum day = burnup.first; day <= burnup.last; day++)
 *         dot(day, burnup_actual(&burnup, day));
 */
#ifndef DUBAN_BURNUP_H
#define DUBAN_BURNUP_H

#include <stdbool.h>
#include <stddef.h>

#include "duban/attr.h"
#include "duban/board.h"

struct burnup {
    const struct target *target;
    const struct verdict *verdict;
    const struct figures *figures;
    daynum first, last, as_of; /* first < last */
    double low, high;          /* figures at the bottom and the top; low < high */
};

/* The drawing holds the baseline, the goal if there is one, every figure up to the as-of date, the
 * whole period and the as-of date; of a late forecast, a fifth of the period beyond the due date at
 * most. */
struct burnup burnup_of(const struct board *board, size_t target) NONNULL;

/* A limit (cap; at_most without a baseline) is not worked up to: it is a level to keep to. */
bool burnup_is_limit(const struct target *target) NONNULL;

/* The figure that a planned share stands for: from the baseline (0 if none) to the goal. */
double burnup_figure(const struct target *target, double share) NONNULL;

/* The figure that was planned for a day, that held on a day up to the as-of date, and that is to be
 * expected on one after it at the recent pace; NAN where there is none. */
double burnup_planned(const struct burnup *burnup, daynum day) NONNULL;
double burnup_actual(const struct burnup *burnup, daynum day) NONNULL;
double burnup_expected(const struct burnup *burnup, daynum day) NONNULL;

/* The share of the goal that will be reached on the due day at the recent pace: on the straight
 * line from the as-of date to the forecast. NAN when it cannot be told or the due day is past. */
double burnup_end_share(const struct target *target, const struct verdict *verdict,
                        daynum as_of) NONNULL;

#endif
