/* steps.c - the dated steps of a target: which are reached and when, marked done, moved. */
#include <math.h>
#include <stdio.h>

#include "ui/columns.h"
#include "ui/detail.h"
#include "ui/edits.h"

static void needs(const struct ui *ui, struct ui_query *query)
{
    query->data = UI_DATA_TARGET;
    query->target = ui_here(ui)->target;
}

static const struct target *target_of(const struct ui *ui)
{
    return &ui->board->plan->targets[ui_here(ui)->target];
}

static const struct step *step_of(const struct ui *ui, const struct row *row)
{
    return &target_of(ui)->steps[row->n];
}

static int count(const struct ui *ui)
{
    return (int)target_of(ui)->step_count;
}

static struct row row_at(const struct ui *ui, int n)
{
    return row_of_target(n, ui_here(ui)->target);
}

static void key(const struct ui *ui, const struct row *row, struct buf *out)
{
    (void)ui;
    buf_printf(out, "%d", row->n + 1);
}

static void words(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, ui_name(ui, &step_of(ui, row)->name));
}

/* ---- how each stands ---- */

/* Is so much of the goal as the step stands for reached with `share` of it? */
static bool reaches(const struct ui *ui, const struct row *row, double share)
{
    const double tolerance = 1e-9;
    return !isnan(share) && amount_double(step_of(ui, row)->percent) / 100 <= share + tolerance;
}

static bool is_reached(const struct ui *ui, const struct row *row)
{
    return reaches(ui, row, ui->board->verdicts[row->target].actual_share);
}

/* The first day on which so much of the goal was reached. */
static daynum reached_on(const struct ui *ui, const struct row *row)
{
    const struct figures *figures = &ui->board->figures[row->target];
    const struct target *target = target_of(ui);
    for (size_t i = 0; is_reached(ui, row) && i < figures->count; i++) {
        amount actual = measure_actual(target, &figures->points[i].tally);
        if (reaches(ui, row, standing_actual_share(target, actual)))
            return figures->points[i].date;
    }
    return DAY_NONE;
}

static enum standing standing_of(const struct ui *ui, const struct row *row)
{
    return is_reached(ui, row)                         ? STANDING_DONE
           : step_of(ui, row)->date < ui->board->as_of ? STANDING_OVERDUE
                                                       : STANDING_NOT_STARTED;
}

static void cell_state(const struct ui *ui, const struct row *row, struct buf *out)
{
    enum standing standing = standing_of(ui, row);
    buf_printf(out, "%c %s", standing_mark(standing),
               standing == STANDING_NOT_STARTED ? _("to come") : lang_standing(standing));
}

static double rank_state(const struct ui *ui, const struct row *row)
{
    return standing_of(ui, row);
}

static enum role role_state(const struct ui *ui, const struct row *row)
{
    return role_of_standing(standing_of(ui, row));
}

static void cell_date(const struct ui *ui, const struct row *row, struct buf *out)
{
    char date[DATE_TEXT_MAX];
    buf_puts(out, date_format(step_of(ui, row)->date, date));
}

static void cell_percent(const struct ui *ui, const struct row *row, struct buf *out)
{
    char number[AMOUNT_TEXT_MAX];
    buf_printf(out, "%s%%", amount_format(step_of(ui, row)->percent, number));
}

static void cell_name(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, ui_name(ui, &step_of(ui, row)->name));
}

static void cell_done(const struct ui *ui, const struct row *row, struct buf *out)
{
    char date[DATE_TEXT_MAX];
    buf_puts(out, edits_or_none(date_format(reached_on(ui, row), date)));
}

static const struct column columns_of[] = {
    {.name = N_("no."), .width = 4, .right = true, .handle = true, .cell = key},
    {.name = N_("state"), .width = 12, .cell = cell_state, .rank = rank_state, .role = role_state},
    {.name = N_("due"), .width = 10, .cell = cell_date},
    {.name = N_("goal"), .width = 6, .right = true, .cell = cell_percent},
    {.name = N_("step"), .width = 12, .stretch = 1, .cell = cell_name},
    {.name = N_("done on"), .width = 10, .cell = cell_done},
};

