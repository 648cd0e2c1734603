#include "ui/chart.h"

#include <math.h>

#include "duban/i18n.h"
#include "duban/lang.h"

enum { DATE = 10, BELOW = 3 /* axis, days, key */ };

/* Where the drawing lies on the canvas: rows count from 0 at the top. */
struct plot {
    struct canvas *canvas;
    const struct burnup *burnup;
    int y, x, rows, columns; /* of the figures alone */
};

static daynum day_at(const struct plot *plot, int column)
{
    double part = (double)column / (plot->columns - 1);
    double days = (double)plot->burnup->last - plot->burnup->first;
    return plot->burnup->first + (daynum)floor(part * days + 0.5);
}

static int column_of(const struct plot *plot, daynum day)
{
    double part =
        (double)(day - plot->burnup->first) / ((double)plot->burnup->last - plot->burnup->first);
    return (int)floor(part * (plot->columns - 1) + 0.5);
}

static int row_of(const struct plot *plot, double figure)
{
    double part = (figure - plot->burnup->low) / (plot->burnup->high - plot->burnup->low);
    int row = plot->rows - 1 - (int)floor(part * (plot->rows - 1) + 0.5);
    return row < 0 ? 0 : row >= plot->rows ? plot->rows - 1 : row;
}

static void dot(const struct plot *plot, int row, int column, enum role role, const char *mark)
{
    canvas_put(plot->canvas, plot->y + row, plot->x + column, 1, role, sv_from(mark));
}

/* One line, column by column; where it leaps, the rows between are filled. */
static void draw_line(const struct plot *plot,
                      double (*figure)(const struct burnup *burnup, daynum day), enum role role,
                      const char *mark)
{
    int before = -1;
    for (int column = 0; column < plot->columns; column++) {
        double value = figure(plot->burnup, day_at(plot, column));
        if (isnan(value)) {
            before = -1;
            continue;
        }
        int row = row_of(plot, value), step = before < row ? 1 : -1;
        for (int r = before < 0 ? row : before; r != row; r += step)
            dot(plot, r, column, role, mark);
        dot(plot, row, column, role, mark);
        before = row;
    }
}

static void draw_levels(const struct plot *plot)
{
    const struct burnup *burnup = plot->burnup;
    int now = column_of(plot, burnup->as_of);
    for (int row = 0; row < plot->rows; row++)
        dot(plot, row, now, ROLE_FAINT, ":");
    if (burnup->target->goal_min == AMOUNT_NONE)
        return;
    int goal = row_of(plot, amount_double(burnup->target->goal_min));
    for (int column = 0; column < plot->columns; column++)
        dot(plot, goal, column, ROLE_FAINT, "-");
}

static void draw_figure(const struct plot *plot, int left, int row, double figure)
{
    struct buf text = {0};
    lang_figure(&text, plot->burnup->target, amount_from_double(figure));
    canvas_right(plot->canvas, plot->y + row, left, plot->x - left - 1, ROLE_TEXT, buf_text(&text));
    buf_free(&text);
}

/* The figures of top and bottom, of the goal and of what is reached, where they do not collide. */
static void draw_figures(const struct plot *plot, int left)
{
    const struct burnup *burnup = plot->burnup;
    int top = 0, bottom = plot->rows - 1;
    draw_figure(plot, left, bottom, burnup->low);
    draw_figure(plot, left, top, burnup->high);
    bool has_goal = burnup->target->goal_min != AMOUNT_NONE;
    int goal = has_goal ? row_of(plot, amount_double(burnup->target->goal_min)) : top;
    if (goal != top && goal != bottom)
        draw_figure(plot, left, goal, amount_double(burnup->target->goal_min));
    if (burnup->verdict->actual == AMOUNT_NONE)
        return;
    int reached = row_of(plot, amount_double(burnup->verdict->actual));
    if (reached != goal && reached != top && reached != bottom)
        draw_figure(plot, left, reached, amount_double(burnup->verdict->actual));
}

