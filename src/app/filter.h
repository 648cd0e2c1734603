/* filter.h - the options that reports share: --format, the parts of the plan, and the terminal.
 *
 * Example:
 *     if (!session_open(session, STORE_READ, err) || !filter_read(session, &format, &filter, err))
 *         return false;
 */
#ifndef APP_FILTER_H
#define APP_FILTER_H

#include "app/session.h"
#include "duban/report.h"

/* The format and filter that the options ask for; the session is open. */
MUST_USE bool filter_read(const struct session *session, enum report_format *format,
                          struct report_filter *filter, struct err *err) NONNULL;

/* Adds the parts of the plan that --section, --item, --owner, --town and --school leave; what of
 * these is not in it is an error. */
MUST_USE bool filter_parts(struct session *session, struct report_filter *filter,
                           struct err *err) NONNULL;

#endif
