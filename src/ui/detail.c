#include "ui/detail.h"

#include "duban/burnup.h"
#include "ui/chart.h"
#include "ui/since.h"

enum { WIDE = 140, WEEKS = 16, BAR = 20, BAR_SMALL = 8, GAP = 2 };

/* Where the next line goes. */
struct pen {
    struct canvas *canvas;
    const struct area *area;
    int used;
};

/* One line more, on as many rows as it needs up to `rows`. */
static void write(struct pen *pen, int rows, enum role role, struct buf *text)
{
    int left = pen->area->rows - pen->used;
    pen->used += wrap_draw(pen->canvas, pen->area->y + pen->used, pen->area->x, pen->area->columns,
                           rows < left ? rows : left, role, buf_text(text));
    buf_clear(text);
}

static const struct target *target_at(const struct ui *ui, int target)
{
    return &ui->board->plan->targets[target];
}

/* So many rows where there is room; in a small window the list below needs them. */
static int rows_for(const struct area *area, int rows)
{
    return area->rows < ROOMY ? 1 : rows;
}

/* The standing in its colour, and behind it the reason. */
static void write_standing(struct pen *pen, const struct ui *ui, int t, struct buf *text)
{
    const struct verdict *verdict = &ui->board->verdicts[t];
    const struct area *area = pen->area;
    if (pen->used >= area->rows)
        return;
    buf_printf(text, "%c %s", standing_mark(verdict->standing), lang_standing(verdict->standing));
    int y = area->y + pen->used, rows = area->rows - pen->used;
    int x = canvas_put(pen->canvas, y, area->x, area->columns, role_of_standing(verdict->standing),
                       buf_sv(text)) +
            GAP;
    buf_clear(text);
    lang_reason(text, target_at(ui, t), verdict, ui->board->as_of);
    int most = rows_for(area, 3);
    rows = wrap_draw(pen->canvas, y, x, area->x + area->columns - x, rows < most ? rows : most,
                     ROLE_TEXT, buf_text(text));
    pen->used += rows > 0 ? rows : 1;
    buf_clear(text);
}

/* "actual 4215 / 6590 places   sum over schools, 180 of 197 reported" */
static void add_figures(const struct ui *ui, int t, struct buf *text)
{
    const struct target *target = target_at(ui, t);
    const struct verdict *verdict = &ui->board->verdicts[t];
    struct buf actual = {0}, goal = {0}, unit = {0};
    lang_figure(&actual, target, verdict->actual);
    lang_goal(&goal, target);
    lang_goal_unit(&unit, target, ui->options.lang);
    if (!lang_is_percent(target) && unit.len > 0)
        buf_printf(&goal, _(" (%s)"), buf_text(&unit));
    buf_printf(text, _("actual %s, goal %s, %s; %lld of %zu reported"), buf_text(&actual),
               buf_text(&goal), lang_measure(target->measure), (long long)verdict->reporters,
               target->scope_size);
    buf_free(&actual);
    buf_free(&goal);
    buf_free(&unit);
}

static void add_pace(const struct ui *ui, int t, struct buf *text)
{
    const struct verdict *verdict = &ui->board->verdicts[t];
    struct buf actual = {0}, planned = {0}, spi = {0}, forecast = {0};
    lang_percent(&actual, verdict->actual_share);
    lang_percent(&planned, verdict->planned_share);
    lang_forecast(&forecast, verdict, ui->board->as_of);
    lang_spi(&spi, verdict->spi);
    buf_printf(text, _("reached %s, planned %s, SPI %s, forecast %s"), buf_text(&actual),
               buf_text(&planned), buf_text(&spi), buf_text(&forecast));
    buf_free(&actual);
    buf_free(&planned);
    buf_free(&spi);
    buf_free(&forecast);
}

static void add_dates(const struct ui *ui, int t, struct buf *text)
{
    const struct target *target = target_at(ui, t);
    char starts[DATE_TEXT_MAX], due[DATE_TEXT_MAX];
    buf_printf(text, _("from %s, due %s, "), date_format(target->starts, starts),
               date_format(target->due, due));
    lang_days(text, ui->board->verdicts[t].days);
    if (target->owner[0] != '\0')
        buf_printf(text, _(", owner %s"), target->owner);
}

void detail_bar(const struct ui *ui, struct canvas *canvas, int y, int x, int width, int t,
                enum role rest)
{
    const struct verdict *verdict = &ui->board->verdicts[t];
    const struct bar bar = {
        .actual = verdict->actual_share,
        .planned = verdict->planned_share,
        .end = burnup_end_share(target_at(ui, t), verdict, ui->board->as_of),
    };
    bar_draw(canvas, y, x, width, &bar, rest);
}

