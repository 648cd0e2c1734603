/* compare.h - what changed of a plan between two dates.
 *
 * A pure function of two boards of one plan: each is judged with the terms and the reports of its
 * own date, and their targets are the same ones in the same order.
 *
 * Better and worse go by trouble: breached is worse than overdue, then lagging and silent (what
 * falls silent has not become better), then due soon; no goal, not started and on track are no
 * trouble and so one level; done is best. What is on the same level on both dates has not changed,
 * whatever its figure does.
 *
 * Ownership: the arrays live in the arena given; the boards must outlive the comparison.
 *
 * Example:
 *     struct comparison since = compare_boards(&last_month, &today, &arena);
 *     if (since.targets[t].newly_overdue) ...
 */
#ifndef DUBAN_COMPARE_H
#define DUBAN_COMPARE_H

#include "duban/attr.h"
#include "duban/board.h"

/* id, word in machine formats, name for people (translated where it is shown), mark. */
#define TREND_LIST(X)                     \
    X(WORSE, "worse", N_("worse"), '-')   \
    X(SAME, "same", N_("unchanged"), '=') \
    X(BETTER, "better", N_("better"), '+')

enum trend {
#define X(id, word, name, mark) TREND_##id,
    TREND_LIST(X)
#undef X
        TREND_TOTAL
};

const char *trend_word(enum trend trend);
const char *trend_name(enum trend trend); /* English; pass it to _() */
char trend_mark(enum trend trend);

/* Is `now` better or worse than `before`? */
enum trend trend_of(enum standing before, enum standing now);

/* One target's change. */
struct target_change {
    enum standing before;
    amount actual_before; /* AMOUNT_NONE: nothing to measure then */
    enum trend trend;
    bool newly_overdue; /* overdue now, not before */
    bool newly_done;    /* done now, not before */
    double share;       /* actual share now less before; NAN when either is unknown */
};

/* The change of an item, a section or the plan. */
struct rollup_change {
    enum standing before;                         /* the worst one then */
    enum trend trend;                             /* of the worst standing */
    int better, worse, newly_overdue, newly_done; /* targets */
    double share; /* weighted share now less before; NAN when either is unknown */
};

struct comparison {
    const struct board *before, *now;
    const struct target_change *targets; /* [target_count] */
    const struct rollup_change *items;   /* [item_count] */
    const struct rollup_change *sections;
    struct rollup_change total;
};

/* Compares two boards of one plan; `before` may be of any date. Of boards that hold only some
 * targets (shown[target]), only those are counted; NULL: all. */
struct comparison compare_boards(const struct board *before, const struct board *now,
                                 const bool *shown, struct arena *arena);

/* The change of two rollups, of which the counts of targets are still 0; and counts one target. */
struct rollup_change compare_rollups(const struct rollup *before, const struct rollup *now) NONNULL;
void rollup_change_count(struct rollup_change *into, const struct target_change *change) NONNULL;

/* The change of one target between two verdicts on it. */
struct target_change compare_verdicts(const struct verdict *before,
                                      const struct verdict *now) NONNULL;

#endif
