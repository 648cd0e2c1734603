/* measure.h - from what schools reported to a target's actual figure.
 *
 * A `tally` is all that a target's figure depends on: totals over schools of each one's latest
 * value. A `figures` is the tally's history, one point for every day on which it changed, so a
 * figure can be had for any past date and a pace can be read from it. The store keeps these
 * totals up to date with every write; nothing here reads anything.
 *
 * Ownership: plain values; the points belong to whoever loaded them.
 *
 * Example:
 *     const struct tally *now = figures_at(&figures, as_of);
 *     amount actual = measure_actual(target, now);
 */
#ifndef DUBAN_MEASURE_H
#define DUBAN_MEASURE_H

#include <stddef.h>
#include <stdint.h>

#include "duban/amount.h"
#include "duban/attr.h"
#include "duban/date.h"
#include "duban/plan.h"
#include "duban/sv.h"

/* Totals over all units of each one's latest report up to a day. Exact, so their order and
 * grouping do not matter. */
struct tally {
    amount value;      /* sum of the values */
    amount of;         /* sum of the denominators, where rows carry one */
    amount reached;    /* schools with a value >= 1, each AMOUNT_ONE; an own figure as it is */
    int64_t with_of;   /* units whose latest report carries a denominator */
    int64_t reporters; /* units that have reported at all */
};

/* One report's worth; `of` is AMOUNT_NONE when the row has none, `school` an index into
 * plan->schools. */
struct tally tally_of(int school, amount value, amount of);

/* a + b and a - b, member by member. */
struct tally tally_add(struct tally a, struct tally b);
struct tally tally_subtract(struct tally a, struct tally b);

/* The tally at the end of `date`. */
struct point {
    daynum date;
    struct tally tally;
};

/* A target's history up to some as-of date. */
struct figures {
    const struct point *points; /* ascending by date, at most one a day */
    size_t count;
};

/* The last point not after `date`; NULL when nothing was reported by then. */
const struct point *figures_at(const struct figures *figures, daynum date) NONNULL;

/* The actual figure of `target`, in its own unit (percent for share):
 *   sum, cap    sum of the latest values
 *   count       schools whose latest value is >= 1, plus the district's own figure
 *   share       100 * value / (of + units in scope without an `of`)
 *   mean, at_most, milestone   mean of the latest values of the units that have reported
 * Ratios are rounded to the nearest millionth. Returns AMOUNT_NONE when there is nothing to
 * measure: no report at all (sum, count and share then give 0), or a denominator of 0. */
amount measure_actual(const struct target *target, const struct tally *tally) NONNULL;

/* Reads a value as a person types it: "12", "12/30" with its denominator, or "98%" where the target
 * is in percent or a share, of which it is a part of one; of what counts it says nothing. *of is
 * AMOUNT_NONE where there is none. */
bool measure_read(const struct target *target, struct sv text, amount *value, amount *of) NONNULL;

/* Can its values be written as a percentage? */
bool measure_takes_percent(const struct target *target) NONNULL;

/* Is a reported value possible for the target? `of` is AMOUNT_NONE for none. */
enum value_fault {
    VALUE_OK,
    VALUE_NEGATIVE,     /* below 0 */
    VALUE_OVER_ONE,     /* share without a denominator: only 0..1 (no..yes) */
    VALUE_OVER_OF,      /* share: more than its denominator */
    VALUE_OVER_PERCENT, /* milestone, and mean in percent: only 0..100 */
    VALUE_OF_ZERO,      /* a denominator of 0 with a value, or below 0 */
    VALUE_OF_UNUSED     /* a denominator on a measure that has none */
};
enum value_fault measure_check(const struct target *target, amount value, amount of) NONNULL;

/* Can the target's figure ever come up to `goal`? What is in percent ends at 100. */
bool measure_reaches(const struct target *target, amount goal) NONNULL;

/* Does the measure only grow through the year (sum, count, share, milestone, cap)? A falling
 * value is then a likely mistake. */
bool measure_grows(enum measure measure);

#endif
