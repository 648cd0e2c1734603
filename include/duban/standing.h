/* standing.h - the judged state of a target, item, section or plan on a date.
 *
 * Pure functions of the plan, the figures and the as-of date: no clock, no I/O, no locale, so
 * the same question has the same answer for ever.
 *
 * The terms are earned value's: planned share p = planned value, actual share a = earned value
 * (both as parts of the goal), SPI = a / p, the schedule performance index (PMI, "Practice
 * Standard for Earned Value Management").
 *
 * Example:
 *     struct verdict v = standing_judge(target, &figures, as_of);
 *     if (standing_rag(v.standing) == RAG_RED) ...
 */
#ifndef DUBAN_STANDING_H
#define DUBAN_STANDING_H

#include <stddef.h>

#include "duban/amount.h"
#include "duban/attr.h"
#include "duban/date.h"
#include "duban/measure.h"
#include "duban/plan.h"

enum rag { RAG_GREY, RAG_GREEN, RAG_AMBER, RAG_RED };

/* id, word in machine formats, name for people (translated where it is shown), one-letter mark,
 * RAG. Worst first: of two standings the one that is named first is the worse. */
#define STANDING_LIST(X)                                            \
    X(BREACHED, "breached", N_("breached"), 'X', RAG_RED)           \
    X(OVERDUE, "overdue", N_("overdue"), '!', RAG_RED)              \
    X(LAGGING, "lagging", N_("lagging"), 'L', RAG_AMBER)            \
    X(SILENT, "silent", N_("silent"), '?', RAG_AMBER)               \
    X(DUE_SOON, "due_soon", N_("due soon"), 'S', RAG_AMBER)         \
    X(NO_GOAL, "no_goal", N_("no goal"), 'G', RAG_GREY)             \
    X(ON_TRACK, "on_track", N_("on track"), '+', RAG_GREEN)         \
    X(NOT_STARTED, "not_started", N_("not started"), '-', RAG_GREY) \
    X(DONE, "done", N_("done"), '=', RAG_GREEN)

enum standing {
#define X(id, word, name, mark, rag) STANDING_##id,
    STANDING_LIST(X)
#undef X
        STANDING_TOTAL
};

const char *standing_word(enum standing standing);
const char *standing_name(enum standing standing); /* English; pass it to _() */
char standing_mark(enum standing standing);
enum rag standing_rag(enum standing standing);
bool standing_parse(struct sv word, enum standing *out) NONNULL;

/* Days that count. The planned share and the forecast of a target are counted in the days of its
 * pace: school_days in DAYS_SCHOOL, working_days in DAYS_WORKING, every other pace in all days.
 * Silence never counts holidays: it is counted in DAYS_OPEN, and for school_days in DAYS_TERM, so
 * that nobody falls silent over the summer. Due dates and the length of the period are plain days.
 */
enum day_kind standing_days(const struct target *target) NONNULL;
enum day_kind standing_silent_days(const struct target *target) NONNULL;

/* Days of silence on `as_of`: from the last report, or from the start if that is later, as until
 * then nobody owes one. DAY_NONE: no report at all. */
int standing_silence(const struct target *target, daynum last_report, daynum as_of) NONNULL;

/* On `as_of` a target is silent, or late (more than one reporting period), when its last report, or
 * its start if that is later, lies before this day. */
daynum standing_silent_before(const struct target *target, daynum as_of) NONNULL;
daynum standing_late_before(const struct target *target, daynum as_of) NONNULL;

/* Which rule fired. The first that matches, in this order, decides; SPI and forecast are compared
 * with a tolerance of 1e-9, so that an SPI of exactly 0.90 is not below 0.90:
 *   RULE_NO_GOAL         goal_min is not set
 *   RULE_CAP_PASSED      cap: actual > goal_min                               -> breached
 *   RULE_GOAL_REACHED    actual >= goal_min (not at_most, cap)                -> done
 *   RULE_PERIOD_HELD     at_most, cap: actual <= goal_min and as-of > due     -> done
 *   RULE_PAST_DUE        as-of > due                                          -> overdue
 *   RULE_BEFORE_START    as-of < starts                                       -> not started
 *   RULE_NO_REPORT       days of silence > silent_periods * reporting_days      -> silent
 *   RULE_SPI             SPI < spi_min                                        -> lagging
 *   RULE_FORECAST        forecast - due > forecast_slack * (due - starts)     -> lagging
 *   RULE_DUE_SOON        due - as-of <= due_soon_days                         -> due soon
 *   RULE_ON_TRACK        none of these                                        -> on track */
#define RULE_LIST(X)                \
    X(NO_GOAL, "no_goal")           \
    X(CAP_PASSED, "cap_passed")     \
    X(GOAL_REACHED, "goal_reached") \
    X(PERIOD_HELD, "period_held")   \
    X(PAST_DUE, "past_due")         \
    X(BEFORE_START, "before_start") \
    X(NO_REPORT, "no_report")       \
    X(SPI, "spi")                   \
    X(FORECAST, "forecast")         \
    X(DUE_SOON, "due_soon")         \
    X(ON_TRACK, "on_track")

