#include "ui/list.h"

#include <stdlib.h>

static int clamp(int value, int least, int most)
{
    if (value > most)
        value = most;
    return value < least ? least : value;
}

void list_resize(struct list *list, int count)
{
    list->count = count;
    list->selected = clamp(list->selected, 0, count - 1);
}

void list_fit(struct list *list, int rows)
{
    list->rows = rows;
    if (list->selected < list->top)
        list->top = list->selected;
    if (rows > 0 && list->selected >= list->top + rows)
        list->top = list->selected - rows + 1;
    list->top = clamp(list->top, 0, list->count - rows);
}

/* A step past the edge brings several rows: what comes next is seen, and most steps scroll nothing,
 * which sends a third of the bytes. list_fit() keeps it in bounds. */
static void step(struct list *list, int by)
{
    enum { SOME = 5 };
    int some = clamp(list->rows / 2, 1, SOME);
    list->selected += by;
    if (list->rows > 0 && (list->selected < list->top || list->selected >= list->top + list->rows))
        list->top += by * some;
}

bool list_move(struct list *list, enum action action)
{
    int page = list->rows > 1 ? list->rows - 1 : 1;
    switch (action) {
    case ACTION_UP:
        step(list, -1);
        break;
    case ACTION_DOWN:
        step(list, 1);
        break;
    case ACTION_PAGE_UP:
        list->selected -= page;
        break;
    case ACTION_PAGE_DOWN:
        list->selected += page;
        break;
    case ACTION_FIRST:
        list->selected = 0;
        break;
    case ACTION_LAST:
        list->selected = list->count - 1;
        break;
    default:
        return false;
    }
    list->selected = clamp(list->selected, 0, list->count - 1);
    return true;
}

int list_row(const struct list *list, int n)
{
    if (n < 0 || n >= list->count)
        return -1;
    return list->order ? list->order[n] : n;
}

void list_free(struct list *list)
{
    free(list->order);
    list->order = NULL;
    list->fresh = false;
}
