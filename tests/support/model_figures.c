#include <string.h>

#include "model_plan.h"
#include "model_target.h"

/* The reports on one target, of which a tally is made. */
struct reports {
    const struct plan *plan;
    const struct model_report *rows;
    size_t count;
};

/* Does row `i` hold the latest report of its school up to `day`? A later row wins over an earlier
 * one of the same day. */
static bool is_latest(const struct reports *reports, size_t i, daynum day)
{
    const struct model_report *row = &reports->rows[i];
    daynum own = test_day(row->date);
    if (own > day)
        return false;
    for (size_t k = 0; k < reports->count; k++) {
        const struct model_report *other = &reports->rows[k];
        daynum date = test_day(other->date);
        bool newer = date > own || (date == own && k > i);
        if (newer && date <= day && strcmp(other->target, row->target) == 0 &&
            strcmp(other->school, row->school) == 0)
            return false;
    }
    return true;
}

static struct tally tally_on(const struct reports *reports, const char *target, daynum day)
{
    struct tally sum = {0};
    for (size_t i = 0; i < reports->count; i++) {
        const struct model_report *row = &reports->rows[i];
        if (strcmp(row->target, target) != 0 || !is_latest(reports, i, day))
            continue;
        amount of = row->of < 0 ? AMOUNT_NONE : row->of * AMOUNT_ONE;
        int school = plan_school(reports->plan, sv_from(row->school));
        sum = tally_add(sum, tally_of(school, row->value * AMOUNT_ONE, of));
    }
    return sum;
}

/* The first day after `day` on which somebody reported on the target; DAY_NEVER: none. */
static daynum next_day(const struct reports *reports, const char *target, daynum day)
{
    daynum next = DAY_NEVER;
    for (size_t i = 0; i < reports->count; i++) {
        daynum date = test_day(reports->rows[i].date);
        if (date > day && date < next && strcmp(reports->rows[i].target, target) == 0)
            next = date;
    }
    return next;
}

const struct figures *model_figures_of(const struct plan *plan, const struct model_report *rows,
                                       size_t count, struct arena *arena)
{
    struct reports reports = {plan, rows, count};
    struct figures *figures = arena_array(arena, plan->target_count, sizeof(*figures));
    for (size_t t = 0; t < plan->target_count; t++) {
        const char *target = plan->targets[t].code;
        struct point *points = arena_array(arena, count, sizeof(*points));
        size_t made = 0;
        for (daynum day = next_day(&reports, target, DAY_NONE); day != DAY_NEVER;
             day = next_day(&reports, target, day))
            points[made++] = (struct point){day, tally_on(&reports, target, day)};
        figures[t] = (struct figures){points, made};
    }
    return figures;
}
