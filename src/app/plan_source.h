/* plan_source.h - a plan by any of its names: built in, a directory, or a database.
 *
 * Ownership: the plan lives in the arena.
 *
 * Example:
 *     if (!plan_source_read(session, "wujin-2021", &session->arena, &plan, err)) return false;
 */
#ifndef APP_PLAN_SOURCE_H
#define APP_PLAN_SOURCE_H

#include "app/session.h"

/* Reads the built-in plan of this name, else the directory, else the database's plan as it stands
 * on the as-of date (the newest terms when none is given). */
MUST_USE bool plan_source_read(const struct session *session, const char *name, struct arena *arena,
                               struct plan *out, struct err *err) NONNULL;

#endif
