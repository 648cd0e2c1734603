#include "ui/targets.h"

/* Columns from the right; what has no room is left out, the name takes the rest. */
struct layout {
    int name, figures, bar, spi, due, standing;
};

enum { MARK = 2, CODE = 6, GAP = 1 };

static struct layout layout_for(int columns)
{
    struct layout layout = {.figures = 13, .standing = 12};
    int left = columns - MARK - CODE - layout.figures - layout.standing - 2 * GAP;
    if (left >= 24 + 11) {
        layout.due = 10;
        left -= layout.due + GAP;
    }
    if (left >= 24 + 11) {
        layout.bar = 10;
        left -= layout.bar + GAP;
    }
    if (left >= 24 + 5) {
        layout.spi = 4;
        left -= layout.spi + GAP;
    }
    layout.name = left;
    return layout;
}

void targets_head(struct canvas *canvas, int y, const struct area *area)
{
    struct layout layout = layout_for(area->columns);
    int x = area->x;
    canvas_fill(canvas, y, x, area->columns, ROLE_PANE);
    x += MARK;
    x = canvas_left(canvas, y, x, CODE, ROLE_PANE, _("target"));
    x = canvas_left(canvas, y, x, layout.name, ROLE_PANE, "") + GAP;
    x = canvas_right(canvas, y, x, layout.figures, ROLE_PANE, _("actual/goal")) + GAP;
    if (layout.bar > 0)
        x = canvas_left(canvas, y, x, layout.bar, ROLE_PANE, _("progress")) + GAP;
    if (layout.spi > 0)
        x = canvas_right(canvas, y, x, layout.spi, ROLE_PANE, "SPI") + GAP;
    if (layout.due > 0)
        x = canvas_left(canvas, y, x, layout.due, ROLE_PANE, _("due")) + GAP;
    canvas_left(canvas, y, x, layout.standing, ROLE_PANE, _("standing"));
}

static void draw_figures(struct canvas *canvas, int y, int x, int width, enum role role,
                         const struct target *target, const struct verdict *verdict)
{
    struct buf text = {0};
    lang_figure(&text, target, verdict->actual);
    buf_putc(&text, '/');
    lang_goal(&text, target);
    canvas_right(canvas, y, x, width, role, buf_text(&text));
    buf_free(&text);
}

static void draw_spi(struct canvas *canvas, int y, int x, int width, enum role role, double spi)
{
    struct buf text = {0};
    lang_spi(&text, spi);
    canvas_right(canvas, y, x, width, role, buf_text(&text));
    buf_free(&text);
}

void targets_row(const struct ui *ui, struct canvas *canvas, int y, const struct area *area, int t,
                 bool chosen)
{
    const struct target *target = &ui->board->plan->targets[t];
    const struct verdict *verdict = &ui->board->verdicts[t];
    struct layout layout = layout_for(area->columns);
    enum role role = chosen ? ROLE_CHOSEN : ROLE_TEXT;
    enum role state = chosen ? role : role_of_standing(verdict->standing);
    char mark[2] = {standing_mark(verdict->standing), '\0'}, date[DATE_TEXT_MAX];
    int x = area->x;
    canvas_fill(canvas, y, x, area->columns, role);
    canvas_left(canvas, y, x, 1, state, mark);
    x = canvas_left(canvas, y, x + MARK, CODE, role, target->code);
    x = canvas_left(canvas, y, x, layout.name, role, ui_name(ui, &target->name)) + GAP;
    draw_figures(canvas, y, x, layout.figures, role, target, verdict);
    x += layout.figures + GAP;
    if (layout.bar > 0) {
        bar_draw(canvas, y, x, layout.bar, verdict->actual_share, verdict->planned_share,
                 chosen ? role : ROLE_FAINT);
        x += layout.bar + GAP;
    }
    if (layout.spi > 0) {
        draw_spi(canvas, y, x, layout.spi, role, verdict->spi);
        x += layout.spi + GAP;
    }
    if (layout.due > 0)
        x = canvas_left(canvas, y, x, layout.due, role, date_format(target->due, date)) + GAP;
    canvas_put(canvas, y, x, layout.standing, state, sv_from(lang_standing(verdict->standing)));
}
