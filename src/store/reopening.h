/* reopening.h - when problems had been closed before they were opened again.
 *
 * Example:
 *     if (!reopening_put(store, now, day, err)) ...
 */
#ifndef STORE_REOPENING_H
#define STORE_REOPENING_H

#include "duban/problem.h"
#include "store/store.h"

/* Keeps that the closed problem was opened again on `day`. One that is opened on the day on which it
 * was closed was never closed: nothing is kept. ERR_DATA when it was closed after `day`. */
MUST_USE bool reopening_put(struct store *store, const struct problem *problem, daynum day,
                            struct err *err) NONNULL;

/* Forgets those of the problem with this number. */
MUST_USE bool reopening_drop(struct store *store, int64_t id, struct err *err) NONNULL;

/* Puts those into the table that problem_json() wrote down. */
MUST_USE bool reopening_restore(struct store *store, const char *json, struct err *err) NONNULL;

#endif
