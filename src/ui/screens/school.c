/* school.c - one school, one plan: its targets, what it has reported on each, how it reports. */
#include "ui/columns.h"
#include "ui/detail.h"

static void needs(const struct ui *ui, struct ui_query *query)
{
    query->data = UI_DATA_SCHOOL;
    query->school = ui_here(ui)->school;
}

static int count(const struct ui *ui)
{
    return (int)ui_data(ui)->values.count;
}

static struct row row_at(const struct ui *ui, int n)
{
    struct row row = row_of_target(n, ui_data(ui)->values.rows[n].target);
    row.school = ui_here(ui)->school;
    return row;
}

static const struct column *const columns[] = {
    &column_change, &column_mark, &column_target,  &column_target_name, &column_value,
    &column_date, &column_figures_beside, &column_standing, &column_source,
};

static const struct table table = {columns, COUNT_OF(columns), count, row_at,
                                   .empty = N_("no target asks this school for a report")};

/* Does `a` report better than `b`: less silent, then less late? */
static bool reports_better(const struct reporting *a, const struct reporting *b)
{
    return a->silent != b->silent ? a->silent < b->silent : a->late < b->late;
}

/* Its place among all schools, from 1; equals share one. *of is how many there are. */
static int rank_of(const struct ui *ui, int school, int *of)
{
    const struct reporting *rows = ui_data(ui)->reporting;
    int rank = 1;
    *of = (int)ui->board->plan->school_count - 1;
    for (int s = SCHOOL_DISTRICT + 1; s <= *of; s++)
        rank += reports_better(&rows[s], &rows[school]);
    return rank;
}

static void add_name(const struct ui *ui, struct buf *out)
{
    const struct plan *plan = ui->board->plan;
    const struct school *school = &plan->schools[ui_here(ui)->school];
    buf_printf(out, "%s %s", school->code, ui_name(ui, &school->name));
    if (school->kind >= 0)
        buf_printf(out, "  %s", ui_name(ui, &plan->kinds[school->kind].name));
    if (school->town >= 0)
        buf_printf(out, "  %s", ui_name(ui, &plan->towns[school->town].name));
}

static void add_reporting(const struct ui *ui, struct buf *out)
{
    int school = ui_here(ui)->school, of;
    const struct reporting *row = &ui_data(ui)->reporting[school];
    char date[DATE_TEXT_MAX];
    int rank = rank_of(ui, school, &of);
    buf_printf(out, _("asked %d, received %d, late %d, silent %d"), row->due, row->received,
               row->late, row->silent);
    if (row->last_report != DAY_NONE)
        buf_printf(out, _("; last report %s"), date_format(row->last_report, date));
    if (school != SCHOOL_DISTRICT)
        buf_printf(out, _("; rank %d of %d in reporting"), rank, of);
}

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    struct buf text = {0};
    add_name(ui, &text);
    head_draw(canvas, area, buf_text(&text), "");
    buf_clear(&text);
    if (ui_data(ui))
        add_reporting(ui, &text);
    int used =
        1 + wrap_draw(canvas, area->y + 1, area->x, area->columns, 2, ROLE_TEXT, buf_text(&text));
    buf_free(&text);
    detail_table_below(ui, canvas, area, used);
}

static const char *crumb(const struct ui *ui, const struct place *place)
{
    return ui->board->plan->schools[place->school].code;
}

const struct screen screen_school = {.name = N_("school"),
                                     .crumb = crumb,
                                     .table = &table,
                                     .draw = draw,
                                     .act = detail_act,
                                     .needs = needs};
