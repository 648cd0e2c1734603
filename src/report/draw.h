/* draw.h - what the text and the page of a draw share.
 *
 * Example:
 *     draw_facts(&text, draw, DRAW_FACT_SEED);   "Seed: 20210915"
 */
#ifndef REPORT_DRAW_H
#define REPORT_DRAW_H

#include "duban/report.h"

/* What is said of a draw, in this order. */
enum draw_fact {
    DRAW_FACT_WHEN,
    DRAW_FACT_SEED,
    DRAW_FACT_SIZE,
    DRAW_FACT_CHANCE,
    DRAW_FACT_METHOD,
    DRAW_FACT_TOTAL
};
void draw_facts(struct buf *out, const struct draw *draw, enum draw_fact fact) NONNULL;

/* The candidate of a role with this rank; NULL: none. */
const struct draw_candidate *draw_ranked(const struct draw *draw, enum draw_role role,
                                         int rank) NONNULL;

/* A school's name, or the inspector's. */
struct name draw_candidate_name(const struct plan *plan,
                                const struct draw_candidate *candidate) NONNULL;

#endif
