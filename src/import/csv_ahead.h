/* csv_ahead.h - the records of a file, taken apart by another thread while those before are
 * checked.
 *
 * Reading and taking apart take about as long as checking and sorting. A file that is not small
 * hands its reader and decoder to a thread, and gets the same records, in order, in batches.
 *
 * Ownership: the reader and the decoder are the caller's, who leaves them alone until
 * csv_ahead_close(). A record is valid until the next call.
 *
 * Example:
 *     struct csv_ahead *ahead = csv_ahead_open(&reader, &decoder);
 *     while (... csv_ahead_next(ahead, &record, err) == CSV_READ_ROW ...)
 *     csv_ahead_close(ahead);
 */
#ifndef IMPORT_CSV_AHEAD_H
#define IMPORT_CSV_AHEAD_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/err.h"
#include "import/csv_reader.h"
#include "import/decode.h"

struct csv_ahead;

/* Goes on where the reader is. NULL: there is no thread to be had, and the reader is as it was, but
 * for its memory. */
struct csv_ahead *csv_ahead_open(struct csv_reader *reader, const struct decoder *decoder) NONNULL;

/* As csv_reader_next(), but that only a fault has its text in `raw`. CSV_READ_FAILED sets *err. */
enum csv_read csv_ahead_next(struct csv_ahead *ahead, struct csv_record *out,
                             struct err *err) NONNULL;

/* Of the file up to the record that was handed out, and a little beyond: was a byte met that does
 * not belong, and how far was it read? */
bool csv_ahead_broken(const struct csv_ahead *ahead) NONNULL;
int64_t csv_ahead_at(const struct csv_ahead *ahead) NONNULL;

void csv_ahead_close(struct csv_ahead *ahead) NONNULL;

#endif
