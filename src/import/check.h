/* check.h - the cells of a row held against the plan.
 *
 * Each check turns a cell into what the model wants, or sets *found and returns false. Checks
 * write nothing else, so they can be tried one by one.
 *
 * Example:
 *     if (!check_school(&checks, &cell, &school, &found)) return reject(rows, &found);
 */
#ifndef IMPORT_CHECK_H
#define IMPORT_CHECK_H

#include <stdbool.h>

#include "duban/amount.h"
#include "duban/attr.h"
#include "duban/date.h"
#include "duban/import.h"
#include "duban/plan.h"
#include "import/encoding.h"
#include "import/finding.h"
#include "import/memo.h"

/* What cells meant that were all right: of the school, the target and the date. */
struct import_meanings {
    struct memo schools, targets, dates;
};

void check_forget(struct import_meanings *meanings) NONNULL;

/* What cells are held against. */
struct checks {
    const struct plan *plan;
    const struct import_options *options;
    enum encoding encoding;
    bool broken;                      /* the file holds bytes that are no text */
    struct import_meanings *meanings; /* of cells before */
};

/* A cell and where it stands. column 0: the file has no such column, and the text is empty. */
struct cell {
    struct sv text;
    unsigned column; /* from 1 */
};

/* Is the cell text at all? */
bool check_bytes(const struct checks *checks, struct cell cell, struct finding *found) NONNULL;

/* The school; without a column for it, the one that the user named. */
bool check_school(const struct checks *checks, struct cell cell, int *school,
                  struct finding *found) NONNULL;

bool check_target(const struct checks *checks, struct cell cell, int *target,
                  struct finding *found) NONNULL;

/* May the school report on the target? `cell` is to blame. */
bool check_scope(const struct checks *checks, struct cell cell, int target, int school,
                 struct finding *found) NONNULL;

/* The day; for an empty cell the one that the user named. *serial: it was written as a
 * spreadsheet's day number. */
bool check_date(const struct checks *checks, struct cell cell, daynum *day, bool *serial,
                struct finding *found) NONNULL;

/* The value and the denominator (AMOUNT_NONE for an empty cell), as the target counts. */
bool check_value(const struct checks *checks, int target, struct cell value, struct cell of,
                 amount *value_out, amount *of_out, struct finding *found) NONNULL;

#endif
