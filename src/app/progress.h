/* progress.h - says how far long work is, when somebody is watching: on standard error, or to who
 * looks on.
 *
 * Nothing is shown unless standard error is a terminal or somebody looks on, and nothing in the first
 * second. The line on the terminal is written over itself and taken away at the end, so that
 * messages stand where they always do.
 *
 * Example:
 *     struct progress progress = progress_begin("5.csv", session->onlooker);
 *     while (more) progress_show(&progress, permille, rows);
 *     progress_end(&progress);
 */
#ifndef APP_PROGRESS_H
#define APP_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

#include "app/onlooker.h"
#include "duban/attr.h"

/* Work in pieces of so many milliseconds when it is watched. */
enum { PROGRESS_STEP_MS = 100 };

struct progress {
    const char *name; /* clean; what is being worked on */
    struct onlooker *onlooker;
    bool watched;     /* is there a terminal, or an onlooker? */
    bool shown;
    int64_t since, last; /* milliseconds of a clock that never goes back */
};

/* `onlooker` may be NULL. */
struct progress progress_begin(const char *name, struct onlooker *onlooker);

/* `permille` of the work and so many rows are done. Cheap; draws at most ten times a second. */
void progress_show(struct progress *progress, int permille, int64_t rows) NONNULL;

/* Takes the line away. May be called at any time and again. */
void progress_end(struct progress *progress) NONNULL;

#endif
