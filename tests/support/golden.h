/* golden.h - what a screen looked like when somebody last looked at it and said it was right.
 *
 * A golden file in tests/data/screens holds the text of a screen; below it a map of the roles, a letter
 * a cell (blank: plain text); a map of the mono theme, where 1 is bold, 2 reverse, 4 underline, added
 * up; and how each theme shows the roles that are there, which tests/e2e/themes.sh holds against
 * what a terminal gets. `make goldens` writes them anew; `git diff` then shows what changed.
 *
 * Example:
 *     golden_check("overview.en.80x24", canvas);
 */
#ifndef SUPPORT_GOLDEN_H
#define SUPPORT_GOLDEN_H

#include "duban/ui.h"

/* Fails unless the canvas is what the file of this name holds; with GOLDENS=write writes it. */
void golden_check(const char *name, const struct canvas *canvas);

#endif
