/* lang.h - what is shown of plans and standings, in words of the user's language.
 *
 * The model has no language; reports and screens share these words, so that both say the same.
 *
 * Ownership: functions that build text add it to the caller's buffer; others return static or
 * plan-owned texts.
 *
 * Example:
 *     struct buf why = {0};
 *     lang_reason(&why, target, &verdict, as_of);   "SPI 0.71 is below 0.90: 50% of ..."
 */
#ifndef DUBAN_LANG_H
#define DUBAN_LANG_H

#include "duban/attention.h"
#include "duban/attr.h"
#include "duban/board.h"
#include "duban/buf.h"
#include "duban/change.h"
#include "duban/compare.h"
#include "duban/i18n.h"
#include "duban/plan.h"
#include "duban/problem.h"
#include "duban/standing.h"

/* The name of a standing or measure in the current language. */
const char *lang_standing(enum standing standing);
const char *lang_measure(enum measure measure);

/* What is wrong with a value and what to do, for a fault of measure_check(). */
const char *lang_value_fault(enum value_fault fault);

/* The name of a problem's state, and what is wrong with a problem and what to do. */
const char *lang_problem_state(enum problem_state state);
const char *lang_problem_fault(enum problem_fault fault);

/* What a journal entry is about, for the words of struct change's `what` ("report", "terms",
 * "thresholds", "import", "problem", "plan", "schools", "sample"). */
const char *lang_change(const char *what) NONNULL;

/* Adds "12 -> 15  takes back 7  taken back": what stood there, what came, and how it is undone. */
void lang_change_text(struct buf *out, const struct change *change) NONNULL;

/* Which rule fired and with which numbers, as one sentence without a final stop: in the user's
 * language, or in English whatever that is (for machine formats). */
void lang_reason(struct buf *out, const struct target *target, const struct verdict *verdict,
                 daynum as_of) NONNULL;
void lang_reason_english(struct buf *out, const struct target *target,
                         const struct verdict *verdict, daynum as_of) NONNULL;

/* A figure, fit for a column: "4215", "86.4%", "-" for none. Sums are exact; shares, means and
 * milestones are cut to one decimal, and a level that must come down is raised to one, so that a
 * goal that is missed never looks met. */
void lang_figure(struct buf *out, const struct target *target, amount value) NONNULL;

/* Is the unit percent, which figures and goals carry as a sign? */
bool lang_is_percent(const struct target *target) NONNULL;

/* A goal: "6590", "4-5", "<= 0" where the figure must stay or come down there, "-" for none. */
void lang_goal(struct buf *out, const struct target *target) NONNULL;

/* A ratio as a percent, cut to whole ones: "64%", "-" for NAN. */
void lang_percent(struct buf *out, double ratio) NONNULL;

/* A schedule performance index, cut so that it never looks like the threshold it falls short of,
 * and in four columns: "0.89", "12.5", "364", "-" for NAN. */
void lang_spi(struct buf *out, double spi) NONNULL;

/* When the goal is reached at the recent pace, and how sure that is: "2021-11-24 (2021-11-12 to
 * 2021-12-15)", "2022-01-05 (2021-12-01 or later, perhaps never)", "2021-11-24" where nothing is
 * known of the spread, "not within ten years", "never at this pace", "by now, had it kept its pace"
 * where that day has passed, "-" where it cannot be told or the goal is reached. */
void lang_forecast(struct buf *out, const struct verdict *verdict, daynum as_of) NONNULL;

/* Is a forecast more than ten years off? Its date says nothing then, and texts leave it out. */
bool lang_is_far(daynum forecast, daynum as_of);

/* The name of a trend in the current language, and what changed of a target since a date in one
 * phrase: "newly overdue, was lagging", "better, was silent", "unchanged". */
const char *lang_trend(enum trend trend);
void lang_target_change(struct buf *out, const struct target_change *change) NONNULL;

/* A change of a share in percentage points: "+4", "-12", "0", "-" for NAN. Cut towards 0. */
void lang_points(struct buf *out, double change) NONNULL;

/* What comes next for a row of the attention list: a dated step, an open problem, or what the rule
 * asks for; one sentence without a final stop. Machine formats take the English one. */
void lang_next(struct buf *out, const struct board *board, const struct care *care,
               enum lang lang) NONNULL;
void lang_next_english(struct buf *out, const struct board *board, const struct care *care) NONNULL;

/* Adds what the target is counted in, "place" of exactly one, else "places"; the second one behind
 * its goal. */
void lang_unit(struct buf *out, const struct target *target, amount n, enum lang lang) NONNULL;
void lang_goal_unit(struct buf *out, const struct target *target, enum lang lang) NONNULL;

/* A gap with its unit, raised to one decimal: "2375 places", "13.7%", "3 over" where the figure has
 * passed the goal, "-" for none; no blank before a Chinese unit. */
void lang_gap(struct buf *out, const struct target *target, amount gap, enum lang lang) NONNULL;

/* "3 days left", "due today", "76 days over". */
void lang_days(struct buf *out, int days) NONNULL;

#endif
