/* item.c - one item: what it is about, and its targets. */
#include "ui/columns.h"
#include "ui/detail.h"
#include "ui/since.h"

static int count(const struct ui *ui)
{
    return ui_target_count(ui, ui_here(ui)->item);
}

static struct row row_at(const struct ui *ui, int n)
{
    return row_of_target(n, ui_target_at(ui, ui_here(ui)->item, n));
}

static const struct table table = {target_columns, TARGET_COLUMNS, count, row_at,
                                   .empty = N_("this item has no targets")};

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    const struct item *item = &ui->board->plan->items[ui_here(ui)->item];
    const struct rollup *rollup = &ui->board->items[ui_here(ui)->item];
    struct buf head = {0}, name = {0};
    buf_printf(&name, "%d %s", item->number, ui_name(ui, &item->name));
    buf_printf(&head, "  %c %s  ", standing_mark(rollup->worst), lang_standing(rollup->worst));
    lang_percent(&head, rollup->share);
    if (ui->comparison) {
        buf_puts(&head, "  ");
        since_add_counts(&ui->comparison->items[ui_here(ui)->item], &head);
    }
    head_draw(canvas, area, buf_text(&name), buf_text(&head));
    buf_free(&name);
    buf_free(&head);
    int rows = area->rows >= 14 ? 4 : 2;
    int used = 1 + wrap_draw(canvas, area->y + 1, area->x, area->columns, rows, ROLE_TEXT,
                             ui_name(ui, &item->summary));
    detail_table_below(ui, canvas, area, used);
}

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    if (action == ACTION_SECTION)
        ui_open_section(ui, ui->board->plan->items[ui_here(ui)->item].section);
    else if (action == ACTION_WHY_WHOLE)
        ui_open_why_whole(ui, -1, ui_here(ui)->item);
    return detail_act(ui, action, key);
}

static const char *crumb(const struct ui *ui, const struct place *place)
{
    return ui_name(ui, &ui->board->plan->items[place->item].name);
}

const struct screen screen_item = {
    .name = N_("item"), .crumb = crumb, .table = &table, .draw = draw, .act = act};
