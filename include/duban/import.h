/* import.h - a school's CSV file, from bytes to checked rows.
 *
 * bytes -> encoding -> physical lines -> libcsv -> header -> rows -> checks -> sink. Long form
 * (school,target,date,value[,of][,note]) and wide form (school[,date], a column per target) are
 * told apart by their header. The file is untrusted: every text is cleaned, every length limited,
 * and a bad row never blocks a good one.
 *
 * Ownership: the source and the plan are the caller's and outlive the call. Nothing is kept.
 *
 * Example:
 *     struct import_options options = {.as_of = as_of, .name = "5.csv"};
 *     struct import_result result;
 *     if (!import_run(bytes, plan, &options, &sink, &issues, &result, err)) return false;
 */
#ifndef DUBAN_IMPORT_H
#define DUBAN_IMPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/err.h"
#include "duban/intake.h"
#include "duban/plan.h"
#include "duban/sv.h"

/* Limits; each has its own message. */
enum {
    IMPORT_FIELD_MAX = 64 * 1024,
    IMPORT_RECORD_MAX = 256 * 1024,
    IMPORT_COLUMNS_MAX = 512,
    IMPORT_NOTE_MAX = 1000,
    IMPORT_SHA256_TEXT = 65
};
#define IMPORT_FILE_MAX (INT64_C(1) << 30)

/* What can be wrong with a file, a row or a cell: id, stable code, and whether the row is still
 * taken (a warning). The words are in src/import/issue.c. */
#define ISSUE_LIST(X)                                  \
    X(UNKNOWN_SCHOOL, "unknown-school", false)         \
    X(EMPTY_CELL, "empty-cell", false)                 \
    X(AMBIGUOUS_SCHOOL, "ambiguous-school", false)     \
    X(NOT_YOUR_SCHOOL, "not-your-school", false)       \
    X(UNKNOWN_TARGET, "unknown-target", false)         \
    X(AMBIGUOUS_TARGET, "ambiguous-target", false)     \
    X(OUT_OF_SCOPE, "out-of-scope", false)             \
    X(BAD_DATE, "bad-date", false)                     \
    X(NO_DATE, "no-date", false)                       \
    X(DATE_OUTSIDE_PLAN, "date-outside-plan", false)   \
    X(DATE_IN_FUTURE, "date-in-future", false)         \
    X(SERIAL_DATE, "serial-date", true)                \
    X(BAD_VALUE, "bad-value", false)                   \
    X(BAD_OF, "bad-of", false)                         \
    X(PERCENT_UNUSED, "percent-unused", false)         \
    X(VALUE_NEGATIVE, "value-negative", false)         \
    X(VALUE_OVER_ONE, "value-over-one", false)         \
    X(VALUE_OVER_OF, "value-over-of", false)           \
    X(VALUE_OVER_PERCENT, "value-over-percent", false) \
    X(OF_ZERO, "of-zero", false)                       \
    X(OF_UNUSED, "of-unused", false)                   \
    X(DECREASE, "decrease", false)                     \
    X(REPEATED_KEY, "repeated-key", false)             \
    X(MISSING_CELL, "missing-cell", false)             \
    X(EXTRA_CELL, "extra-cell", false)                 \
    X(BAD_QUOTE, "bad-quote", false)                   \
    X(BAD_BYTES, "bad-bytes", false)                   \
    X(FIELD_TOO_LONG, "field-too-long", false)         \
    X(RECORD_TOO_LONG, "record-too-long", false)       \
    X(TOO_MANY_COLUMNS, "too-many-columns", false)     \
    X(UNKNOWN_COLUMN, "unknown-column", true)          \
    X(SCIENTIFIC_CODE, "scientific-code", false)       \
    X(NOTE_CLEANED, "note-cleaned", true)

enum issue_code {
#define X(id, word, warning) ISSUE_##id,
    ISSUE_LIST(X)
#undef X
        ISSUE_TOTAL
};

const char *issue_word(enum issue_code code);
bool issue_is_warning(enum issue_code code);

/* One finding, ready to show. All texts are borrowed for the length of the call. `row` and
 * `header` stand as in the file but for their encoding, for a file of rejected rows that can be
 * mended and imported again; they are not cleaned. */
struct issue {
    enum issue_code code;
    unsigned line, column; /* from 1; column counts the row's cells */
    const char *text;      /* what is wrong; what to do; in the user's language */
    const char *raw;       /* the cell or row, cleaned and shortened */
    struct sv row;         /* the whole row, in UTF-8, without its line end */
    struct sv header;      /* the header row, likewise */
};

/* Takes findings; returns false to stop the run. */
struct issue_sink {
    void *context;
    bool (*put)(void *context, const struct issue *issue, struct err *err);
};

struct import_options {
    const char *name;     /* the file's name for messages, cleaned */
    const char *encoding; /* NULL = by content */
    daynum as_of;         /* a later date is in the future */
    daynum date;          /* where the file states none; DAY_NONE = none given */
    int school;           /* only this school's rows are taken, and it is meant where the file has
                             no column for the school; -1 = any */
    bool allow_decrease;
    bool fill_down; /* an empty school, target or date is the one above it: merged cells */
};

struct import_result {
    char sha256[IMPORT_SHA256_TEXT];
    const char *encoding; /* a static text */
    char separator;       /* between cells: ',' ';' or TAB */
    bool wide;
    bool needs_date; /* import_run() failed only because it has no date: ask for one */
    int64_t rows;    /* reports read: cells with a value in wide form. A row that cannot be taken
                        apart counts as one. rows = fresh + changed + same + rejected */
    int64_t fresh, changed, same, rejected;
    int64_t warnings; /* issues of rows that were taken all the same */
};

/* Adds the versions of libcsv and nettle, a line each. */
void import_libraries(struct buf *out) NONNULL;

/* The SHA-256 of `bytes` as 64 lowercase hex digits. */
void import_sha256(struct sv bytes, char out[IMPORT_SHA256_TEXT]) NONNULL;

/* Reads the whole file, pushing good rows into `sink` and findings into `issues`. Returns false
 * when the file as a whole cannot be used (ERR_DATA: no known encoding, no header, a spreadsheet
 * under a .csv name), or when a sink fails. */
MUST_USE bool import_run(struct sv bytes, const struct plan *plan,
                         const struct import_options *options, const struct intake_sink *sink,
                         const struct issue_sink *issues, struct import_result *result,
                         struct err *err) NONNULL;

#endif
