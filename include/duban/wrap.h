/* wrap.h - text in lines of a given width, Chinese or not.
 *
 * Example:
 *     wrap_text(out, sv_from(reason), 5, 80);
 */
#ifndef DUBAN_WRAP_H
#define DUBAN_WRAP_H

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/sv.h"

/* Adds text, cleaned, as lines of at most `columns` columns, each with `indent` spaces before it.
 * Breaks at spaces, and between Chinese characters but not before a mark that closes. The text
 * itself gets at least WRAP_COLUMNS_MIN columns. */
enum { WRAP_COLUMNS_MIN = 20 };
void wrap_text(struct buf *out, struct sv text, int indent, int columns) NONNULL;

#endif
