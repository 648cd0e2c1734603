/* totals.h - what every target stands at by the end of each day that changed it (target_day), kept
 * with every write, so that no screen walks reports to know it.
 *
 * Example:
 *     bool ok = totals_add(store, changes, count, err);      inside a write
 *     ok = totals_latest(store, target->id, as_of, &known, &now, err);
 */
#ifndef STORE_TOTALS_H
#define STORE_TOTALS_H

#include "store/store.h"

/* By how much a target's totals change from a day on, and how many reports that day gains. */
struct day_change {
    int64_t target_id;
    daynum date;
    struct tally tally;
    int64_t reports;
};

/* Books changes, in any order, at most one for a target and day; sorts them. */
MUST_USE bool totals_add(struct store *store, struct day_change *changes, size_t count,
                         struct err *err);

/* What a target stands at by the end of a day. *known is false, and *out of no day and all zero,
 * when nothing was reported by then. */
MUST_USE bool totals_latest(struct store *store, int64_t target_id, daynum day, bool *known,
                            struct point *out, struct err *err) NONNULL;

/* The row of a statement whose columns are date, value, of, reached, with_of, reporters. */
struct point totals_point(sqlite3_stmt *stmt) NONNULL;

#endif
