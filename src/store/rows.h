/* rows.h - from the plan's indexes to the database's rows, and what a new value does to them.
 *
 * Example:
 *     const struct report_key key = rows_key(plan, row);
 *     if (!rows_judge(store, measure, &key, &report, false, &outcome, err)) return false;
 */
#ifndef STORE_ROWS_H
#define STORE_ROWS_H

#include "store/ledger.h"

struct report_key rows_key(const struct plan *plan, const struct intake_row *row) NONNULL;

/* What putting `report` under `key` would be: new, changed, the same, or, unless it may fall, a
 * falling value of a measure that only grows. Writes nothing. */
MUST_USE bool rows_judge(struct store *store, enum measure measure, const struct report_key *key,
                         const struct report *report, bool allow_decrease,
                         enum intake_outcome *outcome, struct err *err) NONNULL;

MUST_USE bool rows_put_terms(struct store *store, int64_t target_id, const struct terms *terms,
                             daynum since, struct err *err) NONNULL;

#endif
