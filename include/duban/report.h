/* report.h - a board as text for people and as JSON and CSV for programs.
 *
 * Machine formats are free of locale and language, carry a `format` version and are documented
 * in docs; text follows the user's language.
 *
 * Ownership: output is added to the caller's buffer.
 *
 * Example:
 *     struct buf out = {0};
 *     report_status(&out, &board, REPORT_JSON, &(struct report_filter){0});
 */
#ifndef DUBAN_REPORT_H
#define DUBAN_REPORT_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/board.h"
#include "duban/buf.h"
#include "duban/i18n.h"
#include "duban/values.h"

enum report_format { REPORT_TEXT, REPORT_JSON, REPORT_CSV };

/* "text", "json", "csv". */
bool report_format_parse(struct sv word, enum report_format *out) NONNULL;

struct report_filter {
    int section; /* number as the plan gives it; 0 = all */
    int item;    /* likewise */
    enum lang lang;
    int columns; /* width of text output; 0 = 80 */
    bool colour; /* text only */
};

/* The status of the plan: sections, items, targets with every number of their verdicts.
 * JSON: {format, plan, as_of, sections[{section, name, standing, items[{item, ..., targets[
 * {target, name, measure, unit, goal_min, goal_max, actual, planned_share, actual_share, spi,
 * standing, reason, due, ...}]}]}]}; unknown numbers are null. CSV: a row per target. */
void report_status(struct buf *out, const struct board *board, enum report_format format,
                   const struct report_filter *filter) NONNULL;

/* Overdue, lagging, silent, breached targets, worst first. */
void report_attention(struct buf *out, const struct board *board, enum report_format format,
                      const struct report_filter *filter) NONNULL;

/* Reporting by school; `rows` has plan->school_count entries. CSV begins with a column `school`
 * (the code). */
void report_schools(struct buf *out, const struct plan *plan, const struct reporting *rows,
                    daynum as_of, enum report_format format,
                    const struct report_filter *filter) NONNULL;

/* One cell of a CSV row: quoted where needed, cleaned, and made harmless for spreadsheets (a
 * text that would start a formula gets a leading apostrophe). `first` = no comma before it. */
void csv_cell(struct buf *out, struct sv text, bool first) NONNULL;

/* Reports in the long form that `import` reads (school,target,date,value,of,note): the header
 * line, and one line for each report. */
void report_value_csv_header(struct buf *out) NONNULL;
void report_value_csv(struct buf *out, const struct plan *plan, const struct value *value) NONNULL;

/* The plan as the files of a plan directory: calls `file` with each name and content. */
typedef bool report_file_fn(void *context, const char *name, struct sv content, struct err *err);
MUST_USE bool report_plan_files(const struct plan *plan, report_file_fn *file, void *context,
                                struct err *err);

#endif
