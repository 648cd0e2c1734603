/* run_line.h - a command typed inside the monitor: run in the same process, its output caught.
 *
 * No shell and no other program: the line is split into words (blanks separate, quotes keep
 * together), read like any command line, and run on a session of its own with the monitor's
 * database, as-of date, language and onlooker. What would take the terminal over or read from it is refused.
 *
 * Example:
 *     struct buf out = {0};
 *     run_line(session, "status --section 2", 80, &out);      errors stand in `out` too
 */
#ifndef APP_RUN_LINE_H
#define APP_RUN_LINE_H

#include "app/session.h"
#include "duban/buf.h"
#include "duban/sv.h"

/* Runs the line; *out gets what it prints, for so many columns, and, when it does not end well, its
 * error and exit status. Returns the exit status. */
int run_line(const struct session *session, const char *line, int columns,
             struct buf *out) NONNULL;

/* Adds how the last word of `line` can go on, a line each: commands, options, and the codes of
 * targets and schools where an operand or --school can be one. */
void run_line_complete(const struct session *session, struct sv line, struct buf *out) NONNULL;

#endif
