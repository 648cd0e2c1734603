/* backup.h - a copy of a database that appears whole or not at all.
 *
 * Example:
 *     if (!backup_make(session->store, "copy.db", err)) return false;
 */
#ifndef APP_BACKUP_H
#define APP_BACKUP_H

#include "duban/attr.h"
#include "duban/store.h"

/* Copies what the store holds at one moment into the new file `path`, for this user alone. */
MUST_USE bool backup_make(struct store *store, const char *path, struct err *err) NONNULL;

/* The same into a file that only the caller knows yet: half of it may be left when this fails. */
MUST_USE bool backup_write(struct store *store, const char *path, struct err *err) NONNULL;

#endif
