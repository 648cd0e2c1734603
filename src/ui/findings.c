#include "ui/findings.h"

enum { BELOW = 5 }; /* rows for the chosen one */

void findings_place(const struct issue_row *issue, struct buf *out)
{
    buf_printf(out, "%u:%u", issue->line, issue->column);
}

void findings_draw(struct ui *ui, struct canvas *canvas, const struct area *area,
                   findings_fn *finding)
{
    struct row row;
    int below = area->rows > 2 * BELOW ? BELOW : 0;
    const struct area above = {area->y, area->x, area->rows - below, area->columns};
    table_draw(ui, canvas, &above);
    if (below == 0 || !table_chosen(ui, &row))
        return;
    const struct issue_row *issue = finding(ui, row.n);
    struct buf text = {0};
    buf_printf(&text, "%s:%u:%u: %s", issue->file, issue->line, issue->column, issue->text);
    int y = area->y + area->rows - below + 1;
    int used =
        wrap_draw(canvas, y, area->x, area->columns, below - 2, ROLE_STRONG, buf_text(&text));
    buf_free(&text);
    canvas_put(canvas, y + used, area->x, area->columns, ROLE_HINT, sv_from(issue->raw));
}
