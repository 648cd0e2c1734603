#include "ui/findings.h"

#include "ui/say_keys.h"

void findings_place(const struct issue_row *issue, struct buf *out)
{
    buf_printf(out, "%u:%u", issue->line, issue->column);
}

void findings_draw(struct ui *ui, struct canvas *canvas, const struct area *area,
                   findings_fn *finding)
{
    struct row row;
    struct area below;
    if (!table_draw_above(ui, canvas, area, &below, &row))
        return;
    const struct issue_row *issue = finding(ui, row.n);
    struct buf text = {0};
    buf_printf(&text, "%s:%u:%u: ", issue->file, issue->line, issue->column);
    say_keys(ui, &text, sv_from(issue->text));
    int used = wrap_draw(canvas, below.y, below.x, below.columns, below.rows, ROLE_STRONG,
                         buf_text(&text));
    buf_free(&text);
    if (used < below.rows)
        canvas_put_cut(canvas, below.y + used, below.x, below.columns, ROLE_HINT,
                       sv_from(issue->raw));
}
