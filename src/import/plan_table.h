/* plan_table.h - a file of a plan as typed cells.
 *
 * A table knows its columns by an enum of the caller. A `struct plan_row` reads one row: each
 * row_*() returns the cell's value and, when the cell is wrong, gives the fault with file, line and
 * column to plan_faults.h and remembers that the row has failed; later calls then return harmless
 * values. So a row is read straight through and asked once at its end.
 *
 * Ownership: texts live in the arena that the table was opened with.
 *
 * Example:
 *     struct plan_row row = plan_row_of(&table, 0, faults);
 *     town->code = row_code(&row, TOWN_CODE);
 *     row_name(&row, TOWN_NAME, &town->name);
 *     if (!row_done(&row)) return false;
 */
#ifndef IMPORT_PLAN_TABLE_H
#define IMPORT_PLAN_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/plan_files.h"
#include "import/code_index.h"
#include "import/plan_faults.h"

struct plan_column {
    const char *name;
    bool required;
};

/* The three columns of a name, which follow each other in the enum. */
#define PLAN_NAME_COLUMNS(prefix)                    \
    {prefix "_en", false}, {prefix "_zh_CN", false}, \
    {                                                \
        prefix "_zh_TW", false                       \
    }

enum { PLAN_COLUMNS_MAX = 40, PLAN_CODE_MAX = 32, PLAN_NAME_MAX = 200, PLAN_TEXT_MAX = 4000 };

struct plan_table {
    const char *file;
    struct csv_table csv;
    bool keys;                /* one record down the rows key,value */
    int at[PLAN_COLUMNS_MAX]; /* where each of the caller's columns stands; -1 = nowhere */
    const struct plan_column *columns;
};

/* Reads `file`. Columns may stand in any order; a required one that is missing, and one that is
 * not in `columns`, is an error. */
MUST_USE bool plan_table_open(struct plan_table *table, const struct plan_file *file,
                              const struct plan_column *columns, size_t count, struct arena *arena,
                              struct plan_faults *faults) NONNULL;

/* The same for a file of `key,value` rows: it becomes a table of one row, a column per key. */
MUST_USE bool plan_table_open_keys(struct plan_table *table, const struct plan_file *file,
                                   const struct plan_column *columns, size_t count,
                                   struct arena *arena, struct plan_faults *faults) NONNULL;

struct plan_row {
    const struct plan_table *table;
    size_t number; /* from 0 */
    struct plan_faults *faults;
    bool failed;
    uint64_t columns; /* that have had a fault: one is enough */
};

struct plan_row plan_row_of(const struct plan_table *table, size_t number,
                            struct plan_faults *faults) NONNULL;

/* Does reading go on after this row: it is good, or all faults are wanted? */
bool row_done(const struct plan_row *row) NONNULL;

/* A fault of the cell, unless it had one already or the row did and only the first is wanted.
 * Always returns false. */
bool row_fault(struct plan_row *row, int column, const char *format, ...) PRINTF(3);

/* The bare cell, "" when the column is not there. Never fails. */
const char *row_text(const struct plan_row *row, int column) NONNULL;
bool row_empty(const struct plan_row *row, int column) NONNULL;

/* A text of up to PLAN_TEXT_MAX bytes. */
const char *row_note(struct plan_row *row, int column) NONNULL;

/* 1 to PLAN_CODE_MAX letters, digits, '_', '.', '-'. */
const char *row_code(struct plan_row *row, int column) NONNULL;

/* A name from three columns, at least one of them filled; row_name_maybe(): or none. */
void row_name(struct plan_row *row, int first, struct name *out) NONNULL;
void row_name_maybe(struct plan_row *row, int first, struct name *out) NONNULL;

/* A whole number between `least` and `most`; `empty` for an empty cell. */
int row_int(struct plan_row *row, int column, int least, int most, int empty) NONNULL;

/* A decimal number; AMOUNT_NONE for an empty cell. */
amount row_amount(struct plan_row *row, int column) NONNULL;

/* A decimal number between `least` and `most`; `empty` for an empty cell. */
double row_ratio(struct plan_row *row, int column, double least, double most, double empty) NONNULL;

/* A date; `empty` for an empty cell. */
daynum row_date(struct plan_row *row, int column, daynum empty) NONNULL;

/* 0 or 1; an empty cell is false. */
bool row_flag(struct plan_row *row, int column) NONNULL;

/* The fault that `file` should have this code and has not; none where it was not read whole. */
void row_missing(struct plan_row *row, int column, struct sv code, const char *file) NONNULL;

/* The row that `index` has for this code; `file` is where the code would have to be. */
int row_ref(struct plan_row *row, int column, const struct code_index *index,
            const char *file) NONNULL;

/* Thresholds from five columns that follow each other, empty ones as in `empty`. */
struct thresholds row_thresholds(struct plan_row *row, int first,
                                 const struct thresholds *empty) NONNULL;
#define PLAN_THRESHOLD_COLUMNS                                               \
    {"spi_min", false}, {"forecast_slack", false}, {"due_soon_days", false}, \
        {"reporting_days", false},                                           \
    {                                                                        \
        "silent_periods", false                                              \
    }
enum { PLAN_THRESHOLD_COLUMN_COUNT = 5 };

/* Indexes the codes of a column; a code that is there twice is a fault. */
MUST_USE bool plan_table_index(const struct plan_table *table, int column, struct code_index *index,
                               struct plan_faults *faults) NONNULL;

#endif
