/* inside.h - a command of duban run inside a child of this process, so that what it calls can be
 * made to fail.
 *
 * Example:
 *     struct ran ran = inside_run(arm, &fault, "--db", "a.db", "set", "2.5", "60", NULL);
 *     CHECK(ran.status == 0 || ran.status == 74, "status %d", ran.status);
 */
#ifndef FAULTS_INSIDE_H
#define FAULTS_INSIDE_H

#include "harness.h"

/* Called in the child just before the command runs. */
typedef void inside_arm_fn(void *context);

/* Runs a command as main() does; the words end with NULL. */
struct ran inside_run(inside_arm_fn *arm, void *context, ...);

#endif
