/* inside_keys.h - the monitor in a child of a fault program: keys in, its errors out.
 *
 * Example:
 *     int status = inside_keys(&session, "2 Enter Enter e 9", "Enter", arm, context);
 */
#ifndef FAULTS_INSIDE_KEYS_H
#define FAULTS_INSIDE_KEYS_H

#include "app/session.h"
#include "inside.h"

/* Opens the monitor on the session's database, presses the keys `before` (ui_keys.h), arms the
 * fault, presses those `with` it. The screen is drawn after each; files that are taken in come to
 * their end. What the monitor calls an error goes to standard error. Returns 0, or 74 when there
 * was one. */
int inside_keys(struct session *session, const char *before, const char *with, inside_arm_fn *arm,
                void *context);

#endif
