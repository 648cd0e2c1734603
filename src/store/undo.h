/* undo.h - taking a batch of reports back, and what a report that is put back really says.
 *
 * Example:
 *     if (!undo_batch(store, import_id, &undone, err)) return false;
 */
#ifndef STORE_UNDO_H
#define STORE_UNDO_H

#include "store/ledger.h"

/* A report that is to be put back may be of a batch that was undone meanwhile: then what stood
 * before that batch is meant. Replaces *report by it; *found becomes false when there was none. */
MUST_USE bool undo_standing(struct store *store, const struct report_key *key, struct arena *arena,
                            bool *found, struct report *report, struct err *err) NONNULL;

/* What a batch's undo did, in reports. */
struct undo_counts {
    int64_t restored, removed;
};

/* Puts back what the batch wrote over, takes away what only it had, and marks it undone. Reports
 * that were changed since stay. Inside a write. */
MUST_USE bool undo_batch(struct store *store, int64_t import_id, struct undo_counts *counts,
                         struct err *err) NONNULL;

/* How many reports of the batch were changed since. */
MUST_USE bool undo_left(struct store *store, int64_t import_id, int64_t *count,
                        struct err *err) NONNULL;

/* Takes back the entry `id` of the journal, of whoever it is, and journals that. Inside a write. */
MUST_USE bool undo_entry(struct store *store, int64_t id, const struct actor *actor,
                         struct arena *arena, struct undo_counts *counts, struct err *err) NONNULL;

#endif
