#include "duban/board.h"

#include <stdlib.h>

struct board board_make(const struct plan *plan, const struct figures *figures, daynum as_of,
                        struct arena *arena)
{
    struct verdict *verdicts = arena_array(arena, plan->target_count, sizeof(*verdicts));
    struct rollup *items = arena_array(arena, plan->item_count, sizeof(*items));
    struct rollup *sections = arena_array(arena, plan->section_count, sizeof(*sections));
    struct rollup total = rollup_start();
    for (size_t i = 0; i < plan->item_count; i++)
        items[i] = rollup_start();
    for (size_t i = 0; i < plan->section_count; i++)
        sections[i] = rollup_start();
    for (size_t i = 0; i < plan->target_count; i++) {
        const struct target *target = &plan->targets[i];
        verdicts[i] = standing_judge(target, &figures[i], as_of);
        rollup_add(&items[target->item], target, &verdicts[i]);
    }
    for (size_t i = 0; i < plan->item_count; i++)
        rollup_merge(&sections[plan->items[i].section], &items[i]);
    for (size_t i = 0; i < plan->section_count; i++)
        rollup_merge(&total, &sections[i]);
    return (struct board){
        .plan = plan,
        .figures = figures,
        .as_of = as_of,
        .verdicts = verdicts,
        .items = items,
        .sections = sections,
        .total = total,
    };
}

static bool needs_attention(enum standing standing, bool with_due_soon)
{
    enum rag rag = standing_rag(standing);
    return (rag == RAG_RED || rag == RAG_AMBER) && (standing != STANDING_DUE_SOON || with_due_soon);
}

/* What the order of attention needs of one target. */
struct urgency {
    enum standing standing;
    int days;
    int target;
};

static int compare(int left, int right)
{
    return (left > right) - (left < right);
}

static int by_urgency(const void *a, const void *b)
{
    const struct urgency *left = a, *right = b;
    int order = compare((int)left->standing, (int)right->standing);
    if (order == 0)
        order = compare(left->days, right->days);
    return order != 0 ? order : compare(left->target, right->target);
}

size_t board_attention(const struct board *board, bool with_due_soon, struct arena *arena,
                       const int **out)
{
    size_t count = 0;
    struct urgency *found = arena_array(arena, board->plan->target_count, sizeof(*found));
    for (size_t i = 0; i < board->plan->target_count; i++) {
        const struct verdict *verdict = &board->verdicts[i];
        if (needs_attention(verdict->standing, with_due_soon))
            found[count++] = (struct urgency){verdict->standing, verdict->days, (int)i};
    }
    if (count > 0)
        qsort(found, count, sizeof(*found), by_urgency);
    int *targets = arena_array(arena, count, sizeof(*targets));
    for (size_t i = 0; i < count; i++)
        targets[i] = found[i].target;
    *out = targets;
    return count;
}
