/* canvas.h - the cells of a screen, and the one door by which text gets into them.
 *
 * Ownership: cells are the canvas's; texts are copied.
 *
 * Example:
 *     canvas_clear(canvas);
 *     x = canvas_put(canvas, 0, 0, 20, ROLE_TITLE, sv_from(name));
 */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include "duban/sv.h"
#include "duban/text.h"
#include "duban/ui.h"
#include "ui/theme.h"

/* One column of one row. The right half of a wide character has width 0. */
struct cell {
    int32_t text[1 + TEXT_MARKS_MAX]; /* a character and its marks, 0-terminated when shorter */
    unsigned char width;              /* 1, 2, or 0 for the right half of a wide one */
    unsigned char role;
};

/* Blanks everything. */
void canvas_clear(struct canvas *canvas) NONNULL;

/* Blanks `width` columns from (y, x) in a role. */
void canvas_fill(struct canvas *canvas, int y, int x, int width, enum role role) NONNULL;

/* Puts text at (y, x), cleaned, at most `width` columns and never past the edge or half a wide
 * character. Returns the column after it. Rows and columns off the canvas are left out. */
int canvas_put(struct canvas *canvas, int y, int x, int width, enum role role,
               struct sv text) NONNULL;

/* The same; a text that is cut ends with `~`. */
int canvas_put_cut(struct canvas *canvas, int y, int x, int width, enum role role,
                   struct sv text) NONNULL;

/* The same, filled with blanks to the whole of `width`. Returns x + width. */
int canvas_left(struct canvas *canvas, int y, int x, int width, enum role role,
                const char *text) NONNULL;
int canvas_right(struct canvas *canvas, int y, int x, int width, enum role role,
                 const char *text) NONNULL;

/* Where text is typed: input methods show there what is being composed. Nowhere after
 * canvas_clear(); canvas_typed() says whether it is anywhere. */
void canvas_type_at(struct canvas *canvas, int y, int x) NONNULL;
bool canvas_typed(const struct canvas *canvas, int *y, int *x) NONNULL;

/* Makes a canvas the same as another of the same size. */
void canvas_copy(struct canvas *canvas, const struct canvas *other) NONNULL;

/* Do two cells show the same? */
bool cell_same(const struct cell *a, const struct cell *b) NONNULL;

const struct cell *canvas_cell(const struct canvas *canvas, int y, int x) NONNULL;

#endif
