/* batch.h - reading what is kept of a batch.
 *
 * Example:
 *     if (!batch_left(store, plan, id, arena, &values, err)) return false;
 */
#ifndef STORE_BATCH_H
#define STORE_BATCH_H

#include "store/store.h"

/* The reports of a batch that were changed since, as they stand now. */
MUST_USE bool batch_left(struct store *store, const struct plan *plan, int64_t id,
                         struct arena *arena, struct values *out, struct err *err) NONNULL;

/* The number of the batch's entry in the journal. */
MUST_USE bool batch_entry(struct store *store, int64_t id, int64_t *entry, struct err *err) NONNULL;

#endif
