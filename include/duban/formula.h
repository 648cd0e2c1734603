/* formula.h - texts that a spreadsheet would run instead of show, and the guard against that.
 *
 * Schools' texts end up in CSV files that staff open in a spreadsheet, where "=HYPERLINK(...)" is
 * run. Exports put an apostrophe before such a text; reading takes it off again, so that a text
 * goes out and comes back the same.
 *
 * Example:
 *     if (formula_wants_guard(text)) buf_putc(out, '\'');
 *     struct sv text = formula_unguard(cell);
 */
#ifndef DUBAN_FORMULA_H
#define DUBAN_FORMULA_H

#include <stdbool.h>

#include "duban/sv.h"

/* Does the text, after any apostrophes, begin with = + - @ (or their full-width forms), TAB or
 * CR? Plain numbers do not count. */
bool formula_wants_guard(struct sv text);

/* The text without the one apostrophe that a guard put before it. */
struct sv formula_unguard(struct sv text);

#endif
