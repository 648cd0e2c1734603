/* problem.h - what undo needs of the problem list.
 *
 * Example:
 *     bool stale;
 *     if (!problem_revert(store, change->before, change->after, &stale, arena, err)) ...
 */
#ifndef STORE_PROBLEM_H
#define STORE_PROBLEM_H

#include "store/journal.h"

/* A problem as it stands now, as JSON in `arena`; NULL: none of this number. */
MUST_USE bool problem_json(struct store *store, int64_t id, struct arena *arena, const char **out,
                           struct err *err) NONNULL;

/* Puts a problem back to `before` ("": takes it away), unless it is not as in `after` any more:
 * then nothing is written and *stale is true. */
MUST_USE bool problem_revert(struct store *store, const char *before, const char *after,
                             bool *stale, struct arena *arena, struct err *err) NONNULL;

#endif
