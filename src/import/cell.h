/* cell.h - the text of a cell without what spreadsheets and input methods put around it.
 *
 * Ownership: results are views of the cell. Nothing allocates.
 *
 * Example:
 *     char room[TEXT_FOLD_MAX];
 *     struct sv text = text_fold(cell_bare(cell), room);     "　＝１２" becomes "=12"
 */
#ifndef IMPORT_CELL_H
#define IMPORT_CELL_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/sv.h"

/* `cell` without blanks at its ends (also U+3000, U+00A0 and what shows nothing, as U+200B) and
 * without the marks that make a spreadsheet keep it as text: ="0123" and '0123. */
struct sv cell_bare(struct sv cell);

/* Is there nothing in it? */
bool cell_is_empty(struct sv cell);

/* Does the cell look like a number in scientific notation ("1.10108E+11"), which is what a
 * spreadsheet makes of a long code? */
bool cell_is_scientific(struct sv cell);

#endif
