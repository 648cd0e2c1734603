/* cell_value.h - what a school wrote where a figure is asked for.
 *
 * Example:
 *     struct cell_value value;
 *     if (cell_value_parse(SV("1,234"), &value)) ...     CELL_NUMBER, 1234
 */
#ifndef IMPORT_CELL_VALUE_H
#define IMPORT_CELL_VALUE_H

#include <stdbool.h>

#include "duban/amount.h"
#include "duban/attr.h"
#include "duban/sv.h"

enum cell_kind {
    CELL_NUMBER,
    CELL_PERCENT, /* a number with a percent sign: 85 for "85%" */
    CELL_YES,     /* yes, y, true, 是, 有, 完成, 达标 ... */
    CELL_NO
};

struct cell_value {
    enum cell_kind kind;
    amount number; /* of a number or percentage */
};

/* Reads a bare cell (cell_bare). Digits may be full-width and parted into thousands, strictly in
 * threes. Returns false for anything else; nothing is guessed. */
bool cell_value_parse(struct sv cell, struct cell_value *out) NONNULL;

#endif
