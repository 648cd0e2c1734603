/* list.h - a selection in a list of rows, which part of the list is on the screen, and in which
 * order its rows stand.
 *
 * Ownership: list_free() gives the order back; a list without one shows its rows as they come.
 *
 * Example:
 *     if (!list_move(&list, action)) ...
 *     list_fit(&list, rows);
 *     for (int i = 0; i < rows && list.top + i < list.count; i++)
 *         draw(list_row(&list, list.top + i));
 */
#ifndef UI_LIST_H
#define UI_LIST_H

#include <stdbool.h>

#include "ui/keymap.h"

enum { LIST_KEY_MAX = 80, LIST_FILTER_MAX = 120 };

struct list {
    int count;    /* rows there are */
    int selected; /* 0..count - 1; 0 when there are none */
    int top;      /* first row on the screen */
    int rows;     /* rows on the screen when it was last drawn */
    int y;        /* line of the screen where the first of them stood */

    int *order;             /* [count] which row of the table stands there; NULL: row n at n */
    bool fresh;             /* `order` and `count` are those of the data that is there now */
    int sort;               /* column to sort by, from 1; 0: as the rows come */
    bool turned;            /* last one first */
    char key[LIST_KEY_MAX]; /* of the row to choose when the data is there again; "" = none */
    char filter[LIST_FILTER_MAX]; /* words that a row must have; "" = all rows */
};

/* Sets the number of rows and keeps the selection within them. */
void list_resize(struct list *list, int count) NONNULL;

/* Scrolls so that the selection is on a screen of `rows` rows. */
void list_fit(struct list *list, int rows) NONNULL;

/* Up, down, page, first, last. False: the action is none of these. */
bool list_move(struct list *list, enum action action) NONNULL;

/* The row of the table that stands at n; -1 when there is none. */
int list_row(const struct list *list, int n) NONNULL;

void list_free(struct list *list) NONNULL;

#endif
