#include "store/rows.h"

#include <string.h>

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

static bool same_report(const struct report *a, const struct report *b)
{
    return a->value == b->value && a->of == b->of &&
           strcmp(a->note ? a->note : "", b->note ? b->note : "") == 0;
}

bool rows_judge(struct store *store, enum measure measure, const struct report_key *key,
                const struct report *report, enum held_against held, enum intake_outcome *outcome,
                struct err *err)
{
    struct arena arena = {0};
    struct report old;
    bool found;
    bool ok = ledger_get(store, key, &arena, &found, &old, err);
    *outcome = ok && found ? same_report(&old, report) ? INTAKE_SAME : INTAKE_CHANGED : INTAKE_NEW;
    arena_free(&arena);
    if (!ok || *outcome == INTAKE_SAME || held == HELD_AGAINST_NOTHING || !measure_grows(measure))
        return ok;
    struct neighbour before, after;
    if (!ledger_neighbours(store, key, &before, &after, err))
        return false;
    if (held == HELD_AGAINST_EARLIER)
        after.found = false;
    if (falls(report, &before, &after))
        *outcome = INTAKE_DECREASED;
    return true;
}
