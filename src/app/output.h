/* output.h - results on their way out: to standard output, or into files that appear whole.
 *
 * Example:
 *     return output_print(buf_sv(&out), err);
 */
#ifndef APP_OUTPUT_H
#define APP_OUTPUT_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/err.h"
#include "duban/sv.h"

/* How wide text may be: $COLUMNS, else the terminal's width, else 80; at least 60. */
int output_columns(void);

/* Writes to standard output. ERR_IO when it cannot. */
MUST_USE bool output_print(struct sv bytes, struct err *err) NONNULL;

/* Says what was done: the text as one line to standard output. */
MUST_USE bool output_said(const struct buf *said, struct err *err) NONNULL;

/* Makes the directory `path` and those above it. */
MUST_USE bool output_directory(const char *path, struct err *err) NONNULL;

/* Makes the directory that the file `path` is to lie in. */
MUST_USE bool output_parent(const char *path, struct err *err) NONNULL;

/* Makes the new file DIR/NAME with these bytes: it is there whole or not at all, and nothing that
 * was there is overwritten. */
MUST_USE bool output_file(const char *dir, const char *name, struct sv bytes,
                          struct err *err) NONNULL;

/* Makes the file `path` with these bytes, in place of a regular file that had the name: readers see
 * the old one or the new one, never a part. */
MUST_USE bool output_replace(const char *path, struct sv bytes, struct err *err) NONNULL;

/* Reads a whole file, "-" for standard input, into *out; at most `max` bytes. */
MUST_USE bool input_file(const char *path, int64_t max, struct buf *out, struct err *err) NONNULL;

#endif
