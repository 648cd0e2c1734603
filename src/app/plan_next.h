/* plan_next.h - a plan for another year out of one that is there.
 *
 * Ownership: the new plan borrows the old one's texts and lives in the arena.
 *
 * Example:
 *     plan_next(&old, 2022, &arena, &new);
 */
#ifndef APP_PLAN_NEXT_H
#define APP_PLAN_NEXT_H

#include "duban/mem.h"
#include "duban/plan.h"

/* The plan a year, or several, on: its days, due dates and steps move along, and its code and names
 * get the new year where they held the old one. Goals, owners, schools and all else stay. */
void plan_next(const struct plan *old, int year, struct arena *arena, struct plan *out) NONNULL;

/* The year in which the plan begins. */
int plan_year(const struct plan *plan) NONNULL;

#endif
