/* scratch.h - a file without a name, for what does not fit into memory. It lies in $TMPDIR, else
 * in /tmp, and is gone when it is closed, however the program ends.
 *
 * Ownership: the caller closes the descriptor.
 *
 * Example:
 *     int fd = scratch_open(err);
 *     if (fd < 0) return false;
 */
#ifndef IMPORT_SCRATCH_H
#define IMPORT_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/err.h"

/* -1 with *err set when there is no place for it. */
MUST_USE int scratch_open(struct err *err) NONNULL;

/* Writes all of it at the end of what was written before. */
MUST_USE bool scratch_write(int fd, const void *bytes, size_t size, struct err *err) NONNULL;

/* Reads up to `size` bytes at `at`; *got is less only at the end. */
MUST_USE bool scratch_read(int fd, int64_t at, void *out, size_t size, size_t *got,
                           struct err *err) NONNULL;

#endif
