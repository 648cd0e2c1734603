/* rows.h - a file's records, one by one, into reports and findings; then the reports into the sink.
 *
 * The reports are gathered and sorted by key (target, school, date): a database takes them faster,
 * and repeated keys stand side by side.
 *
 * Ownership: `rows` borrows what its members point to; rows_end() gives the rest back.
 *
 * Example:
 *     struct rows rows = {.checks = ..., .header = &header, ...};
 *     while (...) if (!rows_take(&rows, &record, err)) break;
 *     if (rows_sort(&rows, err)) while (... more) rows_put(&rows, &sink, &more, err);
 *     rows_end(&rows);
 */
#ifndef IMPORT_ROWS_H
#define IMPORT_ROWS_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/import.h"
#include "import/check.h"
#include "import/csv_reader.h"
#include "import/findings.h"
#include "import/header.h"
#include "import/sorter.h"

struct rows {
    struct checks checks;
    const struct header *header;
    struct import_result *result;

    struct import_meanings meanings; /* where the options have none */
    struct sorter reports;
    struct findings findings;
    struct buf note;
    struct buf above[COLUMN_TOTAL]; /* with fill_down: the last cell that was not empty */
    struct buf held, taken;         /* the report whose turn is next, as it was packed; and now */
    uint64_t held_key;              /* its key */
    bool holds;                     /* there is one */
    uint64_t key;                   /* of the report that the sink took last */
    unsigned key_line;              /* where it is from; 0: none yet */
};

/* Takes one record in: keeps its reports and what is wrong with it. Returns false only when there
 * is no room for them. */
MUST_USE bool rows_take(struct rows *rows, const struct csv_record *record,
                        struct err *err) NONNULL;

/* Keeps that a record could not be read. */
MUST_USE bool rows_fault(struct rows *rows, const struct csv_record *record,
                         struct err *err) NONNULL;

/* Keeps which headings are not known. */
MUST_USE bool rows_warn_header(struct rows *rows, const struct csv_record *record,
                               struct err *err) NONNULL;

/* All records are in: brings the reports into the order of their keys. */
MUST_USE bool rows_sort(struct rows *rows, struct err *err) NONNULL;

/* Hands the next report to the sink, unless its key was taken before. *more: there may be another
 * one. */
MUST_USE bool rows_put(struct rows *rows, const struct intake_sink *sink, bool *more,
                       struct err *err) NONNULL;

void rows_end(struct rows *rows) NONNULL;

#endif
