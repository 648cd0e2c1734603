/* app_ways.h - the keys that lead from the overview to each screen of the monitor, for tests that walk
 * all of them.
 *
 * Example:
 *     monitor_type(monitor, monitor_ways[SCREEN_TARGET]);
 */
#ifndef SUPPORT_APP_WAYS_H
#define SUPPORT_APP_WAYS_H

#include "ui/ui.h"

/* In the syntax of ui_keys.h. */
extern const char *const monitor_ways[SCREEN_TOTAL];

#endif
