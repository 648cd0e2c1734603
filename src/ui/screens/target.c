/* target.c - one target: every number, why it stands as it does, and its schools. */
#include <math.h>
#include <stdio.h>

#include "ui/columns.h"
#include "ui/ui.h"

static const struct target *target_of(const struct ui *ui)
{
    return &ui->board->plan->targets[ui_here(ui)->target];
}

static const struct verdict *verdict_of(const struct ui *ui)
{
    return &ui->board->verdicts[ui_here(ui)->target];
}

/* Name, and the standing with its reason. */
static int draw_head(const struct ui *ui, struct canvas *canvas, const struct area *area)
{
    const struct target *target = target_of(ui);
    const struct verdict *verdict = verdict_of(ui);
    struct buf text = {0};
    buf_printf(&text, "%s %s", target->code, ui_name(ui, &target->name));
    if (target->veto)
        buf_printf(&text, " [%s]", _("VETO"));
    canvas_put(canvas, area->y, area->x, area->columns, ROLE_STRONG, buf_sv(&text));
    buf_clear(&text);
    buf_printf(&text, "%c %s", standing_mark(verdict->standing), lang_standing(verdict->standing));
    int x = canvas_put(canvas, area->y + 1, area->x, area->columns,
                       role_of_standing(verdict->standing), buf_sv(&text));
    buf_clear(&text);
    lang_reason(&text, target, verdict, ui->board->as_of);
    int rows =
        wrap_draw(canvas, area->y + 1, x + 2, area->columns - x - 2, 2, ROLE_TEXT, buf_text(&text));
    buf_free(&text);
    return 1 + (rows > 0 ? rows : 1);
}

/* "actual 4215 / 6590 places   sum over schools, 180 of 197 reported" */
static void draw_figures(const struct ui *ui, struct canvas *canvas, int y, const struct area *area)
{
    const struct target *target = target_of(ui);
    const struct verdict *verdict = verdict_of(ui);
    struct buf actual = {0}, goal = {0}, text = {0};
    lang_figure(&actual, target, verdict->actual);
    lang_goal(&goal, target);
    buf_printf(&text, _("actual %s, goal %s (%s), %s; %lld of %zu reported"), buf_text(&actual),
               buf_text(&goal), ui_name(ui, &target->unit), lang_measure(target->measure),
               (long long)verdict->reporters, target->scope_size);
    canvas_put(canvas, y, area->x, area->columns, ROLE_TEXT, buf_sv(&text));
    buf_free(&actual);
    buf_free(&goal);
    buf_free(&text);
}

static void add_forecast(struct buf *out, daynum forecast)
{
    char date[DATE_TEXT_MAX];
    buf_puts(out, forecast == DAY_NEVER  ? _("never at this pace")
                  : forecast == DAY_NONE ? "-"
                                         : date_format(forecast, date));
}

static void draw_pace(const struct ui *ui, struct canvas *canvas, int y, const struct area *area)
{
    enum { BAR = 20 };
    const struct target *target = target_of(ui);
    const struct verdict *verdict = verdict_of(ui);
    char starts[DATE_TEXT_MAX], due[DATE_TEXT_MAX];
    struct buf actual = {0}, planned = {0}, spi = {0}, forecast = {0}, text = {0};
    lang_percent(&actual, verdict->actual_share);
    lang_percent(&planned, verdict->planned_share);
    add_forecast(&forecast, verdict->forecast);
    lang_spi(&spi, verdict->spi);
    bar_draw(canvas, y, area->x, BAR, verdict->actual_share, verdict->planned_share, ROLE_FAINT);
    buf_printf(&text, _("reached %s, planned %s, SPI %s, forecast %s"), buf_text(&actual),
               buf_text(&planned), buf_text(&spi), buf_text(&forecast));
    canvas_put(canvas, y, area->x + BAR + 2, area->columns - BAR - 2, ROLE_TEXT, buf_sv(&text));
    buf_clear(&text);
    buf_printf(&text, _("from %s, due %s, "), date_format(target->starts, starts),
               date_format(target->due, due));
    lang_days(&text, verdict->days);
    if (target->owner[0] != '\0')
        buf_printf(&text, _(", owner %s"), target->owner);
    canvas_put(canvas, y + 1, area->x, area->columns, ROLE_TEXT, buf_sv(&text));
    buf_free(&actual);
    buf_free(&planned);
    buf_free(&spi);
    buf_free(&forecast);
    buf_free(&text);
}

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

