/* cells.h - typed cells of a CSV row.
 *
 * Example:
 *     cells_first(out, "5.1");
 *     cells_amount(out, target->goal_min);
 *     cells_end(out);
 */
#ifndef REPORT_CELLS_H
#define REPORT_CELLS_H

#include "duban/report.h"

void cells_first(struct buf *out, const char *text) NONNULL;
void cells_text(struct buf *out, const char *text) NONNULL;
void cells_names(struct buf *out, const struct name *name) NONNULL; /* three cells */
void cells_int(struct buf *out, long long number) NONNULL;
void cells_amount(struct buf *out, amount value) NONNULL; /* empty for none */
void cells_ratio(struct buf *out, double ratio) NONNULL;  /* exact, empty for NAN */
void cells_date(struct buf *out, daynum day) NONNULL;     /* ISO, empty for none */
void cells_end(struct buf *out) NONNULL;

/* "never" for DAY_NEVER, else the date. */
void cells_forecast(struct buf *out, daynum day) NONNULL;

#endif
