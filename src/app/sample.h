/* sample.h - made-up schools and a year of made-up reports, for the demo.
 *
 * Everything is drawn from a fixed seed, so that every demo is the same. assets/sample holds the
 * settings: schools.csv (who), owners.csv (who answers for each item), inspectors.csv (the roster that
 * draws use when none is named), profiles.csv (how each target's figures run through the year),
 * terms.csv (goals and dates that staff would have set) and problems.csv (what is in the way). Names say that they are samples, and so
 * does the database.
 *
 * Example:
 *     if (!sample_name_owners(&plan, arena, err) ||
 *         !setup_make(session, path, &plan, sample_fill, NULL, err)) ...
 */
#ifndef APP_SAMPLE_H
#define APP_SAMPLE_H

#include "app/session.h"

#define SAMPLE_ROSTER "sample/inspectors.csv"

/* Gives the targets of a plan that is not kept yet their owners. */
MUST_USE bool sample_name_owners(struct plan *plan, struct arena *arena, struct err *err) NONNULL;

/* Fills the session's open database, which holds just a plan. */
MUST_USE bool sample_fill(struct session *session, void *context, struct err *err);

#endif
