/* golden.h - what a screen looked like when somebody last looked at it and said it was right.
 *
 * A golden file in tests/data/screens holds the text of a screen, then the role of every cell
 * (colour themes) and its look in the mono theme, both as runs: "T80" = 80 cells of the title's
 * role. `make goldens` writes them anew; `git diff` then shows what changed.
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
