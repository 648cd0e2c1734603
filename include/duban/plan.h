/* plan.h - one year's work plan of one authority, as plain data in memory.
 *
 * plan -> sections -> items -> targets, and the schools that report on the targets. Everything
 * that differs between plans is here and comes from a plan directory or the database; no code
 * knows Wujin or education.
 *
 * Ownership: all arrays and texts live in the arena that the plan was loaded into and die with
 * it. A loaded plan is read-only, but its look-up tables are made when they are first asked, so one
 * plan is for one thread. Members are indexes into the plan's arrays, so a plan can be
 * copied to another arena by loading it again, never by memcpy.
 *
 * Example:
 *     int t = plan_target(plan, SV("5.1"));
 *     if (t >= 0 && plan_in_scope(plan, &plan->targets[t], school)) ...
 */
#ifndef DUBAN_PLAN_H
#define DUBAN_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "duban/amount.h"
#include "duban/attr.h"
#include "duban/calendar.h"
#include "duban/date.h"
#include "duban/err.h"
#include "duban/i18n.h"
#include "duban/mem.h"
#include "duban/sv.h"

/* How reports become a target's actual (measure.h): id, word in files. */
#define MEASURE_LIST(X)       \
    X(SUM, "sum")             \
    X(COUNT, "count")         \
    X(SHARE, "share")         \
    X(MEAN, "mean")           \
    X(MILESTONE, "milestone") \
    X(CAP, "cap")             \
    X(AT_MOST, "at_most")

enum measure {
#define X(id, word) MEASURE_##id,
    MEASURE_LIST(X)
#undef X
        MEASURE_TOTAL
};

/* How the planned share grows from `starts` to `due`: evenly by days, by school days or by working
 * days (calendar.h), by dated steps, or all at the end. */
#define PACE_LIST(X)                \
    X(LINEAR, "linear")             \
    X(SCHOOL_DAYS, "school_days")   \
    X(WORKING_DAYS, "working_days") \
    X(STEPS, "steps")               \
    X(END, "end")

enum pace {
#define X(id, word) PACE_##id,
    PACE_LIST(X)
#undef X
        PACE_TOTAL
};

/* The word of a measure or pace in files and machine formats, and back (false: no such word). */
const char *measure_word(enum measure measure);
bool measure_parse(struct sv word, enum measure *out) NONNULL;
const char *pace_word(enum pace pace);
bool pace_parse(struct sv word, enum pace *out) NONNULL;

/* When a standing turns; set by the plan, changeable per target, in force from a day on. */
struct thresholds {
    double spi_min;        /* lagging below this SPI; 0.90 */
    double forecast_slack; /* lagging when the forecast is after due by more than this part of
                              the period; 0.10 */
    int due_soon_days;     /* due soon when at most so many days are left; 30 */
    int reporting_days;    /* length of a reporting period in days; 31 */
    int silent_periods;    /* silent after so many periods without a report; 2 */
};

/* id, word in files and commands, member, least and most it can be, whole numbers only? */
#define THRESHOLD_LIST(X)                                             \
    X(SPI_MIN, "spi_min", spi_min, 0, 10, false)                      \
    X(FORECAST_SLACK, "forecast_slack", forecast_slack, 0, 10, false) \
    X(DUE_SOON_DAYS, "due_soon_days", due_soon_days, 0, 366, true)    \
    X(REPORTING_DAYS, "reporting_days", reporting_days, 1, 366, true) \
    X(SILENT_PERIODS, "silent_periods", silent_periods, 1, 100, true)

enum threshold {
#define X(id, word, member, least, most, whole) THRESHOLD_##id,
    THRESHOLD_LIST(X)
#undef X
        THRESHOLD_TOTAL
};

const char *threshold_word(enum threshold threshold);
bool threshold_parse(struct sv word, enum threshold *out) NONNULL;

/* The ends of what a threshold can be, and whether it is a whole number. */
struct threshold_range {
    double least, most;
    bool whole;
};
struct threshold_range threshold_range(enum threshold threshold);

/* One of the five. Setting returns false, and changes nothing, when the value is out of range. */
double threshold_get(const struct thresholds *thresholds, enum threshold threshold) NONNULL;
bool threshold_set(struct thresholds *thresholds, enum threshold threshold, double value) NONNULL;

struct section {
    int64_t id; /* in the database; 0 when the plan was not loaded from one */
    int number; /* as the plan numbers it, from 1 */
    struct name name;
};

struct item {
    int64_t id;
    int number;  /* as the plan numbers it, from 1, through all sections */
    int section; /* index into plan->sections */
    struct name name;
    struct name summary;
};

/* A kind of reporting unit (kindergarten, primary school, township centre ...). */
struct kind {
    const char *code;
    struct name name;
};

struct town {
    const char *code;
    struct name name;
};

/* A named set of kinds ("compulsory"): bit k stands for plan->kinds[k]. */
struct scope {
    const char *code;
    struct name name;
    uint64_t kinds;
    const int *schools; /* ascending indexes of its schools; made by plan_finish() */
    size_t school_count;
};

/* Any reporting unit. Row 0 of plan->schools is always the district itself, code DISTRICT_CODE,
 * which carries the bureau's own figures. */
struct school {
    int64_t id;
    const char *code; /* text, never a number: 007 and 7 are two schools */
    struct name name;
    int kind;     /* index into plan->kinds; -1 for the district itself */
    int town;     /* index into plan->towns; -1 = none stated */
    bool sample;  /* made up for the demo */
    int64_t size; /* how many are on its roll; 0 = not known */
};

