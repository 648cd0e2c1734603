/* monitor_folder.h - a folder of the machine, for choosing a file in the monitor.
 *
 * Example:
 *     if (!monitor_folder(path, &arena, &answer, err)) ...
 */
#ifndef APP_MONITOR_FOLDER_H
#define APP_MONITOR_FOLDER_H

#include "duban/mem.h"
#include "duban/ui.h"

/* Lists folders first, then files, by name; hidden ones and what is neither are left out. An empty
 * path is the folder that duban runs in. Fills in entries, count and folder. */
MUST_USE bool monitor_folder(const char *path, struct arena *arena, struct ui_answer *answer,
                             struct err *err) NONNULL;

#endif
