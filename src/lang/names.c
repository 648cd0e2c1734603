/* names.c - the names that standings, measures, faults and changes have for people. */
#include "duban/lang.h"

#include <string.h>

static const char *const measure_names[MEASURE_TOTAL] = {
    [MEASURE_SUM] = N_("total"),
    [MEASURE_COUNT] = N_("number reached"),
    [MEASURE_SHARE] = N_("share"),
    [MEASURE_MEAN] = N_("average"),
    [MEASURE_MILESTONE] = N_("milestone"),
    [MEASURE_CAP] = N_("limit"),
    [MEASURE_AT_MOST] = N_("highest level"),
};

static const char *const faults[] = {
    [VALUE_OK] = N_("nothing is wrong with the value"),
    [VALUE_NEGATIVE] = N_("the value is below 0; correct it"),
    [VALUE_OVER_ONE] = N_("the value is more than 1 and no total is given; enter 1 for yes, 0 for "
                          "no, or the total too"),
    [VALUE_OVER_OF] = N_("the value is more than its total; correct one of the two"),
    [VALUE_OVER_PERCENT] = N_("the value is more than 100 percent; correct it"),
    [VALUE_OF_ZERO] = N_("the total is 0 or less; enter how many there are in all"),
    [VALUE_OF_UNUSED] = N_("the target is not a share and has no total; leave the total out"),
};

static const struct {
    const char *word, *name;
} changes[] = {
    {"report", N_("report")},
    {"terms", N_("goal or date")},
    {"import", N_("import")},
    {"plan", N_("plan")},
    {"schools", N_("schools added")},
    {"sample", N_("sample data")},
    {"thresholds", N_("thresholds")},
    {"problem", N_("problem")},
    {"step", N_("step")},
    {"user", N_("user")},
    {"restore", N_("restored from a copy")},
    {"draw", N_("draw of an inspection")},
};

const char *lang_standing(enum standing standing)
{
    return _(standing_name(standing));
}

const char *lang_measure(enum measure measure)
{
    return _(measure_names[measure]);
}

const char *lang_value_fault(enum value_fault fault)
{
    return _(faults[fault]);
}

const char *lang_problem_state(enum problem_state state)
{
    return _(problem_state_name(state));
}

const char *lang_problem_fault(enum problem_fault fault)
{
    return _(problem_fault_text(fault));
}

const char *lang_change(const char *what)
{
    for (size_t i = 0; i < COUNT_OF(changes); i++) {
        if (strcmp(changes[i].word, what) == 0)
            return _(changes[i].name);
    }
    return what;
}

void lang_change_text(struct buf *out, const struct change *change)
{
    if (change->before[0] != '\0' || change->after[0] != '\0')
        buf_printf(out, "%s -> %s", change->before[0] ? change->before : "-",
                   change->after[0] ? change->after : "-");
    if (change->undoes != 0)
        buf_printf(out, _("  takes back %lld"), (long long)change->undoes);
    if (change->undone)
        buf_puts(out, _("  taken back"));
}
