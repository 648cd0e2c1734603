/* schools.c - how each school reports: of the district, of a town or of a kind. */
#include "ui/columns.h"
#include "ui/ui.h"
#include "ui/units.h"

static void needs(const struct ui *ui, struct ui_query *query)
{
    (void)ui;
    query->data = UI_DATA_REPORTING;
}

static int count(const struct ui *ui)
{
    int found = 0;
    for (size_t s = 0; s < ui->board->plan->school_count; s++)
        found += units_has(ui->board->plan, ui_here(ui)->id, (int)s);
    return found;
}

static struct row row_at(const struct ui *ui, int n)
{
    int left = n, s = 0, last = (int)ui->board->plan->school_count - 1;
    while (s < last && !(units_has(ui->board->plan, ui_here(ui)->id, s) && left-- == 0))
        s++;
    return row_of_school(n, s);
}

static const struct column *const columns[] = {
    &column_school,   &column_school_name, &column_kind,   &column_town, &column_asked,
    &column_received, &column_late,        &column_silent, &column_last,
};

static const struct table table = {columns, COUNT_OF(columns), count, row_at,
                                   .empty = N_("there are no schools here")};

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    struct row row;
    (void)key;
    if (action == ACTION_OPEN && table_chosen(ui, &row))
        ui_open_school(ui, row.school);
    return (struct ui_request){.type = UI_NONE};
}

static const char *crumb(const struct ui *ui, const struct place *place)
{
    return units_name(ui, place->id);
}

const struct screen screen_schools = {
    .name = N_("schools"), .crumb = crumb, .table = &table, .act = act, .needs = needs};
