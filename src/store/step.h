/* step.h - what undo needs of the dated steps.
 *
 * Example:
 *     bool stale;
 *     if (!step_revert(store, target_id, change->before, change->after, &stale, arena, err)) ...
 */
#ifndef STORE_STEP_H
#define STORE_STEP_H

#include "store/journal.h"

/* Puts a target's step back to the day of `before`, unless it is not as in `after` any more or the
 * steps around it were moved across that day: then nothing is written and *stale is true. */
MUST_USE bool step_revert(struct store *store, int64_t target_id, const char *before,
                          const char *after, bool *stale, struct arena *arena,
                          struct err *err) NONNULL;

#endif
