#include "duban/groups.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *word, *name;
} infos[GROUP_TOTAL] = {
#define X(id, word, name) [GROUP_##id] = {word, name},
    GROUP_LIST(X)
#undef X
};

const char *group_word(enum group_by by)
{
    return infos[by].word;
}

const char *group_name(enum group_by by)
{
    return infos[by].name;
}

bool group_parse(struct sv word, enum group_by *out)
{
    for (enum group_by by = 0; by < GROUP_TOTAL; by++) {
        if (sv_eq(sv_from(infos[by].word), word)) {
            *out = by;
            return true;
        }
    }
    return false;
}

bool group_is_of_schools(enum group_by by)
{
    return by == GROUP_TOWN || by == GROUP_KIND || by == GROUP_SCHOOL;
}

/* Rows in the making: their place is the plan's order. */
struct placed {
    struct group group;
    size_t at;
};

struct making {
    struct arena *arena;
    struct placed *rows;
    size_t count;
};

static struct making make_rows(struct arena *arena, size_t most)
{
    return (struct making){arena, arena_array(arena, most, sizeof(struct placed)), 0};
}

static struct group *add_row(struct making *making, const char *code, const struct name *name)
{
    struct placed *row = &making->rows[making->count];
    row->group = (struct group){code, *name, rollup_start(), {0}};
    row->at = making->count++;
    return &row->group;
}

static int worst_first(const void *a, const void *b)
{
    const struct placed *left = a, *right = b;
    if (left->group.rollup.worst != right->group.rollup.worst)
        return left->group.rollup.worst < right->group.rollup.worst ? -1 : 1;
    return left->at < right->at ? -1 : 1;
}

static int by_code(const void *a, const void *b)
{
    return strcmp((*(const struct group *const *)a)->code, (*(const struct group *const *)b)->code);
}

/* The rows in order; those with nothing in them only with `keep_all`. */
static struct groups finish(struct making *making, enum group_by by, bool keep_all)
{
    size_t count = 0;
    for (size_t i = 0; i < making->count; i++) {
        if (keep_all || making->rows[i].group.rollup.total > 0)
            making->rows[count++] = making->rows[i];
    }
    if (count > 0)
        qsort(making->rows, count, sizeof(*making->rows), worst_first);
    struct group *rows = arena_array(making->arena, count, sizeof(*rows));
    const struct group **sorted = arena_array(making->arena, count, sizeof(const struct group *));
    for (size_t i = 0; i < count; i++) {
        rows[i] = making->rows[i].group;
        sorted[i] = &rows[i];
    }
    if (count > 0)
        qsort(sorted, count, sizeof(const struct group *), by_code);
    return (struct groups){by, rows, sorted, count};
}

static const char *number_text(struct arena *arena, int number)
{
    return arena_printf(arena, "%d", number);
}

/* The row of the owner's name, a new one when it is the first with it. */
static struct group *owner_row(struct making *making, const char *owner)
{
    const struct name name = {{owner, owner, owner}};
    for (size_t i = 0; i < making->count; i++) {
        if (strcmp(making->rows[i].group.code, owner) == 0)
            return &making->rows[i].group;
    }
    return add_row(making, owner, &name);
}

static struct group *row_of_target(struct making *making, const struct plan *plan,
                                   const struct target *target, enum group_by by)
{
    if (by == GROUP_OWNER)
        return owner_row(making, target->owner);
    int row = by == GROUP_ITEM ? target->item : plan->items[target->item].section;
    return &making->rows[row].group;
}

struct groups groups_of_targets(const struct board *board, enum group_by by, const bool *shown,
                                const struct comparison *since, struct arena *arena)
{
    const struct plan *plan = board->plan;
    struct making making =
        make_rows(arena, plan->target_count + plan->item_count + plan->section_count);
    for (size_t i = 0; by == GROUP_SECTION && i < plan->section_count; i++)
        add_row(&making, number_text(arena, plan->sections[i].number), &plan->sections[i].name);
    for (size_t i = 0; by == GROUP_ITEM && i < plan->item_count; i++)
        add_row(&making, number_text(arena, plan->items[i].number), &plan->items[i].name);
    for (size_t t = 0; t < plan->target_count; t++) {
        const struct target *target = &plan->targets[t];
        if (shown && !shown[t])
            continue;
        struct group *group = row_of_target(&making, plan, target, by);
        rollup_add(&group->rollup, target, &board->verdicts[t]);
        if (since)
            rollup_change_count(&group->change, &since->targets[t]);
    }
    return finish(&making, by, by != GROUP_OWNER && !shown);
}

/* The group of that code; NULL: none. */
static const struct group *find(const struct groups *groups, const char *code)
{
    const struct group wanted = {.code = code}, *key = &wanted;
    const struct group **found =
        groups->count > 0 ? bsearch(&key, groups->by_code, groups->count, sizeof(key), by_code)
                          : NULL;
    return found ? *found : NULL;
}

static void add_counts(struct rollup_change *into, const struct rollup_change *part)
{
    into->better += part->better;
    into->worse += part->worse;
    into->newly_overdue += part->newly_overdue;
    into->newly_done += part->newly_done;
}

bool groups_change(const struct groups *then, const struct group *group, struct rollup_change *out)
{
    const struct group *before = find(then, group->code);
    if (!before)
        return false;
    *out = compare_rollups(&before->rollup, &group->rollup);
    add_counts(out, &group->change);
    return true;
}

/* Which row a school belongs to; -1: none. */
static int row_of(const struct school *school, enum group_by by, size_t index)
{
    return by == GROUP_TOWN ? school->town : by == GROUP_KIND ? school->kind : (int)index;
}

struct groups groups_of_schools(const struct plan *plan, const struct rollup *schools,
                                const struct rollup_change *changes, enum group_by by,
                                struct arena *arena)
{
    struct making making =
        make_rows(arena, plan->town_count + plan->kind_count + plan->school_count);
    for (size_t i = 0; by == GROUP_TOWN && i < plan->town_count; i++)
        add_row(&making, plan->towns[i].code, &plan->towns[i].name);
    for (size_t i = 0; by == GROUP_KIND && i < plan->kind_count; i++)
        add_row(&making, plan->kinds[i].code, &plan->kinds[i].name);
    for (size_t i = 0; by == GROUP_SCHOOL && i < plan->school_count; i++)
        add_row(&making, plan->schools[i].code, &plan->schools[i].name);
    for (size_t i = SCHOOL_DISTRICT + 1; i < plan->school_count; i++) {
        int row = row_of(&plan->schools[i], by, i);
        if (row < 0)
            continue;
        rollup_merge(&making.rows[row].group.rollup, &schools[i]);
        if (changes)
            add_counts(&making.rows[row].group.change, &changes[i]);
    }
    return finish(&making, by, false);
}
