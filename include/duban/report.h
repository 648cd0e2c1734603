/* report.h - a board as text and pages for people and as JSON and CSV for programs.
 *
 * Machine formats are free of locale and language, carry a `format` version and are documented
 * in docs/formats.md; text follows the user's language.
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

#include "duban/archive.h"
#include "duban/attention.h"
#include "duban/attr.h"
#include "duban/batch.h"
#include "duban/board.h"
#include "duban/buf.h"
#include "duban/compare.h"
#include "duban/draw.h"
#include "duban/groups.h"
#include "duban/i18n.h"
#include "duban/outliers.h"
#include "duban/problem.h"
#include "duban/taken.h"
#include "duban/values.h"

/* The version of jansson. */
const char *report_library(void);

enum report_format { REPORT_TEXT, REPORT_JSON, REPORT_CSV };

/* "text", "json", "csv". */
bool report_format_parse(struct sv word, enum report_format *out) NONNULL;

/* What a town or a school reports of itself, on the targets that the filter lets through; each
 * school is judged alone (groups.h). */
struct own_figures {
    struct groups whole;   /* the town or the school: a row, or none */
    struct groups then;    /* the same on the day that the filter compares with */
    struct groups schools; /* of a town, with anything to judge */
    struct values values;  /* of a school: its latest reports, a row a target that concerns it */
};

struct report_filter {
    int section;                 /* number as the plan gives it; 0 = all */
    int item;                    /* likewise */
    const char *owner;           /* only what this owner answers for; NULL = all */
    const struct town *town;     /* only what schools of this town of the plan are asked for, and
                                    these schools; NULL = all */
    const struct school *school; /* the same for one school */
    enum lang lang;
    int columns; /* width of text output; 0 = 80 */
    bool colour; /* text only */

    const struct comparison *since;         /* what to say of another date; NULL: nothing */
    const struct reporting *reporting_then; /* the schools' reporting on the day `then`; NULL */
    daynum then;
    const struct own_figures *own; /* of the town or school; NULL: say nothing of them */
};

/* The status of the plan. Text: the sections; with filter->section or item also the items and
 * targets that it lets through, each with the reason of its standing. CSV: a row a target.
 * JSON, in this order:
 *   {format: "duban-status/1", as_of, compared_with, total {R},
 *    plan {code, name, starts, ends, sample,
 *          sections [{section, name, R, items [{item, name, R, targets [T]}]}]}}
 *   R: standing, veto, share, planned, counts {one for each standing}, change {before (standing),
 *      trend, better, worse, newly_overdue, newly_done (targets), share (difference)}
 *   T: target (its code), code, section, item, name, measure, unit, goal_min, goal_max, baseline,
 *      actual, planned_share, actual_share, spi, standing, rule, reason, starts, due, forecast,
 *      last_report, reporters, scope_size, days (to due; negative: over), veto, owner, pace,
 *      forecast_earliest, forecast_latest, change {before (standing), trend, newly_overdue,
 *      newly_done, share (difference), actual_before}
 * compared_with and change are there when the filter compares; trend is better, worse or same; the
 * columns of CSV are before, trend, newly_overdue, newly_done, share_change, actual_before.
 * Each name is English and has name_zh_CN and name_zh_TW behind it. Quantities are exact decimals
 * without exponent; unknown is null (empty in CSV); a forecast that never comes is "never". */
void report_status(struct buf *out, const struct board *board, enum report_format format,
                   const struct report_filter *filter) NONNULL;

/* Targets that are breached, overdue, lagging or silent, and overdue problems: one list, worst
 * first (attention.h). JSON: {format: "duban-attention/1", as_of, plan, rows [{kind ("target" or
 * "problem"), target, school, problem (number), name, standing, days (to due; negative: over), gap
 * (goal_min - actual), unit, weekly (what each week until due must bring), owner, next ("step",
 * "problem" or "rule"), next_date, next_text, rule, reason, change (as in T)}]}, null for what
 * there is not; CSV has the same columns. Of a problem `name` is its text. */
void report_attention(struct buf *out, const struct board *board, const struct problems *problems,
                      enum report_format format, const struct report_filter *filter) NONNULL;

/* Reporting by school, without the district itself; `rows` has plan->school_count entries. JSON:
 * {format: "duban-schools/1", plan, as_of, schools [{school (its code), name, kind, town, due,
 * received, late, silent, last_report}]}; CSV has the same columns. With a comparison there are
 * compared_with, and for each school received_before, late_before, silent_before. */
void report_schools(struct buf *out, const struct plan *plan, const struct reporting *rows,
                    daynum as_of, enum report_format format,
                    const struct report_filter *filter) NONNULL;

/* The plan rolled up another way. JSON: {format: "duban-groups/1", as_of, by, plan, groups [{code,
 * name, total (targets, or pairs of school and target), R without change}]}; CSV: code, the names,
 * total, standing, veto, share, planned, and a column for each standing. With `then`, the groups of
 * the day filter->since->before, there are compared_with and in each group that was there then
 * change as in R, counting targets or pairs; in CSV before, trend, share_change, better, worse,
 * newly_overdue, newly_done. */