static const struct value *value_of(const struct ui *ui, const struct row *row)
{
    return &ui_data(ui)->values.rows[row->n];
}

static struct row row_at(const struct ui *ui, int n)
{
    return row_of_school(n, ui_data(ui)->values.rows[n].school);
}

static void cell_value(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct value *value = value_of(ui, row);
    char number[AMOUNT_TEXT_MAX];
    if (value->date == DAY_NONE) {
        buf_putc(out, '-');
        return;
    }
    buf_puts(out, amount_format(value->value, number));
    if (value->of != AMOUNT_NONE)
        buf_printf(out, "/%s", amount_format(value->of, number));
}

static double rank_value(const struct ui *ui, const struct row *row)
{
    const struct value *value = value_of(ui, row);
    return value->date == DAY_NONE ? NAN : (double)value->value;
}

static void cell_date(const struct ui *ui, const struct row *row, struct buf *out)
{
    char date[DATE_TEXT_MAX];
    buf_puts(out, date_format(value_of(ui, row)->date, date));
}

/* File and line, or who entered it. */
static void cell_source(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct value *value = value_of(ui, row);
    if (value->file[0] != '\0')
        buf_printf(out, "%s:%u", value->file, value->line);
    else
        buf_puts(out, value->who);
}

static const struct column column_value = {
    .name = N_("value"), .width = 14, .right = true, .cell = cell_value, .rank = rank_value};
static const struct column column_date = {.name = N_("date"), .width = 10, .cell = cell_date};
static const struct column column_source = {
    .name = N_("source"), .width = 8, .stretch = 2, .cell = cell_source};

static const struct column *const columns[] = {
    &column_school, &column_school_name, &column_value, &column_date, &column_source,
};

static const struct table table = {columns, COUNT_OF(columns), count, row_at,
                                   .empty = N_("nobody is in the scope of this target")};

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    int used = draw_head(ui, canvas, area);
    draw_figures(ui, canvas, area->y + used, area);
    draw_pace(ui, canvas, area->y + used + 1, area);
    used += 3;
    table_draw(ui, canvas,
               &(struct area){area->y + used, area->x, area->rows - used, area->columns});
}

/* ---- changes ---- */

static const char *read_value(const struct ui *ui, const char *text, struct ui_request *request)
{
    struct row row;
    if (!table_chosen(ui, &row))
        return "";
    request->type = UI_SET_VALUE;
    request->target = ui_here(ui)->target;
    request->school = row.school;
    return entry_read_value(ui, text, request);
}

static const char *read_goal(const struct ui *ui, const char *text, struct ui_request *request)
{
    request->type = UI_SET_GOAL;
    request->target = ui_here(ui)->target;
    return entry_read_goal(ui, text, request);
}

static bool is_here(const struct ui *ui)
{
    return ui_here(ui)->screen == SCREEN_TARGET;
}

static const struct question question_value = {.read = read_value, .stands = is_here};
static const struct question question_goal = {.read = read_goal, .stands = is_here};

static void ask_value(struct ui *ui)
{
    struct row row;
    char date[DATE_TEXT_MAX], prompt[240];
    if (!table_chosen(ui, &row)) {
        ui_say(ui, UI_TONE_ERROR, _("nobody is in the scope of this target; check the plan"));
        return;
    }
    snprintf(prompt, sizeof(prompt), _("Value of %s (or 12/30, 98%%), date if not %s:"),
             ui->board->plan->schools[row.school].code, date_format(ui->board->as_of, date));
    ui_ask(ui, &question_value, prompt, "");
}

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    (void)key;
    if (action == ACTION_EDIT)
        ask_value(ui);
    else if (action == ACTION_GOAL)
        ui_ask(ui, &question_goal, _("Goal (12, 4-5 or none):"), "");
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
