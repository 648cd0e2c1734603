#include "report/table.h"

#include <stdlib.h>
#include <string.h>

#include "duban/text.h"

enum { GAP = 2, COLUMNS_MAX = 16 };

void table_cell(struct table *table, const char *text)
{
    if (table->count == table->size) {
        table->size = table->size ? table->size * 2 : 64;
        table->cells = xrealloc(table->cells, table->size, sizeof(*table->cells));
    }
    table->cells[table->count++] = arena_text(&table->arena, sv_from(text));
}

void table_take(struct table *table, struct buf *text)
{
    table_cell(table, buf_text(text));
    buf_clear(text);
}

static void measure(const struct table *table, size_t columns, int widths[COLUMNS_MAX])
{
    for (size_t i = 0; i < table->count; i++) {
        int width = text_width(sv_from(table->cells[i]));
        if (width > widths[i % columns])
            widths[i % columns] = width;
    }
}

/* One cell within `width` columns; `last` needs no filling. */
static void print_cell(struct buf *out, const char *text, char align, int width, bool last)
{
    struct sv shown = text_clip(sv_from(text), width);
    int blank = width - text_width(shown);
    if (align == 'r')
        buf_fill(out, ' ', blank);
    buf_add(out, shown);
    if (align != 'r' && !last)
        buf_fill(out, ' ', blank);
}

/* Takes blanks off the end of the line that was begun at `start`. */
static void trim(struct buf *out, size_t start)
{
    while (out->len > start && out->data[out->len - 1] == ' ')
        out->data[--out->len] = '\0';
}

static void print_row(const struct table *table, size_t first, size_t columns, const int *widths,
                      int room, struct buf *out)
{
    size_t start = out->len;
    if (table->indent) {
        buf_puts(out, table->indent);
        room -= (int)strlen(table->indent);
    }
    for (size_t i = 0; i < columns; i++) {
        bool last = i + 1 == columns;
        int width = last && widths[i] > room ? (room > 0 ? room : 0) : widths[i];
        print_cell(out, table->cells[first + i], table->align[i], width, last);
        if (!last)
            buf_fill(out, ' ', GAP);
        room -= width + GAP;
    }
    trim(out, start);
    buf_putc(out, '\n');
}

void table_print(struct table *table, struct buf *out, int columns)
{
    size_t count = strlen(table->align);
    int widths[COLUMNS_MAX] = {0};
    if (count > COLUMNS_MAX || table->count % count != 0)
        BUG("a table that is not full");
    measure(table, count, widths);
    for (size_t i = 0; i < table->count; i += count)
        print_row(table, i, count, widths, columns, out);
    free(table->cells);
    arena_free(&table->arena);
    *table = (struct table){.align = table->align, .indent = table->indent};
}