void report_groups(struct buf *out, const struct board *board, const struct groups *groups,
                   const struct groups *then, enum report_format format,
                   const struct report_filter *filter);

/* What the filter lets through: the targets ([target_count], in the arena), a school, a row of the
 * list of what needs attention. */
const bool *report_shown_targets(const struct board *board, const struct report_filter *filter,
                                 struct arena *arena) NONNULL;
bool report_shows_school(const struct plan *plan, const struct report_filter *filter,
                         int school) NONNULL;
bool report_shows_care(const struct board *board, const struct report_filter *filter,
                       const struct care *care) NONNULL;

/* Reports that want a second look (outliers.h). JSON: {format: "duban-outliers/1", as_of, plan,
 * outliers [{kind ("jump" or "over_size"), school, target, date, value, of, change, usual, score,
 * size}]}, null for what a kind has not; CSV has the same columns. */
void report_outliers(struct buf *out, const struct plan *plan, const struct outlier *rows,
                     size_t count, daynum as_of, enum report_format format,
                     const struct report_filter *filter);

/* One target with the latest value of each of its schools, or one school with its latest value on
 * each of its targets, and where every value came from. Rows without a report are shown too. CSV:
 * school,target,date,value,of,note,import,file,line,who. JSON: {format: "duban-show/1", as_of,
 * plan, target {T} or school {school, name, kind, town}, values [{school, target, date, value, of,
 * note, import, file, line, who}]}. */
void report_show_target(struct buf *out, const struct board *board, int target,
                        const struct values *values, enum report_format format,
                        const struct report_filter *filter) NONNULL;
void report_show_school(struct buf *out, const struct board *board, int school,
                        const struct values *values, enum report_format format,
                        const struct report_filter *filter) NONNULL;

/* The problem list in the order given. JSON: {format: "duban-problems/1", as_of, plan, problems
 * [{problem (its number), state, noted, target, school, text, owner, due, days (to due; negative:
 * over), closed, remedy, who, at, reopened}]}, null for what is not said; CSV has the same columns, and
 * plan_files_read_problems() reads it back. */
void report_problems(struct buf *out, const struct plan *plan, const struct problems *problems,
                     daynum as_of, enum report_format format,
                     const struct report_filter *filter) NONNULL;

/* The batches, as they come. JSON: {format: "duban-imports/1", imports [B]}, B: import (its
 * number), file, sha256, encoding, who, at, reports, new, changed, same, rejected, undone, undone_by,
 * undone_at (both null while it stands), given (options that say what it means). CSV has the same columns. */
void report_imports(struct buf *out, const struct batch *batches, size_t count,
                    enum report_format format, const struct report_filter *filter) NONNULL;

/* One batch with its rejected rows. JSON: {format: "duban-imports/1", import {B}, issues [{file,
 * line, column, code, text, raw}]}; text is in the language of whoever imported, code is stable.
 * CSV: the columns of the issues. */
void report_import(struct buf *out, const struct batch *batch, const struct issue_row *issues,
                   size_t count, enum report_format format);

/* What undoing a batch did. JSON: {format: "duban-imports/1", import {B}, restored, removed, left
 * [V]}; V are the values that were changed since and are left, as they stand, with the members of
 * the values of report_show_target(). CSV: the columns of V. */
void report_import_undo(struct buf *out, const struct plan *plan, const struct batch_undo *undone,
                        enum report_format format) NONNULL;

/* What became of one file, in words: a line, and where nothing was kept only because that was asked
 * for, what would happen by target and by school. Nothing for a file whose error says all. */
void report_taken(struct buf *out, const struct plan *plan, const struct taken_file *file,
                  const struct report_filter *filter) NONNULL;

/* The same with every finding and the error: the report that lies beside a file from an inbox. */
void report_taken_full(struct buf *out, const struct plan *plan, const struct taken_file *file,
                       const struct report_filter *filter) NONNULL;

/* What became of files: {format: "duban-import/1", as_of, plan, files [F]}
 *   F: file (its name), outcome ("taken-in", "dry-run": would be; "refused": --strict and rejected
 *      rows; "nothing": no good row; "seen": the same bytes as the batch `import`; "unusable": see
 *      error), import (number or null), sha256, encoding, separator ("comma", "semicolon", "tab"),
 *      form ("long", "wide"), reports = new + changed + same + rejected, warnings,
 *      targets [{target, new, changed, same, rejected}], schools [{school, the same}] (null:
 *      rejected before it was known which), issues [{line, column, code, warning, text, raw}] (no
 *      more than 10000 in all files), issues_beyond (how many more of this file), rejects (the file
 *      of rejected rows or null), school, moved (null but in an inbox), error (null or {status,
 *      line, column, text}; status is the exit status, 0 = no place) */
void report_import_json(struct buf *out, const struct plan *plan, daynum as_of,
                        const struct taken_file *files, size_t count);

