#include "app/tallies.h"

#include <stdlib.h>

static void count(struct taken_part *part, enum intake_outcome outcome)
{
    part->fresh += outcome == INTAKE_NEW;
    part->changed += outcome == INTAKE_CHANGED;
    part->same += outcome == INTAKE_SAME;
}

static bool put(void *context, const struct intake_row *row, bool allow_decrease,
                enum intake_outcome *outcome, struct err *err)
{
    struct tallies *tallies = context;
    const struct intake_sink *sink = tallies->sink;
    if (!sink->put(sink->context, row, allow_decrease, outcome, err))
        return false;
    count(&tallies->targets[row->target], *outcome);
    count(&tallies->schools[row->school], *outcome);
    return true;
}

struct intake_sink tallies_open(struct tallies *tallies, const struct plan *plan,
                                const struct intake_sink *sink)
{
    *tallies = (struct tallies){
        .sink = sink,
        .targets = xcalloc(plan->target_count + 1, sizeof(struct taken_part)),
        .schools = xcalloc(plan->school_count + 1, sizeof(struct taken_part)),
        .target_count = plan->target_count,
        .school_count = plan->school_count,
    };
    return (struct intake_sink){tallies, put};
}

void tallies_reject(struct tallies *tallies, const struct issue *issue)
{
    size_t t = issue->target >= 0 ? (size_t)issue->target : tallies->target_count;
    size_t s = issue->school >= 0 ? (size_t)issue->school : tallies->school_count;
    tallies->schools[s].rejected += issue->reports;
    if (issue->target_count == 0)
        tallies->targets[t].rejected += issue->reports;
    for (size_t i = 0; i < issue->target_count; i++)
        tallies->targets[issue->targets[i]].rejected++;
}

/* Those of `count` parts, and the unknown behind them, that have counts. */
static struct taken_parts pick(const struct taken_part *parts, size_t count, struct arena *arena)
{
    size_t used = 0;
    for (size_t i = 0; i <= count; i++)
        used += parts[i].fresh + parts[i].changed + parts[i].same + parts[i].rejected > 0;
    struct taken_part *rows = arena_array(arena, used, sizeof(*rows));
    used = 0;
    for (size_t i = 0; i <= count; i++) {
        if (parts[i].fresh + parts[i].changed + parts[i].same + parts[i].rejected == 0)
            continue;
        rows[used] = parts[i];
        rows[used++].index = i < count ? (int)i : -1;
    }
    return (struct taken_parts){rows, used};
}

struct taken_parts tallies_targets(const struct tallies *tallies, struct arena *arena)
{
    return pick(tallies->targets, tallies->target_count, arena);
}

struct taken_parts tallies_schools(const struct tallies *tallies, struct arena *arena)
{
    return pick(tallies->schools, tallies->school_count, arena);
}

void tallies_close(struct tallies *tallies)
{
    free(tallies->targets);
    free(tallies->schools);
}
