/* problem_edits.h - problems by keyboard: noted from any screen, changed and closed on their list.
 *
 * A problem is typed as one line: the code of its target, its school or both, what is in the way,
 * then if wanted "@owner" and the day by which it is to be cleared away.
 *
 * Example:
 *     if (problem_edits_act(ui, action)) return request;
 */
#ifndef UI_PROBLEM_EDITS_H
#define UI_PROBLEM_EDITS_H

#include "ui/ui.h"

/* Begins the change that an action stands for. False: the action is none. */
bool problem_edits_act(struct ui *ui, enum action action) NONNULL;

/* Somebody else changed the problem meanwhile: shows both and asks. */
void problem_edits_overtaken(struct ui *ui, const struct ui_request *request) NONNULL;

#endif
