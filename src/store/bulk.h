/* bulk.h - reports that wait in memory to be written by one statement.
 *
 * SQLite reads them as the table bulk_report, which every connection of ours has and no file: one
 * statement moves them all (report/add_bulk.sql, put_bulk.sql).
 *
 * Ownership: the store's struct; bulk_free() gives its memory back.
 *
 * Example:
 *     bulk_add(&store->bulk, &key, &report, note, false);
 *     if (bulk_full(&store->bulk) && !bulk_write(store, err)) return false;
 */
#ifndef STORE_BULK_H
#define STORE_BULK_H

#include "duban/buf.h"
#include "store/store.h"

enum { BULK_ROWS = 8192 };

struct report_key;
struct report;

/* Makes the table known to a connection. */
MUST_USE bool bulk_register(struct store *store, struct err *err) NONNULL;

/* Adds a report of an import; the note is copied. `over`: there is one under its key. */
void bulk_add(struct bulk *bulk, const struct report_key *key, const struct report *report,
              struct sv note, bool over) NONNULL;

bool bulk_full(const struct bulk *bulk) NONNULL;

/* Writes what waits. */
MUST_USE bool bulk_write(struct store *store, struct err *err) NONNULL;

/* Forgets what waits, too. */
void bulk_free(struct bulk *bulk) NONNULL;

#endif
