/* heading.h - what stands above every report for people.
 *
 * Example:
 *     heading_add(out, plan, as_of, filter);
 */
#ifndef REPORT_HEADING_H
#define REPORT_HEADING_H

#include "duban/report.h"

/* The width that the filter asks for. */
int heading_columns(const struct report_filter *filter) NONNULL;

/* What part of the plan the filter leaves ("owner: Li; town: Niutang"), and that its figures are
 * not the town's or the school's; nothing for all of it. */
void heading_scope(struct buf *out, const struct plan *plan,
                   const struct report_filter *filter) NONNULL;

/* Plan, authority and as-of date, that the data is made up if it is, and what part of the plan is
 * shown where it is an owner's, a town's or a school's. */
void heading_add(struct buf *out, const struct plan *plan, daynum as_of,
                 const struct report_filter *filter) NONNULL;

/* The same above what is the schools' own: their reports, their standings. */
void heading_add_schools(struct buf *out, const struct plan *plan, daynum as_of,
                         const struct report_filter *filter) NONNULL;

#endif
