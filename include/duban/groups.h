/* groups.h - the plan rolled up another way: by section, item, owner, town, kind or school.
 *
 * Sections, items and owners group targets, each with its standing. Towns, kinds and schools group
 * schools: each school has a standing of its own on each target that concerns it and sets a goal
 * for a single school. The worst standing, the counts and the weighted share of a group are those
 * of its rollup (standing.h).
 *
 * A school's own standing is that of the target as if the school were all of its scope, judged from
 * the school's latest report alone; so there is no forecast in it. Its goal is
 *   share, mean, milestone, at_most, cap   the target's: a percentage, a level, a limit
 *   count                                  1, when the target needs every school in scope
 *   sum                                    the target's, in a scope of one school
 * and every other target sets none: how schools divide a sum or which of them make up a count, the
 * plan does not say.
 *
 * What changed of a group since another day counts each of its targets, or each pair of school and
 * target that had a standing on both days, by its own trend (compare.h).
 *
 * Ownership: rows live in the arena given.
 *
 * Example:
 *     for (int t = 0; t < (int)plan->target_count; t++)
 *         if (!store_load_latest(store, plan, t, as_of, rows, err)) ...
 *         else schools_add(schools, plan, t, rows, as_of);
 *     struct groups towns = groups_of_schools(plan, schools, NULL, GROUP_TOWN, &arena);
 */
#ifndef DUBAN_GROUPS_H
#define DUBAN_GROUPS_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/board.h"
#include "duban/compare.h"
#include "duban/values.h"

/* id, word on the command line and in machine formats, name for people. */
#define GROUP_LIST(X)                    \
    X(SECTION, "section", N_("section")) \
    X(ITEM, "item", N_("item"))          \
    X(OWNER, "owner", N_("owner"))       \
    X(TOWN, "town", N_("town"))          \
    X(KIND, "kind", N_("kind"))          \
    X(SCHOOL, "school", N_("school"))

enum group_by {
#define X(id, word, name) GROUP_##id,
    GROUP_LIST(X)
#undef X
        GROUP_TOTAL
};

const char *group_word(enum group_by by);
const char *group_name(enum group_by by); /* English; pass it to _() */
bool group_parse(struct sv word, enum group_by *out) NONNULL;

/* Does it group schools rather than targets? */
bool group_is_of_schools(enum group_by by);

struct group {
    const char *code; /* number, name of the owner ("" = nobody), or code of town, kind, school */
    struct name name;
    struct rollup rollup;        /* of targets, or of pairs of school and target */
    struct rollup_change change; /* only its counts, and 0 where nothing is compared */
};

struct groups {
    enum group_by by;
    const struct group *rows; /* worst first, else in the plan's order; of owners, towns, kinds and
                                 schools those with anything to judge */
    const struct group **by_code; /* the same, for groups_change() */
    size_t count;
};

/* The target as a school's own. False: it sets no goal for a single school. */
bool school_target(const struct target *target, struct target *own) NONNULL;

/* The school's own standing on what school_target() made; latest->date is DAY_NONE for none. */
struct verdict school_judge(const struct target *own, const struct latest *latest,
                            daynum as_of) NONNULL;

/* Adds the standings of all schools in scope on one target. `rows` and `schools` have
 * plan->school_count entries; the latter begin as rollup_start(). The district itself is none. */
void schools_add(struct rollup *schools, const struct plan *plan, int target,
                 const struct latest *rows, daynum as_of) NONNULL;

/* One day's terms, and the latest reports of all schools on one target up to that day. */
struct schools_on {
    const struct plan *plan;
    const struct latest *rows; /* [school_count] */
    daynum as_of;
};

/* Counts the changes of all schools in scope on one target; `schools` has plan->school_count
 * entries, which begin as zeros. */
void schools_compare(struct rollup_change *schools, int target, const struct schools_on *before,
                     const struct schools_on *now) NONNULL;

/* Over the targets for which shown[target] is true; NULL: all, and then sections and items without
 * any are rows too. Counts what changed in `since`, unless that is NULL. */
struct groups groups_of_targets(const struct board *board, enum group_by by, const bool *shown,
                                const struct comparison *since, struct arena *arena);
/* The same over schools; `changes` is as schools_compare() counts, or NULL. */
struct groups groups_of_schools(const struct plan *plan, const struct rollup *schools,
                                const struct rollup_change *changes, enum group_by by,
                                struct arena *arena);

/* What changed of a group since `then`; false: it was not there. */
bool groups_change(const struct groups *then, const struct group *group,
                   struct rollup_change *out) NONNULL;

#endif
