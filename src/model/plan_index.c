#include "model/plan_index.h"

#include <stdlib.h>

static int by_key(const void *a, const void *b)
{
    const struct index_entry *left = a, *right = b;
    int order = sv_cmp(left->key, right->key);
    return order != 0 ? order : (left->at > right->at) - (left->at < right->at);
}

static struct index_table sort(struct index_entry *entries, size_t count)
{
    if (count > 0)
        qsort(entries, count, sizeof(*entries), by_key);
    return (struct index_table){entries, count};
}

/* Adds one thing's names in all languages, those that it has. */
static size_t add_names(struct index_entry *entries, size_t count, const struct name *name, int at)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        if (name->in[lang][0] != '\0')
            entries[count++] = (struct index_entry){sv_from(name->in[lang]), at};
    }
    return count;
}

static void index_targets(struct plan_index *index, const struct plan *plan, struct arena *arena)
{
    struct index_entry *codes = arena_array(arena, plan->target_count, sizeof(*codes));
    struct index_entry *names = arena_array(arena, plan->target_count * LANG_COUNT, sizeof(*names));
    size_t named = 0;
    for (size_t i = 0; i < plan->target_count; i++) {
        codes[i] = (struct index_entry){sv_from(plan->targets[i].code), (int)i};
        named = add_names(names, named, &plan->targets[i].name, (int)i);
    }
    index->target_codes = sort(codes, plan->target_count);
    index->target_names = sort(names, named);
}

static void index_schools(struct plan_index *index, const struct plan *plan, struct arena *arena)
{
    struct index_entry *codes = arena_array(arena, plan->school_count, sizeof(*codes));
    struct index_entry *names = arena_array(arena, plan->school_count * LANG_COUNT, sizeof(*names));
    size_t named = 0;
    for (size_t i = 0; i < plan->school_count; i++) {
        codes[i] = (struct index_entry){sv_from(plan->schools[i].code), (int)i};
        named = add_names(names, named, &plan->schools[i].name, (int)i);
    }
    index->school_codes = sort(codes, plan->school_count);
    index->school_names = sort(names, named);
}

const struct plan_index *plan_index_make(const struct plan *plan, struct arena *arena)
{
    struct plan_index *index = arena_array(arena, 1, sizeof(*index));
    index_targets(index, plan, arena);
    index_schools(index, plan, arena);
    return index;
}

int index_find(const struct index_table *table, struct sv key)
{
    size_t low = 0, high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (sv_cmp(table->entries[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == table->count || !sv_eq(table->entries[low].key, key))
        return PLAN_NAME_UNKNOWN;
    int found = table->entries[low].at;
    for (size_t i = low + 1; i < table->count && sv_eq(table->entries[i].key, key); i++) {
        if (table->entries[i].at != found)
            return PLAN_NAME_AMBIGUOUS;
    }
    return found;
}