/* The bar with what it shows beside it. */
static void write_pace(struct pen *pen, const struct ui *ui, int t, struct buf *text)
{
    const struct area *area = pen->area;
    if (pen->used >= area->rows)
        return;
    int y = area->y + pen->used;
    add_pace(ui, t, text);
    int bar = area->rows < ROOMY ? BAR_SMALL : BAR;
    detail_bar(ui, pen->canvas, y, area->x, bar, t, ROLE_FAINT);
    int x = area->x + bar + GAP, width = area->columns - bar - GAP;
    int rows = wrap_draw(pen->canvas, y, x, width, rows_for(area, 2) + 1, ROLE_TEXT, buf_text(text));
    pen->used += rows > 0 ? rows : 1;
    buf_clear(text);
}

int detail_head(const struct ui *ui, struct canvas *canvas, const struct area *area, int t)
{
    const struct target *target = target_at(ui, t);
    struct pen pen = {canvas, area, 0};
    struct buf text = {0};
    buf_printf(&text, "%s %s", target->code, ui_name(ui, &target->name));
    if (target->veto)
        buf_printf(&text, " [%s]", _("VETO"));
    write(&pen, 1, ROLE_STRONG, &text);
    write_standing(&pen, ui, t, &text);
    if (ui->comparison) {
        since_add_change(ui, t, &text);
        write(&pen, 1, ROLE_STRONG, &text);
    }
    add_figures(ui, t, &text);
    write(&pen, 2, ROLE_TEXT, &text);
    write_pace(&pen, ui, t, &text);
    add_dates(ui, t, &text);
    int width = text_width(buf_sv(&text)) + GAP;
    struct buf weeks = {0};
    buf_printf(&weeks, _("last %d weeks "), WEEKS);
    chart_weeks(&weeks, target, &ui->board->figures[t], ui->board->as_of, WEEKS);
    if (width + text_width(buf_sv(&weeks)) <= area->columns) {
        buf_puts(&text, "  ");
        buf_add(&text, buf_sv(&weeks));
        buf_clear(&weeks);
    }
    write(&pen, 2, ROLE_TEXT, &text);
    if (weeks.len > 0 && area->rows >= 16)
        write(&pen, 1, ROLE_TEXT, &weeks);
    buf_free(&weeks);
    buf_free(&text);
    return pen.used;
}

void detail_chart(const struct ui *ui, struct canvas *canvas, const struct area *area, int t)
{
    struct burnup burnup = burnup_of(ui->board, (size_t)t);
    chart_draw(canvas, &burnup, area->y, area->x, area->rows, area->columns);
}

void detail_draw(const struct ui *ui, struct canvas *canvas, const struct area *area, int t)
{
    enum { CHART_ROWS_MOST = 24 };
    struct area below = *area;
    int used = detail_head(ui, canvas, area, t) + 1;
    below.y += used;
    below.rows -= used;
    if (below.rows > CHART_ROWS_MOST)
        below.rows = CHART_ROWS_MOST;
    detail_chart(ui, canvas, &below, t);
}

bool detail_beside(const struct area *area, struct area *list, struct area *panel)
{
    *list = *panel = *area;
    if (area->columns < WIDE)
        return false;
    panel->columns = area->columns * 2 / 5;
    list->columns = area->columns - panel->columns - GAP;
    panel->x = area->x + list->columns + GAP;
    return true;
}

void detail_table(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    struct area list, panel;
    struct row row;
    bool wide = detail_beside(area, &list, &panel);
    table_draw(ui, canvas, &list);
    if (wide && table_chosen(ui, &row) && row.target >= 0)
        detail_draw(ui, canvas, &panel, row.target);
}

int ui_charted(struct ui *ui, int columns)
{
    struct row row;
    if (ui_here(ui)->target >= 0)
        return ui_here(ui)->target;
    if (columns < WIDE)
        return -1;
    table_refresh(ui);
    return table_chosen(ui, &row) ? row.target : -1;
}

void detail_table_below(struct ui *ui, struct canvas *canvas, const struct area *area, int used)
{
    used += area->rows >= ROOMY;
    detail_table(ui, canvas,
                 &(struct area){area->y + used, area->x, area->rows - used, area->columns});
}

struct ui_request detail_act(struct ui *ui, enum action action, struct key key)
{
    struct row row;
    (void)key;
    if (action == ACTION_OPEN && table_chosen(ui, &row))
        ui_open_target(ui, row.target);
    return (struct ui_request){.type = UI_NONE};
}
