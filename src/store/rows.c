#include "store/rows.h"

struct report_key rows_key(const struct plan *plan, const struct intake_row *row)
{
    return (struct report_key){
        .target_id = plan->targets[row->target].id,
        .school_id = plan->schools[row->school].id,
        .date = row->date,
    };
}

/* Is `low` below `high`, as ratios where both carry a denominator? */
static bool below(amount low, amount low_of, amount high, amount high_of)
{
    if (low_of > 0 && high_of > 0)
        return amount_double(low) / amount_double(low_of) <
               amount_double(high) / amount_double(high_of) - 1e-9;
    return low < high;
}

static bool falls(const struct report *report, const struct neighbour *before,
                  const struct neighbour *after)
{
    return (before->found && below(report->value, report->of, before->value, before->of)) ||
           (after->found && below(after->value, after->of, report->value, report->of));
}

enum intake_outcome rows_judge_at(enum measure measure, const struct report *report,
                                  const struct place *place, enum held_against held)
{
    struct neighbour after = place->after;
    if (place->found && place->same_note && place->value == report->value &&
        place->of == report->of)
        return INTAKE_SAME;
    if (held == HELD_AGAINST_EARLIER)
        after.found = false;
    if (held != HELD_AGAINST_NOTHING && measure_grows(measure) &&
        falls(report, &place->before, &after))
        return INTAKE_DECREASED;
    return place->found ? INTAKE_CHANGED : INTAKE_NEW;
}

bool rows_judge(struct store *store, enum measure measure, const struct report_key *key,
                const struct report *report, enum held_against held, enum intake_outcome *outcome,
                struct err *err)
{
    struct walk walk = {0};
    struct place place;
    bool ok = walk_to(store, &walk, key, sv_from(report->note), &place, err);
    walk_stop(&walk);
    if (ok)
        *outcome = rows_judge_at(measure, report, &place, held);
    return ok;
}
