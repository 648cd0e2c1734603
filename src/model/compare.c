#include "duban/compare.h"

static const struct {
    const char *word, *name;
    char mark;
} trends[TREND_TOTAL] = {
#define X(id, word, name, mark) [TREND_##id] = {word, name, mark},
    TREND_LIST(X)
#undef X
};

const char *trend_word(enum trend trend)
{
    return trends[trend].word;
}

const char *trend_name(enum trend trend)
{
    return trends[trend].name;
}

char trend_mark(enum trend trend)
{
    return trends[trend].mark;
}

/* How much trouble a standing is: the list runs from worst to best; silent is as bad as lagging,
 * and what is no trouble and not done is one level. */
static int trouble(enum standing standing)
{
    if (standing == STANDING_DONE)
        return -1;
    if (standing == STANDING_SILENT)
        standing = STANDING_LAGGING;
    return standing < STANDING_NO_GOAL ? STANDING_NO_GOAL - (int)standing : 0;
}

enum trend trend_of(enum standing before, enum standing now)
{
    int was = trouble(before), is = trouble(now);
    return is > was ? TREND_WORSE : is < was ? TREND_BETTER : TREND_SAME;
}

struct target_change compare_verdicts(const struct verdict *before, const struct verdict *now)
{
    return (struct target_change){
        .before = before->standing,
        .actual_before = before->actual,
        .trend = trend_of(before->standing, now->standing),
        .newly_overdue = now->standing == STANDING_OVERDUE && before->standing != STANDING_OVERDUE,
        .newly_done = now->standing == STANDING_DONE && before->standing != STANDING_DONE,
        .share = now->actual_share - before->actual_share,
    };
}

struct rollup_change compare_rollups(const struct rollup *before, const struct rollup *now)
{
    return (struct rollup_change){
        .before = before->worst,
        .trend = trend_of(before->worst, now->worst),
        .share = now->share - before->share,
    };
}

void rollup_change_count(struct rollup_change *into, const struct target_change *change)
{
    into->better += change->trend == TREND_BETTER;
    into->worse += change->trend == TREND_WORSE;
    into->newly_overdue += change->newly_overdue;
    into->newly_done += change->newly_done;
}

static struct rollup_change *changes_of(const struct rollup *before, const struct rollup *now,
                                        size_t count_of, struct arena *arena)
{
    struct rollup_change *changes = arena_array(arena, count_of, sizeof(*changes));
    for (size_t i = 0; i < count_of; i++)
        changes[i] = compare_rollups(&before[i], &now[i]);
    return changes;
}

struct comparison compare_boards(const struct board *before, const struct board *now,
                                 const bool *shown, struct arena *arena)
{
    const struct plan *plan = now->plan;
    if (before->plan->target_count != plan->target_count ||
        before->plan->item_count != plan->item_count ||
        before->plan->section_count != plan->section_count)
        BUG("boards of two plans compared");
    struct target_change *targets = arena_array(arena, plan->target_count, sizeof(*targets));
    struct rollup_change *items = changes_of(before->items, now->items, plan->item_count, arena);
    struct rollup_change *sections =
        changes_of(before->sections, now->sections, plan->section_count, arena);
    struct rollup_change total = compare_rollups(&before->total, &now->total);
    for (size_t t = 0; t < plan->target_count; t++) {
        int item = plan->targets[t].item;
        targets[t] = compare_verdicts(&before->verdicts[t], &now->verdicts[t]);
        if (shown && !shown[t])
            continue;
        rollup_change_count(&items[item], &targets[t]);
        rollup_change_count(&sections[plan->items[item].section], &targets[t]);
        rollup_change_count(&total, &targets[t]);
    }
    return (struct comparison){before, now, targets, items, sections, total};
}
