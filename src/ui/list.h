/* list.h - a selection in a list of rows, and which part of the list is on the screen.
 *
 * Example:
 *     if (!list_move(&list, action)) ...
 *     list_fit(&list, rows);
 *     for (int i = 0; i < rows && list.top + i < list.count; i++) draw(list.top + i);
 */
#ifndef UI_LIST_H
#define UI_LIST_H

#include <stdbool.h>

#include "ui/keymap.h"

struct list {
    int count;    /* rows there are */
    int selected; /* 0..count - 1; 0 when there are none */
    int top;      /* first row on the screen */
    int rows;     /* rows on the screen when it was last drawn */
};

/* Sets the number of rows and keeps the selection within them. */
void list_resize(struct list *list, int count) NONNULL;

/* Scrolls so that the selection is on a screen of `rows` rows. */
void list_fit(struct list *list, int rows) NONNULL;

/* Up, down, page, first, last. False: the action is none of these. */
bool list_move(struct list *list, enum action action) NONNULL;

#endif
