/* import.h - a school's CSV file, from bytes to checked rows.
 *
 * bytes -> encoding -> physical lines -> libcsv -> header -> rows -> checks -> sort -> sink. Long
 * form (school,target,date,value[,of][,note]) and wide form (school[,date], a column per target)
 * are told apart by their header. The file is untrusted: every text is cleaned, every length
 * limited, and a bad row never blocks a good one.
 *
 * An import is a machine of steps, each as long as its caller lets it be, in memory that does not
 * grow with the file (<= 64 MiB for 1 GiB, the database's included):
 *
 *     SCAN   the bytes are read once: SHA-256 and encoding   -> stops at SCANNED: seen before?
 *     READ   they are read again, taken apart and checked    -> stops at READ: begin the batch
 *     PUT    good rows go into the sink in the order of their keys, none twice
 *     TELL   findings go to the issue sink in the order of their lines; for the text of the rows
 *            the file is read once more, up to the last of them
 *
 * Nothing is written before PUT, so no lock need be held while a file is read, and giving up is
 * import_close() (and store_import_end() without `keep`) at any time.
 *
 * Ownership: input, plan, the options' texts and the sinks are the caller's and outlive the import;
 * import_open() hands out an import, import_close() takes it back.
 *
 * Example:
 *     struct import_input input;
 *     struct import *import;
 *     struct import_progress progress;
 *     if (!import_input_open("5.csv", &input, err)) return false;
 *     bool ok = import_open(&input, plan, &options, &import, err);
 *     while (ok && (ok = import_step(import, 50, &progress, err)) && progress.stage != IMPORT_DONE)
 * { if (progress.stage == IMPORT_SCANNED) ... import_result(import)->sha256 ... if (progress.stage
 * == IMPORT_READ) import_set_sinks(import, &rows, &issues); draw(progress); if (cancelled()) break;
 *     }
 *     ... *import_result(import) ...
 *     import_close(import);
 *     import_input_close(&input);
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
/* A step without an end but that of its stage. */
#define IMPORT_NO_BUDGET (-1)

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
    X(YES_UNUSED, "yes-unused", false)                 \
    X(VALUE_NEGATIVE, "value-negative", false)         \
    X(VALUE_OVER_ONE, "value-over-one", false)         \
    X(VALUE_OVER_OF, "value-over-of", false)           \
    X(VALUE_OVER_PERCENT, "value-over-percent", false) \
    X(OF_ZERO, "of-zero", false)                       \
    X(OF_UNUSED, "of-unused", false)                   \
    X(DECREASE, "decrease", false)                     \
    X(SHARE_DECREASE, "share-decrease", false)         \
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
    X(NOTE_CLEANED, "note-cleaned", true)              \
    X(TOTAL_ROW, "total-row", true)

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
    int target, school;    /* that the row is about; -1: not known, or more than one target */
    const int *targets;    /* those whose values are rejected with a whole row of wide form */
    size_t target_count;   /* 0 when `target` is all */
    int64_t reports;       /* rejected for this reason; 0 for a warning */
};

/* Takes findings; returns false to stop the run. */
struct issue_sink {
    void *context;
    bool (*put)(void *context, const struct issue *issue, struct err *err);
};

/* What cells were found to mean: for files that are read one after the other, so that what one
 * names need not be looked up again for the next. Only for the same plan and as-of date. */
struct import_meanings;
MUST_USE struct import_meanings *import_meanings_open(void);
void import_meanings_close(struct import_meanings *meanings); /* NULL: nothing happens */

struct import_options {
    const char *name;     /* the file's name for messages, cleaned */
    const char *encoding; /* NULL = by content */
    daynum as_of;         /* a later date is in the future */
    daynum date;          /* where the file states none; DAY_NONE = none given */
    int school;           /* only this school's rows are taken, and it is meant where the file has
                             no column for the school; -1 = any */
    bool allow_decrease;
    bool fill_down; /* an empty school, target or date is the one above it: merged cells */
    struct import_meanings *meanings; /* the caller's, until all is read; NULL: its own */
};

