/* lines.h - a text as physical lines: what ends in LF, CRLF or a lone CR.
 *
 * Ownership: the text is the caller's; lines are views of it. A `struct lines` is a plain value:
 * a copy is a bookmark to come back to.
 *
 * Example:
 *     struct lines lines = lines_of(text);
 *     for (struct sv line; lines_next(&lines, &line);)
 *         check(lines.number, line);
 */
#ifndef IMPORT_LINES_H
#define IMPORT_LINES_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/sv.h"

struct lines {
    const char *at, *end;
    const char *feed; /* the next LF at or after `at`, or `end`; NULL = not looked for yet */
    unsigned number;  /* of the line handed out last, from 1; 0 before the first */
};

struct lines lines_of(struct sv text);

/* Hands out the next line with its line end. Returns false after the last one. */
bool lines_next(struct lines *lines, struct sv *line) NONNULL;

/* `line` without its line end. */
struct sv lines_bare(struct sv line);

#endif
