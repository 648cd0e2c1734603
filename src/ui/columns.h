/* columns.h - the columns that several screens show: of a target, of a school.
 *
 * Example:
 *     static const struct column *const columns[] = {&column_mark, &column_target, &column_name};
 */
#ifndef UI_COLUMNS_H
#define UI_COLUMNS_H

#include "duban/stamp.h"
#include "ui/table.h"

/* Of row->target; column_figures_beside gives way where a value of its own stands in the row. */
extern const struct column column_change, column_mark, column_target, column_target_name,
    column_figures, column_figures_beside, column_progress, column_spi, column_due, column_standing;

/* Of row->school. */
extern const struct column column_school, column_school_name, column_kind, column_town;

/* Of values.rows[row->n] of the answer that the screen asked for. */
extern const struct column column_value, column_date, column_source, column_note;

/* Of reporting[row->school] of the answer. */
extern const struct column column_asked, column_received, column_late, column_silent, column_last;

/* The targets' columns in their usual order. */
extern const struct column *const target_columns[];
enum { TARGET_COLUMNS = 9 };

/* Adds a stamp of the journal, STAMP_COLUMNS wide. */
void columns_add_stamp(const char *at, struct buf *out);

/* The row of a target, or of a school. */
struct row row_of_target(int n, int target);
struct row row_of_school(int n, int school);

#endif