static const struct column *const columns[] = {&columns_of[0], &columns_of[1], &columns_of[2],
                                               &columns_of[3], &columns_of[4], &columns_of[5]};

static const struct table table = {columns,
                                   COUNT_OF(columns),
                                   count,
                                   row_at,
                                   key,
                                   words,
                                   .empty =
                                       N_("this target has no dated steps; e enters how far it is"),
                                   .empty_for_readers = N_("this target has no dated steps")};

/* ---- keys ---- */

static bool stands(const struct ui *ui)
{
    return ui_here(ui)->screen == SCREEN_STEPS && ui_here(ui)->target == ui->change.target;
}

static const char *read_done(const struct ui *ui, const char *text, struct ui_request *request)
{
    struct row row;
    *request = ui->change;
    request->type = UI_SET_VALUE;
    if (!table_chosen(ui, &row))
        return _("the row has gone meanwhile; choose it again");
    request->value = step_of(ui, &row)->percent;
    request->of = AMOUNT_NONE;
    snprintf(request->text, sizeof(request->text), "%s", ui_name(ui, &step_of(ui, &row)->name));
    return entry_read_date(text, &request->date);
}

static const char *read_move(const struct ui *ui, const char *text, struct ui_request *request)
{
    struct row row;
    *request = ui->change;
    request->type = UI_MOVE_STEP;
    if (!table_chosen(ui, &row))
        return _("the row has gone meanwhile; choose it again");
    request->seen_date = step_of(ui, &row)->date;
    return entry_read_date(text, &request->date);
}

static const struct question question_done = {
    .read = read_done, .about_row = true, .stands = stands};
static const struct question question_move = {
    .read = read_move, .about_row = true, .stands = stands};

/* Then its steps only say what is planned. */
static bool goes_by_reports(const struct ui *ui)
{
    return target_of(ui)->measure != MEASURE_MILESTONE;
}

static bool idle(const struct ui *ui, enum action action)
{
    return action == ACTION_STEP_DONE && goes_by_reports(ui);
}

static void ask_done(struct ui *ui, const struct row *row)
{
    char date[DATE_TEXT_MAX];
    if (goes_by_reports(ui) || !edits_begin(ui)) {
        ui_say(ui, UI_TONE_ERROR,
               _("reports say how far this target is; its steps only say what is planned"));
        return;
    }
    if (is_reached(ui, row)) {
        ui_say(ui, UI_TONE_INFO, _("this step is reached already; u takes your last change back"));
        return;
    }
    ui_ask(ui, &question_done, _("Done on:"), date_format(ui->board->as_of, date));
}

static void ask_move(struct ui *ui, const struct row *row)
{
    char date[DATE_TEXT_MAX];
    (void)edits_begin(ui);
    ui_ask(ui, &question_move, _("Due date:"), date_format(step_of(ui, row)->date, date));
}

static struct ui_request act(struct ui *ui, enum action action, struct key pressed)
{
    struct row row;
    (void)pressed;
    if (!table_chosen(ui, &row))
        return (struct ui_request){.type = UI_NONE};
    if (action == ACTION_STEP_DONE)
        ask_done(ui, &row);
    else if (action == ACTION_DUE)
        ask_move(ui, &row);
    return (struct ui_request){.type = UI_NONE};
}

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    struct area head = {area->y, area->x, area->rows < ROOMY ? 2 : area->rows, area->columns};
    int used = detail_head(ui, canvas, &head, ui_here(ui)->target) + (area->rows >= ROOMY);
    table_draw(ui, canvas,
               &(struct area){area->y + used, area->x, area->rows - used, area->columns});
}

const struct screen screen_steps = {
    .name = N_("steps"), .table = &table, .draw = draw, .act = act, .idle = idle, .needs = needs};
