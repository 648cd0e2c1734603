/* outlook.c - where a target is going: its forecast, and what changed since a date. */
#include <math.h>

#include "duban/lang.h"

/* Ratios are cut with this much tolerance, so that 0.29, which is 0.28999... inside, gives 29. */
static const double tolerance = 1e-9;

bool lang_is_far(daynum forecast, daynum as_of)
{
    enum { FAR_DAYS = 3653 }; /* ten years */
    return forecast > as_of + FAR_DAYS;
}

void lang_forecast(struct buf *out, const struct verdict *verdict, daynum as_of)
{
    char likely[DATE_TEXT_MAX], earliest[DATE_TEXT_MAX], latest[DATE_TEXT_MAX];
    date_format(verdict->forecast, likely);
    date_format(verdict->forecast_earliest, earliest);
    date_format(verdict->forecast_latest, latest);
    bool past = verdict->forecast <= as_of; /* as nothing is forecast before the as-of day */
    if (verdict->forecast == DAY_NONE || (past && verdict->standing == STANDING_DONE))
        buf_putc(out, '-');
    else if (past)
        buf_puts(out, _("by now, had it kept its pace"));
    else if (verdict->forecast == DAY_NEVER)
        buf_puts(out, _("never at this pace"));
    else if (lang_is_far(verdict->forecast, as_of))
        buf_puts(out, _("not within ten years"));
    else if (verdict->forecast_earliest == DAY_NONE ||
             verdict->forecast_earliest == verdict->forecast_latest)
        buf_puts(out, likely);
    else if (verdict->forecast_latest == DAY_NEVER)
        buf_printf(out, _("%s (%s or later, perhaps never)"), likely, earliest);
    else if (lang_is_far(verdict->forecast_latest, as_of))
        buf_printf(out, _("%s (%s or later, perhaps not within ten years)"), likely, earliest);
    else
        buf_printf(out, _("%s (%s to %s)"), likely, earliest, latest);
}

const char *lang_trend(enum trend trend)
{
    return _(trend_name(trend));
}

void lang_target_change(struct buf *out, const struct target_change *change)
{
    if (change->trend == TREND_SAME) {
        buf_puts(out, lang_trend(TREND_SAME));
        return;
    }
    const char *what = change->newly_overdue ? _("newly overdue")
                       : change->newly_done  ? _("newly done")
                                             : lang_trend(change->trend);
    buf_printf(out, _("%s, was %s"), what, lang_standing(change->before));
}

void lang_points(struct buf *out, double change)
{
    if (isnan(change)) {
        buf_putc(out, '-');
        return;
    }
    double points = trunc(change * 100 + (change < 0 ? -tolerance : tolerance));
    buf_printf(out, points > 0 ? "+%.0f" : "%.0f", points > 0 || points < 0 ? points : 0.0);
}