enum rule {
#define X(id, word) RULE_##id,
    RULE_LIST(X)
#undef X
        RULE_TOTAL
};

const char *rule_word(enum rule rule);

/* A standing with every number that it rests on. */
struct verdict {
    enum standing standing;
    enum rule rule;
    amount actual;        /* AMOUNT_NONE: nothing to measure yet */
    double planned_share; /* p, 0..1; NAN without a goal */
    double actual_share;  /* a, 0..1; NAN without a goal or an actual */
    double spi;           /* a / p; NAN where p is 0 or a unknown, and for cap */
    daynum forecast;      /* day the goal is reached at the recent pace; DAY_NEVER; DAY_NONE when
                             it cannot be told */
    daynum forecast_earliest, forecast_latest; /* its interval, as in struct forecast */
    daynum last_report;                        /* DAY_NONE: never */
    int silent_days;                           /* days of silence; 0 or less: none yet */
    int64_t reporters;                         /* units that have reported, of target->scope_size */
    int days;                                  /* due - as-of: days left, negative = days over */
};

/* Judges one target on `as_of`; only points up to that day count. */
struct verdict standing_judge(const struct target *target, const struct figures *figures,
                              daynum as_of) NONNULL;

/* p(as_of): 0 before starts, 1 from due on; between them by the pace: days (of its kind) after
 * starts up to as_of, as part of those up to due; the last step reached; 0 until due. On the due
 * day itself p is 1. A pace without any such day in the whole period has 0 until due. */
double standing_planned_share(const struct target *target, daynum as_of) NONNULL;

/* a: (actual - baseline) / (goal_min - baseline), clipped to 0..1. Where the baseline meets the
 * goal already there is no way to measure: 1 when the goal is met, else 0. cap: 1 until it is
 * passed, then 0. at_most without a baseline: 1 when the level is met, else 0. NAN without goal or
 * actual. */
double standing_actual_share(const struct target *target, amount actual) NONNULL;

enum { FORECAST_POINTS_MAX = 6 };

/* When the goal is reached at the pace of the recent reports.
 *
 * The pace b is the least-squares slope of the newest FORECAST_POINTS_MAX points that lie at least
 * half a reporting period apart, counted back from the newest:
 *     b = sum((x - mx)(y - my)) / sum((x - mx)^2)
 * with x the days of the target's pace and y the figure. What is left to the goal is carried on
 * from the newest point: likely = newest + left / b.
 *
 * Its interval is that of the pace: b -+ t * s / sqrt(sum((x - mx)^2)), where s^2 is the sum of the
 * squared residuals / (n - 2) and t the 0.90 quantile of Student's distribution with n - 2 degrees
 * of freedom, so that four of five such intervals hold the true pace (confidence interval of the
 * slope in simple linear regression: Draper & Smith, "Applied Regression Analysis", 3rd ed., 1.4;
 * t from NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2). Two points leave nothing to
 * judge the spread by: the interval is then unknown.
 *
 * No day lies before as_of. A pace of 0 or away from the goal, and a day after more than 366000
 * counted days, give DAY_NEVER; a goal that is reached gives as_of; fewer than two such points, all
 * of them on days that do not count, no goal, or a cap give DAY_NONE. */
struct forecast {
    daynum likely;
    daynum earliest, latest; /* DAY_NONE: unknown */
    double pace;             /* b, in units a counted day; NAN when likely is DAY_NONE */
    int points;              /* how many were used */
};

/* Where the forecast looks for its next point after `point`: at the last one that is not after the
 * day returned. Counts `point` in *samples when it is one of those that are used; begin with 0 and
 * the last point of the as-of date, end at FORECAST_POINTS_MAX. */
daynum forecast_look(const struct target *target, const struct point *point, int *samples) NONNULL;

struct forecast standing_forecast(const struct target *target, const struct figures *figures,
                                  daynum as_of) NONNULL;

/* Many targets' verdicts in one: the worst standing, how many have which, the weighted share.
 * The share is sum(weight * a) / sum(weight) over the targets that have an a; it never hides the
 * worst. */
struct rollup {
    enum standing worst; /* STANDING_NO_GOAL for no target at all */
    int counts[STANDING_TOTAL];
    int total;
    bool veto;                                 /* a target with a veto is breached */
    double share;                              /* NAN when no target has a share */
    double planned;                            /* the same of p */
    double weight_sum, share_sum, planned_sum; /* what the shares are made of */
};

/* An empty rollup; adding verdicts or other rollups to it; finishing computes the shares. */
struct rollup rollup_start(void);
void rollup_add(struct rollup *rollup, const struct target *target,
                const struct verdict *verdict) NONNULL;
void rollup_merge(struct rollup *into, const struct rollup *from) NONNULL;

#endif
