#include "duban/attention.h"

#include <math.h>
#include <stdlib.h>

static const char *const words[NEXT_TOTAL] = {
#define X(id, word) [NEXT_##id] = word,
    NEXT_LIST(X)
#undef X
};

const char *next_word(enum next next)
{
    return words[next];
}

/* The earliest step whose part is not reached; NULL: none. */
static const struct step *next_step(const struct target *target, double reached)
{
    const double tolerance = 1e-9;
    for (size_t i = 0; i < target->step_count; i++) {
        double wanted = amount_double(target->steps[i].percent) / 100;
        if (isnan(reached) || wanted > reached + tolerance)
            return &target->steps[i];
    }
    return NULL;
}

/* Open problems come by due date, so the first is the most urgent. */
static const struct problem *first_open(const struct problems *problems, int target, daynum as_of)
{
    for (size_t i = 0; i < problems->count; i++) {
        const struct problem *problem = &problems->rows[i];
        if (problem->target == target && problem_state(problem, as_of) != PROBLEM_CLOSED)
            return problem;
    }
    return NULL;
}

static struct care of_target(const struct board *board, const struct problems *problems, int t)
{
    const struct target *target = &board->plan->targets[t];
    const struct verdict *verdict = &board->verdicts[t];
    bool known = target->goal_min != AMOUNT_NONE && verdict->actual != AMOUNT_NONE;
    struct care care = {
        .target = t,
        .standing = verdict->standing,
        .days = verdict->days,
        .gap = known ? target->goal_min - verdict->actual : AMOUNT_NONE,
        .owner = target->owner,
        .step = next_step(target, verdict->actual_share),
        .weekly = NAN,
    };
    care.open = care.step ? NULL : first_open(problems, t, board->as_of);
    care.next = care.step ? NEXT_STEP : care.open ? NEXT_PROBLEM : NEXT_RULE;
    if (known && care.gap != 0 && care.days > 0 && target->measure != MEASURE_CAP)
        care.weekly = amount_double(care.gap) * 7 / care.days;
    return care;
}

static struct care of_problem(const struct problem *problem, daynum as_of)
{
    return (struct care){
        .target = problem->target,
        .problem = problem,
        .standing = STANDING_OVERDUE,
        .days = problem_days(problem, as_of),
        .gap = AMOUNT_NONE,
        .owner = problem->owner,
        .next = NEXT_PROBLEM,
        .open = problem,
        .weekly = NAN,
    };
}

static int compare(int64_t left, int64_t right)
{
    return (left > right) - (left < right);
}

static int by_urgency(const void *a, const void *b)
{
    const struct care *left = a, *right = b;
    int order = compare((int)left->standing, (int)right->standing);
    if (order == 0)
        order = compare(left->days, right->days);
    if (order == 0)
        order = compare(left->problem != NULL, right->problem != NULL);
    if (order == 0)
        order = compare(left->target, right->target);
    return order != 0 || !left->problem ? order : compare(left->problem->id, right->problem->id);
}

size_t attention_make(const struct board *board, const struct problems *problems,
                      struct arena *arena, const struct care **out)
{
    const int *targets;
    size_t found = board_attention(board, false, arena, &targets), count = 0;
    struct care *list = arena_array(arena, found + problems->count, sizeof(*list));
    for (size_t i = 0; i < found; i++)
        list[count++] = of_target(board, problems, targets[i]);
    for (size_t i = 0; i < problems->count; i++) {
        if (problem_state(&problems->rows[i], board->as_of) == PROBLEM_OVERDUE)
            list[count++] = of_problem(&problems->rows[i], board->as_of);
    }
    if (count > 0)
        qsort(list, count, sizeof(*list), by_urgency);
    *out = list;
    return count;
}

bool attention_is_finding(const struct care *care)
{
    return care->standing == STANDING_BREACHED || care->standing == STANDING_OVERDUE ||
           care->standing == STANDING_LAGGING;
}
