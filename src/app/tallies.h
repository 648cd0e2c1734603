/* tallies.h - counts of a file's reports by target and by school, on their way to the store.
 *
 * Example:
 *     struct intake_sink counted = tallies_open(&tallies, plan, &sink);
 *     ... import_run(..., &counted, ...) ...
 *     file.targets = tallies_targets(&tallies, arena);
 *     tallies_close(&tallies);
 */
#ifndef APP_TALLIES_H
#define APP_TALLIES_H

#include "duban/import.h"
#include "duban/mem.h"
#include "duban/plan.h"
#include "duban/taken.h"

/* Counts of those that the file names: mostly few of all targets and schools. */
struct tally_parts {
    unsigned *place; /* of each among the rows, from 1; 0: none yet. The unknown behind them */
    size_t count;    /* of the plan's */
    struct taken_part *rows;
    size_t used, room;
};

struct tallies {
    const struct intake_sink *sink;
    struct tally_parts targets, schools;
};

/* The sink to read into; it hands every row on to `sink`. */
struct intake_sink tallies_open(struct tallies *tallies, const struct plan *plan,
                                const struct intake_sink *sink) NONNULL;

/* Counts the reports that were rejected with a finding. */
void tallies_reject(struct tallies *tallies, const struct issue *issue) NONNULL;

/* Those that have counts. */
struct taken_parts tallies_targets(const struct tallies *tallies, struct arena *arena) NONNULL;
struct taken_parts tallies_schools(const struct tallies *tallies, struct arena *arena) NONNULL;

void tallies_close(struct tallies *tallies) NONNULL;

#endif
