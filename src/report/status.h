/* status.h - the formats of a board, one file each; status.c chooses.
 *
 * Example:
 *     status_json(&out, &board, &filter);
 */
#ifndef REPORT_STATUS_H
#define REPORT_STATUS_H

#include "duban/report.h"
#include "report/json.h"

/* Does the filter let this item or section (index) through? */
bool status_shows_item(const struct board *board, const struct report_filter *filter,
                       size_t item) NONNULL;
bool status_shows_section(const struct board *board, const struct report_filter *filter,
                          size_t section) NONNULL;

void status_text(struct buf *out, const struct board *board,
                 const struct report_filter *filter) NONNULL;

/* One target, with heading and reason. */
void status_target_text(struct buf *out, const struct board *board,
                        const struct report_filter *filter, size_t target) NONNULL;

void status_json(struct buf *out, const struct board *board,
                 const struct report_filter *filter) NONNULL;

/* The members of a target (T in report.h), into the object that is open. */
void status_target_members(struct json *json, const struct board *board,
                           const struct report_filter *filter, size_t target) NONNULL;

/* What a problem is about: "5.1 New school places; P001 Niutang Primary School". */
void status_problem_subject(struct buf *out, const struct plan *plan, const struct problem *problem,
                            enum lang lang) NONNULL;

/* A row per target; the columns are those of the JSON targets. */
void status_csv_header(struct buf *out, const struct report_filter *filter) NONNULL;
void status_csv_row(struct buf *out, const struct board *board, const struct report_filter *filter,
                    size_t target) NONNULL;

#endif
