/* status.h - the formats of a board, one file each; status.c chooses.
 *
 * Example:
 *     status_json(&out, &board, &filter);
 */
#ifndef REPORT_STATUS_H
#define REPORT_STATUS_H

#include "duban/report.h"
#include "report/json.h"
#include "report/table.h"

/* Does the filter let this target, item or section (index) through? An item or section does where
 * one of its targets does. */
bool status_shows_target(const struct board *board, const struct report_filter *filter,
                         size_t target) NONNULL;
bool status_shows_item(const struct board *board, const struct report_filter *filter,
                       size_t item) NONNULL;
bool status_shows_section(const struct board *board, const struct report_filter *filter,
                          size_t section) NONNULL;

/* The same of a problem: its school, target or owner is let through. */
bool status_shows_problem(const struct board *board, const struct report_filter *filter,
                          const struct problem *problem) NONNULL;

/* Does it ask for an owner, a town or a school? */
bool status_is_narrow(const struct report_filter *filter) NONNULL;

/* What is left of a board where items, sections and total are of only those targets that the filter
 * lets through; the filter's comparison likewise. */
struct narrowed {
    struct board board, before;
    struct comparison since;
    struct report_filter filter;
};
const struct narrowed *status_narrow(const struct board *board, const struct report_filter *filter,
                                     struct arena *arena) NONNULL;

void status_text(struct buf *out, const struct board *board,
                 const struct report_filter *filter) NONNULL;

/* A table of rollups with its head; `what` they are. And a row of it. */
struct table status_rollup_table(const struct report_filter *filter, const char *what) NONNULL;
void status_rollup_row(struct table *table, const char *code, const char *name,
                       const struct rollup *rollup, const struct rollup_change *change);

/* The members of a rollup (R in report.h), into the object that is open. */
void status_rollup_members(struct json *json, const struct rollup *rollup) NONNULL;

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
