/* deliver.h - a page on its way to standard output, or to the file of --output.
 *
 * Example:
 *     return deliver(session, buf_sv(&out), err);
 */
#ifndef APP_DELIVER_H
#define APP_DELIVER_H

#include "app/session.h"

/* Writes to the file that --output names, in place of what it holds; "-" and without the option to
 * standard output. Never to the database. */
MUST_USE bool deliver(const struct session *session, struct sv bytes, struct err *err) NONNULL;

#endif
