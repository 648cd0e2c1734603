/* units.h - sets of schools as the monitor lists them: all, those of a town, those of a kind.
 *
 * A set is a number, so that a place on the way in can be about one: 0 all schools, then the towns,
 * then the kinds.
 *
 * Example:
 *     for (int set = 0; set < units_count(plan); set++) puts(units_name(ui, set));
 */
#ifndef UI_UNITS_H
#define UI_UNITS_H

#include "ui/ui.h"

int units_count(const struct plan *plan) NONNULL;

/* Is this school in the set? The district itself is in none. */
bool units_has(const struct plan *plan, int64_t set, int school) NONNULL;

/* The name of the set in the user's language, and of what it is ("town"). */
const char *units_name(const struct ui *ui, int64_t set) NONNULL;
const char *units_what(const struct plan *plan, int64_t set) NONNULL;

#endif
