/* chart.h - the drawings of a bulletin.
 *
 * Example:
 *     chart_sections(out, &board, &filter);
 *     chart_target(out, &board, t, LANG_EN);
 */
#ifndef REPORT_CHART_H
#define REPORT_CHART_H

#include "duban/board.h"
#include "duban/report.h"

/* A bar for each section: the share reached, and a tick for the share planned by now. */
void chart_sections(struct buf *out, const struct board *board,
                    const struct report_filter *filter) NONNULL;

/* What the lines of the charts below mean. */
void chart_key(struct buf *out) NONNULL;

/* The year of one target that has a goal: its figure as it was planned, as it came, and as it
 * goes on at the recent pace. */
void chart_target(struct buf *out, const struct board *board, size_t target,
                  enum lang lang) NONNULL;

#endif
