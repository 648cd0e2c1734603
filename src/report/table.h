/* table.h - rows of text in columns that line up on a terminal, Chinese or not.
 *
 * Ownership: the table copies its cells into its own arena; table_print() frees them.
 *
 * Example:
 *     struct table table = {.align = "lrl"};
 *     table_cell(&table, "5.1"); table_cell(&table, "4215"); table_cell(&table, name);
 *     table_print(&table, out, 80);
 */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include "duban/buf.h"
#include "duban/mem.h"

struct table {
    const char *align;  /* a letter for each column: l left, r right */
    const char *indent; /* before each row; NULL = none */
    struct arena arena;
    const char **cells;
    size_t count, size;
};

/* Adds the next cell; rows fill from left to right. */
void table_cell(struct table *table, const char *text) NONNULL;

/* The same for a text in a buffer, which is emptied. */
void table_take(struct table *table, struct buf *text) NONNULL;

/* Adds all rows to *out, two spaces between columns; a row wider than `columns` is clipped in its
 * last column. Empties the table. */
void table_print(struct table *table, struct buf *out, int columns) NONNULL;

#endif
