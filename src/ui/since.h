/* since.h - as of which day the plan is shown, and what changed since another one.
 *
 * Marks: '!' newly overdue, '=' newly done, '-' worse, '+' better, blank for unchanged.
 *
 * Example:
 *     if (since_act(ui, action, &request)) return request;
 */
#ifndef UI_SINCE_H
#define UI_SINCE_H

#include "ui/ui.h"

/* Does what an action of the calendar stands for. False: it is none. */
bool since_act(struct ui *ui, enum action action, struct ui_request *request) NONNULL;

char since_mark(const struct target_change *change) NONNULL;

/* An item's mark: the worst of what its targets did. */
char since_item_mark(const struct rollup_change *change) NONNULL;

/* Adds "[!1 =2 +3 -4] ", what the targets of an item or a section did; nothing when they did
 * nothing. */
void since_add_counts(const struct rollup_change *change, struct buf *out) NONNULL;

/* Adds what a target did, in words. There is a comparison. */
void since_add_change(const struct ui *ui, int target, struct buf *out) NONNULL;

#endif
