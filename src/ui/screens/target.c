/* target.c - one target: every number, why it stands as it does, and its schools. */
#include <stdio.h>

#include "ui/ui.h"

static const struct target *target_of(const struct ui *ui)
{
    return &ui->board->plan->targets[ui->target];
}

static const struct verdict *verdict_of(const struct ui *ui)
{
    return &ui->board->verdicts[ui->target];
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

enum { SCHOOL = 9, VALUE = 14, DATE = 11 };

static void draw_schools_head(struct canvas *canvas, int y, const struct area *area)
{
    int name = (area->columns - SCHOOL - VALUE - DATE - 2) * 3 / 5;
    int x = area->x;
    canvas_fill(canvas, y, x, area->columns, ROLE_PANE);
    x = canvas_left(canvas, y, x, SCHOOL, ROLE_PANE, _("school"));
    x = canvas_left(canvas, y, x, name, ROLE_PANE, _("name"));
    x = canvas_right(canvas, y, x, VALUE, ROLE_PANE, _("value")) + 1;
    x = canvas_left(canvas, y, x, DATE, ROLE_PANE, _("date"));
    canvas_left(canvas, y, x, area->x + area->columns - x, ROLE_PANE, _("source"));
}

static void add_value(struct buf *out, const struct value *value)
{
    char number[AMOUNT_TEXT_MAX];
    if (value->date == DAY_NONE) {
        buf_putc(out, '-');
        return;
    }
    buf_puts(out, amount_format(value->value, number));
    if (value->of != AMOUNT_NONE)
        buf_printf(out, "/%s", amount_format(value->of, number));
}

/* File and line, or who entered it. */
static void add_source(struct buf *out, const struct value *value)
{
    if (value->file[0] != '\0')
        buf_printf(out, "%s:%u", value->file, value->line);
    else
        buf_puts(out, value->who);
}

static void draw_school(const struct ui *ui, struct canvas *canvas, int y, const struct area *area,
                        int n)
{
    const struct value *value = &ui->values->rows[n];
    const struct school *school = &ui->board->plan->schools[value->school];
    enum role role = n == ui->schools.selected ? ROLE_CHOSEN : ROLE_TEXT;
    int name = (area->columns - SCHOOL - VALUE - DATE - 2) * 3 / 5;
    char date[DATE_TEXT_MAX];
    struct buf number = {0}, source = {0};
    add_value(&number, value);
    add_source(&source, value);
    int x = area->x;
    canvas_fill(canvas, y, x, area->columns, role);
    x = canvas_left(canvas, y, x, SCHOOL - 1, role, school->code) + 1;
    x = canvas_left(canvas, y, x, name, role, ui_name(ui, &school->name));
    x = canvas_right(canvas, y, x, VALUE, role, buf_text(&number)) + 1;
    x = canvas_left(canvas, y, x, DATE, role, date_format(value->date, date));
    canvas_put(canvas, y, x, area->x + area->columns - x, role, buf_sv(&source));
    buf_free(&number);
    buf_free(&source);
}

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    int y = area->y + draw_head(ui, canvas, area);
    draw_figures(ui, canvas, y, area);
    draw_pace(ui, canvas, y + 1, area);
    y += 3;
    draw_schools_head(canvas, y, area);
    y++;
    int rows = area->y + area->rows - y;
    if (!ui->values)
        return;
    list_fit(&ui->schools, rows);
    for (int row = 0; row < rows && ui->schools.top + row < ui->schools.count; row++)
        draw_school(ui, canvas, y + row, area, ui->schools.top + row);
}

/* ---- changes ---- */

static void ask_value(struct ui *ui)
{
    if (!ui->values || ui->values->count == 0) {
        ui_say(ui, UI_TONE_ERROR, _("nobody is in the scope of this target; check the plan"));
        return;
    }
    const struct value *value = &ui->values->rows[ui->schools.selected];
    char date[DATE_TEXT_MAX], prompt[240];
    snprintf(prompt, sizeof(prompt), _("Value of %s (or 12/30, 98%%), date if not %s:"),
             ui->board->plan->schools[value->school].code, date_format(ui->board->as_of, date));
    ui->asking = ASKING_VALUE;
    input_start(&ui->input, prompt, "");
}

static void ask_goal(struct ui *ui)
{
    ui->asking = ASKING_GOAL;
    input_start(&ui->input, _("Goal (12, 4-5 or none):"), "");
}

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    (void)key;
    bool writes = action == ACTION_EDIT || action == ACTION_GOAL;
    if (writes && ui->options.read_only)
        ui_say(ui, UI_TONE_ERROR, _("this database is open for reading only"));
    else if (action == ACTION_EDIT)
        ask_value(ui);
    else if (action == ACTION_GOAL)
        ask_goal(ui);
    else
        list_move(&ui->schools, action);
    return (struct ui_request){.type = UI_NONE};
}

static const char *crumb(const struct ui *ui)
{
    return target_of(ui)->code;
}

const struct screen screen_target = {ON_TARGET, draw, act, crumb};
