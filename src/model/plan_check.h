/* plan_check.h - what every loader promises of a plan, held against it once.
 *
 * All code that works on a plan uses its indexes unchecked. The loaders check what they read, each
 * with its own message (a file's line, a damaged database); this is the net below them.
 *
 * Example:
 *     plan_check(plan);
 *     const struct section *section = &plan->sections[plan->items[0].section];
 */
#ifndef MODEL_PLAN_CHECK_H
#define MODEL_PLAN_CHECK_H

#include "duban/plan.h"

/* Stops the program (BUG) at the first promise that is broken. */
void plan_check(const struct plan *plan) NONNULL;

#endif
