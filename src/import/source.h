/* source.h - the records of a file, from its bytes: decoded, taken apart, and that by another
 * thread where it is worth one.
 *
 * Ownership: the input is the caller's and outlives the source; source_close() gives the rest back.
 * A record is valid until the next call.
 *
 * Example:
 *     struct source *source = source_open(&input, &found, err);
 *     while (source && (kind = source_next(source, &record, err)) != CSV_READ_END) ...
 *     source_close(source);
 */
#ifndef IMPORT_SOURCE_H
#define IMPORT_SOURCE_H

#include "import/csv_reader.h"
#include "import/scan.h"

struct source;

/* Begins at the first record. NULL when the input fails. */
MUST_USE struct source *source_open(const struct import_input *input, const struct scanned *found,
                                    struct err *err) NONNULL;

char source_separator(const struct source *source) NONNULL;

/* The next record. CSV_READ_FAILED: the input has failed, and *err says why. */
enum csv_read source_next(struct source *source, struct csv_record *out, struct err *err) NONNULL;

/* From the next record on another thread goes ahead, if there is one to be had. Then only a fault
 * has its text in the record's `raw`. */
void source_go_ahead(struct source *source) NONNULL;

/* Was a byte met that is no text, in what was handed out or a little beyond? */
bool source_broken(const struct source *source) NONNULL;

/* How far the file is read, in bytes. */
int64_t source_at(const struct source *source) NONNULL;

/* NULL is nothing to close. */
void source_close(struct source *source);

#endif
