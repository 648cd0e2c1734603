/* term_sheet.h - a screen goes out in one piece.
 *
 * curses writes what lies between two moves of the cursor by itself, some seventy pieces for a screen:
 * whoever shows them wakes up for each. While a sheet lies on curses' file, they gather in memory.
 *
 * Ownership: sheet_open() borrows nothing; sheet_close() gives its files back.
 *
 * Example:
 *     struct sheet sheet = sheet_open(STDOUT_FILENO);
 *     sheet_lay(&sheet, fileno(out));
 *     refresh();
 *     sheet_send(&sheet, fileno(out));
 */
#ifndef UI_TERM_SHEET_H
#define UI_TERM_SHEET_H

#include "duban/attr.h"

/* `line` is the terminal, under a number of our own (-1: failed); `memory` is -1 where there is none: then pieces
 * go out as they come. */
struct sheet {
    int line, memory;
};

struct sheet sheet_open(int terminal);
void sheet_close(struct sheet *sheet) NONNULL;

/* From now on what is written to `out` is gathered; it goes out, and `out` is the terminal again. */
void sheet_lay(const struct sheet *sheet, int out) NONNULL;
void sheet_send(const struct sheet *sheet, int out) NONNULL;

#endif
