/* monitor_change.h - the changes that keys ask for, carried out: one function a request.
 *
 * Example:
 *     if (monitor_change(session, &request, &said, &outcome, err)) ui_done(ui, &request, outcome);
 */
#ifndef APP_MONITOR_CHANGE_H
#define APP_MONITOR_CHANGE_H

#include "app/session.h"
#include "duban/buf.h"
#include "duban/ui.h"

/* Carries `request` out; *said gets one sentence on what was done, *outcome what became of it.
 * False when it was refused. */
MUST_USE bool monitor_change(struct session *session, const struct ui_request *request,
                             struct buf *said, enum ui_outcome *outcome, struct err *err) NONNULL;

#endif
