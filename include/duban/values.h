/* values.h - single reported values, with where each came from.
 *
 * Plain data handed from the store to views and exports: the latest report of each school on one
 * target, or of one school on each target, up to an as-of date.
 *
 * Ownership: arrays and texts live in the arena that they were loaded into.
 */
#ifndef DUBAN_VALUES_H
#define DUBAN_VALUES_H

#include <stddef.h>
#include <stdint.h>

#include "duban/amount.h"
#include "duban/date.h"

/* One school's value for one target. `date` is DAY_NONE where nothing was reported. */
struct value {
    int target; /* index into plan->targets */
    int school; /* index into plan->schools */
    daynum date;
    amount value;
    amount of;        /* AMOUNT_NONE: none */
    const char *note; /* "" when there is none */
    int64_t import;   /* 0: entered by hand */
    unsigned line;    /* in the imported file, from 1 */
    const char *file; /* the imported file's name, or "" */
    const char *who;  /* who entered or imported it */
};

struct values {
    const struct value *rows;
    size_t count;
};

/* A report without its source: what a school's standing rests on. */
struct latest {
    daynum date; /* DAY_NONE: nothing was reported */
    amount value, of;
};

/* How one school keeps its reporting duty on a date, over all targets that it is in scope of. Days
 * are days of silence (standing.h), which do not run in holidays. */
struct reporting {
    int school;
    int due;            /* targets in scope that have started */
    int received;       /* of these: reported within the last reporting period */
    int late;           /* of these: last report older than one period */
    int silent;         /* of these: none for silent_periods periods, or never */
    daynum last_report; /* DAY_NONE: never */
};

#endif
