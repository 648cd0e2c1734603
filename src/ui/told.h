/* told.h - texts that are listed whole: each is cut to the width, a row for each piece of it, so
 * that nothing has to be said anew when the choice moves.
 *
 * Ownership: the texts are copied; told_free() gives all back. Begin anew with told_clear().
 *
 * Example: a table's `make`
 *     told_clear(&ui->told);
 *     told_add(&ui->told, RULE, buf_sv(&text), ui->width - 10);
 */
#ifndef UI_TOLD_H
#define UI_TOLD_H

#include "duban/buf.h"

/* A row: the n-th piece of the text that was added under a number. */
struct piece {
    int about, n;
    size_t at, len; /* bytes of the texts */
};

struct told {
    struct buf texts;
    struct piece *pieces;
    size_t count, room;
};

void told_clear(struct told *told) NONNULL;
void told_free(struct told *told) NONNULL;

/* Adds a text under a number of the caller's; a text without letters is one empty row. */
void told_add(struct told *told, int about, struct sv text, int width) NONNULL;

/* What stands on a row; valid until another text is added. */
struct sv told_text(const struct told *told, const struct piece *piece) NONNULL;

#endif
