/* attention.c - the targets that need care, worst first. */
#include "ui/columns.h"
#include "ui/detail.h"

static int count(const struct ui *ui)
{
    return ui->urgent_count;
}

static struct row row_at(const struct ui *ui, int n)
{
    return row_of_target(n, ui->urgent[n]);
}

static const struct table table = {target_columns, TARGET_COLUMNS, count, row_at,
                                   .empty = N_("nothing is breached, overdue, lagging or silent")};

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    struct row row;
    (void)key;
    if (action == ACTION_OPEN && table_chosen(ui, &row))
        ui_open_target(ui, row.target);
    return (struct ui_request){.type = UI_NONE};
}

const struct screen screen_attention = {
    .name = N_("attention"), .table = &table, .draw = detail_table, .act = act};