/* A day under its column, as far as it stays within and clear of `from`; the next free column. */
static int draw_day(const struct plot *plot, int from, daynum day)
{
    char date[DATE_TEXT_MAX];
    int column = column_of(plot, day), start = column - DATE / 2;
    if (column < 0 || column >= plot->columns)
        return from;
    if (start + DATE > plot->columns)
        start = plot->columns - DATE;
    start = start < 0 ? 0 : start;
    if (start < from)
        return from;
    canvas_put(plot->canvas, plot->y + plot->rows, plot->x + column, 1, ROLE_TEXT, SV("+"));
    canvas_put(plot->canvas, plot->y + plot->rows + 1, plot->x + start, DATE, ROLE_TEXT,
               sv_from(date_format(day, date)));
    return start + DATE + 1;
}

static void draw_days(const struct plot *plot)
{
    const struct burnup *burnup = plot->burnup;
    daynum due = burnup->target->due;
    for (int column = 0; column < plot->columns; column++)
        canvas_put(plot->canvas, plot->y + plot->rows, plot->x + column, 1, ROLE_FAINT, SV("-"));
    int from = draw_day(plot, 0, burnup->first);
    from = draw_day(plot, from, due < burnup->as_of ? due : burnup->as_of);
    from = draw_day(plot, from, due < burnup->as_of ? burnup->as_of : due);
    draw_day(plot, from, burnup->last);
}

static int draw_word(const struct plot *plot, int x, enum role role, const char *mark,
                     const char *word)
{
    int end = plot->x + plot->columns, y = plot->y + plot->rows + 2;
    if (x + 2 + text_width(sv_from(word)) > end)
        return x;
    canvas_put(plot->canvas, y, x, 1, role, sv_from(mark));
    return canvas_put(plot->canvas, y, x + 2, end - x - 2, ROLE_TEXT, sv_from(word)) + 2;
}

void chart_draw(struct canvas *canvas, const struct burnup *burnup, int y, int x, int rows,
                int columns)
{
    struct buf high = {0}, low = {0};
    lang_figure(&high, burnup->target, amount_from_double(burnup->high));
    lang_figure(&low, burnup->target, amount_from_double(burnup->low));
    int label = text_width(buf_sv(&high)), other = text_width(buf_sv(&low));
    label = (label > other ? label : other) + 1;
    buf_free(&high);
    buf_free(&low);
    if (rows < CHART_ROWS_LEAST || columns < CHART_COLUMNS_LEAST)
        return;
    const struct plot plot = {canvas, burnup, y, x + label, rows - BELOW, columns - label};
    enum role came = role_of_standing(burnup->verdict->standing);
    draw_levels(&plot);
    draw_line(&plot, burnup_planned, ROLE_TEXT, ".");
    draw_line(&plot, burnup_expected, ROLE_STRONG, "o");
    draw_line(&plot, burnup_actual, came, "#");
    draw_figures(&plot, x);
    draw_days(&plot);
    x = draw_word(&plot, plot.x, came, "#", _("actual"));
    x = draw_word(&plot, x, ROLE_TEXT, ".", _("planned"));
    x = draw_word(&plot, x, ROLE_STRONG, "o", _("forecast"));
    x = draw_word(&plot, x, ROLE_FAINT, "-", _("goal"));
    draw_word(&plot, x, ROLE_FAINT, ":", _("as-of date"));
}

void chart_weeks(struct buf *out, const struct target *target, const struct figures *figures,
                 daynum as_of, int weeks)
{
    static const char levels[] = "_.-=+*#";
    enum { WEEK = 7, TOP = sizeof(levels) - 2 };
    double low = INFINITY, high = -INFINITY;
    for (int pass = 0; pass < 2; pass++) {
        for (int week = weeks - 1; week >= 0; week--) {
            const struct point *point = figures_at(figures, as_of - week * WEEK);
            amount actual = point ? measure_actual(target, &point->tally) : AMOUNT_NONE;
            double figure = amount_double(actual);
            bool known = actual != AMOUNT_NONE;
            if (pass == 0 && known) {
                low = fmin(low, figure);
                high = fmax(high, figure);
            } else if (pass == 1) {
                double part = high > low ? (figure - low) / (high - low) : 0;
                buf_putc(out, known ? levels[(int)(part * TOP + 1e-9)] : ' ');
            }
        }
    }
}
