#include "ui/columns.h"

#include <math.h>

#include "ui/detail.h"
#include "ui/since.h"

static const struct target *target_of(const struct ui *ui, const struct row *row)
{
    return &ui->board->plan->targets[row->target];
}

static const struct verdict *verdict_of(const struct ui *ui, const struct row *row)
{
    return &ui->board->verdicts[row->target];
}

static double order_of_plan(const struct ui *ui, const struct row *row)
{
    (void)ui;
    return row->target;
}

static enum role role_standing(const struct ui *ui, const struct row *row)
{
    return role_of_standing(verdict_of(ui, row)->standing);
}

static double rank_standing(const struct ui *ui, const struct row *row)
{
    return verdict_of(ui, row)->standing;
}

static void cell_mark(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_putc(out, standing_mark(verdict_of(ui, row)->standing));
}

static void cell_target(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, target_of(ui, row)->code);
}

static void cell_target_name(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, ui_name(ui, &target_of(ui, row)->name));
}

static void cell_figures(const struct ui *ui, const struct row *row, struct buf *out)
{
    lang_figure(out, target_of(ui, row), verdict_of(ui, row)->actual);
    buf_putc(out, '/');
    lang_goal(out, target_of(ui, row));
}

static double rank_figures(const struct ui *ui, const struct row *row)
{
    amount actual = verdict_of(ui, row)->actual;
    return actual == AMOUNT_NONE ? NAN : (double)actual;
}

static void draw_progress(const struct ui *ui, struct canvas *canvas, int y, int x, int width,
                          const struct row *row)
{
    detail_bar(ui, canvas, y, x, width, row->target, ROLE_FAINT);
}

static double rank_progress(const struct ui *ui, const struct row *row)
{
    return verdict_of(ui, row)->actual_share;
}

static void cell_spi(const struct ui *ui, const struct row *row, struct buf *out)
{
    lang_spi(out, verdict_of(ui, row)->spi);
}

static double rank_spi(const struct ui *ui, const struct row *row)
{
    return verdict_of(ui, row)->spi;
}

static void cell_due(const struct ui *ui, const struct row *row, struct buf *out)
{
    char date[DATE_TEXT_MAX];
    buf_puts(out, date_format(target_of(ui, row)->due, date));
}

static void cell_standing(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, lang_standing(verdict_of(ui, row)->standing));
}

/* What changed of a target since the date that is compared with. */
static const struct target_change *change_of(const struct ui *ui, const struct row *row)
{
    return &ui->comparison->targets[row->target];
}

static bool compares(const struct ui *ui)
{
    return ui->comparison != NULL;
}

static void cell_change(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_putc(out, since_mark(change_of(ui, row)));
}

static enum role role_change(const struct ui *ui, const struct row *row)
{
    enum trend trend = change_of(ui, row)->trend;
    return trend == TREND_WORSE ? ROLE_RED : trend == TREND_BETTER ? ROLE_GREEN : ROLE_TEXT;
}

static double rank_change(const struct ui *ui, const struct row *row)
{
    return change_of(ui, row)->trend;
}

const struct column column_change = {.name = "+-",
                                     .width = 2,
                                     .shown = compares,
                                     .cell = cell_change,
                                     .rank = rank_change,
                                     .role = role_change};
const struct column column_mark = {
    .name = "", .width = 1, .cell = cell_mark, .role = role_standing};
const struct column column_target = {
    .name = N_("target"), .width = 6, .handle = true, .cell = cell_target, .rank = order_of_plan};
const struct column column_target_name = {
    .name = N_("name"), .width = 24, .stretch = 1, .cell = cell_target_name};
const struct column column_figures = {.name = N_("actual/goal"),
                                      .width = 13,
                                      .right = true,
                                      .cell = cell_figures,
                                      .rank = rank_figures};
const struct column column_figures_beside = {.name = N_("actual/goal"),
                                             .width = 13,
                                             .drop = 3,
                                             .right = true,
                                             .cell = cell_figures,
                                             .rank = rank_figures};
const struct column column_progress = {
    .name = N_("progress"), .width = 10, .drop = 2, .draw = draw_progress, .rank = rank_progress};
const struct column column_spi = {
    .name = N_("SPI"), .width = 4, .drop = 3, .right = true, .cell = cell_spi, .rank = rank_spi};
const struct column column_due = {.name = N_("due"), .width = 10, .drop = 1, .cell = cell_due};
const struct column column_standing = {.name = N_("standing"),
                                       .width = 12,
                                       .cell = cell_standing,
                                       .rank = rank_standing,
                                       .role = role_standing};

const struct column *const target_columns[] = {
    &column_change,   &column_mark, &column_target, &column_target_name, &column_figures,
    &column_progress, &column_spi,  &column_due,    &column_standing,
};
_Static_assert(COUNT_OF(target_columns) == TARGET_COLUMNS, "the count in columns.h is wrong");

struct row row_of_target(int n, int target)
{
    return (struct row){.n = n, .target = target, .school = -1};
}

/* ---- schools ---- */

static const struct school *school_of(const struct ui *ui, const struct row *row)
{
    return &ui->board->plan->schools[row->school];
}

static void cell_school(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, school_of(ui, row)->code);
}

static void cell_school_name(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, ui_name(ui, &school_of(ui, row)->name));
}

static void cell_kind(const struct ui *ui, const struct row *row, struct buf *out)
{
    int kind = school_of(ui, row)->kind;
    if (kind >= 0)
        buf_puts(out, ui_name(ui, &ui->board->plan->kinds[kind].name));
}

static void cell_town(const struct ui *ui, const struct row *row, struct buf *out)
{
    int town = school_of(ui, row)->town;
    if (town >= 0)
        buf_puts(out, ui_name(ui, &ui->board->plan->towns[town].name));
}

const struct column column_school = {
    .name = N_("school"), .width = 8, .handle = true, .cell = cell_school};
const struct column column_school_name = {
    .name = N_("name"), .width = 18, .stretch = 3, .cell = cell_school_name};
const struct column column_kind = {.name = N_("kind"), .width = 12, .stretch = 1, .drop = 3, .cell = cell_kind};
const struct column column_town = {.name = N_("town"), .width = 12, .drop = 4, .cell = cell_town};

struct row row_of_school(int n, int school)
{
    return (struct row){.n = n, .target = -1, .school = school};
}
