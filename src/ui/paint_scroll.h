/* paint_scroll.h - rows that only moved: the terminal moves them itself.
 *
 * Example:
 *     scroll_rows(paint, canvas, out);     paint->shown is what the terminal shows after it
 */
#ifndef UI_PAINT_SCROLL_H
#define UI_PAINT_SCROLL_H

#include "ui/paint.h"

/* Moves rows of what is shown where that brings several to where the canvas has them. */
void scroll_rows(struct paint *paint, const struct canvas *canvas, struct buf *out) NONNULL;

#endif
