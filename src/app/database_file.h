/* database_file.h - database files that appear whole or not at all.
 *
 * Example:
 *     return database_appear(path, copy_into, session, err);
 */
#ifndef APP_DATABASE_FILE_H
#define APP_DATABASE_FILE_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/err.h"

/* Makes a database under the path that it is given. */
typedef bool database_make_fn(void *context, const char *path, struct err *err);

/* Calls `make` with a path beside `path`, and gives what it made the name `path` when it is whole;
 * takes all of it away when it fails. ERR_CANT_WRITE when something has that name already. */
MUST_USE bool database_appear(const char *path, database_make_fn *make, void *context,
                              struct err *err);

/* Calls `make` with a path beside `path` and takes away what it made: for one that is needed only
 * meanwhile. */
MUST_USE bool database_pass(const char *path, database_make_fn *make, void *context,
                            struct err *err);

#endif
