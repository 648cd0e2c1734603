#include "model/plan_index.h"

#include <stdlib.h>

static int by_key(const void *a, const void *b)
{
    const struct index_entry *left = a, *right = b;
    int order = sv_cmp(left->key, right->key);
    return order != 0 ? order : (left->at > right->at) - (left->at < right->at);
}

static bool is_sorted(const struct index_table *table)
{
    for (size_t i = 1; i < table->count; i++) {
        if (by_key(&table->entries[i - 1], &table->entries[i]) > 0)
            return false;
    }
    return true;
}

static void add(struct index_table *table, const char *key, int at)
{
    table->entries[table->count++] = (struct index_entry){sv_from(key), at};
}

/* Adds one thing's names in all languages, those that it has. */
static void add_names(struct index_table *table, const struct name *name, int at)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        if (name->in[lang][0] != '\0')
            add(table, name->in[lang], at);
    }
}

static void fill(const struct plan *plan, enum index_of which, struct index_table *table)
{
    bool targets = which == INDEX_TARGET_CODES || which == INDEX_TARGET_NAMES;
    bool codes = which == INDEX_TARGET_CODES || which == INDEX_SCHOOL_CODES;
    size_t count = targets ? plan->target_count : plan->school_count;
    for (size_t i = 0; i < count; i++) {
        if (codes)
            add(table, targets ? plan->targets[i].code : plan->schools[i].code, (int)i);
        else
            add_names(table, targets ? &plan->targets[i].name : &plan->schools[i].name, (int)i);
    }
}

/* The table, filled and sorted. */
static const struct index_table *table_of(const struct plan *plan, enum index_of which)
{
    struct index_table *table = &plan->index->tables[which];
    if (!table->made) {
        fill(plan, which, table);
        if (!is_sorted(table)) /* codes mostly are */
            qsort(table->entries, table->count, sizeof(*table->entries), by_key);
        table->made = true;
    }
    return table;
}

struct plan_index *plan_index_make(const struct plan *plan, struct arena *arena)
{
    struct plan_index *index = arena_array(arena, 1, sizeof(*index));
    const size_t room[INDEX_TOTAL] = {
        [INDEX_TARGET_CODES] = plan->target_count,
        [INDEX_TARGET_NAMES] = plan->target_count * LANG_COUNT,
        [INDEX_SCHOOL_CODES] = plan->school_count,
        [INDEX_SCHOOL_NAMES] = plan->school_count * LANG_COUNT,
    };
    for (int i = 0; i < INDEX_TOTAL; i++)
        index->tables[i].entries = arena_array(arena, room[i], sizeof(struct index_entry));
    return index;
}

int index_find(const struct plan *plan, enum index_of which, struct sv key)
{
    const struct index_table *table = table_of(plan, which);
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
