/* plan_read.h - the files of a plan, one after the other, into one plan.
 *
 * Each step reads one or two files into the plan's arrays and may look up what the steps before
 * it have read, so they are called in the order below. Members of the plan that refer to others
 * are indexes, checked here.
 *
 * Ownership: everything of the plan goes into `arena`; the indexes belong to the reading and are
 * given back by plan_read_end().
 */
#ifndef IMPORT_PLAN_READ_H
#define IMPORT_PLAN_READ_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/plan_files.h"
#include "import/code_index.h"
#include "import/plan_table.h"

struct plan_read {
    struct arena *arena;
    struct plan *plan;
    struct plan_faults *faults;
    struct code_index kinds, scopes, towns, schools, targets;
    struct plan_table target_table; /* targets.csv */
};

/* What a plan has that does not say; also while plan.csv cannot be read, and the others are. */
extern const struct thresholds plan_usual_thresholds;

/* plan.csv */
MUST_USE bool plan_read_head(struct plan_read *read, const struct plan_file *file) NONNULL;

/* sections.csv and items.csv */
MUST_USE bool plan_read_sections(struct plan_read *read, const struct plan_file *file) NONNULL;
MUST_USE bool plan_read_items(struct plan_read *read, const struct plan_file *file) NONNULL;

/* kinds.csv, scopes.csv and towns.csv */
MUST_USE bool plan_read_kinds(struct plan_read *read, const struct plan_file *file) NONNULL;
MUST_USE bool plan_read_scopes(struct plan_read *read, const struct plan_file *file) NONNULL;
MUST_USE bool plan_read_towns(struct plan_read *read, const struct plan_file *file) NONNULL;

/* schools.csv: the plan's schools become the district itself and the rows of the file. */
MUST_USE bool plan_read_schools(struct plan_read *read, const struct plan_file *file) NONNULL;

/* The rows of a schools.csv, for a plan whose kinds, towns and schools are indexed. */
MUST_USE bool plan_read_school_rows(struct plan_read *read, const struct plan_file *file,
                                    struct school **out, size_t *count) NONNULL;

/* targets.csv and steps.csv */
MUST_USE bool plan_read_targets(struct plan_read *read, const struct plan_file *file) NONNULL;
MUST_USE bool plan_read_steps(struct plan_read *read, const struct plan_file *file) NONNULL;

/* calendar.csv */
MUST_USE bool plan_read_calendar(struct plan_read *read, const struct plan_file *file) NONNULL;

/* Does every target that goes by steps have some? */
void plan_read_check_paces(const struct plan_read *read) NONNULL;

void plan_read_end(struct plan_read *read) NONNULL;

#endif
