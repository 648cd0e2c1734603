/* words.h - a line cut into words without a shell: blanks separate, quotes keep together.
 *
 * Example:
 *     struct sv rest = sv_from("problem add 'no site yet'");
 *     for (char *word; (word = word_next(&rest, &arena, &open)) != NULL;) ...
 */
#ifndef APP_WORDS_H
#define APP_WORDS_H

#include <stdbool.h>

#include "duban/mem.h"
#include "duban/sv.h"

enum { WORDS_MAX = 64 }; /* more than any command takes */

/* Cuts the next word off *rest into the arena; NULL at the end or when a quote stays open, which
 * *open says. */
char *word_next(struct sv *rest, struct arena *arena, bool *open) NONNULL;

#endif
