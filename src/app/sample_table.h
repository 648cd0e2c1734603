/* sample_table.h - the sample's settings, which are files inside the program: what is wrong with one is
 * our own mistake.
 *
 * Ownership: cells live in the arena that the table was read into.
 *
 * Example:
 *     if (!sample_table("sample/terms.csv", arena, &table, err)) return false;
 *     const char *code = sample_cell(&table, 0, "target");
 */
#ifndef APP_SAMPLE_TABLE_H
#define APP_SAMPLE_TABLE_H

#include "duban/plan_files.h"

MUST_USE bool sample_table(const char *path, struct arena *arena, struct csv_table *table,
                           struct err *err) NONNULL;
const char *sample_cell(const struct csv_table *table, size_t row, const char *column) NONNULL;

#endif
