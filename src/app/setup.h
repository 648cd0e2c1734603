/* setup.h - new databases: from a built-in plan or a plan directory, with or without sample data.
 *
 * Example:
 *     if (!setup_read_plan("wujin-2021", &arena, &plan, err) ||
 *         !setup_make(session, path, &plan, NULL, NULL, err))
 *         return false;
 */
#ifndef APP_SETUP_H
#define APP_SETUP_H

#include "app/session.h"
#include "duban/plan.h"

#define SETUP_PLAN "wujin-2021"

enum { SETUP_FILES_MAX = 16 };

/* Reads the built-in plan of this name, else the directory of this name. */
MUST_USE bool setup_read_plan(const char *name, struct arena *arena, struct plan *plan,
                              struct err *err) NONNULL;

/* Makes the new database `path` with this plan; `fill`, if any, adds to it through
 * session->store, and is handed `context`. The file appears under its name when it is whole, or not at all; nothing that
 * is there is overwritten. Leaves no store open. */
typedef bool setup_fill_fn(struct session *session, void *context, struct err *err);
MUST_USE bool setup_make(struct session *session, const char *path, const struct plan *plan,
                         setup_fill_fn *fill, void *context, struct err *err);

#endif
