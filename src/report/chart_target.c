/* chart_target.c - the burn-up chart of one target: figure over time. */
#include <math.h>

#include "duban/burnup.h"
#include "duban/lang.h"
#include "report/chart.h"
#include "report/html.h"
#include "report/key.h"
#include "report/svg.h"

enum { WIDTH = 360, HEIGHT = 190, LEFT = 52, RIGHT = 14, TOP = 22, BOTTOM = 26 };

static double within(double value, double low, double high)
{
    return value < low ? low : value > high ? high : value;
}

static struct svg_point place(const struct burnup *frame, double day, double figure)
{
    double days = (double)frame->last - frame->first, span = frame->high - frame->low;
    double x = within((day - frame->first) / days, 0, 1);
    double y = within((figure - frame->low) / span, 0, 1);
    return (struct svg_point){LEFT + x * (WIDTH - LEFT - RIGHT),
                              HEIGHT - BOTTOM - y * (HEIGHT - TOP - BOTTOM)};
}

static void add_axes(struct buf *out, const struct burnup *frame)
{
    struct svg_point origin = place(frame, frame->first, frame->low);
    struct svg_point right = place(frame, frame->last, frame->low);
    struct svg_point top = place(frame, frame->first, frame->high);
    struct svg_point due = place(frame, frame->target->due, frame->low);
    char date[DATE_TEXT_MAX];
    svg_segment(out, "axis", origin, right);
    svg_segment(out, "axis", origin, top);
    svg_text(out, "dim", (struct svg_point){origin.x, HEIGHT - 8}, "start",
             date_format(frame->first, date));
    bool at_edge = due.x > WIDTH - RIGHT - 30;
    svg_text(out, "dim", (struct svg_point){at_edge ? WIDTH - RIGHT : due.x, HEIGHT - 8},
             at_edge ? "end" : "middle", date_format(frame->target->due, date));
}

static void add_level(struct buf *out, const struct burnup *frame, amount value, double nudge)
{
    struct svg_point at = place(frame, frame->first, amount_double(value));
    struct buf text = {0};
    lang_figure(&text, frame->target, value);
    svg_text(out, "dim", (struct svg_point){LEFT - 6, at.y + 4 + nudge}, "end", buf_text(&text));
    buf_free(&text);
}

/* The goal, the actual figure and the foot of the scale; labels that would touch make way for
 * the goal's. */
static void add_levels(struct buf *out, const struct burnup *frame)
{
    enum { LABEL = 12 };
    double goal_figure = amount_double(frame->target->goal_min);
    double goal = place(frame, frame->first, goal_figure).y;
    double foot = HEIGHT - BOTTOM;
    svg_segment(out, "goal", place(frame, frame->first, goal_figure),
                place(frame, frame->last, goal_figure));
    add_level(out, frame, frame->target->goal_min, 0);
    if (foot - goal >= LABEL)
        add_level(out, frame, amount_from_double(frame->low), 0);
    if (frame->verdict->actual == AMOUNT_NONE)
        return;
    double actual = place(frame, frame->first, amount_double(frame->verdict->actual)).y;
    if (fabs(actual - goal) >= LABEL && foot - actual >= LABEL)
        add_level(out, frame, frame->verdict->actual, 0);
}

static void add_planned_point(struct buf *out, const struct burnup *frame, daynum day, double share)
{
    svg_path_point(out, place(frame, day, burnup_figure(frame->target, share)));
}

/* Does the plan grow on some days and rest on others? */
static bool in_days(const struct target *target)
{
    return standing_days(target) != DAYS_ALL;
}

static void add_planned(struct buf *out, const struct burnup *frame)
{
    const struct target *target = frame->target;
    if (burnup_is_limit(target))
        return;
    svg_path_begin(out, "planned");
    add_planned_point(out, frame, target->starts, 0);
    for (size_t i = 0; target->pace == PACE_STEPS && i < target->step_count; i++) {
        daynum day = target->steps[i].date;
        add_planned_point(out, frame, day, standing_planned_share(target, day - 1));
        add_planned_point(out, frame, day, standing_planned_share(target, day));
    }
    for (daynum day = target->starts + 7; in_days(target) && day < target->due; day += 7)
        add_planned_point(out, frame, day, standing_planned_share(target, day));
    if (target->pace != PACE_LINEAR)
        add_planned_point(out, frame, target->due, standing_planned_share(target, target->due - 1));
    add_planned_point(out, frame, target->due, 1);
    svg_path_end(out);
}

/* Steps: a figure stands until the next report changes it. */
static void add_actual(struct buf *out, const struct burnup *frame)
{
    bool begun = false;
    double before = 0;
    for (size_t i = 0; i < frame->figures->count; i++) {
        const struct point *point = &frame->figures->points[i];
        amount actual = measure_actual(frame->target, &point->tally);
        if (point->date > frame->as_of || actual == AMOUNT_NONE)
            continue;
        if (!begun)
            svg_path_begin(out, "actual");
        else
            svg_path_point(out, place(frame, point->date, before));
        before = amount_double(actual);
        svg_path_point(out, place(frame, point->date, before));
        begun = true;
    }
    if (!begun)
        return;
    svg_path_point(out, place(frame, frame->as_of, before));
    svg_path_end(out);
}

