/* archive.c - the CSV files of an archive (duban/archive.h). */
#include "report/cells.h"

void report_archive_header(struct buf *out, enum archive_table table)
{
    buf_printf(out, "%s\n", archive_header(table));
}

static void add_cell(struct buf *out, char type, const struct archive_cell *cell, bool first)
{
    char number[AMOUNT_TEXT_MAX], date[DATE_TEXT_MAX];
    if (archive_is_text(type)) {
        csv_cell(out, cell->text, first);
        return;
    }
    if (!first)
        buf_putc(out, ',');
    if (cell->none)
        return;
    if (type == 'd')
        buf_puts(out, date_format((daynum)cell->number, date));
    else if (type == 'i')
        buf_printf(out, "%lld", (long long)cell->number);
    else
        buf_puts(out, amount_format(cell->number, number));
}

void report_archive_row(struct buf *out, enum archive_table table, const struct archive_cell *cells)
{
    const char *types = archive_types(table);
    for (int i = 0; types[i] != '\0'; i++)
        add_cell(out, types[i], &cells[i], i == 0);
    cells_end(out);
}
