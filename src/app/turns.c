#include "app/turns.h"

#include <stdbool.h>

#include "duban/mem.h"

static bool before(const struct turn *a, const struct turn *b)
{
    return a->number != b->number ? a->number < b->number : a->index < b->index;
}

/* Puts the turn where it belongs, from the top on. */
static void sink(struct turns *turns, struct turn turn)
{
    size_t at = 0;
    for (size_t child; (child = 2 * at + 1) < turns->count; at = child) {
        if (child + 1 < turns->count && before(&turns->heap[child + 1], &turns->heap[child]))
            child++;
        if (before(&turn, &turns->heap[child]))
            break;
        turns->heap[at] = turns->heap[child];
    }
    turns->heap[at] = turn;
}

void turns_add(struct turns *turns, size_t index, uint64_t number)
{
    const struct turn turn = {number, index};
    if (turns->count == TURNS_MAX)
        BUG("more turns than there is room for");
    size_t at = turns->count++;
    for (; at > 0 && before(&turn, &turns->heap[(at - 1) / 2]); at = (at - 1) / 2)
        turns->heap[at] = turns->heap[(at - 1) / 2];
    turns->heap[at] = turn;
}

size_t turns_first(const struct turns *turns)
{
    return turns->heap[0].index;
}

void turns_move(struct turns *turns, uint64_t number)
{
    sink(turns, (struct turn){number, turns->heap[0].index});
}

void turns_leave(struct turns *turns)
{
    turns->count--;
    sink(turns, turns->heap[turns->count]);
}
