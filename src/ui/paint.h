/* paint.h - turns a canvas into the fewest bytes that bring the terminal from what it shows to that.
 *
 * It knows no terminal: term.c says how this one changes looks, moves the cursor and erases, and
 * sends the bytes in one piece. curses sends one piece for each move of the cursor, a packet each
 * on a line with ssh, and walks three copies of the screen for that.
 *
 * Ownership: the caller's struct; paint_forget() gives back what it remembers.
 *
 * Example:
 *     struct paint paint = {.cup = tigetstr("cup"), .expand = expand, .role = -1, ...};
 *     paint_show(&paint, canvas, &bytes);
 */
#ifndef UI_PAINT_H
#define UI_PAINT_H

#include "ui/canvas.h"

enum { PAINT_LOOK_MAX = 64, PAINT_MOVE_MAX = 32 };

struct paint {
    char looks[ROLE_TOTAL][PAINT_LOOK_MAX]; /* from any look to that of a role */
    char adds[ROLE_TOTAL][PAINT_LOOK_MAX];  /* from plain text to it */
    int blanks[ROLE_TOTAL];                 /* roles with the same number show the same blank */
    char clear[PAINT_MOVE_MAX];             /* erases everything, cursor at the top left */
    char clear_line[PAINT_MOVE_MAX];        /* erases from the cursor to the end of its line; "" */
    bool erases;       /* what is erased looks like a blank of plain text */
    bool scrolls_last; /* a character in the last cell of all makes everything scroll up */

    char down[PAINT_MOVE_MAX], up[PAINT_MOVE_MAX]; /* moves the rows of a region by one; "" */
    const char *csr;                               /* the region: first and last row; "" */
    const char *cup, *cuf; /* how the cursor gets to (y, x), and goes columns to the right or "" */
    void (*expand)(const char *capability, int first, int second, char out[PAINT_MOVE_MAX]);

    struct canvas *shown; /* what the terminal shows; NULL: nobody knows */
    int y, x;             /* where the cursor is; y < 0: nobody knows */
    int role;             /* whose look is set; -1: nobody knows */
};

/* Adds the bytes that make the terminal show the canvas. */
void paint_show(struct paint *paint, const struct canvas *canvas, struct buf *out) NONNULL;

/* Do two cells look the same? */
bool paint_same(const struct paint *paint, const struct cell *a, const struct cell *b) NONNULL;

/* What the terminal shows is in disorder: the next paint_show() adds everything. Gives the memory
 * back that is remembered. */
void paint_forget(struct paint *paint) NONNULL;

#endif
