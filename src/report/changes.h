/* changes.h - what changed since the date of a comparison, for every format.
 *
 * Example:
 *     if (filter->since) changes_members(json, &filter->since->targets[t]);
 */
#ifndef REPORT_CHANGES_H
#define REPORT_CHANGES_H

#include "duban/compare.h"
#include "duban/report.h"
#include "report/json.h"

/* The member `change` of a target, of a rollup. */
void changes_put_target(struct json *json, const struct target_change *change) NONNULL;
void changes_put_rollup(struct json *json, const struct rollup_change *change) NONNULL;

/* The last columns of a row a target, each with a comma before it. */
void changes_csv_header(struct buf *out) NONNULL;
void changes_csv_cells(struct buf *out, const struct target_change *change) NONNULL;

/* "+4 points; better: 3; worse: 2; newly overdue: 1; newly done: 2": what is 0 is left out. */
void changes_line(struct buf *out, const struct rollup_change *change) NONNULL;

/* "worse, was silent": of a rollup's standing. */
void changes_standing(struct buf *out, const struct rollup_change *change) NONNULL;

/* The list of the targets whose standing changed, of those that the filter lets through. */
void changes_text(struct buf *out, const struct board *board,
                  const struct report_filter *filter) NONNULL;

#endif
