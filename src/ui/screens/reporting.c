/* reporting.c - how the schools report, summed up for the district, each town and each kind. */
#include <math.h>

#include "ui/columns.h"
#include "ui/ui.h"
#include "ui/units.h"

/* The sums of a set of schools. */
struct sums {
    int schools, due, received, late, silent;
    int complete; /* schools that owe nothing */
};

static struct sums add_up(const struct ui *ui, int set)
{
    const struct plan *plan = ui->board->plan;
    const struct reporting *reporting = ui_data(ui)->reporting;
    struct sums sums = {0};
    for (size_t s = 0; s < plan->school_count; s++) {
        const struct reporting *row = &reporting[s];
        if (!units_has(plan, set, (int)s))
            continue;
        sums.schools++;
        sums.due += row->due;
        sums.received += row->received;
        sums.late += row->late;
        sums.silent += row->silent;
        sums.complete += row->late + row->silent == 0;
    }
    return sums;
}

/* The sums of all sets, once for all cells. */
static void make(struct ui *ui)
{
    int count = units_count(ui->board->plan);
    struct sums *sums = arena_array(&ui->made_in, (size_t)count, sizeof(*sums));
    for (int set = 0; set < count; set++)
        sums[set] = add_up(ui, set);
    ui->made = sums;
}

static struct sums sums_of(const struct ui *ui, int set)
{
    return ((const struct sums *)ui->made)[set];
}

static void needs(const struct ui *ui, struct ui_query *query)
{
    (void)ui;
    query->data = UI_DATA_REPORTING;
}

static int count(const struct ui *ui)
{
    return units_count(ui->board->plan);
}

static struct row row_at(const struct ui *ui, int n)
{
    (void)ui;
    return (struct row){.n = n, .target = -1, .school = -1};
}

static void key(const struct ui *ui, const struct row *row, struct buf *out)
{
    (void)ui;
    buf_printf(out, "%d", row->n);
}

static void cell_what(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, units_what(ui->board->plan, row->n));
}

static void cell_name(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, units_name(ui, row->n));
}

static void cell_schools(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%d", sums_of(ui, row->n).schools);
}

static double rank_schools(const struct ui *ui, const struct row *row)
{
    return sums_of(ui, row->n).schools;
}

static void cell_complete(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%d", sums_of(ui, row->n).complete);
}

static double rank_complete(const struct ui *ui, const struct row *row)
{
    return sums_of(ui, row->n).complete;
}

static void cell_asked(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%d", sums_of(ui, row->n).due);
}

static double rank_asked(const struct ui *ui, const struct row *row)
{
    return sums_of(ui, row->n).due;
}

static void cell_late(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%d", sums_of(ui, row->n).late);
}

static double rank_late(const struct ui *ui, const struct row *row)
{
    return sums_of(ui, row->n).late;
}

static enum role role_late(const struct ui *ui, const struct row *row)
{
    return sums_of(ui, row->n).late > 0 ? ROLE_AMBER : ROLE_TEXT;
}

static void cell_silent(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%d", sums_of(ui, row->n).silent);
}

static double rank_silent(const struct ui *ui, const struct row *row)
{
    return sums_of(ui, row->n).silent;
}

static enum role role_silent(const struct ui *ui, const struct row *row)
{
    return sums_of(ui, row->n).silent > 0 ? ROLE_RED : ROLE_TEXT;
}

static double rank_share(const struct ui *ui, const struct row *row)
{
    struct sums sums = sums_of(ui, row->n);
    return sums.due > 0 ? (double)sums.received / sums.due : NAN;
}

static void cell_share(const struct ui *ui, const struct row *row, struct buf *out)
{
    lang_percent(out, rank_share(ui, row));
}

static void draw_bar(const struct ui *ui, struct canvas *canvas, int y, int x, int width,
                     const struct row *row)
{
    bar_draw(canvas, y, x, width, &(struct bar){rank_share(ui, row), NAN, NAN}, ROLE_FAINT);
}

static const struct column column_what = {.name = "", .width = 10, .drop = 4, .cell = cell_what};
static const struct column column_name = {
    .name = N_("name"), .width = 16, .stretch = 1, .handle = true, .cell = cell_name};
static const struct column column_schools = {
    .name = N_("schools"), .width = 7, .right = true, .cell = cell_schools, .rank = rank_schools};
static const struct column column_complete = {.name = N_("complete"),
                                              .width = 8,
                                              .right = true,
                                              .drop = 2,
                                              .cell = cell_complete,
                                              .rank = rank_complete};
static const struct column column_reports = {
    .name = N_("asked"), .width = 6, .right = true, .cell = cell_asked, .rank = rank_asked};
static const struct column column_bar = {
    .name = "", .width = 10, .stretch = 1, .drop = 3, .draw = draw_bar};
static const struct column column_share = {
    .name = N_("received"), .width = 8, .right = true, .cell = cell_share, .rank = rank_share};
static const struct column column_behind = {.name = N_("late"),
                                            .width = 6,
                                            .right = true,
                                            .cell = cell_late,
                                            .rank = rank_late,
                                            .role = role_late};
static const struct column column_mute = {.name = N_("silent"),
                                          .width = 6,
                                          .right = true,
                                          .cell = cell_silent,
                                          .rank = rank_silent,
                                          .role = role_silent};

static const struct column *const columns[] = {
    &column_what, &column_name,  &column_schools, &column_complete, &column_reports,
    &column_bar,  &column_share, &column_behind,  &column_mute,
};

static const struct table table = {columns, COUNT_OF(columns), count,
                                   row_at,  .key = key,        .make = make};

static struct ui_request act(struct ui *ui, enum action action, struct key key_)
{
    struct row row;
    struct place place = place_at(SCREEN_SCHOOLS);
    (void)key_;
    if (action == ACTION_OPEN && table_chosen(ui, &row)) {
        place.id = row.n;
        ui_enter(ui, &place);
    }
    return (struct ui_request){.type = UI_NONE};
}

const struct screen screen_reporting = {
    .name = N_("reporting"), .table = &table, .act = act, .needs = needs};
