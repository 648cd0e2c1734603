#include "report/table.h"

#include <stdlib.h>
#include <string.h>

#include "duban/lang.h"
#include "duban/text.h"
#include "duban/wrap.h"

enum { GAP = 2, COLUMNS_MAX = 16, NAME_MIN = 8 };

/* A cell, or a line of its own. */
struct table_entry {
    const char *text;
    enum rag rag; /* colour of a cell */
    bool is_line;
    int indent; /* of a line */
};

static void add(struct table *table, const char *text, struct table_entry entry)
{
    struct buf clean = {0};
    text_clean(&clean, sv_from(text));
    entry.text = arena_text(&table->arena, buf_sv(&clean));
    buf_free(&clean);
    table->entries = xroom(table->entries, table->count, &table->size, sizeof(*table->entries));
    table->entries[table->count++] = entry;
}

void table_cell(struct table *table, const char *text)
{
    add(table, text, (struct table_entry){.rag = RAG_GREY});
}

void table_take(struct table *table, struct buf *text)
{
    table_cell(table, buf_text(text));
    buf_clear(text);
}

void table_coloured(struct table *table, const char *text, enum rag rag)
{
    add(table, text, (struct table_entry){.rag = rag});
}

void table_standing(struct table *table, enum standing standing)
{
    struct buf text = {0};
    buf_printf(&text, "%c %s", standing_mark(standing), lang_standing(standing));
    table_coloured(table, buf_text(&text), standing_rag(standing));
    buf_free(&text);
}

void table_line(struct table *table, int indent, const char *text)
{
    add(table, text, (struct table_entry){.is_line = true, .indent = indent});
}

/* The width of each column: that of its widest cell, and what is left for the one that fits. */
static void measure(const struct table *table, size_t columns, int widths[COLUMNS_MAX])
{
    size_t column = 0, fitting = columns;
    int sum = table->indent;
    for (size_t i = 0; i < table->count; i++) {
        if (table->entries[i].is_line)
            continue;
        int width = text_width(sv_from(table->entries[i].text));
        if (width > widths[column])
            widths[column] = width;
        column = (column + 1) % columns;
    }
    if (column != 0)
        BUG("a table that is not full");
    for (size_t i = 0; i < columns; i++) {
        sum += widths[i] + (i > 0 ? GAP : 0);
        if (table->align[i] == 'f')
            fitting = i;
    }
    if (fitting < columns && sum > table->columns) {
        int left = widths[fitting] - (sum - table->columns);
        widths[fitting] = left > NAME_MIN ? left : NAME_MIN;
    }
}

static const char *const colours[] = {
    [RAG_GREY] = "",
    [RAG_GREEN] = "\033[32m",
    [RAG_AMBER] = "\033[33m",
    [RAG_RED] = "\033[31m",
};

static void print_cell(const struct table *table, const struct table_entry *cell, char align,
                       int width, struct buf *out)
{
    struct sv all = sv_from(cell->text), shown = text_clip(all, width);
    bool coloured = table->colour && cell->rag != RAG_GREY, cut = shown.len < all.len;
    if (cut)
        shown = text_clip(all, width - 1);
    int blank = width - text_width(shown) - cut;
    if (align == 'r')
        buf_fill(out, ' ', blank);
    if (coloured)
        buf_puts(out, colours[cell->rag]);
    buf_add(out, shown);
    if (cut)
        buf_putc(out, '~');
    if (coloured)
        buf_puts(out, "\033[m");
    if (align != 'r')
        buf_fill(out, ' ', blank);
}

static void end_row(struct buf *out)
{
    while (out->len > 0 && out->data[out->len - 1] == ' ')
        out->data[--out->len] = '\0';
    buf_putc(out, '\n');
}

void table_print(struct table *table, struct buf *out)
{
    size_t columns = strlen(table->align), column = 0;
    int widths[COLUMNS_MAX] = {0};
    if (columns > COLUMNS_MAX)
        BUG("a table with too many columns");
    measure(table, columns, widths);
    for (size_t i = 0; i < table->count; i++) {
        const struct table_entry *entry = &table->entries[i];
        if (entry->is_line) {
            wrap_text(out, sv_from(entry->text), entry->indent, table->columns);
            continue;
        }
        buf_fill(out, ' ', column == 0 ? table->indent : GAP);
        print_cell(table, entry, table->align[column], widths[column], out);
        column = (column + 1) % columns;
        if (column == 0)
            end_row(out);
    }
    free(table->entries);
    arena_free(&table->arena);
    *table = (struct table){.align = table->align,
                            .indent = table->indent,
                            .columns = table->columns,
                            .colour = table->colour};
}
