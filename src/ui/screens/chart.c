/* chart.c - the burn-up chart of a target on the whole screen. */
#include "ui/detail.h"

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    const struct target *target = &ui->board->plan->targets[ui_here(ui)->target];
    struct buf head = {0};
    buf_printf(&head, "%s %s", target->code, ui_name(ui, &target->name));
    head_draw(canvas, area, buf_text(&head), "");
    buf_free(&head);
    detail_chart(ui, canvas,
                 &(struct area){area->y + 1, area->x, area->rows - 1, area->columns - 1},
                 ui_here(ui)->target);
}

const struct screen screen_chart = {.name = N_("chart"), .draw = draw};
