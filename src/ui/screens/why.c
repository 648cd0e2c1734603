/* why.c - where a target's figure and standing come from: the rule, the numbers, the thresholds,
 * and every school's value with its file and line. */
#include "duban/burnup.h"
#include "ui/columns.h"
#include "ui/ui.h"

/* The numbers, one line each; the schools follow. */
enum line { RULE, ACTUAL, PLANNED, REACHED, INDEX, FORECAST, SILENCE, TIME, LINES };

static const struct target *target_of(const struct ui *ui)
{
    return &ui->board->plan->targets[ui_here(ui)->target];
}

static const struct verdict *verdict_of(const struct ui *ui)
{
    return &ui->board->verdicts[ui_here(ui)->target];
}

static void add_rule(const struct ui *ui, struct buf *out)
{
    buf_printf(out, "%c %s%s", standing_mark(verdict_of(ui)->standing),
               lang_standing(verdict_of(ui)->standing), _(": "));
    lang_reason(out, target_of(ui), verdict_of(ui), ui->board->as_of);
}

/* How the schools' values become the figure. */
static void add_actual(const struct ui *ui, struct buf *out)
{
    const struct target *target = target_of(ui);
    const struct point *point =
        figures_at(&ui->board->figures[ui_here(ui)->target], ui->board->as_of);
    const struct tally tally = point ? point->tally : (struct tally){0};
    char value[AMOUNT_TEXT_MAX], of[AMOUNT_TEXT_MAX];
    long long reporters = (long long)tally.reporters;
    amount_format(tally.value, value);
    amount_format(tally.of, of);
    switch (target->measure) {
    case MEASURE_SHARE:
        buf_printf(out,
                   _("100 x sum of latest values %s / (sum of denominators %s + %lld without)"),
                   value, of, (long long)target->scope_size - (long long)tally.with_of);
        break;
    case MEASURE_COUNT:
        buf_printf(out, _("of %lld that have reported, those with a latest value of 1 or more"),
                   reporters);
        break;
    case MEASURE_SUM:
    case MEASURE_CAP:
        buf_printf(out, _("sum of the latest values of %lld that have reported"), reporters);
        break;
    default:
        buf_printf(out, _("sum of latest values %s / %lld that have reported"), value, reporters);
    }
    buf_puts(out, " = ");
    lang_figure(out, target, verdict_of(ui)->actual);
}

static void add_planned(const struct ui *ui, struct buf *out)
{
    const struct target *target = target_of(ui);
    char from[DATE_TEXT_MAX], due[DATE_TEXT_MAX];
    static const char *const paces[] = {
        [PACE_LINEAR] = N_("evenly"), [PACE_STEPS] = N_("by steps"), [PACE_END] = N_("at the end")};
    lang_percent(out, verdict_of(ui)->planned_share);
    buf_printf(out, _(" of the goal, %s from %s to %s"),
               target->pace <= PACE_END ? _(paces[target->pace]) : "",
               date_format(target->starts, from), date_format(target->due, due));
}

static void add_reached(const struct ui *ui, struct buf *out)
{
    const struct target *target = target_of(ui);
    struct buf actual = {0};
    char base[AMOUNT_TEXT_MAX], goal[AMOUNT_TEXT_MAX];
    amount_format(target->baseline == AMOUNT_NONE ? 0 : target->baseline, base);
    lang_figure(&actual, target, verdict_of(ui)->actual);
    if (target->goal_min != AMOUNT_NONE && !burnup_is_limit(target))
        buf_printf(out, "(%s - %s) / (%s - %s) = ", buf_text(&actual), base,
                   amount_format(target->goal_min, goal), base);
    lang_percent(out, verdict_of(ui)->actual_share);
    buf_free(&actual);
}

static void add_index(const struct ui *ui, struct buf *out)
{
    struct buf reached = {0}, planned = {0};
    lang_percent(&reached, verdict_of(ui)->actual_share);
    lang_percent(&planned, verdict_of(ui)->planned_share);
    buf_printf(out, "%s / %s = ", buf_text(&reached), buf_text(&planned));
    lang_spi(out, verdict_of(ui)->spi);
    buf_printf(out, _("; lagging below %.2f"), target_of(ui)->thresholds.spi_min);
    buf_free(&reached);
    buf_free(&planned);
}

static void add_forecast(const struct ui *ui, struct buf *out)
{
    lang_forecast(out, verdict_of(ui), ui->board->as_of);
    buf_printf(out, _("; lagging when later than due by more than %.0f%% of the period"),
               target_of(ui)->thresholds.forecast_slack * 100);
}

static void add_silence(const struct ui *ui, struct buf *out)
{
    char date[DATE_TEXT_MAX];
    daynum last = verdict_of(ui)->last_report;
    buf_printf(out, _("last report %s; silent after %d periods of %d days"),
               last == DAY_NONE ? "-" : date_format(last, date),
               target_of(ui)->thresholds.silent_periods, target_of(ui)->thresholds.reporting_days);
}

