#include "duban/draw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "duban/mem.h"

static const char *const words[DRAW_ROLE_TOTAL] = {
#define X(id, word) [DRAW_##id] = word,
    DRAW_ROLE_LIST(X)
#undef X
};

const char *draw_role_word(enum draw_role role)
{
    return words[role];
}

double draw_key(uint64_t number, int weight)
{
    return -log(((double)number + 0.5) / 0x1p48) / weight;
}

/* A candidate's place in the draw. */
struct ticket {
    struct draw_candidate *holder;
    double key;
};

static int by_key(const void *a, const void *b)
{
    const struct ticket *left = a, *right = b;
    return left->key < right->key   ? -1
           : left->key > right->key ? 1
                                    : strcmp(left->holder->code, right->holder->code);
}

size_t draw_pick(struct draw_candidate *candidates, size_t count, enum draw_role role,
                 size_t wanted)
{
    struct arena arena = {0};
    struct ticket *order = arena_array(&arena, count, sizeof(*order));
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        struct draw_candidate *one = &candidates[i];
        if (one->role == role)
            order[found++] = (struct ticket){one, draw_key(one->number, one->weight)};
    }
    if (found > 0)
        qsort(order, found, sizeof(*order), by_key);
    size_t drawn = found < wanted ? found : wanted;
    for (size_t i = 0; i < found; i++)
        order[i].holder->rank = i < drawn ? (int)i + 1 : 0;
    arena_free(&arena);
    return drawn;
}

int draw_risk(const struct reporting *row, int overdue_problems)
{
    int late = row->due > 0 ? 6 * (row->late + 2 * row->silent) / (2 * row->due) : 0;
    return 1 + late + (overdue_problems < 3 ? overdue_problems : 3);
}
