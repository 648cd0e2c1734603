/* item.c - one item: what it is about, and its targets. */
#include <stdio.h>

#include "ui/targets.h"

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    const struct item *item = &ui->board->plan->items[ui->item];
    const struct rollup *rollup = &ui->board->items[ui->item];
    struct buf head = {0};
    buf_printf(&head, "%d %s  %c %s  ", item->number, ui_name(ui, &item->name),
               standing_mark(rollup->worst), lang_standing(rollup->worst));
    lang_percent(&head, rollup->share);
    canvas_put(canvas, area->y, area->x, area->columns, ROLE_STRONG, buf_sv(&head));
    buf_free(&head);
    int rows = area->rows >= 14 ? 4 : 2;
    int used = 1 + wrap_draw(canvas, area->y + 1, area->x, area->columns, rows, ROLE_TEXT,
                             ui_name(ui, &item->summary));
    if (area->rows >= 14)
        used++;
    targets_head(canvas, area->y + used, area);
    used++;
    list_fit(&ui->targets, area->rows - used);
    for (int row = 0; row < area->rows - used; row++) {
        int n = ui->targets.top + row;
        int target = ui_target_at(ui, ui->item, n);
        if (target < 0)
            break;
        targets_row(ui, canvas, area->y + used + row, area, target, n == ui->targets.selected);
    }
}

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    (void)key;
    if (action == ACTION_OPEN)
        return ui_open_target(ui, ui_target_at(ui, ui->item, ui->targets.selected));
    list_move(&ui->targets, action);
    return (struct ui_request){.type = UI_NONE};
}

static const char *crumb(const struct ui *ui)
{
    return ui_name(ui, &ui->board->plan->items[ui->item].name);
}

const struct screen screen_item = {ON_ITEM, draw, act, crumb};
