/* calendar.h - which days of a plan's year count: terms, holidays, days worked in their place.
 *
 * A calendar is a set of spans. Where it says nothing - before its first and after its last day,
 * or without any calendar - Monday to Friday are working days, and all of them are school days.
 *
 * Ownership: spans and tables live in the arena that the calendar was made in. NULL stands for no
 * calendar in every function below.
 *
 * Example:
 *     int taught = calendar_days(plan->calendar, DAYS_SCHOOL, target->starts, as_of);
 */
#ifndef DUBAN_CALENDAR_H
#define DUBAN_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/date.h"
#include "duban/i18n.h"
#include "duban/mem.h"
#include "duban/sv.h"

/* What a span is: id, word in files. */
#define SPAN_LIST(X)                                                   \
    X(TERM, "term")       /* schools teach */                          \
    X(HOLIDAY, "holiday") /* nobody works, whatever else the day is */ \
    X(WORKDAY, "workday") /* a weekend day that is worked */

enum span_kind {
#define X(id, word) SPAN_##id,
    SPAN_LIST(X)
#undef X
        SPAN_TOTAL
};

const char *span_word(enum span_kind kind);
bool span_parse(struct sv word, enum span_kind *out) NONNULL;

struct span {
    enum span_kind kind;
    daynum first, last; /* both belong to it */
    struct name name;
};

/* Which days to count. A day is in term when a span says so, or when no span of the calendar is a
 * term. */
enum day_kind {
    DAYS_ALL,     /* every day */
    DAYS_WORKING, /* Monday to Friday outside holidays, and days worked in their place */
    DAYS_SCHOOL,  /* the working days in term */
    DAYS_OPEN,    /* every day outside holidays, weekends too */
    DAYS_TERM,    /* the same in term */
    DAYS_TOTAL
};

/* The longest time from a calendar's first day to its last. */
enum { CALENDAR_DAYS_MAX = 366 * 20 };

struct calendar {
    const struct span *spans; /* in the order they were given */
    size_t count;
    daynum first, last;            /* of all spans */
    const int *passed[DAYS_TOTAL]; /* [d - first + 1]: days of the kind from `first` to d */
};

/* Can these make a calendar? Each must begin no later than it ends, and all must lie within
 * CALENDAR_DAYS_MAX days. */
bool calendar_possible(const struct span *spans, size_t count);

/* Makes a calendar of `count` >= 1 spans, which it borrows; that they are possible was checked. */
const struct calendar *calendar_make(const struct span *spans, size_t count,
                                     struct arena *arena) NONNULL;

/* How many days of the kind come after `after` up to and with `until`; negative when `until` is
 * the earlier. Both are valid days. O(1). */
int calendar_days(const struct calendar *calendar, enum day_kind kind, daynum after, daynum until);

/* The first day after which no more than `days` >= 0 days of the kind come up to and with `until`:
 * calendar_days(result, until) <= days. */
daynum calendar_back(const struct calendar *calendar, enum day_kind kind, daynum until, int days);

/* The first day from `from` on by which `days` >= 0 days of the kind have come after `from`:
 * calendar_days(from, result) >= days. `days` is at most 366000. */
daynum calendar_day(const struct calendar *calendar, enum day_kind kind, daynum from, int days);

#endif
