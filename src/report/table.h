/* table.h - rows of text in columns that line up on a terminal, Chinese or not, and lines of free
 * text between the rows.
 *
 * A text that is longer than its column ends with ~.
 *
 * Ownership: the table copies its texts, cleaned, into its own arena; table_print() frees them.
 *
 * Example:
 *     struct table table = {.align = "lrf", .columns = 80};
 *     table_cell(&table, "5.1"); table_cell(&table, "4215"); table_cell(&table, name);
 *     table_line(&table, 5, reason);
 *     table_print(&table, out);
 */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include "duban/buf.h"
#include "duban/mem.h"
#include "duban/standing.h"

struct table_entry;

struct table {
    const char *align; /* a letter a column: l left, r right, f left and clipped to fit */
    int indent;        /* columns before each row */
    int columns;       /* width of the whole */
    bool colour;       /* cells of a standing are coloured */
    struct arena arena;
    struct table_entry *entries;
    size_t count, size;
};

/* Adds the next cell; rows fill from left to right. */
void table_cell(struct table *table, const char *text) NONNULL;

/* The same for a text in a buffer, which is emptied. */
void table_take(struct table *table, struct buf *text) NONNULL;

/* A cell in the colour of a state. */
void table_coloured(struct table *table, const char *text, enum rag rag) NONNULL;

/* The cell of a standing: its mark and name. */
void table_standing(struct table *table, enum standing standing) NONNULL;

/* Adds a line of its own after the last full row, wrapped where it is too long. */
void table_line(struct table *table, int indent, const char *text) NONNULL;

/* Adds everything to *out, two spaces between columns. Empties the table. */
void table_print(struct table *table, struct buf *out) NONNULL;

#endif
