/* words.c - names and short phrases in the user's language. */
#include <math.h>
#include <string.h>

#include "duban/lang.h"

const char *lang_standing(enum standing standing)
{
    return _(standing_name(standing));
}

static const char *const measure_names[MEASURE_TOTAL] = {
    [MEASURE_SUM] = N_("sum over schools"),
    [MEASURE_COUNT] = N_("number of schools"),
    [MEASURE_SHARE] = N_("share"),
    [MEASURE_MEAN] = N_("mean of schools"),
    [MEASURE_MILESTONE] = N_("percent done"),
    [MEASURE_CAP] = N_("at most, in sum"),
    [MEASURE_AT_MOST] = N_("level to come down to"),
};

const char *lang_measure(enum measure measure)
{
    return _(measure_names[measure]);
}

static const char *const fault_texts[] = {
    [VALUE_OK] = "",
    [VALUE_NEGATIVE] = N_("the value is below 0; enter 0 or more"),
    [VALUE_OVER_ONE] =
        N_("a share without a denominator is 1 for yes or 0 for no; enter one, or the denominator"),
    [VALUE_OVER_OF] = N_("the value is larger than its denominator; check both"),
    [VALUE_OVER_PERCENT] = N_("the value is a percentage; enter 0 to 100"),
    [VALUE_OF_ZERO] = N_("the denominator is not above 0; check it"),
    [VALUE_OF_UNUSED] = N_("this target has no denominator; leave it out"),
};

const char *lang_value_fault(enum value_fault fault)
{
    return fault == VALUE_OK ? "" : _(fault_texts[fault]);
}

static const struct {
    const char *what, *text;
} changes[] = {
    {"report", N_("value")}, {"terms", N_("goal and dates")}, {"import", N_("import")},
    {"plan", N_("plan")},    {"schools", N_("schools")},      {"sample", N_("sample data")},
};

const char *lang_change(const char *what)
{
    for (size_t i = 0; i < COUNT_OF(changes); i++) {
        if (strcmp(changes[i].what, what) == 0)
            return _(changes[i].text);
    }
    return what;
}

/* Percents and means are computed: one decimal is enough for people. */
static amount for_people(const struct target *target, amount value)
{
    bool computed = target->measure == MEASURE_SHARE || target->measure == MEASURE_MEAN ||
                    target->measure == MEASURE_AT_MOST || target->measure == MEASURE_MILESTONE;
    amount tenth = AMOUNT_ONE / 10;
    return computed ? value / tenth * tenth : value; /* cut: 99.96 % is not yet 100 % */
}

static bool is_percent(const struct target *target)
{
    return target->unit.in[LANG_EN][0] == '%';
}

void lang_figure(struct buf *out, const struct target *target, amount value)
{
    char text[AMOUNT_TEXT_MAX];
    if (value == AMOUNT_NONE)
        buf_putc(out, '-');
    else
        buf_printf(out, "%s%s", amount_format(for_people(target, value), text),
                   is_percent(target) ? "%" : "");
}

void lang_goal(struct buf *out, const struct target *target)
{
    char text[AMOUNT_TEXT_MAX];
    if (target->goal_min == AMOUNT_NONE) {
        buf_putc(out, '-');
        return;
    }
    if (target->measure == MEASURE_CAP || target->measure == MEASURE_AT_MOST)
        buf_puts(out, "<=");
    buf_puts(out, amount_format(target->goal_min, text));
    if (target->goal_max != AMOUNT_NONE && target->goal_max != target->goal_min)
        buf_printf(out, "-%s", amount_format(target->goal_max, text));
    if (is_percent(target))
        buf_putc(out, '%');
}

void lang_percent(struct buf *out, double ratio)
{
    if (isnan(ratio))
        buf_putc(out, '-');
    else
        buf_printf(out, "%.0f%%", floor(ratio * 100 + 1e-9));
}

void lang_days(struct buf *out, int days)
{
    if (days == 0)
        buf_puts(out, _("due today"));
    else if (days > 0)
        buf_printf(out, ngettext("%d day left", "%d days left", (unsigned long)days), days);
    else
        buf_printf(out, ngettext("%d day over", "%d days over", (unsigned long)-days), -days);
}
