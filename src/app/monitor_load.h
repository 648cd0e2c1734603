/* monitor_load.h - the data that screens ask for, loaded from the store: one function a kind.
 *
 * Ownership: what was loaded last of each kind lives in `struct loaded`; loaded_free() gives it
 * back.
 *
 * Example:
 *     bool ok = monitor_load(session, &query, &loaded, &answer, &old, err);
 *     ui_answer(ui, &answer);   (failed or not)
 *     arena_free(&old);         now that nothing points to what was shown before
 */
#ifndef APP_MONITOR_LOAD_H
#define APP_MONITOR_LOAD_H

#include "app/session.h"
#include "duban/ui.h"

struct loaded {
    struct arena arenas[UI_DATA_TOTAL];
};

/* Loads what `query` asks for into *answer; *old is what was loaded before of this kind. On failure
 * *answer says so and *err why. */
MUST_USE bool monitor_load(struct session *session, const struct ui_query *query,
                           struct loaded *loaded, struct ui_answer *answer, struct arena *old,
                           struct err *err) NONNULL;

void loaded_free(struct loaded *loaded) NONNULL;

#endif
