/* line_history.h - the command lines of the monitor, kept from one run to the next.
 *
 * They lie in $XDG_STATE_HOME/duban/history (~/.local/state without), a line each, readable by their
 * owner alone. With --read-only nothing is written, and with --as (a forced command: several people
 * share one account) nothing is read or written. A file that is not the user's own, or a line with
 * anything hostile in it, is passed over; what cannot be kept is not worth an error.
 *
 * Example:
 *     line_history_load(session, add, context);
 *     line_history_add(session, "show 5.1");
 */
#ifndef APP_LINE_HISTORY_H
#define APP_LINE_HISTORY_H

#include "app/session.h"

/* Calls `add` with each line kept, the oldest first; the newest hundred at most. */
void line_history_load(const struct session *session,
                       void (*add)(void *context, const char *line), void *context);

/* Keeps one line more. */
void line_history_add(const struct session *session, const char *line) NONNULL;

#endif
