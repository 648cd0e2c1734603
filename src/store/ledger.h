/* ledger.h - the one place where reports are written and taken away.
 *
 * A report changes its target's totals on its own day and, if the school has a later one, back on
 * that day. The ledger writes the report at once and gathers the changes of the totals by target
 * and day, so that a file of a million rows touches each day once, at ledger_flush().
 *
 * Ownership: the caller's struct; ledger_free() gives its memory back. Use it inside a write.
 *
 * Example:
 *     struct ledger ledger = {0};
 *     bool ok = ledger_put(store, &ledger, &key, &report, err) && ledger_flush(store, &ledger,
 * err); ledger_free(&ledger);
 */
#ifndef STORE_LEDGER_H
#define STORE_LEDGER_H

#include "store/days.h"
#include "store/totals.h"

/* What it says and where it is from. Texts are borrowed; "" and NULL are both "none". */
struct report {
    amount value;
    amount of; /* AMOUNT_NONE: none */
    const char *note;
    int64_t import_id; /* 0: by hand */
    int64_t line;
    const char *who, *at;
};

struct ledger {
    struct day_change *slots; /* open addressing; size is a power of two */
    size_t size, used;
    struct days days; /* which days have reports, and what these say */
};

/* The row of a statement whose columns are value, of, note, import, line, who, at. Texts live in
 * `arena`. */
struct report ledger_read(sqlite3_stmt *stmt, struct arena *arena) NONNULL;

/* The report under a key: *found says whether there is one. Texts live in `arena`. */
MUST_USE bool ledger_get(struct store *store, const struct report_key *key, struct arena *arena,
                         bool *found, struct report *out, struct err *err) NONNULL;

/* The values beside a key: the school's report before and after that day; `found` false = none. */
struct neighbour {
    bool found;
    daynum date;
    amount value, of;
};
MUST_USE bool ledger_neighbours(struct store *store, const struct report_key *key,
                                struct neighbour *before, struct neighbour *after,
                                struct err *err) NONNULL;

MUST_USE bool ledger_before(struct store *store, const struct report_key *key,
                            struct neighbour *before, struct err *err) NONNULL;

struct place; /* walk.h */

/* Books what writing a report changes, without writing it: for those who know what is there. Asks,
 * as ledger_put() does, whether who writes may. */
MUST_USE bool ledger_book(struct store *store, struct ledger *ledger, const struct report_key *key,
                          amount value, amount of, const struct place *place,
                          struct err *err) NONNULL;

/* Writes a report, new or over another one. */
MUST_USE bool ledger_put(struct store *store, struct ledger *ledger, const struct report_key *key,
                         const struct report *report, struct err *err) NONNULL;

/* Takes a report away; nothing happens when there is none. */
MUST_USE bool ledger_drop(struct store *store, struct ledger *ledger, const struct report_key *key,
                          struct err *err) NONNULL;

/* Writes the gathered changes of the totals. */
MUST_USE bool ledger_flush(struct store *store, struct ledger *ledger, struct err *err) NONNULL;

void ledger_free(struct ledger *ledger) NONNULL;

#endif
