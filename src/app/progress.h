/* progress.h - says on standard error how far long work is, when somebody is watching.
 *
 * Nothing is shown unless standard error is a terminal, and nothing in the first second. The line
 * is written over itself and taken away at the end, so that messages stand where they always do.
 *
 * Example:
 *     struct progress progress = progress_begin("5.csv");
 *     while (more) progress_show(&progress, permille);
 *     progress_end(&progress);
 */
#ifndef APP_PROGRESS_H
#define APP_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/attr.h"

/* Work in pieces of so many milliseconds when it is watched. */
enum { PROGRESS_STEP_MS = 100 };

struct progress {
    const char *name; /* clean; what is being worked on */
    bool watched;     /* is there a terminal? */
    bool shown;
    int64_t since, last; /* milliseconds of a clock that never goes back */
};

struct progress progress_begin(const char *name) NONNULL;

/* `permille` of the work is done. Cheap; draws at most ten times a second. */
void progress_show(struct progress *progress, int permille) NONNULL;

/* Takes the line away. May be called at any time and again. */
void progress_end(struct progress *progress) NONNULL;

#endif
