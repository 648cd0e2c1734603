/* turns.h - whose turn is next, where several go through numbers that grow: a heap.
 *
 * Of those at the same number the first of them, by their index, comes first.
 *
 * Example:
 *     struct turns turns = {0};
 *     for (...) turns_add(&turns, i, number);
 *     while (turns.count > 0) {
 *         size_t i = turns_first(&turns);
 *         ... one piece of work ...
 *         more ? turns_move(&turns, next_number) : turns_leave(&turns);
 *     }
 */
#ifndef APP_TURNS_H
#define APP_TURNS_H

#include <stddef.h>
#include <stdint.h>

#include "duban/attr.h"

enum { TURNS_MAX = 128 };

struct turns {
    struct turn {
        uint64_t number;
        size_t index;
    } heap[TURNS_MAX];
    size_t count;
};

void turns_add(struct turns *turns, size_t index, uint64_t number) NONNULL;

/* Whose turn it is; there must be one. */
size_t turns_first(const struct turns *turns) NONNULL;

/* That one goes on to a number which is no smaller, or is through. */
void turns_move(struct turns *turns, uint64_t number) NONNULL;
void turns_leave(struct turns *turns) NONNULL;

#endif