/* What became of an inbox's files. Text: nothing when nothing was to do. JSON: {format:
 * "duban-inbox/1", as_of, plan, dir, files [F], left [{file, why}]}; F as above with school (whose
 * folder it lay in, or null), moved (where it lies now, below dir, or null) and the outcome
 * "quarantined" too; why is "partial", "settling", "being-written", "unreadable", "directory" or
 * "unknown-school". */
struct report_inbox {
    const char *dir;
    daynum as_of;
    const struct taken_file *files;
    size_t count;
    const struct left_alone *left;
    size_t left_count;
};
void report_inbox(struct buf *out, const struct plan *plan, const struct report_inbox *inbox,
                  enum report_format format, const struct report_filter *filter) NONNULL;

/* The bulletin: the plan on the as-of date on one page, for the people who answer for it. HTML is
 * one file without scripts or anything from elsewhere, made for screens and for A4; CSV has the
 * rows of report_status(). Shares and counts are of the targets that the filter lets through; a
 * target's figure is the district's, but for what filter->own says of a town or a school: its own
 * rollup, and the town's schools or the school's values, worst first. */
enum bulletin_format { BULLETIN_HTML, BULLETIN_MARKDOWN, BULLETIN_CSV };

/* "html", "md", "csv". */
bool bulletin_format_parse(struct sv word, enum bulletin_format *out) NONNULL;

/* `rows` has plan->school_count entries. With a section or an owner, the schools' reporting, which
 * is of the whole plan, is left out. */
void report_bulletin(struct buf *out, const struct board *board, const struct reporting *rows,
                     const struct problems *problems, enum bulletin_format format,
                     const struct report_filter *filter) NONNULL;

/* One draw of an inspection with all its candidates. JSON: {format: "duban-draw/1", plan, D,
 * candidates [{role, code, name, weight, number, rank (0: not drawn)}]}; CSV: a row a candidate. As
 * a page it is a sheet to print (CSV as above). A list of draws: {format: "duban-draws/1", plan,
 * draws [{D}]}; CSV has the same columns.
 *   D: draw (its number), date, seed, kind, town, weighted, algorithm, school_candidates, schools,
 *      inspector_candidates, inspectors, who, at */
void report_draw(struct buf *out, const struct plan *plan, const struct draw *draw,
                 enum report_format format, const struct report_filter *filter) NONNULL;
void report_draw_page(struct buf *out, const struct plan *plan, const struct draw *draw,
                      enum bulletin_format format, const struct report_filter *filter) NONNULL;
void report_draws(struct buf *out, const struct plan *plan, const struct draw *draws, size_t count,
                  enum report_format format);

/* One cell of a CSV row (RFC 4180, but lines end in LF): quoted where needed, cleaned, and made
 * harmless for spreadsheets (formula.h). `first` = no comma before it. */
void csv_cell(struct buf *out, struct sv text, bool first) NONNULL;

/* Reports in the long form that `import` reads (school,target,date,value,of,note): the header
 * line, and one line for each report. */
void report_value_csv_header(struct buf *out) NONNULL;
void report_value_csv(struct buf *out, const struct plan *plan, const struct value *value) NONNULL;

/* A table of an archive as CSV: its header line, and one line for each row. */
void report_archive_header(struct buf *out, enum archive_table table) NONNULL;
void report_archive_row(struct buf *out, enum archive_table table,
                        const struct archive_cell *cells) NONNULL;

/* The CSV that one school fills in, in UTF-8 with a byte order mark: the long form that `import`
 * reads, a row for each of `values` (the school's latest on its targets), value and note left
 * blank, which is no report. Columns beside it tell people what is meant and what was reported
 * last. Headings and names are in `lang`; codes that a spreadsheet would take for numbers or dates
 * carry a TAB that keeps them text and that reading takes off. */
void report_template(struct buf *out, const struct plan *plan, const struct values *values,
                     daynum date, enum lang lang) NONNULL;

/* The plan as the files of a plan directory: calls `file` with each name and content. */
typedef bool report_file_fn(void *context, const char *name, struct sv content, struct err *err);
MUST_USE bool report_plan_files(const struct plan *plan, report_file_fn *file, void *context,
                                struct err *err);

/* One thing that differs between two plans. */
enum plan_change { PLAN_ADDED, PLAN_DROPPED, PLAN_CHANGED };

struct plan_difference {
    enum plan_change what;
    const char *kind; /* "plan", "section", "item", "target", "step", "kind", "scope", "town",
                         "school" */
    const char *code; /* of a step: its target and date */
    struct name name;
    const char *field;          /* the column of the plan's file; "" unless changed */
    const char *before, *after; /* its cells; "" unless changed, or where empty */
};

struct plan_differences {
    const struct plan *old, *new;
    const struct plan_difference *rows; /* of one kind and code together */
    size_t count;
};

/* What differs between two plans. CSV: change,kind,code,name,name_zh_CN,name_zh_TW,field,before,
 * after. JSON: {format: "duban-plan-diff/1", old {code, name, starts, ends, sample}, new {...},
 * changes [the same members]}; change is added, dropped or changed. */
void report_plan_diff(struct buf *out, const struct plan_differences *found,
                      enum report_format format, const struct report_filter *filter) NONNULL;

#endif
