/* lookup.h - the school or target that a cell means: by code, else by its exact name.
 *
 * Example:
 *     int school = lookup_school(plan, SV("南河幼儿园"));
 */
#ifndef IMPORT_LOOKUP_H
#define IMPORT_LOOKUP_H

#include "duban/attr.h"
#include "duban/plan.h"
#include "duban/sv.h"

/* An index into the plan, PLAN_NAME_UNKNOWN or PLAN_NAME_AMBIGUOUS. */
int lookup_school(const struct plan *plan, struct sv cell) NONNULL;
int lookup_target(const struct plan *plan, struct sv cell) NONNULL;

#endif
