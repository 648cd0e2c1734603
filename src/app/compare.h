/* compare.h - the option --compare DATE: the plan as it stood then, beside what is shown.
 *
 * Example:
 *     if (!session_judge(session, err) || !compare_read(session, &filter, err)) return false;
 */
#ifndef APP_COMPARE_H
#define APP_COMPARE_H

#include "app/session.h"
#include "duban/report.h"

/* Judges the plan on the option's day and puts the comparison with session->board into
 * filter->since; without the option nothing happens. Everything lives in session->arena. */
MUST_USE bool compare_read(struct session *session, struct report_filter *filter,
                           struct err *err) NONNULL;

/* The same of the schools' reporting: filter->reporting_then. */
MUST_USE bool compare_read_reporting(struct session *session, struct report_filter *filter,
                                     struct err *err) NONNULL;

#endif
