/* attention.c - what needs care, worst first, as the command has it: how late, how much is missing,
 * who answers for it, what comes next. */
#include <math.h>

#include "ui/columns.h"
#include "ui/detail.h"

static void needs(const struct ui *ui, struct ui_query *query)
{
    (void)ui;
    query->data = UI_DATA_CARE;
}

static const struct care *care_of(const struct ui *ui, const struct row *row)
{
    return &ui_data(ui)->care[row->n];
}

static struct row row_at(const struct ui *ui, int n)
{
    const struct care *care = &ui_data(ui)->care[n];
    return (struct row){n, care->target, care->problem ? care->problem->school : -1};
}

static void key(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct care *care = care_of(ui, row);
    if (care->problem)
        buf_printf(out, "#%lld", (long long)care->problem->id);
    else
        buf_puts(out, ui->board->plan->targets[care->target].code);
}

static void words(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct care *care = care_of(ui, row);
    buf_printf(out, "%s %s %s", lang_standing(care->standing), care->owner,
               care->problem ? care->problem->text : "");
}

/* ---- columns ---- */

/* What changed is a target's; a problem has no mark. */
static void cell_change(const struct ui *ui, const struct row *row, struct buf *out)
{
    if (!care_of(ui, row)->problem)
        column_change.cell(ui, row, out);
}

static enum role role_change(const struct ui *ui, const struct row *row)
{
    return care_of(ui, row)->problem ? ROLE_TEXT : column_change.role(ui, row);
}

static double rank_change(const struct ui *ui, const struct row *row)
{
    return care_of(ui, row)->problem ? NAN : column_change.rank(ui, row);
}

static bool compares(const struct ui *ui)
{
    return ui->comparison != NULL;
}

static void cell_mark(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_putc(out, standing_mark(care_of(ui, row)->standing));
}

static enum role role_standing(const struct ui *ui, const struct row *row)
{
    return role_of_standing(care_of(ui, row)->standing);
}

static double rank_subject(const struct ui *ui, const struct row *row)
{
    return care_of(ui, row)->target < 0 ? NAN : (double)care_of(ui, row)->target;
}

static void cell_name(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct care *care = care_of(ui, row);
    buf_puts(out, care->problem ? care->problem->text
                                : ui_name(ui, &ui->board->plan->targets[care->target].name));
}

static void cell_standing(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, lang_standing(care_of(ui, row)->standing));
}

static double rank_standing(const struct ui *ui, const struct row *row)
{
    return care_of(ui, row)->standing;
}

static void cell_days(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%d", care_of(ui, row)->days);
}

static double rank_days(const struct ui *ui, const struct row *row)
{
    return care_of(ui, row)->days;
}

static void cell_gap(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct care *care = care_of(ui, row);
    if (care->target >= 0)
        lang_gap(out, &ui->board->plan->targets[care->target], care->gap, ui->options.lang);
    else
        buf_putc(out, '-');
}

/* As a part of the goal: units differ. */
static double rank_gap(const struct ui *ui, const struct row *row)
{
    const struct care *care = care_of(ui, row);
    if (care->gap == AMOUNT_NONE || care->target < 0)
        return NAN;
    amount goal = ui->board->plan->targets[care->target].goal_min;
    return goal == 0 ? (double)care->gap : (double)care->gap / (double)goal;
}

static void cell_owner(const struct ui *ui, const struct row *row, struct buf *out)
{
    const char *owner = care_of(ui, row)->owner;
    buf_puts(out, owner[0] != '\0' ? owner : "-");
}

/* Is anybody named at all? */
static bool has_owners(const struct ui *ui)
{
    for (int n = 0; ui_data(ui) && n < ui_data_count(ui); n++) {
        if (ui_data(ui)->care[n].owner[0] != '\0')
            return true;
    }
    return false;
}

static void cell_next(const struct ui *ui, const struct row *row, struct buf *out)
{
    lang_next(out, ui->board, care_of(ui, row), ui->options.lang);
}

static const struct column columns_of[] = {
    {.name = "+-",
     .width = 2,
     .shown = compares,
     .cell = cell_change,
     .rank = rank_change,
     .role = role_change},
    {.name = "", .width = 1, .cell = cell_mark, .role = role_standing},
    {.name = N_("target"), .width = 6, .handle = true, .cell = key, .rank = rank_subject},
    {.name = N_("name"), .width = 14, .stretch = 1, .cell = cell_name},
    {.name = N_("standing"),
     .width = 9,
     .drop = 2,
     .cell = cell_standing,
     .rank = rank_standing,
     .role = role_standing},
    {.name = N_("days"), .width = 4, .right = true, .cell = cell_days, .rank = rank_days},
    {.name = N_("gap"), .width = 12, .right = true, .cell = cell_gap, .rank = rank_gap},
    {.name = N_("owner"), .width = 10, .drop = 1, .shown = has_owners, .cell = cell_owner},
    {.name = N_("next step"), .width = 18, .stretch = 3, .cell = cell_next},
};

static const struct column *const columns[] = {&columns_of[0], &columns_of[1], &columns_of[2],
                                               &columns_of[3], &columns_of[4], &columns_of[5],
                                               &columns_of[6], &columns_of[7], &columns_of[8]};

static const struct table table = {columns,
                                   COUNT_OF(columns),
                                   ui_data_count,
                                   row_at,
                                   key,
                                   words,
                                   .empty = N_("nothing is breached, overdue, lagging or silent")};

static struct ui_request act(struct ui *ui, enum action action, struct key pressed)
{
    struct row row;
    (void)pressed;
    if (action != ACTION_OPEN || !ui_data(ui) || !table_chosen(ui, &row))
        return (struct ui_request){.type = UI_NONE};
    const struct care *care = care_of(ui, &row);
    if (care->problem)
        ui_open_problem(ui, care->problem->id);
    else
        ui_open_target(ui, care->target);
    return (struct ui_request){.type = UI_NONE};
}

const struct screen screen_attention = {
    .name = N_("attention"), .table = &table, .draw = detail_table, .act = act, .needs = needs};
