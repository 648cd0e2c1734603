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

static int by_key(const void *a, const void *b)
{
    const struct draw_candidate *left = *(struct draw_candidate *const *)a;
    const struct draw_candidate *right = *(struct draw_candidate *const *)b;
    double x = draw_key(left->number, left->weight), y = draw_key(right->number, right->weight);
    return x < y ? -1 : x > y ? 1 : strcmp(left->code, right->code);
}

size_t draw_pick(struct draw_candidate *candidates, size_t count, enum draw_role role,
                 size_t wanted)
{
    struct arena arena = {0};
    struct draw_candidate **order = arena_array(&arena, count, sizeof(*order));
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        if (candidates[i].role == role)
            order[found++] = &candidates[i];
    }
    if (found > 0)
        qsort(order, found, sizeof(*order), by_key);
    size_t drawn = found < wanted ? found : wanted;
    for (size_t i = 0; i < found; i++)
        order[i]->rank = i < drawn ? (int)i + 1 : 0;
    arena_free(&arena);
    return drawn;
}

int draw_risk(const struct reporting *row, int overdue_problems)
{
    int late = row->due > 0 ? 6 * (row->late + 2 * row->silent) / (2 * row->due) : 0;
    return 1 + late + (overdue_problems < 3 ? overdue_problems : 3);
}
