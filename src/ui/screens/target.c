/* target.c - one target: every number, why it stands as it does, and its schools. */
#include "ui/chart.h"
#include "ui/columns.h"
#include "ui/detail.h"

/* ---- the schools ---- */

static void needs(const struct ui *ui, struct ui_query *query)
{
    query->data = UI_DATA_TARGET;
    query->target = ui_here(ui)->target;
}

static int count(const struct ui *ui)
{
    return (int)ui_data(ui)->values.count;
}

static struct row row_at(const struct ui *ui, int n)
{
    return row_of_school(n, ui_data(ui)->values.rows[n].school);
}

static const struct column *const columns[] = {
    &column_school, &column_school_name, &column_value, &column_date, &column_source, &column_note,
};

static const struct table table = {columns, COUNT_OF(columns), count, row_at,
                                   .empty = N_("nobody is in the scope of this target")};

/* Beside the schools where the window is wide, between head and schools where it is tall. */
static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    enum { SCHOOLS_LEAST = 7, CHART_MOST = 16 };
    int target = ui_here(ui)->target;
    struct area list, panel;
    if (detail_beside(area, &list, &panel)) {
        table_draw(ui, canvas, &list);
        detail_draw(ui, canvas, &panel, target);
        return;
    }
    int used = detail_head(ui, canvas, area, target), spare = area->rows - used - SCHOOLS_LEAST;
    struct area chart = {area->y + used, area->x, spare < CHART_MOST ? spare : CHART_MOST,
                         area->columns};
    if (chart.rows >= CHART_ROWS_LEAST) {
        detail_chart(ui, canvas, &chart, target);
        used += chart.rows;
    }
    table_draw(ui, canvas,
               &(struct area){area->y + used, area->x, area->rows - used, area->columns});
}

static int section_of(const struct ui *ui)
{
    const struct plan *plan = ui->board->plan;
    return plan->items[plan->targets[ui_here(ui)->target].item].section;
}

static void open_steps(struct ui *ui)
{
    struct place place = place_at(SCREEN_STEPS);
    place.target = ui_here(ui)->target;
    if (ui->board->plan->targets[place.target].step_count > 0)
        ui_enter(ui, &place);
    else
        ui_say(ui, UI_TONE_INFO, table_empty(ui, screen_info(SCREEN_STEPS)->table));
}

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    (void)key;
    struct row row;
    struct place chart = place_at(SCREEN_CHART);
    chart.target = ui_here(ui)->target;
    if (action == ACTION_OPEN && table_chosen(ui, &row))
        ui_open_school(ui, row.school);
    else if (action == ACTION_CHART)
        ui_enter(ui, &chart);
    else if (action == ACTION_STEPS)
        open_steps(ui);
    else if (action == ACTION_SECTION)
        ui_open_section(ui, section_of(ui));
    return (struct ui_request){.type = UI_NONE};
}

static const char *crumb(const struct ui *ui, const struct place *place)
{
    return ui->board->plan->targets[place->target].code;
}

const struct screen screen_target = {.name = N_("target"),
                                     .crumb = crumb,
                                     .table = &table,
                                     .draw = draw,
                                     .act = act,
                                     .needs = needs};
