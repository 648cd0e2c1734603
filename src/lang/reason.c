/* reason.c - for each rule the sentence that says why it fired. */
#include <math.h>

#include "duban/lang.h"
#include "lang/voice.h"

/* What sentences are made of. */
struct facts {
    const struct voice *say;
    const struct target *target;
    const struct thresholds *thresholds;
    const struct verdict *verdict;
    daynum as_of;
    struct buf figure, goal;     /* "4215" and "6590" */
    struct buf reached, planned; /* parts of the goal: "50%" and "71%" */
    struct buf spi;              /* "0.71" */
    char due[DATE_TEXT_MAX];
};

static void no_goal(struct buf *out, const struct facts *facts)
{
    buf_puts(out, facts->say->text(N_("no goal is set, so there is nothing to judge by")));
}

static void cap_passed(struct buf *out, const struct facts *facts)
{
    buf_printf(out, facts->say->text(N_("the figure is %s and breaks the goal %s")),
               buf_text(&facts->figure), buf_text(&facts->goal));
}

static void goal_reached(struct buf *out, const struct facts *facts)
{
    buf_printf(out, facts->say->text(N_("the figure is %s and reaches the goal %s")),
               buf_text(&facts->figure), buf_text(&facts->goal));
}

static void period_held(struct buf *out, const struct facts *facts)
{
    buf_printf(
        out, facts->say->text(N_("the period ended on %s: the figure is %s and keeps the goal %s")),
        facts->due, buf_text(&facts->figure), buf_text(&facts->goal));
}

static void past_due(struct buf *out, const struct facts *facts)
{
    int over = -facts->verdict->days;
    const char *format = facts->say->plural("due on %s, %d day ago: the figure is %s, the goal %s",
                                            "due on %s, %d days ago: the figure is %s, the goal %s",
                                            (unsigned long)over);
    buf_printf(out, format, facts->due, over, buf_text(&facts->figure), buf_text(&facts->goal));
}

static void before_start(struct buf *out, const struct facts *facts)
{
    char starts[DATE_TEXT_MAX];
    int days = facts->target->starts - facts->as_of;
    const char *format = facts->say->plural("starts on %s, in %d day", "starts on %s, in %d days",
                                            (unsigned long)days);
    buf_printf(out, format, date_format(facts->target->starts, starts), days);
}

static void no_report(struct buf *out, const struct facts *facts)
{
    bool never = facts->verdict->last_report == DAY_NONE;
    daynum last = facts->verdict->last_report;
    int days = standing_silence(facts->target, last, facts->as_of);
    daynum since = last > facts->target->starts ? last : facts->target->starts;
    int periods = facts->thresholds->silent_periods;
    const char *format =
        never ? facts->say->plural(
                    "never reported since the start %d days ago, more than %d period of %d days",
                    "never reported since the start %d days ago, more than %d periods of %d days",
                    (unsigned long)periods)
              : facts->say->plural("no report for %d days, more than %d period of %d days",
                                   "no report for %d days, more than %d periods of %d days",
                                   (unsigned long)periods);
    buf_printf(out, format, days, periods, facts->thresholds->reporting_days);
    if (days != facts->as_of - since)
        buf_puts(out, facts->say->text(N_(" (holidays are not counted)")));
}

static void low_spi(struct buf *out, const struct facts *facts)
{
    buf_printf(
        out,
        facts->say->text(N_("SPI %s is below %.2f: %s of the goal reached, %s planned by now")),
        buf_text(&facts->spi), facts->thresholds->spi_min, buf_text(&facts->reached),
        buf_text(&facts->planned));
}

static void late_forecast(struct buf *out, const struct facts *facts)
{
    if (facts->verdict->forecast == DAY_NEVER) {
        buf_puts(out, facts->say->text(N_("at the recent pace the goal is never reached")));
        return;
    }
    if (lang_is_far(facts->verdict->forecast, facts->as_of)) {
        buf_puts(out,
                 facts->say->text(N_("at the recent pace the goal is not reached in ten years")));
        return;
    }
    const struct target *target = facts->target;
    char day[DATE_TEXT_MAX];
    int late = facts->verdict->forecast - target->due;
    double slack = facts->thresholds->forecast_slack * ((double)target->due - target->starts);
    const char *format = facts->say->plural(
        "at the recent pace the goal is reached on %s, %d day after it is due (%.0f are allowed)",
        "at the recent pace the goal is reached on %s, %d days after it is due (%.0f are allowed)",
        (unsigned long)late);
    buf_printf(out, format, date_format(facts->verdict->forecast, day), late, floor(slack));
}

