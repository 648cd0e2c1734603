/* wrap.h - text in lines of a given width, Chinese or not.
 *
 * Example:
 *     wrap_text(out, sv_from(reason), 5, 80);
 */
#ifndef DUBAN_WRAP_H
#define DUBAN_WRAP_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/sv.h"

/* May a line end between these two characters? At spaces, and beside Chinese characters but not
 * before a mark that closes or behind one that opens. */
bool wrap_may_break(int32_t before, int32_t after);

/* Adds text, cleaned, as lines of at most `columns` columns, each with `indent` spaces before it.
 * The text itself gets at least WRAP_COLUMNS_MIN columns. */
enum { WRAP_COLUMNS_MIN = 20 };
void wrap_text(struct buf *out, struct sv text, int indent, int columns) NONNULL;

#endif
