/* monitor_change.h - the changes that keys ask for, carried out: one function a request.
 *
 * Example:
 *     if (monitor_change(session, &request, &said, err)) ui_say(ui, UI_TONE_INFO, buf_text(&said));
 */
#ifndef APP_MONITOR_CHANGE_H
#define APP_MONITOR_CHANGE_H

#include "app/session.h"
#include "duban/buf.h"
#include "duban/ui.h"

/* Carries `request` out; *said gets one sentence on what was done. */
MUST_USE bool monitor_change(struct session *session, const struct ui_request *request,
                             struct buf *said, struct err *err) NONNULL;

#endif
