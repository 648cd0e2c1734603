/* attention.h - what needs somebody's care on a day, worst first: targets and overdue problems in
 * one list, each with how late, how much is missing, who answers for it and what comes next.
 *
 * Ownership: the list lives in the arena given; it points into the board's plan and the problems,
 * which must outlive it.
 *
 * Example:
 *     const struct care *list;
 *     size_t count = attention_make(&board, &problems, &arena, &list);
 *     for (size_t i = 0; i < count; i++) lang_next(&out, &board, &list[i]);
 */
#ifndef DUBAN_ATTENTION_H
#define DUBAN_ATTENTION_H

#include "duban/board.h"
#include "duban/problem.h"

/* Where the next step comes from. The first that there is, in this order: the earliest dated step
 * of the plan that the actual share has not reached; the open problem of the target that is due
 * first; what the rule asks for that made the standing. */
#define NEXT_LIST(X)      \
    X(STEP, "step")       \
    X(PROBLEM, "problem") \
    X(RULE, "rule")

enum next {
#define X(id, word) NEXT_##id,
    NEXT_LIST(X)
#undef X
        NEXT_TOTAL
};

const char *next_word(enum next next);

struct care {
    int target;                    /* index into plan->targets; -1: a problem of a school alone */
    const struct problem *problem; /* the overdue problem that the row is; NULL: it is a target */
    enum standing standing;        /* of a problem: overdue */
    int days;                      /* to its due date; negative: days over */
    amount gap;        /* goal_min - actual, in the target's unit: what is missing, negative where
                          a limit or level is passed by so much; AMOUNT_NONE: unknown */
    const char *owner; /* "" when nobody is named */
    enum next next;
    const struct step *step;    /* NEXT_STEP; else NULL */
    const struct problem *open; /* NEXT_PROBLEM; else NULL */
    double weekly; /* gap / (days / 7): what each week until the due date must bring (the run rate
                      needed, gap over time left); NAN when overdue, due today, without a gap, or for
                      a cap */
};

/* Every target that is breached, overdue, lagging or silent, and every overdue problem (as overdue
 * as a target). Worst standing first, then the longest over, then targets before problems, in the
 * plan's order. */
size_t attention_make(const struct board *board, const struct problems *problems,
                      struct arena *arena, const struct care **out) NONNULL;

/* Is it a finding of `check`: breached, overdue or lagging? */
bool attention_is_finding(const struct care *care) NONNULL;

#endif
