/* version.h - what --version says.
 *
 * Example:
 *     struct buf out = {0};
 *     version_describe(&out);
 */
#ifndef APP_VERSION_H
#define APP_VERSION_H

#include "duban/attr.h"
#include "duban/buf.h"

/* Adds the versions of duban and of the libraries in use, a line each, and what is to be known of
 * them: a SQLite that can lose rows when others write. */
void version_describe(struct buf *out) NONNULL;

/* Adds only the warning, or nothing. */
void version_warn(struct buf *out) NONNULL;

#endif
