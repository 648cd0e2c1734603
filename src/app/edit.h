/* edit.h - changes that a person makes by hand, from the command line or the monitor: checked the
 * same way, said in the same words.
 *
 * Example:
 *     struct buf said = {0};
 *     if (edit_value(session, &row, false, &said, err)) ui_say(ui, UI_TONE_INFO, buf_text(&said));
 */
#ifndef APP_EDIT_H
#define APP_EDIT_H

#include "app/session.h"
#include "duban/buf.h"
#include "duban/intake.h"
#include "duban/problem.h"

/* Checks and keeps one value; *said gets one sentence on what was done. With `seen`, what was shown
 * of the cell as of the session's day, a cell that says something else by now is left as it is and
 * *overtaken is true; NULL: whatever stands there. */
MUST_USE bool edit_value(struct session *session, const struct intake_row *row, bool allow_decrease,
                         const struct value *seen, struct buf *said, bool *overtaken,
                         struct err *err);

/* Checks and keeps a target's terms from `since` on; `seen` as above. */
MUST_USE bool edit_terms(struct session *session, int target, const struct terms *terms,
                         daynum since, const struct terms *seen, struct buf *said, bool *overtaken,
                         struct err *err);

/* Checks and keeps the plan's thresholds from `since` on. */
MUST_USE bool edit_thresholds(struct session *session, const struct thresholds *thresholds,
                              daynum since, struct buf *said, struct err *err) NONNULL;

/* Checks and keeps another day for a target's dated step. */
MUST_USE bool edit_step(struct session *session, int target, daynum from, daynum to,
                        struct buf *said, struct err *err) NONNULL;

/* Checks and keeps new problems, all or none. Line breaks in their texts become spaces, everything
 * hostile U+FFFD; one without an owner gets its target's. */
MUST_USE bool edit_problems_add(struct session *session, const struct problem *problems,
                                size_t count, struct buf *said, struct err *err) NONNULL;

/* Checks and keeps a problem changed in any part, by its number; `seen` is the whole of it as it was
 * shown, and *overtaken as above. */
MUST_USE bool edit_problem_change(struct session *session, const struct problem *problem,
                                  const struct problem *seen, struct buf *said, bool *overtaken,
                                  struct err *err) NONNULL;

/* Closes a problem by its number. */
MUST_USE bool edit_problem_close(struct session *session, int64_t id, daynum closed,
                                 const char *remedy, struct buf *said, struct err *err) NONNULL;

/* Opens a closed problem, which is `seen`, again on `day`; ERR_BUSY when another one stands there by
 * now. */
MUST_USE bool edit_problem_reopen(struct session *session, const struct problem *seen, daynum day,
                                  struct buf *said, struct err *err) NONNULL;

/* False, with the error that says that somebody else has changed it. */
bool edit_problem_overtaken(int64_t id, struct err *err) NONNULL;

/* Takes back the last change of this user, or does his last undo again. */
MUST_USE bool edit_undo(struct session *session, struct buf *said, struct err *err) NONNULL;
MUST_USE bool edit_redo(struct session *session, struct buf *said, struct err *err) NONNULL;

#endif
