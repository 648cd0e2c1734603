/* csv_reader.h - records out of a CSV text, each with the line where it began. The only user of
 * libcsv.
 *
 * Strict: a quotation mark out of place, an unclosed one, and anything over the limits of
 * duban/import.h is a fault of that record. After a fault the reader goes on with the physical
 * line after the one where the broken record began, so only that record is lost; nothing is
 * swallowed and no cell moves. The work stays linear: whether a line leaves a quotation open is
 * fixed by how many it holds, so no byte is read more than twice.
 *
 * The text is in memory whole, or comes in pieces from a feed; then no more than a record or two is
 * held.
 *
 * Ownership: the text or feed is the caller's and outlives the reader. What csv_reader_next() hands
 * out is valid until the next call. csv_reader_close() gives the memory back.
 *
 * Example:
 *     csv_reader_open(reader, text, ',');
 *     while ((kind = csv_reader_next(reader, &record)) != CSV_READ_END) ...
 *     csv_reader_close(reader);
 */
#ifndef IMPORT_CSV_READER_H
#define IMPORT_CSV_READER_H

#include <csv.h>
#include <stdbool.h>
#include <stddef.h>

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/import.h"
#include "duban/sv.h"
#include "import/lines.h"

enum csv_read {
    CSV_READ_ROW,
    CSV_READ_FAULT, /* a record that is broken */
    CSV_READ_END,
    CSV_READ_FAILED /* the feed has failed, and says why */
};

struct csv_record {
    unsigned line;          /* where it begins, from 1 */
    struct sv raw;          /* as it stands, without its line end; of a fault: its first line */
    const struct sv *cells; /* of a row, one at least; their bytes lie one behind the other */
    size_t count;
    enum issue_code fault; /* of a fault: BAD_QUOTE, FIELD_TOO_LONG, RECORD_TOO_LONG or
                              TOO_MANY_COLUMNS */
    unsigned column;       /* of a fault: the cell, from 1 */
};

/* Members are the reader's own. */
struct csv_reader {
    struct csv_parser parser;
    char separator;
    struct lines lines;
    struct line_mark resume; /* just after the line where the record began */
    size_t first;            /* the length of that line */
    struct buf bytes;        /* the record's cells, one after the other */
    size_t ends[IMPORT_COLUMNS_MAX];
    struct sv cells[IMPORT_COLUMNS_MAX];
    size_t count; /* cells seen; beyond the maximum they are counted only */
    bool complete;
    bool quoted; /* the line begins inside quotation marks */
};

void csv_reader_open(struct csv_reader *reader, struct sv text, char separator) NONNULL;

/* Reads from a feed; the separator is told by the text's first lines (dialect.h), and a line that
 * only states it is passed over. Returns false when the feed fails. */
MUST_USE bool csv_reader_stream(struct csv_reader *reader, const struct feed *feed,
                                struct err *err) NONNULL;
void csv_reader_close(struct csv_reader *reader) NONNULL;

/* The next record; blank lines between records are skipped. */
enum csv_read csv_reader_next(struct csv_reader *reader, struct csv_record *out) NONNULL;

#endif
