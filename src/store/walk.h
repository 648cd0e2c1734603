/* walk.h - what stands under keys and beside them, for keys that mostly come in order.
 *
 * One statement walks along the reports as the keys go on; it is looked up anew only where the keys
 * jump. So a file into an empty table asks nothing, and the same file once more reads each report
 * once, in order.
 *
 * The rows that a caller has judged but not written yet are told by walk_put(); they are seen as
 * neighbours. Reports may be written behind the key that was asked for last while a walk is under
 * way; before anything else is written, walk_stop().
 *
 * Ownership: the caller's struct; zero-initialised is ready, walk_stop() ends it.
 *
 * Example:
 *     struct place place;
 *     if (!walk_to(store, &walk, &key, note, &place, err)) return false;
 *     walk_put(&walk, &report);
 */
#ifndef STORE_WALK_H
#define STORE_WALK_H

#include "store/ledger.h"

struct walk {
    sqlite3_stmt *stmt;      /* NULL: nothing is known of what comes next */
    int64_t target_id;       /* the target whose reports it walks along */
    bool end;                /* nothing comes next of that target */
    int leaps, leaps_max;    /* places that are looked up before it is walked again */
    struct report_key next;  /* else this */
    amount value, of;        /* with these */
    struct report_key last;  /* the key that was asked for last; target_id 0: none */
    struct neighbour before; /* the latest report up to `last` of its school and target */
};

/* What is under a key and beside it. */
struct place {
    bool found;
    amount value, of;
    bool same_note; /* of what was found: it has the note that was given */
    struct neighbour before, after;
};

/* Is the key not after the one that was asked for last? */
bool walk_is_behind(const struct walk *walk, const struct report_key *key) NONNULL;

MUST_USE bool walk_to(struct store *store, struct walk *walk, const struct report_key *key,
                      struct sv note, struct place *out, struct err *err) NONNULL;

/* The report under the key that was asked for last is now this one. */
void walk_put(struct walk *walk, amount value, amount of) NONNULL;

void walk_stop(struct walk *walk) NONNULL;

#endif
