/* header.h - what each column of a school's file is for.
 *
 * Headings are known in English, Simplified and Traditional Chinese, in any order and case. A
 * file with a target and a value column is in long form, a report a row; one with neither is in
 * wide form, where every column headed by a target's code or name holds that target's values.
 *
 * Ownership: a plain value.
 *
 * Example:
 *     struct header header;
 *     if (!header_read(&header, plan, &record, &asked, err)) return false;
 *     struct sv date = record.cells[header.at[COLUMN_DATE]];
 */
#ifndef IMPORT_HEADER_H
#define IMPORT_HEADER_H

#include <stdbool.h>
#include <stddef.h>

#include "duban/attr.h"
#include "duban/err.h"
#include "duban/import.h"
#include "duban/plan.h"
#include "duban/sv.h"
#include "import/csv_reader.h"

enum column {
    COLUMN_SCHOOL,
    COLUMN_SCHOOL_NAME, /* stands in for COLUMN_SCHOOL where that is missing */
    COLUMN_TARGET,
    COLUMN_TARGET_NAME, /* likewise */
    COLUMN_DATE,
    COLUMN_VALUE,
    COLUMN_OF,
    COLUMN_NOTE,
    COLUMN_TOTAL,
    COLUMN_LABEL = COLUMN_TOTAL, /* known, for people only: a unit, last year's figure */
    COLUMN_EMPTY,                /* no heading */
    COLUMN_UNKNOWN
};

struct header {
    bool wide;
    int at[COLUMN_TOTAL]; /* from 0; -1: there is none */
    size_t count;
    size_t needed; /* a row must reach to its last column that is asked for */
    unsigned char kinds[IMPORT_COLUMNS_MAX]; /* enum column of each, COLUMN_UNKNOWN for targets */
    int targets[IMPORT_COLUMNS_MAX];         /* wide form: the target of each column; -1: none */
};

/* What the file need not say because the user did. */
struct header_given {
    const char *file;
    bool school, date;
};

/* What a heading means; COLUMN_UNKNOWN when it is none of ours. */
enum column header_column(struct sv heading);

/* Has the record any heading of ours? Titles may have: "School: ..." in two cells. */
bool header_hinted(const struct csv_record *record) NONNULL;

/* Does it head a table: a column of targets or of values, or targets beside schools or days? */
bool header_known(const struct plan *plan, const struct csv_record *record) NONNULL;

/* Reads the header record. Returns false when it names no columns to work with: ERR_DATA with
 * what is missing. *needs_date tells that only a date is missing. */
MUST_USE bool header_read(struct header *out, const struct plan *plan,
                          const struct csv_record *record, const struct header_given *given,
                          bool *needs_date, struct err *err) NONNULL;

/* The targets of the columns in which a row of wide form has a value, into `targets` (room for
 * IMPORT_COLUMNS_MAX; NULL: only counted). Returns how many; 0 in long form. */
size_t header_values(const struct header *header, const struct csv_record *record, int *targets);

#endif
