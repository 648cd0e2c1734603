/* sample_problems.h - the demo's problem list, out of assets/sample/problems.csv: open, overdue, closed
 * and reopened ones, in the language of who makes the demo.
 *
 * Example:
 *     if (!sample_problems(session, &plan, arena, err)) return false;
 */
#ifndef APP_SAMPLE_PROBLEMS_H
#define APP_SAMPLE_PROBLEMS_H

#include "app/session.h"

MUST_USE bool sample_problems(struct session *session, const struct plan *plan, struct arena *arena,
                              struct err *err) NONNULL;

#endif
