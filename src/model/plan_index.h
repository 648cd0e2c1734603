/* plan_index.h - sorted tables that find a target or school by code or name.
 *
 * Ownership: the index lives in the plan's arena and borrows the plan's texts.
 *
 * Example:
 *     plan->index = plan_index_make(plan, arena);
 *     int school = index_find(&plan->index->school_codes, code);
 */
#ifndef MODEL_PLAN_INDEX_H
#define MODEL_PLAN_INDEX_H

#include "duban/plan.h"

struct index_entry {
    struct sv key;
    int at; /* index into the plan's array */
};

/* Entries in the order of their keys. */
struct index_table {
    const struct index_entry *entries;
    size_t count;
};

struct plan_index {
    struct index_table target_codes, target_names;
    struct index_table school_codes, school_names;
};

/* Builds the tables of a plan whose arrays are filled. */
const struct plan_index *plan_index_make(const struct plan *plan, struct arena *arena) NONNULL;

/* What stands under `key`: PLAN_NAME_UNKNOWN for nothing, PLAN_NAME_AMBIGUOUS when the key has
 * entries of different things. O(log n). */
int index_find(const struct index_table *table, struct sv key) NONNULL;

#endif
