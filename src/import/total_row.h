/* total_row.h - rows in which columns are added up, which are no reports.
 *
 * Example:
 *     int at = total_row_at(header, record);
 *     if (at >= 0) "record->cells[at] begins a row of totals"
 */
#ifndef IMPORT_TOTAL_ROW_H
#define IMPORT_TOTAL_ROW_H

#include <stdbool.h>

#include "duban/attr.h"
#include "import/csv_reader.h"
#include "import/header.h"

/* The column of the word that says so: in place of the school, or the row's first cell. -1: none.
 * It may be a school's or a target's name all the same: ask when nothing else is known of it. */
int total_row_at(const struct header *header, const struct csv_record *record) NONNULL;

/* Does it stand where nothing is asked for, as under running numbers, in a row that names no school
 * and no target? Ask before those of the row above are taken for it. */
bool total_row_labelled(const struct header *header, const struct csv_record *record) NONNULL;

#endif
