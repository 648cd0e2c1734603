/* onlooker.h - who looks on while a command works: is told how far it is, and may stop it.
 *
 * The monitor is one; on the command line there is none, Ctrl-C ends the program there. Whoever has
 * said stop is asked no more, so that what was begun can be taken back in peace.
 *
 * Example:
 *     struct onlooker onlooker = onlooker_begin(machine, go_on, tell);
 *     store_look_on(store, onlooker_asked, &onlooker);
 *     while (more && onlooker_allows(&onlooker, err)) ... a piece of work ...
 */
#ifndef APP_ONLOOKER_H
#define APP_ONLOOKER_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/err.h"

struct onlooker {
    void *context;
    bool (*go_on)(void *context);
    void (*tell)(void *context, const char *said); /* one line in the user's language */
    int64_t since, asked, told;                    /* milliseconds of a clock */
    bool stopped;
};

struct onlooker onlooker_begin(void *context, bool (*go_on)(void *context),
                               void (*tell)(void *context, const char *said)) NONNULL;

/* Is it to go on? For store_look_on(), in the midst of a statement; cheap. False once. */
bool onlooker_asked(void *onlooker) NONNULL;

/* The same between two pieces of work; false with ERR_BUSY from the moment on when it was stopped.
 * NULL: nobody looks on. */
MUST_USE bool onlooker_allows(struct onlooker *onlooker, struct err *err);

/* Tells how far it is, not in the first second and a few times a second at most. NULL is allowed. */
void onlooker_tell(struct onlooker *onlooker, const char *said);

#endif
