/* monitor.h - the event loop: keys to the monitor, its requests to the store, boards back.
 *
 * Example:
 *     return monitor_run(session, err);
 */
#ifndef APP_MONITOR_H
#define APP_MONITOR_H

#include "app/session.h"

/* Opens the terminal and runs until the user leaves or the terminal is gone. The session is
 * open. */
MUST_USE bool monitor_run(struct session *session, struct err *err) NONNULL;

#endif
