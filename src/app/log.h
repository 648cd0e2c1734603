/* log.h - what the program did, for the administrator: a line an event in a file that is only
 * ever added to (--log FILE, else $DUBAN_LOG; --log-level, else "info").
 *
 *     2026-11-25T21:00:00Z info zhang[4711] set: begins on /srv/duban/duban.db
 *
 * Texts are cleaned: nothing hostile reaches the file, and an event is one line. The journal
 * (`duban log`) is something else: it is in the database and says what was changed.
 *
 * Ownership: the struct is the session's; log_close() gives the file back.
 *
 * Example:
 *     struct log log = LOG_NONE;
 *     if (!log_open(&log, path, "info", who, err)) return false;
 *     log_line(&log, LOG_INFO, "%s: begins on %s", command, database);
 */
#ifndef APP_LOG_H
#define APP_LOG_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/err.h"

enum log_level { LOG_ERROR, LOG_WARN, LOG_INFO, LOG_DEBUG, LOG_LEVEL_TOTAL };

struct log {
    int fd; /* -1: nothing is written */
    enum log_level level;
    const char *who;
};

#define LOG_NONE ((struct log){.fd = -1})

/* Opens a log to add to; `level` may be NULL (info). `who` outlives the log. Refuses what is no
 * regular file, and links. */
MUST_USE bool log_open(struct log *log, const char *path, const char *level, const char *who,
                       struct err *err);

/* Writes a line, if the log is of that level. A log that cannot be written stops nothing. */
void log_line(const struct log *log, enum log_level level, const char *format, ...) PRINTF(3);

void log_close(struct log *log) NONNULL;

#endif
