/* told.h - texts that are listed whole: each is cut to the width, a row for each piece of it, so
 * that nothing has to be said anew when the choice moves.
 *
 * Ownership: all of it lies in the arena that it was begun with.
 *
 * Example: a table's `make`, and a cell
 *     struct told *told = ui_tell(ui);
 *     told_add(told, RULE, buf_sv(&text), ui->width - 10);
 *     ...
 *     buf_add(out, ui_piece(ui, row)->text);
 */
#ifndef UI_TOLD_H
#define UI_TOLD_H

#include "duban/mem.h"

/* A row: the n-th piece of the text that was added under a number. */
struct piece {
    int about, n;
    struct sv text;
};

/* Begins with an arena and nothing else. */
struct told {
    struct arena *arena;
    struct piece *pieces;
    size_t count, room;
};

/* Adds a text under a number of the caller's; a text without letters is one empty row. */
void told_add(struct told *told, int about, struct sv text, int width) NONNULL;

#endif
