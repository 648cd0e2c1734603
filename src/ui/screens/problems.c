/* problems.c - the problem list: what is in the way, who clears it away by when. */
#include <math.h>

#include "ui/columns.h"
#include "ui/ui.h"

static void needs(const struct ui *ui, struct ui_query *query)
{
    (void)ui;
    query->data = UI_DATA_CARE;
}

static const struct problem *problem_of(const struct ui *ui, const struct row *row)
{
    return &ui_data(ui)->problems.rows[row->n];
}

static enum problem_state state_of(const struct ui *ui, const struct row *row)
{
    return problem_state(problem_of(ui, row), ui->board->as_of);
}

static int count(const struct ui *ui)
{
    return (int)ui_data(ui)->problems.count;
}

static struct row row_at(const struct ui *ui, int n)
{
    const struct problem *problem = &ui_data(ui)->problems.rows[n];
    return (struct row){n, problem->target, problem->school};
}

static void key(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%lld", (long long)problem_of(ui, row)->id);
}

static void words(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct problem *problem = problem_of(ui, row);
    buf_printf(out, "%s %s %s", lang_problem_state(state_of(ui, row)), problem->owner,
               problem->text);
}

/* ---- columns ---- */

static double rank_number(const struct ui *ui, const struct row *row)
{
    return (double)problem_of(ui, row)->id;
}

static void cell_state(const struct ui *ui, const struct row *row, struct buf *out)
{
    static const char marks[PROBLEM_STATE_TOTAL] = {'!', ' ', '='};
    buf_printf(out, "%c %s", marks[state_of(ui, row)], lang_problem_state(state_of(ui, row)));
}

static double rank_state(const struct ui *ui, const struct row *row)
{
    return state_of(ui, row);
}

static enum role role_state(const struct ui *ui, const struct row *row)
{
    static const enum role roles[PROBLEM_STATE_TOTAL] = {ROLE_RED, ROLE_TEXT, ROLE_HINT};
    return roles[state_of(ui, row)];
}

static void cell_subject(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct plan *plan = ui->board->plan;
    if (row->target >= 0)
        buf_puts(out, plan->targets[row->target].code);
    if (row->school >= 0)
        buf_printf(out, "%s%s", row->target >= 0 ? " " : "", plan->schools[row->school].code);
}

/* Those of targets as the plan has them, then those of schools alone. */
static double rank_subject(const struct ui *ui, const struct row *row)
{
    double targets = (double)ui->board->plan->target_count;
    return row->target >= 0 ? row->target : targets + row->school;
}

static void cell_text(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, problem_of(ui, row)->text);
}

static void cell_owner(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, problem_of(ui, row)->owner);
}

static void cell_due(const struct ui *ui, const struct row *row, struct buf *out)
{
    char date[DATE_TEXT_MAX];
    daynum due = problem_of(ui, row)->due;
    buf_puts(out, due == DAY_NONE ? "-" : date_format(due, date));
}

static double rank_due(const struct ui *ui, const struct row *row)
{
    daynum due = problem_of(ui, row)->due;
    return due == DAY_NONE ? NAN : (double)due;
}

/* Of a closed one: when that was. */
static void cell_days(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct problem *problem = problem_of(ui, row);
    char date[DATE_TEXT_MAX];
    if (state_of(ui, row) == PROBLEM_CLOSED)
        buf_puts(out, date_format(problem->closed, date));
    else if (problem->due != DAY_NONE)
        lang_days(out, problem_days(problem, ui->board->as_of));
}

static const struct column columns_of[] = {
    {.name = N_("no."),
     .width = 4,
     .right = true,
     .handle = true,
     .cell = key,
     .rank = rank_number},
    {.name = N_("state"), .width = 10, .cell = cell_state, .rank = rank_state, .role = role_state},
    {.name = N_("of"), .width = 12, .cell = cell_subject, .rank = rank_subject},
    {.name = N_("what is in the way"), .width = 18, .stretch = 1, .cell = cell_text},
    {.name = N_("owner"), .width = 12, .drop = 1, .cell = cell_owner},
    {.name = N_("due"), .width = 10, .cell = cell_due, .rank = rank_due, .role = role_state},
    {.name = N_("days"),
     .width = 13,
     .drop = 2,
     .cell = cell_days,
     .rank = rank_due,
     .role = role_state},
};

static const struct column *const columns[] = {&columns_of[0], &columns_of[1], &columns_of[2],
                                               &columns_of[3], &columns_of[4], &columns_of[5],
                                               &columns_of[6]};

static const struct table table = {columns,
                                   COUNT_OF(columns),
                                   count,
                                   row_at,
                                   key,
                                   words,
                                   .empty = N_("no problem is noted; P notes one"),
                                   .empty_for_readers = N_("no problem is noted")};

/* ---- the screen ---- */

/* "3 5.1 New school places, WJ-K001 Name: what is in the way; owner; how it was cleared away". */
static void add_in_full(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct problem *problem = problem_of(ui, row);
    const struct plan *plan = ui->board->plan;
    buf_printf(out, "%lld ", (long long)problem->id);
    if (row->target >= 0)
        buf_printf(out, "%s %s", plan->targets[row->target].code,
                   ui_name(ui, &plan->targets[row->target].name));
    if (row->school >= 0)
        buf_printf(out, "%s%s %s", row->target >= 0 ? _(", ") : "", plan->schools[row->school].code,
                   ui_name(ui, &plan->schools[row->school].name));
    buf_printf(out, "%s%s", _(": "), problem->text);
    if (problem->owner[0] != '\0')
        buf_printf(out, "  [%s]", problem->owner);
    if (problem->remedy[0] != '\0')
        buf_printf(out, "  -> %s", problem->remedy);
}

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    table_draw_full(ui, canvas, area, ROLE_STRONG, add_in_full);
}

static struct ui_request act(struct ui *ui, enum action action, struct key pressed)
{
    struct row row;
    (void)pressed;
    if (action == ACTION_OPEN && ui_data(ui) && table_chosen(ui, &row))
        ui_open_subject(ui, row.target, row.school);
    return (struct ui_request){.type = UI_NONE};
}

const struct screen screen_problems = {
    .name = N_("problems"), .table = &table, .draw = draw, .act = act, .needs = needs};
