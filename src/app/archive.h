/* archive.h - a whole database as a directory of CSV files, and back.
 *
 * DIR/plan holds the plan, a file beside it each table of duban/archive.h.
 *
 * Example:
 *     if (!archive_write(session, "2021", err)) ...            duban export 2021
 *     if (!archive_load(session, "2021", err)) ...             duban init --from 2021
 */
#ifndef APP_ARCHIVE_H
#define APP_ARCHIVE_H

#include "app/session.h"

/* Files are written in pieces of about so many bytes. */
enum { ARCHIVE_PIECE = 256 * 1024 };

/* Writes the open session's database: everything, or with --as-of what was dated up to that day.
 * Nothing that is there is overwritten; when it fails, nothing of it stays but folders above
 * `dir`. */
MUST_USE bool archive_write(struct session *session, const char *dir, struct err *err) NONNULL;

/* The plan alone, as the files of a plan directory. */
MUST_USE bool archive_write_plan(const struct plan *plan, const char *dir, struct err *err) NONNULL;

/* Makes the session's database out of an archive, whole or not at all; *plan is then its plan, in
 * the session's arena. */
MUST_USE bool archive_load(struct session *session, const char *dir, struct plan *plan,
                           struct err *err) NONNULL;

#endif
