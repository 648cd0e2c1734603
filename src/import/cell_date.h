/* cell_date.h - what a school wrote where a date is asked for.
 *
 * Year, month and day in this order: 2021-09-15, 2021/9/15, 2021.9.15, 20210915, 2021年9月15日,
 * with full-width digits too, and a time of day behind, which is left out. Two-digit years and
 * other orders are refused: they can be read in two ways. A bare number of five digits is a
 * spreadsheet's day number (44454 = 2021-09-15).
 *
 * Example:
 *     daynum day;
 *     if (cell_date_parse(SV("2021/9/15 0:00"), &day) == CELL_DATE_WRITTEN) ...
 */
#ifndef IMPORT_CELL_DATE_H
#define IMPORT_CELL_DATE_H

#include "duban/attr.h"
#include "duban/date.h"
#include "duban/sv.h"

enum cell_date { CELL_DATE_NONE, CELL_DATE_WRITTEN, CELL_DATE_SERIAL };

/* Reads a bare cell (cell_bare). CELL_DATE_NONE: it is no date. */
enum cell_date cell_date_parse(struct sv cell, daynum *out) NONNULL;

#endif
