/* ahead.h - work that another thread does ahead of who wants it, piece by piece.
 *
 * The thread fills places, which are the caller's, in turn and round again; it waits when all are
 * full, and ahead_next() waits when none is. A place belongs to one of the two at a time; what
 * fill() uses beside it belongs to the thread until ahead_stop() is back. Signals go to the
 * caller's thread. So nothing else needs a lock.
 *
 * Ownership: ahead_stop() ends the thread, wherever it is, and gives the rest back.
 *
 * Example:
 *     struct ahead *ahead = ahead_start(COUNT_OF(places), fill, &work);
 *     if (!ahead) ... do the work without it ...
 *     for (size_t at; ahead_next(ahead, &at);)
 *         use(&places[at]);
 *     ahead_stop(ahead);
 */
#ifndef DUBAN_AHEAD_H
#define DUBAN_AHEAD_H

#include <stdbool.h>
#include <stddef.h>

#include "duban/attr.h"

/* Fills the place of this number, from 0. Returns false when it is the last one. */
typedef bool ahead_fill_fn(void *context, size_t place);

struct ahead;

/* Begins to fill `places` places. NULL: the system has no thread to give. */
MUST_USE struct ahead *ahead_start(size_t places, ahead_fill_fn *fill, void *context);

/* Hands out the next place that is full, and gives back the one before. Returns false after the
 * last one. */
MUST_USE bool ahead_next(struct ahead *ahead, size_t *place) NONNULL;

void ahead_stop(struct ahead *ahead) NONNULL;

#endif
