#include "app/tallies.h"

#include <stdlib.h>

static void open_parts(struct tally_parts *parts, size_t count)
{
    *parts = (struct tally_parts){.count = count,
                                  .place = xcalloc(count + 1, sizeof(*parts->place))};
}

/* The counts of one; -1 is the unknown. */
static struct taken_part *part_of(struct tally_parts *parts, int index)
{
    unsigned *place = &parts->place[index >= 0 ? (size_t)index : parts->count];
    if (*place == 0) {
        parts->rows = xroom(parts->rows, parts->used, &parts->room, sizeof(*parts->rows));
        parts->rows[parts->used++] = (struct taken_part){.index = index};
        *place = (unsigned)parts->used;
    }
    return &parts->rows[*place - 1];
}

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
    count(part_of(&tallies->targets, row->target), *outcome);
    count(part_of(&tallies->schools, row->school), *outcome);
    return true;
}

struct intake_sink tallies_open(struct tallies *tallies, const struct plan *plan,
                                const struct intake_sink *sink)
{
    tallies->sink = sink;
    open_parts(&tallies->targets, plan->target_count);
    open_parts(&tallies->schools, plan->school_count);
    return (struct intake_sink){tallies, put};
}

void tallies_reject(struct tallies *tallies, const struct issue *issue)
{
    part_of(&tallies->schools, issue->school)->rejected += issue->reports;
    if (issue->target_count == 0)
        part_of(&tallies->targets, issue->target)->rejected += issue->reports;
    for (size_t i = 0; i < issue->target_count; i++)
        part_of(&tallies->targets, issue->targets[i])->rejected++;
}

/* Those that have counts, in the plan's order, the unknown behind them. */
static struct taken_parts pick(const struct tally_parts *parts, struct arena *arena)
{
    struct taken_part *rows = arena_array(arena, parts->used, sizeof(*rows));
    size_t used = 0;
    for (size_t i = 0; parts->used > 0 && i <= parts->count; i++) {
        if (parts->place[i] == 0)
            continue;
        const struct taken_part *part = &parts->rows[parts->place[i] - 1];
        if (part->fresh + part->changed + part->same + part->rejected > 0)
            rows[used++] = *part;
    }
    return (struct taken_parts){rows, used};
}

struct taken_parts tallies_targets(const struct tallies *tallies, struct arena *arena)
{
    return pick(&tallies->targets, arena);
}

struct taken_parts tallies_schools(const struct tallies *tallies, struct arena *arena)
{
    return pick(&tallies->schools, arena);
}

static void close_parts(struct tally_parts *parts)
{
    free(parts->place);
    free(parts->rows);
}

void tallies_close(struct tallies *tallies)
{
    close_parts(&tallies->targets);
    close_parts(&tallies->schools);
}
