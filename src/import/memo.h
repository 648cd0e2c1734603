/* memo.h - what a cell was found to mean, for the next row that has the same bytes there.
 *
 * A file of a million rows names a few hundred schools, targets and days. A memo keeps the last
 * meanings by a hash of their cells, a place each: it may forget, but never errs.
 *
 * Ownership: zero-initialised is empty; memo_free() gives the memory back.
 *
 * Example:
 *     if (!memo_find(&memo, cell, &school)) {
 *         school = lookup_school(plan, cell);
 *         memo_keep(&memo, cell, school);
 *     }
 */
#ifndef IMPORT_MEMO_H
#define IMPORT_MEMO_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/sv.h"

enum { MEMO_PLACES = 4096, MEMO_FEW = 256, MEMO_CELL_MAX = 27 };

struct memo_place {
    int meaning;
    unsigned char len; /* of the cell plus 1; 0: nothing is kept here */
    char cell[MEMO_CELL_MAX];
};

struct memo {
    struct memo_place *places;
    bool few; /* MEMO_FEW of them: for small files, which would rather not clear more memory */
};

bool memo_find(const struct memo *memo, struct sv cell, int *meaning) NONNULL;

/* Cells longer than MEMO_CELL_MAX are not kept. */
void memo_keep(struct memo *memo, struct sv cell, int meaning) NONNULL;

void memo_free(struct memo *memo) NONNULL;

#endif
