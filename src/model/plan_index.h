/* plan_index.h - sorted tables that find a target or school by code or name.
 *
 * A table is filled and sorted when it is first asked: most views look nothing up, and a province
 * has 60,000 names of schools. So a plan must not be asked by two threads at once.
 *
 * Ownership: the index lives in the plan's arena and borrows the plan's texts.
 *
 * Example:
 *     plan->index = plan_index_make(plan, arena);
 *     int school = index_find(plan, INDEX_SCHOOL_CODES, code);
 */
#ifndef MODEL_PLAN_INDEX_H
#define MODEL_PLAN_INDEX_H

#include "duban/plan.h"

struct index_entry {
    struct sv key;
    int at; /* index into the plan's array */
};

enum index_of {
    INDEX_TARGET_CODES,
    INDEX_TARGET_NAMES,
    INDEX_SCHOOL_CODES,
    INDEX_SCHOOL_NAMES,
    INDEX_TOTAL
};

/* Entries in the order of their keys, once made. */
struct index_table {
    struct index_entry *entries; /* room for all of them */
    size_t count;
    bool made;
};

struct plan_index {
    struct index_table tables[INDEX_TOTAL];
};

/* Room for the tables of a plan whose arrays are filled. */
struct plan_index *plan_index_make(const struct plan *plan, struct arena *arena) NONNULL;

/* What stands under `key`: PLAN_NAME_UNKNOWN for nothing, PLAN_NAME_AMBIGUOUS when the key has
 * entries of different things. O(log n). */
int index_find(const struct plan *plan, enum index_of which, struct sv key) NONNULL;

#endif
