/* problem.h - the problem list: noted obstacles on targets and schools, each with an owner and
 * dates.
 *
 * Plain data from the store to views and exports. A problem is seen from the day it was noted on,
 * and is open until the day it is closed, and again from the day it is reopened, so that a past day
 * shows what was known then.
 *
 * Ownership: arrays and texts live in the arena that they were loaded into.
 *
 * Example:
 *     for (size_t i = 0; i < problems.count; i++)
 *         if (problem_state(&problems.rows[i], as_of) == PROBLEM_OVERDUE) ...
 */
#ifndef DUBAN_PROBLEM_H
#define DUBAN_PROBLEM_H

#include <stddef.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/date.h"
#include "duban/sv.h"

/* In bytes of UTF-8. */
enum { PROBLEM_TEXT_MAX = 1000, PROBLEM_OWNER_MAX = 120 };

struct problem {
    int64_t id;         /* its number; 0: not kept yet, the next one */
    int target;         /* index into plan->targets; -1: none */
    int school;         /* index into plan->schools; -1: none; one of the two is there */
    daynum noted;       /* the day it was found */
    daynum due;         /* by when it is to be cleared away; DAY_NONE: not said */
    daynum closed;      /* DAY_NONE: open */
    daynum reopened;    /* the last day on which it was opened again; DAY_NONE: never */
    const char *text;   /* what is in the way; 1 to PROBLEM_TEXT_MAX bytes */
    const char *owner;  /* who clears it away; "" when nobody is named */
    const char *remedy; /* how it was cleared away; "" while it is open */
    const char *who,
        *at; /* who entered it, and when (ISO 8601); "" in a new one: the writer, now */
};

struct problems {
    const struct problem *rows;
    size_t count;
};

/* id, word in machine formats, name for people. Worst first. */
#define PROBLEM_STATE_LIST(X)            \
    X(OVERDUE, "overdue", N_("overdue")) \
    X(OPEN, "open", N_("unsolved"))      \
    X(CLOSED, "closed", N_("closed"))

enum problem_state {
#define X(id, word, name) PROBLEM_##id,
    PROBLEM_STATE_LIST(X)
#undef X
        PROBLEM_STATE_TOTAL
};

const char *problem_state_word(enum problem_state state);
const char *problem_state_name(enum problem_state state); /* English; pass it to _() */

/* Closed on or before `as_of`; else overdue when `as_of` is after its due date; else open. */
enum problem_state problem_state(const struct problem *problem, daynum as_of) NONNULL;

/* Days left to its due date on `as_of`, negative: days over; 0 without a due date. */
int problem_days(const struct problem *problem, daynum as_of) NONNULL;

/* What is wrong with a problem that is to be kept. */
enum problem_fault {
    PROBLEM_OK,
    PROBLEM_NO_TEXT,
    PROBLEM_TEXT_LONG,
    PROBLEM_OWNER_LONG,
    PROBLEM_REMEDY_LONG,
    PROBLEM_NO_SUBJECT,   /* neither target nor school */
    PROBLEM_DUE_BEFORE,   /* due before it was noted */
    PROBLEM_CLOSED_BEFORE /* closed before it was noted */
};
enum problem_fault problem_check(const struct problem *problem) NONNULL;
const char *problem_fault_text(enum problem_fault fault); /* English; pass it to _() */

#endif
