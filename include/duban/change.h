/* change.h - one entry of the journal: who changed what, when, from what to what.
 *
 * Plain data from the store to the views. `before` and `after` say what stood there, for people: a
 * value as "12" or "12/30", terms as "4-5, 2021-12-31" (goal and due date) with the thresholds that
 * are the target's own ("..., spi_min 0.85"), the plan's thresholds likewise, a problem as its
 * number and text, a dated step as "60%, 2021-08-31", or "". A note (" # text"), an owner and a problem's due date ("<= 2021-10-01")
 * stand there only when they changed.
 *
 * Ownership: texts live in the arena that the entry was loaded into.
 *
 * Example:
 *     for (size_t i = 0; i < count; i++)
 *         printf("%s %s -> %s", changes[i].who, changes[i].before, changes[i].after);
 */
#ifndef DUBAN_CHANGE_H
#define DUBAN_CHANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/date.h"

struct change {
    int64_t id;
    const char *at, *who;        /* at: ISO 8601 */
    const char *what;            /* "report", "terms", "thresholds", "import", "problem", "step",
                                    "plan", "schools", "sample", "user", "draw", "restore" */
    const char *target, *school; /* codes, or "" */
    daynum date;                 /* DAY_NONE: none */
    const char *before, *after;
    int64_t undoes; /* the entry that this one took back; 0: none */
    bool undone;
    int64_t import;   /* the batch that it is about; 0: none */
    const char *file; /* that batch's file, or "" */
    int64_t problem;  /* the number of the problem that it is about; 0: none */
    int64_t left;     /* of store_undo(): the batch's values that were changed since and are left */
};

#endif
