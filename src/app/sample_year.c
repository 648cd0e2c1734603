#include "app/sample_year.h"

#include <stdlib.h>
#include <string.h>

#include "duban/mem.h"

static const char *const shape_words[SAMPLE_SHAPE_TOTAL] = {
#define X(id, word) [SAMPLE_##id] = word,
    SAMPLE_SHAPE_LIST(X)
#undef X
};

enum sample_shape sample_shape(const char *word)
{
    for (enum sample_shape shape = 0; shape < SAMPLE_SHAPE_TOTAL; shape++) {
        if (strcmp(shape_words[shape], word) == 0)
            return shape;
    }
    BUG("a word in sample/profiles.csv is no shape");
}

/* One reporting unit through the year. */
struct unit {
    int school;
    amount value;
    amount of;  /* AMOUNT_NONE: none */
    bool quiet; /* falls silent after April */
};

struct year {
    const struct plan *plan;
    const struct target *target;
    const struct sample_profile *profile;
    const struct intake_sink *sink;
    struct unit *units;
    size_t count;
    unsigned short random[3]; /* nrand48's state */
    int64_t *rows;
};

enum { QUIET_FROM = 5, FINAL_MONTH = SAMPLE_MONTH, QUIET_EVERY = 19, MISS_PERCENT = 4 };

/* A number from 0 to below `limit`, the same in every demo. */
static int draw(struct year *year, int limit)
{
    return (int)(nrand48(year->random) % limit);
}

/* Parts of `final` reached by the end of `month`; 1 in September. */
static double progress(enum sample_shape shape, int month)
{
    double reached = (double)month / FINAL_MONTH;
    switch (shape) {
    case SAMPLE_FAST:
        reached = month / 6.0;
        break;
    case SAMPLE_STALLED:
        reached = month / 4.0;
        break;
    case SAMPLE_SILENT:
        reached = month / 5.0;
        break;
    case SAMPLE_DONE_DOC:
        return month >= 4 ? 1 : 0;
    case SAMPLE_BREACH:
        return month >= 6 ? 1 : 0;
    case SAMPLE_CLEAN:
        return 0;
    default:
        return reached; /* goes on after September */
    }
    return reached < 1 ? reached : 1;
}

/* The figure that the whole target should show at the end of `month`. */
static amount figure(const struct year *year, int month)
{
    const struct target *target = year->target;
    double final = amount_double(year->profile->final);
    if (year->profile->shape == SAMPLE_LEVEL) {
        double start =
            target->baseline != AMOUNT_NONE ? amount_double(target->baseline) : final * 1.15;
        double left = month < FINAL_MONTH ? (double)(FINAL_MONTH - month) / FINAL_MONTH : 0;
        return amount_from_double(final + (start - final) * left);
    }
    double value = final * progress(year->profile->shape, month);
    bool percent = target->measure == MEASURE_SHARE || target->measure == MEASURE_MEAN ||
                   target->measure == MEASURE_MILESTONE;
    if (percent && value > 100)
        value = 100;
    return amount_from_double(value);
}

static amount whole(amount value)
{
    return (value + AMOUNT_ONE / 2) / AMOUNT_ONE * AMOUNT_ONE;
}

/* The most that one unit can report. */
static amount room(const struct year *year, const struct unit *unit)
{
    switch (year->target->measure) {
    case MEASURE_COUNT:
        return unit->school == SCHOOL_DISTRICT ? AMOUNT_VALUE_MAX : AMOUNT_ONE - unit->value;
    case MEASURE_SHARE:
        return (unit->of != AMOUNT_NONE ? unit->of : AMOUNT_ONE) - unit->value;
    default:
        return AMOUNT_VALUE_MAX;
    }
}

/* A unit that can take more; in spring those that will fall silent come first. */
static struct unit *pick(struct year *year, int month)
{
    size_t from = (size_t)draw(year, (int)year->count);
    struct unit *found = NULL;
    for (size_t i = 0; i < year->count; i++) {
        struct unit *unit = &year->units[(from + i) % year->count];
        if (room(year, unit) < AMOUNT_ONE || (unit->quiet && month >= QUIET_FROM))
            continue;
        if (!found || (unit->quiet && !found->quiet))
            found = unit;
        if (found->quiet || month >= QUIET_FROM)
            break;
    }
    return found;
}

/* Spreads what the whole target has gained over its units, in whole pieces. */
static void spread(struct year *year, int month, amount total)
{
    amount now = 0;
    for (size_t i = 0; i < year->count; i++)
        now += year->units[i].value;
    amount gain = whole(total) - now;
    amount piece = whole(gain / 12 + AMOUNT_ONE / 2);
    while (gain >= AMOUNT_ONE) {
        struct unit *unit = pick(year, month);
        if (!unit)
            return;
        amount most = room(year, unit);
        amount step = piece < most ? piece : most;
        step = step < gain ? step : gain;
        unit->value += step;
        gain -= step;
    }
}

