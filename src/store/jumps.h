/* jumps.h - the reports that are a jump beyond what their school reported before
 * (duban/outliers.h): kept with every write in the table report_jump, so that no screen walks
 * reports to find them.
 *
 * A report is judged by those before it, so a write can only change what is said of the same
 * school's and target's reports from its day on.
 *
 * Example:
 *     ok = jumps_follow(store, blocks, count, err);      inside a write, after days_flush()'s rows
 */
#ifndef STORE_JUMPS_H
#define STORE_JUMPS_H

#include "store/days.h"

/* Brings the table up to date with blocks whose rows were written: by target, block and span. */
MUST_USE bool jumps_follow(struct store *store, struct days_block *const *blocks, size_t count,
                           struct err *err);

/* Does the table say what the reports say? Walks all reports. (jumps_all.c) */
MUST_USE bool jumps_examine(struct store *store, bool *sound, struct err *err) NONNULL;

/* How a target is measured. */
MUST_USE bool jumps_measure(struct store *store, int64_t target_id, enum measure *out,
                            struct err *err) NONNULL;

#endif
