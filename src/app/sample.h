/* sample.h - made-up schools and a year of made-up reports, for the demo.
 *
 * Everything is drawn from a fixed seed, so that every demo is the same. assets/sample holds the
 * settings: schools.csv (who), profiles.csv (how each target's figures run through the year) and
 * terms.csv (goals and dates that staff would have set). Names say that they are samples, and so
 * does the database.
 *
 * Example:
 *     if (!setup_create(session, path, &plan, err) || !sample_fill(session, NULL, err)) ...
 */
#ifndef APP_SAMPLE_H
#define APP_SAMPLE_H

#include "app/session.h"

/* Fills the session's open database, which holds just a plan. */
MUST_USE bool sample_fill(struct session *session, void *context, struct err *err);

#endif