struct import_result {
    char sha256[IMPORT_SHA256_TEXT];
    const char *encoding; /* a static text */
    char separator;       /* between cells: ',' ';' or TAB */
    bool wide;
    bool needs_date; /* it failed only because it has no date: ask for one */
    int64_t rows;    /* reports read: cells with a value in wide form. A row that cannot be taken
                        apart counts as one. rows = fresh + changed + same + rejected */
    int64_t fresh, changed, same, rejected;
    int64_t warnings; /* issues of rows that were taken all the same */
};

/* Adds the versions of libcsv and nettle, a line each. */
void import_libraries(struct buf *out) NONNULL;

/* The encodings that can be asked for by name; NULL at the end. */
const char *const *import_encodings(void);

/* The SHA-256 of `bytes` as 64 lowercase hex digits. */
void import_sha256(struct sv bytes, char out[IMPORT_SHA256_TEXT]) NONNULL;

/* ---- where the bytes come from --------------------------------------------------------------- */

/* Bytes that can be read more than once, from any place. `size` is known before. */
struct import_input {
    void *context;
    int64_t size;
    /* Reads up to `size` bytes at `offset`; *got is 0 only at the end, else as many as there are
     * at hand. */
    bool (*read_at)(void *context, int64_t offset, void *out, size_t size, size_t *got,
                    struct err *err);
};

/* A regular file, or "-" for standard input. What cannot be read twice is copied first, into a file
 * without a name in $TMPDIR or /tmp. ERR_NO_FILE, ERR_DATA for more than IMPORT_FILE_MAX. */
MUST_USE bool import_input_open(const char *path, struct import_input *out,
                                struct err *err) NONNULL;
void import_input_close(struct import_input *input) NONNULL;

/* Bytes in memory; nothing to close. */
struct import_input import_input_of(const struct sv *bytes) NONNULL;

/* ---- step by step ---------------------------------------------------------------------------- */

enum import_stage {
    IMPORT_SCAN,
    IMPORT_SCANNED, /* import_step() returns here once: sha256 and encoding are known */
    IMPORT_READING,
    IMPORT_READ, /* and here: `rows`, `rejected` (so far), `wide` and `separator` are known */
    IMPORT_PUT,
    IMPORT_TELL,
    IMPORT_DONE
};

struct import_progress {
    enum import_stage stage;
    int64_t done, total; /* of this stage: bytes (SCAN, READING), rows (PUT), findings (TELL) */
    int64_t rows, rejected;
    int permille; /* of the whole import; never falls */
};

struct import;

/* Begins. Reads nothing yet: only wrong options fail (ERR_USAGE), and a size above the limit. */
MUST_USE bool import_open(const struct import_input *input, const struct plan *plan,
                          const struct import_options *options, struct import **out,
                          struct err *err) NONNULL;

/* Goes on for about `budget_ms` milliseconds, a little at least; 0: one unit of work. Returns false
 * when the file as a whole cannot be used (ERR_DATA: no known encoding, no header, a spreadsheet
 * under a .csv name), and when a sink fails; then only import_result() and import_close() are
 * left. */
MUST_USE bool import_step(struct import *import, int budget_ms, struct import_progress *progress,
                          struct err *err) NONNULL;

/* Where the rows and findings go; due before the step that follows IMPORT_READ. */
void import_set_sinks(struct import *import, const struct intake_sink *rows,
                      const struct issue_sink *issues) NONNULL;

/* Where its next row belongs, from IMPORT_READ on: the school and target as one number, in the
 * order in which rows are put. False when there is no row left. */
MUST_USE bool import_next_series(const struct import *import, uint64_t *series) NONNULL;

/* Puts the rows of that school and target ahead of import_step(), which puts what is left: so that
 * several imports whose rows go to one place can take turns. */
MUST_USE bool import_put_series(struct import *import, struct err *err) NONNULL;

/* What is known so far; all of it when done. */
const struct import_result *import_result(const struct import *import) NONNULL;

void import_close(struct import *import) NONNULL;

/* All of it in one call. */
MUST_USE bool import_run(const struct import_input *input, const struct plan *plan,
                         const struct import_options *options, const struct intake_sink *sink,
                         const struct issue_sink *issues, struct import_result *result,
                         struct err *err) NONNULL;

#endif
