/* outline.c - the plan as screens walk it: the items of a section, the targets of an item. */
#include "ui/ui.h"

int ui_item_at(const struct ui *ui, int section, int n)
{
    const struct plan *plan = ui->board->plan;
    for (size_t i = 0; i < plan->item_count; i++) {
        if (plan->items[i].section == section && n-- == 0)
            return (int)i;
    }
    return -1;
}

int ui_item_count(const struct ui *ui, int section)
{
    int count = 0;
    for (size_t i = 0; i < ui->board->plan->item_count; i++)
        count += ui->board->plan->items[i].section == section;
    return count;
}

int ui_target_at(const struct ui *ui, int item, int n)
{
    const struct plan *plan = ui->board->plan;
    for (size_t t = 0; t < plan->target_count; t++) {
        if (plan->targets[t].item == item && n-- == 0)
            return (int)t;
    }
    return -1;
}

int ui_target_count(const struct ui *ui, int item)
{
    int count = 0;
    for (size_t t = 0; t < ui->board->plan->target_count; t++)
        count += ui->board->plan->targets[t].item == item;
    return count;
}