static void due_soon(struct buf *out, const struct facts *facts)
{
    int days = facts->verdict->days;
    if (days == 0) {
        buf_printf(out, facts->say->text(N_("due today, %s: the figure is %s, the goal %s")),
                   facts->due, buf_text(&facts->figure), buf_text(&facts->goal));
        return;
    }
    const char *format = facts->say->plural(
        "due on %s, in %d day (soon: at most %d): the figure is %s, the goal %s",
        "due on %s, in %d days (soon: at most %d): the figure is %s, the goal %s",
        (unsigned long)days);
    buf_printf(out, format, facts->due, days, facts->thresholds->due_soon_days,
               buf_text(&facts->figure), buf_text(&facts->goal));
}

static void on_track(struct buf *out, const struct facts *facts)
{
    const struct verdict *verdict = facts->verdict;
    if (verdict->actual == AMOUNT_NONE)
        buf_puts(out, facts->say->text(N_("nothing is reported yet, and nothing is late")));
    else if (facts->target->measure == MEASURE_CAP)
        buf_printf(out, facts->say->text(N_("the figure is %s, within the goal %s")),
                   buf_text(&facts->figure), buf_text(&facts->goal));
    else if (isnan(verdict->spi))
        buf_printf(out,
                   facts->say->text(N_("nothing is planned by now: the figure is %s, the goal %s")),
                   buf_text(&facts->figure), buf_text(&facts->goal));
    else
        buf_printf(out,
                   facts->say->text(
                       N_("SPI %s, at least %.2f: %s of the goal reached, %s planned by now")),
                   buf_text(&facts->spi), facts->thresholds->spi_min, buf_text(&facts->reached),
                   buf_text(&facts->planned));
}

static void (*const sentences[RULE_TOTAL])(struct buf *out, const struct facts *facts) = {
    [RULE_NO_GOAL] = no_goal,           [RULE_CAP_PASSED] = cap_passed,
    [RULE_GOAL_REACHED] = goal_reached, [RULE_PERIOD_HELD] = period_held,
    [RULE_PAST_DUE] = past_due,         [RULE_BEFORE_START] = before_start,
    [RULE_NO_REPORT] = no_report,       [RULE_SPI] = low_spi,
    [RULE_FORECAST] = late_forecast,    [RULE_DUE_SOON] = due_soon,
    [RULE_ON_TRACK] = on_track,
};

static void reason_in(struct buf *out, const struct voice *say, const struct target *target,
                      const struct verdict *verdict, daynum as_of)
{
    struct facts facts = {
        .say = say,
        .target = target,
        .thresholds = &target->thresholds,
        .verdict = verdict,
        .as_of = as_of,
    };
    if (verdict->actual == AMOUNT_NONE)
        buf_puts(&facts.figure, say->text(N_("unknown")));
    else
        lang_figure(&facts.figure, target, verdict->actual);
    lang_goal(&facts.goal, target);
    lang_percent(&facts.reached, verdict->actual_share);
    lang_percent(&facts.planned, verdict->planned_share);
    lang_spi(&facts.spi, verdict->spi);
    date_format(target->due, facts.due);
    sentences[verdict->rule](out, &facts);
    buf_free(&facts.figure);
    buf_free(&facts.goal);
    buf_free(&facts.reached);
    buf_free(&facts.planned);
    buf_free(&facts.spi);
}

void lang_reason(struct buf *out, const struct target *target, const struct verdict *verdict,
                 daynum as_of)
{
    reason_in(out, &voice_user, target, verdict, as_of);
}

void lang_reason_english(struct buf *out, const struct target *target,
                         const struct verdict *verdict, daynum as_of)
{
    reason_in(out, &voice_english, target, verdict, as_of);
}
