/* plan_diff.h - what differs between two plans, cell by cell of the files that they are written as.
 *
 * Both plans are written as plan files (report.h) and compared row by row, so that whatever a plan
 * can hold is compared, without a list of its members here.
 *
 * Ownership: rows and texts live in the arena.
 *
 * Example:
 *     struct plan_differences found;
 *     if (!plan_diff(&old, &new, &arena, &found, err)) return false;
 */
#ifndef APP_PLAN_DIFF_H
#define APP_PLAN_DIFF_H

#include "duban/mem.h"
#include "duban/plan.h"
#include "duban/report.h"

/* Compares the plans. Dates of a plan for another year are compared as many years on: what only
 * moved with the year is no difference. */
MUST_USE bool plan_diff(const struct plan *old, const struct plan *new, struct arena *arena,
                        struct plan_differences *out, struct err *err) NONNULL;

#endif
