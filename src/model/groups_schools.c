/* groups_schools.c - each school's own standing, and what changed of it. */
#include "duban/groups.h"

bool school_target(const struct target *target, struct target *own)
{
    amount everyone = (amount)target->scope_size * AMOUNT_ONE;
    *own = *target;
    own->scope_size = 1;
    if (target->goal_min == AMOUNT_NONE)
        return false;
    if (target->measure == MEASURE_COUNT) {
        own->goal_min = AMOUNT_ONE;
        own->goal_max = own->baseline = AMOUNT_NONE;
        return target->goal_min >= everyone;
    }
    return target->measure != MEASURE_SUM || target->scope_size == 1;
}

struct verdict school_judge(const struct target *own, const struct latest *latest, daynum as_of)
{
    enum { ANY_SCHOOL = SCHOOL_DISTRICT + 1 };
    const struct point point = {latest->date, tally_of(ANY_SCHOOL, latest->value, latest->of)};
    const struct figures figures = {&point, latest->date != DAY_NONE};
    return standing_judge(own, &figures, as_of);
}

/* Schools that report the same stand the same, but for when they fell silent: each standing is
 * worked out once, while it is remembered. */
enum { MEMO = 128 };

struct judge {
    struct target own;
    daynum as_of, silent; /* standing_silent_before() */
    struct memo {
        bool known, recent;
        amount value, of;
        struct verdict verdict;
    } memo[MEMO];
};

/* False: the target sets no goal for a single school. */
static bool judge_begin(struct judge *judge, const struct target *target, daynum as_of)
{
    if (!school_target(target, &judge->own))
        return false;
    judge->as_of = as_of;
    judge->silent = standing_silent_before(target, as_of);
    for (size_t i = 0; i < MEMO; i++)
        judge->memo[i].known = false;
    return true;
}

/* The school's standing; of its days of silence only whether they are too many. */
static const struct verdict *judge_school(struct judge *judge, const struct latest *latest)
{
    daynum since = latest->date > judge->own.starts ? latest->date : judge->own.starts;
    bool recent = since >= judge->silent;
    uint64_t hash = ((uint64_t)latest->value ^ (uint64_t)latest->of << 1) * 0x9E3779B97F4A7C15u;
    struct memo *memo = &judge->memo[(hash >> 32) % MEMO];
    if (!memo->known || memo->recent != recent || memo->value != latest->value ||
        memo->of != latest->of)
        *memo = (struct memo){true, recent, latest->value, latest->of,
                              school_judge(&judge->own, latest, judge->as_of)};
    return &memo->verdict;
}

void schools_add(struct rollup *schools, const struct plan *plan, int target,
                 const struct latest *rows, daynum as_of)
{
    struct judge judge;
    const int *in_scope;
    size_t count = plan_scope_schools(plan, &plan->targets[target], &in_scope);
    if (!judge_begin(&judge, &plan->targets[target], as_of))
        return;
    for (size_t i = 0; i < count; i++) {
        int school = in_scope[i];
        if (school != SCHOOL_DISTRICT)
            rollup_add(&schools[school], &judge.own, judge_school(&judge, &rows[school]));
    }
}

void schools_compare(struct rollup_change *schools, int target, const struct schools_on *before,
                     const struct schools_on *now)
{
    const struct plan *plan = now->plan;
    struct judge was, is;
    const int *in_scope;
    size_t count = plan_scope_schools(plan, &plan->targets[target], &in_scope);
    if (!judge_begin(&is, &plan->targets[target], now->as_of) ||
        !judge_begin(&was, &before->plan->targets[target], before->as_of))
        return;
    for (size_t i = 0; i < count; i++) {
        int school = in_scope[i];
        if (school == SCHOOL_DISTRICT)
            continue;
        struct target_change change = compare_verdicts(judge_school(&was, &before->rows[school]),
                                                       judge_school(&is, &now->rows[school]));
        rollup_change_count(&schools[school], &change);
    }
}
