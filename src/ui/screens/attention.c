/* attention.c - the targets that need care, worst first. */
#include "ui/targets.h"

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    targets_head(canvas, area->y, area);
    list_fit(&ui->attention, area->rows - 1);
    for (int row = 0; row < area->rows - 1; row++) {
        int n = ui->attention.top + row;
        if (n >= ui->attention.count)
            break;
        targets_row(ui, canvas, area->y + 1 + row, area, ui->urgent[n],
                    n == ui->attention.selected);
    }
    if (ui->attention.count == 0)
        canvas_put(canvas, area->y + 1, area->x, area->columns, ROLE_TEXT,
                   sv_from(_("nothing is breached, overdue, lagging or silent")));
}

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    (void)key;
    if (action == ACTION_OPEN && ui->attention.count > 0)
        return ui_open_target(ui, ui->urgent[ui->attention.selected]);
    list_move(&ui->attention, action);
    return (struct ui_request){.type = UI_NONE};
}

static const char *crumb(const struct ui *ui)
{
    (void)ui;
    return _("attention");
}

const struct screen screen_attention = {ON_ATTENTION, draw, act, crumb};