/* The sum over units that gives the target the figure `goal`. */
static amount sum_for(const struct year *year, amount goal)
{
    if (year->target->measure != MEASURE_SHARE)
        return goal;
    amount of = 0;
    for (size_t i = 0; i < year->count; i++)
        of += year->units[i].of != AMOUNT_NONE ? year->units[i].of : AMOUNT_ONE;
    return amount_from_double(amount_double(of) * amount_double(goal) / 100);
}

/* Moves every unit near the figure, never down where the measure only grows. */
static void follow(struct year *year, amount goal)
{
    bool level = year->target->measure == MEASURE_AT_MOST;
    for (size_t i = 0; i < year->count; i++) {
        struct unit *unit = &year->units[i];
        amount off = year->count > 1 ? ((amount)(i * 7 % 13) - 6) * AMOUNT_ONE / 2 : 0;
        amount value = level ? goal + off : whole(goal + off);
        if (value < 0)
            value = 0;
        if (!level && goal >= 100 * AMOUNT_ONE)
            value = 100 * AMOUNT_ONE;
        if (!level && value > 100 * AMOUNT_ONE)
            value = 100 * AMOUNT_ONE;
        if (level || value > unit->value)
            unit->value = value / (AMOUNT_ONE / 10) * (AMOUNT_ONE / 10);
    }
}

static bool push(struct year *year, const struct unit *unit, daynum date, struct err *err)
{
    const struct intake_row row = {
        .target = year->profile->target,
        .school = unit->school,
        .date = date,
        .value = unit->value,
        .of = unit->of,
        .line = (unsigned)++*year->rows,
    };
    enum intake_outcome outcome;
    return year->sink->put(year->sink->context, &row, true, &outcome, err);
}

/* All units' reports of one month. */
static bool report_month(struct year *year, int month, struct err *err)
{
    for (size_t i = 0; i < year->count; i++) {
        const struct unit *unit = &year->units[i];
        int first = month == FINAL_MONTH ? SAMPLE_DAY - 7 : 21;
        daynum date;
        if (!date_make(SAMPLE_YEAR, month, first + draw(year, 7), &date))
            BUG("a day of the sample year does not exist");
        bool missed = month != FINAL_MONTH && year->count > 1 && draw(year, 100) < MISS_PERCENT;
        if (missed || (unit->quiet && month >= QUIET_FROM))
            continue;
        if (!push(year, unit, date, err))
            return false;
    }
    return true;
}

/* Does a share carry its denominator? Where the plan counts something else than schools. */
static bool has_denominator(const struct target *target)
{
    return target->measure == MEASURE_SHARE && strcmp(target->unit.in[LANG_EN], "%") != 0;
}

static void make_units(struct year *year, struct arena *arena)
{
    const int *schools;
    int own = plan_own_unit(year->plan, year->target);
    bool own_only = year->target->scope_type == SCOPE_DISTRICT_ITSELF;
    year->count = own_only ? 1 : plan_scope_schools(year->plan, year->target, &schools);
    year->units = arena_array(arena, year->count, sizeof(*year->units));
    for (size_t i = 0; i < year->count; i++) {
        struct unit *unit = &year->units[i];
        unit->school = own_only ? own : schools[i];
        unit->quiet = year->count > QUIET_EVERY && unit->school % QUIET_EVERY == 7;
        unit->of = has_denominator(year->target) ? (8 + draw(year, 33)) * AMOUNT_ONE : AMOUNT_NONE;
    }
}

bool sample_year(const struct plan *plan, const struct sample_profile *profile,
                 const struct intake_sink *sink, int64_t *rows, struct err *err)
{
    struct arena arena = {0};
    struct year year = {
        .plan = plan,
        .target = &plan->targets[profile->target],
        .profile = profile,
        .sink = sink,
        .random = {20210915 & 0xFFFF, 20210915 >> 16, (unsigned short)profile->target},
        .rows = rows,
    };
    int last = profile->shape == SAMPLE_NONE ? 0 : profile->shape == SAMPLE_SILENT ? 5 : 12;
    make_units(&year, &arena);
    bool by_level = year.target->measure == MEASURE_MEAN ||
                    year.target->measure == MEASURE_AT_MOST ||
                    year.target->measure == MEASURE_MILESTONE;
    bool ok = true;
    for (int month = 1; ok && month <= last; month++) {
        amount goal = figure(&year, month);
        if (by_level)
            follow(&year, goal);
        else
            spread(&year, month, sum_for(&year, goal));
        ok = report_month(&year, month, err);
    }
    arena_free(&arena);
    return ok;
}
