/* find.h - looking for rows: a search that moves the choice, a filter that leaves rows out.
 *
 * A text is looked for in a row's code and names, in every language, whatever its case; one of
 * letters also in the initials of the pinyin (pinyin.h). A filter's words must each stand in what
 * the row is (standing, owner, town, kind) or in its code and names.
 *
 * Example:
 *     case ACTION_SEARCH: find_ask(ui); break;
 *     case ACTION_SEARCH_NEXT: find_next(ui, 1); break;
 */
#ifndef UI_FIND_H
#define UI_FIND_H

#include "ui/ui.h"

/* Asks for what to search, and goes to the first match while it is typed. */
void find_ask(struct ui *ui) NONNULL;

/* The next match in this direction (1 or -1), round the end. */
void find_next(struct ui *ui, int direction) NONNULL;

/* Asks for the words of the filter; the list follows while they are typed. */
void filter_ask(struct ui *ui) NONNULL;

/* Does the filter let the row through? */
bool filter_takes(const struct ui *ui, const struct table *table, const struct row *row,
                  const char *filter) NONNULL;

#endif
