/* monitor_import.h - files taken in from inside the monitor: a rehearsal, then the real thing, in
 * steps of a few milliseconds that keys come between.
 *
 * Ownership: zero-initialised is at rest; monitor_import_free() gives everything back and rolls
 * back what is at work.
 *
 * Example:
 *     if (monitor_import_look(&import, path, &given, &err))
 *         while (monitor_import_at_work(&import)) monitor_import_step(&import, session);
 *     ui_show_intake(ui, &import.shown);
 */
#ifndef APP_MONITOR_IMPORT_H
#define APP_MONITOR_IMPORT_H

#include "app/takein.h"
#include "duban/ui.h"

struct monitor_import {
    struct arena arena;       /* paths and what was found out; of one file or folder */
    const char *const *paths; /* to be taken in, in order */
    size_t path_count;
    struct taken_file *files; /* [path_count] */
    struct takein *work;      /* NULL: between files, or at rest */
    struct import_input input;
    bool open; /* the input is */
    int64_t began_ms;
    bool kept; /* something came in since the board was loaded */
    struct ui_intake shown;
};

/* Begins to rehearse a file, or all CSV and text files of a folder; "" is what was chosen last. */
MUST_USE bool monitor_import_look(struct monitor_import *import, const char *path,
                                  const struct ui_given *given, struct err *err) NONNULL;

/* Begins to take in what was rehearsed. */
void monitor_import_take(struct monitor_import *import) NONNULL;

bool monitor_import_at_work(const struct monitor_import *import) NONNULL;

/* Goes on for a moment; `shown` tells how far it is. */
void monitor_import_step(struct monitor_import *import, struct session *session) NONNULL;

/* Stops; of the file at work nothing is kept. */
void monitor_import_cancel(struct monitor_import *import) NONNULL;

void monitor_import_free(struct monitor_import *import) NONNULL;

#endif