/* From today's figure to the goal on the day of the forecast, as far as the frame goes. */
static void add_forecast(struct buf *out, const struct burnup *frame)
{
    const struct verdict *verdict = frame->verdict;
    if (verdict->forecast == DAY_NONE || verdict->actual == AMOUNT_NONE ||
        verdict->forecast <= frame->as_of)
        return;
    daynum end = verdict->forecast < frame->last ? verdict->forecast : frame->last;
    svg_path_begin(out, "forecast");
    svg_path_point(out, place(frame, frame->as_of, burnup_expected(frame, frame->as_of)));
    svg_path_point(out, place(frame, end, burnup_expected(frame, end)));
    svg_path_end(out);
}

/* Where the forecast's earliest and latest day lead, as far as the frame goes. */
static void add_interval(struct buf *out, const struct burnup *frame)
{
    const struct verdict *verdict = frame->verdict;
    const daynum ends[] = {verdict->forecast_earliest, verdict->forecast_latest};
    if (ends[0] == DAY_NONE || ends[1] == DAY_NONE || verdict->actual == AMOUNT_NONE ||
        ends[0] <= frame->as_of)
        return;
    double from = amount_double(verdict->actual), goal = amount_double(frame->target->goal_min);
    svg_path_begin(out, "interval");
    svg_path_point(out, place(frame, frame->as_of, from));
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        double days = (double)ends[i] - frame->as_of;
        double shown = within(days, 0, (double)frame->last - frame->as_of);
        double to = ends[i] == DAY_NEVER ? from : from + (goal - from) * shown / days;
        svg_path_point(out, place(frame, frame->as_of + shown, to));
    }
    svg_path_end(out);
}

/* "forecast: 2021-11-24 (2021-11-12 to 2021-12-15)" below the drawing. */
static void add_forecast_text(struct buf *out, const struct burnup *frame)
{
    struct buf text = {0}, forecast = {0};
    if (frame->verdict->forecast == DAY_NONE || frame->verdict->forecast <= frame->as_of)
        return;
    lang_forecast(&forecast, frame->verdict, frame->as_of);
    buf_printf(&text, _("%s: %s"), _("forecast"), buf_text(&forecast));
    html_element(out, "p", "small", buf_text(&text));
    buf_free(&text);
    buf_free(&forecast);
}

static void add_as_of(struct buf *out, const struct burnup *frame)
{
    struct svg_point foot = place(frame, frame->as_of, frame->low);
    char date[DATE_TEXT_MAX];
    bool left = foot.x<LEFT + 32, right = foot.x> WIDTH - 32;
    svg_segment(out, "now", (struct svg_point){foot.x, TOP - 6}, foot);
    svg_text(out, "dim", (struct svg_point){foot.x, TOP - 10},
             left    ? "start"
             : right ? "end"
                     : "middle",
             date_format(frame->as_of, date));
}

/* What the chart shows, in a sentence for those who do not see it. */
static void add_title(struct buf *title, const struct burnup *frame, enum lang lang)
{
    struct buf figure = {0}, goal = {0};
    lang_figure(&figure, frame->target, frame->verdict->actual);
    lang_goal(&goal, frame->target);
    buf_printf(title, _("Chart of %s: the figure is %s, the goal %s"),
               name_in(&frame->target->name, lang), buf_text(&figure), buf_text(&goal));
    buf_free(&figure);
    buf_free(&goal);
}

void chart_target(struct buf *out, const struct board *board, size_t t, enum lang lang)
{
    struct burnup frame = burnup_of(board, t);
    struct buf title = {0};
    add_title(&title, &frame, lang);
    buf_puts(out, "<figure><figcaption>");
    html_element(out, "strong", "", frame.target->code);
    buf_putc(out, ' ');
    html_text(out, sv_from(name_in(&frame.target->name, lang)));
    buf_puts(out, "</figcaption>");
    svg_begin(out, "chart", WIDTH, HEIGHT, buf_text(&title));
    add_axes(out, &frame);
    add_levels(out, &frame);
    add_interval(out, &frame);
    add_planned(out, &frame);
    add_forecast(out, &frame);
    add_actual(out, &frame);
    add_as_of(out, &frame);
    svg_end(out);
    add_forecast_text(out, &frame);
    buf_puts(out, "</figure>\n");
    buf_free(&title);
}

void chart_key(struct buf *out)
{
    static const struct key_entry keys[] = {
        {"planned", KEY_LINE, N_("planned")},
        {"actual", KEY_LINE, N_("actual")},
        {"forecast", KEY_LINE, N_("forecast at the recent pace")},
        {"interval", KEY_AREA, N_("where it ends four times in five")},
        {"goal", KEY_LINE, N_("goal")},
        {"now", KEY_LINE, N_("as-of date")}};
    key_add(out, keys, COUNT_OF(keys));
}
