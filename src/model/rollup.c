#include "duban/standing.h"

#include <math.h>

struct rollup rollup_start(void)
{
    return (struct rollup){.worst = STANDING_NO_GOAL, .share = NAN, .planned = NAN};
}

static void compute(struct rollup *rollup)
{
    bool any = rollup->weight_sum > 0;
    rollup->share = any ? rollup->share_sum / rollup->weight_sum : NAN;
    rollup->planned = any ? rollup->planned_sum / rollup->weight_sum : NAN;
}

/* What an empty rollup has is nobody's; the list of standings runs from worst to best. */
static void take_worst(struct rollup *rollup, enum standing standing)
{
    if (rollup->total == 0 || standing < rollup->worst)
        rollup->worst = standing;
}

void rollup_add(struct rollup *rollup, const struct target *target, const struct verdict *verdict)
{
    take_worst(rollup, verdict->standing);
    rollup->counts[verdict->standing]++;
    rollup->total++;
    if (target->veto && verdict->standing == STANDING_BREACHED)
        rollup->veto = true;
    if (!isnan(verdict->actual_share)) {
        rollup->weight_sum += target->weight;
        rollup->share_sum += target->weight * verdict->actual_share;
        rollup->planned_sum += target->weight * verdict->planned_share;
    }
    compute(rollup);
}

void rollup_merge(struct rollup *into, const struct rollup *from)
{
    if (from->total > 0)
        take_worst(into, from->worst);
    for (int i = 0; i < STANDING_TOTAL; i++)
        into->counts[i] += from->counts[i];
    into->total += from->total;
    into->veto = into->veto || from->veto;
    into->weight_sum += from->weight_sum;
    into->share_sum += from->share_sum;
    into->planned_sum += from->planned_sum;
    compute(into);
}
