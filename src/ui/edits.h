/* edits.h - changes by keyboard, the same on every screen that shows a target or a school's value.
 *
 * A change is asked for with a line of input, checked at every key, and carries what was shown when
 * it was begun, so that a cell that somebody else has changed meanwhile is not written over unseen.
 *
 * Example:
 *     if (!edits_act(ui, action)) ... the screen's own actions
 */
#ifndef UI_EDITS_H
#define UI_EDITS_H

#include "ui/ui.h"

/* Begins the change that an action stands for. False: the action is none. */
bool edits_act(struct ui *ui, enum action action) NONNULL;

/* Where the action would write what the chosen row of the shown screen is about: target, school
 * (-1: none). */
void edits_subject(const struct ui *ui, int *target, int *school) NONNULL;

/* Keeps in ui->change what the chosen row is about and what is shown of it. Returns the value that
 * could be written; NULL: none. */
const struct value *edits_begin(struct ui *ui) NONNULL;

/* The text, or "-" when it is empty. */
const char *edits_or_none(const char *text) NONNULL;

/* Asks whether ui->change is to be written over what somebody else wrote meanwhile; `both` says
 * what each of the two is. */
void edits_ask_mine_or_theirs(struct ui *ui, const char *both) NONNULL;

/* What became of a change: goes on down the column, or asks when it was overtaken. */
void edits_done(struct ui *ui, const struct ui_request *request, enum ui_outcome outcome) NONNULL;

#endif