#define DISTRICT_CODE "district"
enum { SCHOOL_DISTRICT = 0, PLAN_KINDS_MAX = 64 };

/* A dated step of a target: from `date` on, `percent` of it is planned to be done. */
struct step {
    daynum date;
    amount percent;
    struct name name;
};

/* Who a target concerns. */
enum scope_type { SCOPE_DISTRICT_ITSELF, SCOPE_KINDS, SCOPE_NAMED };

struct target {
    int64_t id;
    const char *code; /* ITEM.N */
    int item;         /* index into plan->items */
    struct name name;
    struct name unit; /* as the plan writes it: "places" or "place|places" */
    enum measure measure;
    enum pace pace;  /* a loader puts PACE_TOTAL where none is stated; plan_finish() replaces it */
    amount goal_min; /* AMOUNT_NONE: the plan states none and nobody has set one */
    amount goal_max; /* AMOUNT_NONE: no upper end */
    amount baseline; /* AMOUNT_NONE: not stated, counts as 0 but for at_most */
    daynum starts, due;
    bool veto;        /* a breach of it turns its whole section red */
    bool within_size; /* its values count members of the school: none can be above school.size */
    double weight;    /* in its item's and section's share; 1 unless stated */
    const char *owner;
    const char *source_term; /* the plan's own term */
    const char *basis;       /* what the figure rests on */
    struct thresholds thresholds;

    enum scope_type scope_type;
    int scope;          /* SCOPE_KINDS: index into plan->scopes; else -1 */
    const int *schools; /* SCOPE_NAMED: ascending indexes into plan->schools */
    size_t school_count;
    size_t scope_size; /* how many reporting units are in scope; 1 for the district itself */

    const struct step *steps; /* ascending by date */
    size_t step_count;

    const struct calendar *calendar; /* the plan's, set by plan_finish(); NULL: none */
};

struct plan {
    const char *code;
    struct name name;
    struct name authority;
    daynum starts, ends;             /* first and last day */
    const struct calendar *calendar; /* terms and holidays; NULL: none */
    struct thresholds thresholds;
    bool units;   /* those who report are no schools and are called units */
    bool sample;  /* this database holds made-up sample data */
    daynum as_of; /* the as-of date to use when none is given; DAY_NONE = today */
    int64_t edition; /* of the database that it was loaded from (store.h); 0: of none */

    struct section *sections;
    struct item *items;
    struct target *targets;
    struct kind *kinds;
    struct town *towns;
    struct scope *scopes;
    struct school *schools; /* [0] is the district itself */
    size_t section_count, item_count, target_count;
    size_t kind_count, town_count, scope_count, school_count;

    struct plan_index *index; /* made by plan_finish(), filled when first asked */
};

/* Completes a plan whose arrays are filled. Call it once, before any function below; `arena` is the
 * plan's own. It makes the look-up tables, counts the scopes, and gives a target without a pace
 * (PACE_TOTAL) its measure's usual one: a milestone goes by its steps, or without steps all at the
 * end; everything else evenly.
 *
 * The loader answers for what it read: indexes lie within their arrays, only school 0 (the district
 * itself) has no kind, measures and paces are known, nothing is due before it starts, and codes are
 * unique. A loader of files or of a database checks this first and says what is wrong with them;
 * all but the codes is checked here again and a fault stops the program as our own bug. */
void plan_finish(struct plan *plan, struct arena *arena) NONNULL;

/* Index of the target, item, section, kind, town or scope with this code or number; -1: none. */
int plan_target(const struct plan *plan, struct sv code) NONNULL;
int plan_item(const struct plan *plan, int number) NONNULL;
int plan_section(const struct plan *plan, int number) NONNULL;
int plan_kind(const struct plan *plan, struct sv code) NONNULL;
int plan_town(const struct plan *plan, struct sv code) NONNULL;
int plan_scope(const struct plan *plan, struct sv code) NONNULL;

/* Index of the school with this code; -1: none. O(log n). */
int plan_school(const struct plan *plan, struct sv code) NONNULL;

enum { PLAN_NAME_UNKNOWN = -1, PLAN_NAME_AMBIGUOUS = -2 };

/* Index of the school or target with exactly this name in any language; PLAN_NAME_UNKNOWN, or
 * PLAN_NAME_AMBIGUOUS when several carry it. O(log n). */
int plan_school_named(const struct plan *plan, struct sv name) NONNULL;
int plan_target_named(const struct plan *plan, struct sv name) NONNULL;

/* Is this school (index) in the target's scope? It may report on it then, and is expected to. The
 * target's own unit (below) may report too, in scope or not. */
bool plan_in_scope(const struct plan *plan, const struct target *target, int school) NONNULL;

/* Points *out to the ascending indexes of all schools in the target's scope; the array is the
 * plan's. Returns their number, which is target->scope_size. */
size_t plan_scope_schools(const struct plan *plan, const struct target *target,
                          const int **out) NONNULL;

/* The unit that a figure belongs to when nobody names a school: the district itself, or the one
 * school of a scope of one. Returns -1 when the target's schools must be named (share, mean and
 * at_most over several). */
int plan_own_unit(const struct plan *plan, const struct target *target) NONNULL;

/* A target's unit as one says it of many; before a `|` stands how one says it of one. */
const char *unit_of_many(const char *unit) NONNULL;

#endif