static void add_time(const struct ui *ui, struct buf *out)
{
    lang_days(out, verdict_of(ui)->days);
    buf_printf(out, _("; due soon from %d days on"), target_of(ui)->thresholds.due_soon_days);
}

static const struct {
    const char *name;
    void (*add)(const struct ui *ui, struct buf *out);
} lines[LINES] = {
    [RULE] = {N_("rule"), add_rule},
    [ACTUAL] = {N_("actual"), add_actual},
    [PLANNED] = {N_("planned"), add_planned},
    [REACHED] = {N_("reached"), add_reached},
    [INDEX] = {"SPI", add_index},
    [FORECAST] = {N_("forecast"), add_forecast},
    [SILENCE] = {N_("reports"), add_silence},
    [TIME] = {N_("time"), add_time},
};

/* ---- the rows ---- */

static void needs(const struct ui *ui, struct ui_query *query)
{
    query->data = UI_DATA_TARGET;
    query->target = ui_here(ui)->target;
}

enum { WHAT = 9 };

/* A cap has no pace to keep: it is passed or not. */
static bool is_judged_by(const struct target *target, int line)
{
    return target->measure != MEASURE_CAP || (line != INDEX && line != FORECAST);
}

/* The numbers stand whole, on as many rows as they need. */
static void make(struct ui *ui)
{
    struct told *told = ui_tell(ui);
    for (int line = 0; line < LINES; line++) {
        struct buf text = {0};
        if (!is_judged_by(target_of(ui), line))
            continue;
        lines[line].add(ui, &text);
        told_add(told, line, buf_sv(&text), ui->width - WHAT - 1);
        buf_free(&text);
    }
}

static int count(const struct ui *ui)
{
    return (int)(ui_told(ui)->count + ui_data(ui)->values.count);
}

static struct row row_at(const struct ui *ui, int n)
{
    int told = (int)ui_told(ui)->count;
    if (n < told)
        return (struct row){.n = n, .target = -1, .school = -1};
    return row_of_school(n - told, ui_data(ui)->values.rows[n - told].school);
}

static void key(const struct ui *ui, const struct row *row, struct buf *out)
{
    if (row->school >= 0)
        buf_puts(out, ui->board->plan->schools[row->school].code);
    else
        buf_printf(out, "#%d.%d", ui_piece(ui, row)->about, ui_piece(ui, row)->n);
}

static void cell_what(const struct ui *ui, const struct row *row, struct buf *out)
{
    if (row->school >= 0)
        buf_puts(out, ui->board->plan->schools[row->school].code);
    else if (ui_piece(ui, row)->n == 0)
        buf_puts(out, _(lines[ui_piece(ui, row)->about].name));
}

static void cell_text(const struct ui *ui, const struct row *row, struct buf *out)
{
    if (row->school < 0) {
        buf_add(out, ui_piece(ui, row)->text);
        return;
    }
    const struct column *const cells[] = {&column_value, &column_date, &column_source,
                                          &column_school_name};
    for (size_t i = 0; i < COUNT_OF(cells); i++) {
        struct buf cell = {0};
        cells[i]->cell(ui, row, &cell);
        if (i < 2) /* as columns: a value and its date */
            buf_fill(out, ' ', cells[i]->width - text_width(buf_sv(&cell)));
        buf_printf(out, "%s  ", buf_text(&cell));
        buf_free(&cell);
    }
}

static const struct column column_what = {
    .name = "", .width = WHAT, .handle = true, .cell = cell_what};
static const struct column column_why = {.name = "", .width = 30, .stretch = 1, .cell = cell_text};

static const struct column *const columns[] = {&column_what, &column_why};

static const struct table table = {columns,        COUNT_OF(columns), .make = make,
                                   .count = count, .row = row_at,     .key = key};

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    struct buf text = {0};
    buf_printf(&text, "%s %s", target_of(ui)->code, ui_name(ui, &target_of(ui)->name));
    head_draw(canvas, area, buf_text(&text), "");
    buf_free(&text);
    table_draw(ui, canvas, &(struct area){area->y + 1, area->x, area->rows - 1, area->columns});
}

static struct ui_request act(struct ui *ui, enum action action, struct key pressed)
{
    struct row row;
    (void)pressed;
    if (action == ACTION_OPEN && table_chosen(ui, &row) && row.school >= 0)
        ui_open_school(ui, row.school);
    else if (action == ACTION_OPEN)
        ui_say(ui, UI_TONE_INFO,
               _("this is a number; the rows of the schools below can be opened"));
    return (struct ui_request){.type = UI_NONE};
}

/* A number cannot be opened. */
static bool idle(const struct ui *ui, enum action action)
{
    struct row row;
    return action == ACTION_OPEN && table_chosen(ui, &row) && row.school < 0;
}

const struct screen screen_why = {
    .name = N_("why"), .table = &table, .draw = draw, .act = act, .idle = idle, .needs = needs};
