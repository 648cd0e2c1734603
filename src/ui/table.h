/* table.h - rows in columns: one declaration makes a screen's list, which the framework draws,
 * moves in, sorts, filters and searches.
 *
 * A row is about a target, a school, both, or something of its own (row->n counts the rows as the
 * data has them). Columns are functions of a row, so that screens share them (columns.h).
 *
 * Example:
 *     static const struct column *const columns[] = {&column_mark, &column_target, &column_name};
 *     static const struct table table = {columns, COUNT_OF(columns), count, row, .empty =
 * N_("none")};
 */
#ifndef UI_TABLE_H
#define UI_TABLE_H

#include "ui/canvas.h"
#include "ui/list.h"

struct area;
struct ui;

struct row {
    int n;
    int target, school; /* indexes into the plan; -1: none */
};

struct column {
    const char *name; /* head, English; "" = none, and nothing to sort by */
    int width;        /* terminal columns; the least of them when it stretches */
    int stretch;      /* part of the width that is left over; 0: none */
    int drop;         /* left out when there is no room, the highest first; 0: never */
    bool right;       /* numbers stand at the right */
    bool handle;      /* shows the choice: short, so that moving it is little to send */

    /* NULL: always. */
    bool (*shown)(const struct ui *ui);

    /* Adds what stands in the cell. */
    void (*cell)(const struct ui *ui, const struct row *row, struct buf *out);

    /* What to sort by when that is not the text; smallest first, NAN last. NULL: the text. */
    double (*rank)(const struct ui *ui, const struct row *row);

    /* The role of the cell; NULL: plain text. */
    enum role (*role)(const struct ui *ui, const struct row *row);

    /* Draws what is no text (then `cell` may be NULL). */
    void (*draw)(const struct ui *ui, struct canvas *canvas, int y, int x, int width,
                 const struct row *row);
};

struct table {
    const struct column *const *columns;
    size_t column_count;

    /* How many rows there are, and the n-th. */
    int (*count)(const struct ui *ui);
    struct row (*row)(const struct ui *ui, int n);

    /* Adds what finds a row again in newer data. NULL: the codes of its target and school. */
    void (*key)(const struct ui *ui, const struct row *row, struct buf *out);

    /* Adds what filters and searches look at beside target and school. May be NULL. */
    void (*words)(const struct ui *ui, const struct row *row, struct buf *out);

    const char *empty;             /* said when there is no row, English */
    const char *empty_for_readers; /* where that names a key that writes; NULL: the same */

    /* Makes what the rows are made of in ui->made_in, which is empty, before they are counted: once
     * for each state of the data and each width of the window. NULL: there is nothing to make. */
    void (*make)(struct ui *ui);
};

/* What is said where it has no row. */
const char *table_empty(const struct ui *ui, const struct table *table) NONNULL;

/* Draws head and rows of the shown screen's table. */
void table_draw(struct ui *ui, struct canvas *canvas, const struct area *area) NONNULL;

/* The same, leaving rows at the bottom for the chosen row in full, as its cells may be cut. Returns
 * whether there is one, and room: then it goes into *below. */
bool table_draw_above(struct ui *ui, struct canvas *canvas, const struct area *area,
                      struct area *below, struct row *chosen) NONNULL;

/* The same with the text that `full` adds of the chosen row, wrapped. */
void table_draw_full(struct ui *ui, struct canvas *canvas, const struct area *area, enum role role,
                     void (*full)(const struct ui *ui, const struct row *row,
                                  struct buf *out)) NONNULL;

/* Brings the shown list up to date with its data: rows, order, and the selection by its key. */
void table_refresh(struct ui *ui) NONNULL;

/* Keeps in list->key which row of the shown table is chosen. Without a table: nothing. */
void table_remember(const struct ui *ui, struct list *list, const struct table *table);

/* What finds the chosen row again; "" when there is none. */
void table_key(const struct ui *ui, char *out, size_t size) NONNULL;

/* The chosen row. False when there is none. */
bool table_chosen(const struct ui *ui, struct row *out) NONNULL;

/* Has it a column with a name, which rows can be sorted by? */
bool table_has_head(const struct table *table) NONNULL;

/* The next column to sort by; the order turned round. */
void table_sort_next(struct ui *ui) NONNULL;
void table_turn(struct ui *ui) NONNULL;

#endif
