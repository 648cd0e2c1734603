/* reason.c - which rule gave a standing, with its numbers, as one sentence. */
#include <math.h>

#include "duban/lang.h"

struct why {
    struct buf *out;
    const struct target *target;
    const struct verdict *verdict;
    daynum as_of;
};

/* A sentence with the actual and the goal in it. */
static void say_actual_and_goal(const struct why *why, const char *format)
{
    struct buf actual = {0}, goal = {0};
    lang_figure(&actual, why->target, why->verdict->actual);
    lang_goal(&goal, why->target);
    buf_printf(why->out, format, buf_text(&actual), buf_text(&goal));
    buf_free(&actual);
    buf_free(&goal);
}

static void say_figures(const struct why *why)
{
    say_actual_and_goal(why, _("%s of %s reached"));
}

static void say_past_due(const struct why *why)
{
    int days = -why->verdict->days;
    say_figures(why);
    buf_puts(why->out, "; ");
    buf_printf(
        why->out,
        ngettext("%d day past the due date", "%d days past the due date", (unsigned long)days),
        days);
}

static void say_no_report(const struct why *why)
{
    const struct thresholds *limits = &why->target->thresholds;
    daynum last = why->verdict->last_report;
    int days = why->as_of - (last == DAY_NONE ? why->target->starts : last);
    char date[DATE_TEXT_MAX];
    if (last == DAY_NONE)
        buf_printf(why->out,
                   _("never reported, %d days after the start; allowed: %d periods of %d days"),
                   days, limits->silent_periods, limits->reporting_days);
    else
        buf_printf(why->out, _("last report %s, %d days ago; allowed: %d periods of %d days"),
                   date_format(last, date), days, limits->silent_periods, limits->reporting_days);
}

static void say_spi(const struct why *why)
{
    struct buf actual = {0}, planned = {0};
    lang_percent(&actual, why->verdict->actual_share);
    lang_percent(&planned, why->verdict->planned_share);
    buf_printf(why->out, _("SPI %.2f is below %.2f: %s of the goal reached, %s planned by now"),
               floor(why->verdict->spi * 100) / 100, why->target->thresholds.spi_min,
               buf_text(&actual), buf_text(&planned));
    buf_free(&actual);
    buf_free(&planned);
}

static void say_forecast(const struct why *why)
{
    char date[DATE_TEXT_MAX];
    daynum forecast = why->verdict->forecast;
    if (forecast == DAY_NEVER) {
        buf_puts(why->out, _("never reached at the recent pace"));
        return;
    }
    int late = forecast - why->target->due;
    buf_printf(why->out,
               ngettext("at the recent pace reached on %s, %d day after it is due",
                        "at the recent pace reached on %s, %d days after it is due",
                        (unsigned long)late),
               date_format(forecast, date), late);
}

static void say_on_track(const struct why *why)
{
    if (isnan(why->verdict->spi))
        say_figures(why);
    else
        buf_printf(why->out, _("SPI %.2f is not below %.2f"), why->verdict->spi,
                   why->target->thresholds.spi_min);
}

void lang_reason(struct buf *out, const struct target *target, const struct verdict *verdict,
                 daynum as_of)
{
    const struct why why = {out, target, verdict, as_of};
    char date[DATE_TEXT_MAX];
    switch (verdict->rule) {
    case RULE_NO_GOAL:
        buf_puts(out, _("the plan states no goal and none is set yet"));
        break;
    case RULE_CAP_PASSED:
        say_actual_and_goal(&why, _("%s is above the limit %s"));
        break;
    case RULE_GOAL_REACHED:
        say_figures(&why);
        break;
    case RULE_PERIOD_HELD:
        say_actual_and_goal(&why, _("%s kept within %s to the end"));
        break;
    case RULE_PAST_DUE:
        say_past_due(&why);
        break;
    case RULE_BEFORE_START:
        buf_printf(out, _("starts on %s"), date_format(target->starts, date));
        break;
    case RULE_NO_REPORT:
        say_no_report(&why);
        break;
    case RULE_SPI:
        say_spi(&why);
        break;
    case RULE_FORECAST:
        say_forecast(&why);
        break;
    case RULE_DUE_SOON:
        say_figures(&why);
        buf_puts(out, "; ");
        lang_days(out, verdict->days);
        break;
    case RULE_ON_TRACK:
    case RULE_TOTAL:
        say_on_track(&why);
        break;
    }
}
