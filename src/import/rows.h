/* rows.h - a file's records, one by one, into reports for the sink and findings for the user.
 *
 * Ownership: `rows` borrows what its members point to; rows_end() gives the rest back.
 *
 * Example:
 *     struct rows rows = {.checks = ..., .header = &header, ...};
 *     while (...) if (!rows_take(&rows, &record)) break;
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
#include "import/finding.h"
#include "import/header.h"
#include "import/key_set.h"

struct rows {
    struct checks checks;
    const struct header *header;
    struct sv header_row; /* as it stands in the file */
    const struct intake_sink *sink;
    const struct issue_sink *issues;
    struct import_result *result;
    struct err *err;

    struct key_set keys;
    struct buf note, text;
    struct buf above[COLUMN_TOTAL]; /* with fill_down: the last cell that was not empty */
};

/* Takes one record in: pushes its reports into the sink and what is wrong into the issues.
 * Returns false only when one of these two says stop. */
MUST_USE bool rows_take(struct rows *rows, const struct csv_record *record) NONNULL;

/* Reports a record that could not be read. */
MUST_USE bool rows_fault(struct rows *rows, const struct csv_record *record) NONNULL;

/* Reports the headings that are not known. */
MUST_USE bool rows_warn_header(struct rows *rows, const struct csv_record *record) NONNULL;

void rows_end(struct rows *rows) NONNULL;

#endif
