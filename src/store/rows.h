/* rows.h - from the plan's indexes to the database's rows, and what a new value does to them.
 *
 * Example:
 *     const struct report_key key = rows_key(plan, row);
 *     if (!rows_judge(store, measure, &key, &report, false, &outcome, err)) return false;
 */
#ifndef STORE_ROWS_H
#define STORE_ROWS_H

#include "store/walk.h"

struct report_key rows_key(const struct plan *plan, const struct intake_row *row) NONNULL;

/* Which neighbours in time a value of a growing measure is held against. A file may come late, so
 * it is held against both; a person who corrects a day sees what he does, and only what went
 * before counts. */
enum held_against { HELD_AGAINST_NOTHING, HELD_AGAINST_EARLIER, HELD_AGAINST_BOTH };

/* What putting `report` under `key` would be: new, changed, the same, or a value that
 * falls from its neighbours though the measure only grows. Writes nothing. */
MUST_USE bool rows_judge(struct store *store, enum measure measure, const struct report_key *key,
                         const struct report *report, enum held_against held,
                         enum intake_outcome *outcome, struct err *err) NONNULL;

/* The same for those who know what is there. */
enum intake_outcome rows_judge_at(enum measure measure, const struct report *report,
                                  const struct place *place, enum held_against held) NONNULL;

/* The latest value of a school on a target up to a day; date DAY_NONE: none. (values.c) */
MUST_USE bool rows_latest(struct store *store, const struct plan *plan, int target, int school,
                          daynum as_of, struct arena *arena, struct value *out,
                          struct err *err) NONNULL;

MUST_USE bool rows_put_terms(struct store *store, int64_t target_id, const struct terms *terms,
                             daynum since, struct err *err) NONNULL;
MUST_USE bool rows_put_thresholds(struct store *store, const struct thresholds *limits,
                                  daynum since, struct err *err) NONNULL;

#endif
