/* figure.c - figures, goals, percents and days as they are shown. */
#include <math.h>
#include <string.h>

#include "duban/lang.h"

/* Ratios are cut with this much tolerance, so that 0.29, which is 0.28999... inside, gives 29%. */
static const double tolerance = 1e-9;

bool lang_is_percent(const struct target *target)
{
    return target->unit.in[LANG_EN][0] == '%';
}

static const char *percent_sign(const struct target *target)
{
    return lang_is_percent(target) ? "%" : "";
}

/* `value` with one decimal, never nearer to the goal than it is. */
static amount one_decimal(const struct target *target, amount value)
{
    const amount tenth = AMOUNT_ONE / 10;
    amount rest = value % tenth;
    switch (target->measure) {
    case MEASURE_SHARE:
    case MEASURE_MEAN:
    case MEASURE_MILESTONE:
        return value - rest;
    case MEASURE_AT_MOST:
        return rest > 0 ? value - rest + tenth : value - rest;
    case MEASURE_SUM:
    case MEASURE_COUNT:
    case MEASURE_CAP:
    case MEASURE_TOTAL:
        break;
    }
    return value;
}

void lang_figure(struct buf *out, const struct target *target, amount value)
{
    char number[AMOUNT_TEXT_MAX];
    if (value == AMOUNT_NONE)
        buf_putc(out, '-');
    else
        buf_printf(out, "%s%s", amount_format(one_decimal(target, value), number),
                   percent_sign(target));
}

void lang_unit(struct buf *out, const struct target *target, amount n, enum lang lang)
{
    const char *unit = name_in(&target->unit, lang), *bar = strchr(unit, '|');
    if (bar && n == AMOUNT_ONE)
        buf_add(out, (struct sv){unit, (size_t)(bar - unit)});
    else
        buf_puts(out, unit_of_many(unit));
}

void lang_goal_unit(struct buf *out, const struct target *target, enum lang lang)
{
    bool range = target->goal_max != AMOUNT_NONE;
    lang_unit(out, target, range ? target->goal_max : target->goal_min, lang);
}

void lang_goal(struct buf *out, const struct target *target)
{
    char least[AMOUNT_TEXT_MAX], most[AMOUNT_TEXT_MAX];
    if (target->goal_min == AMOUNT_NONE) {
        buf_putc(out, '-');
        return;
    }
    if (target->measure == MEASURE_CAP || target->measure == MEASURE_AT_MOST)
        buf_puts(out, "<= ");
    buf_puts(out, amount_format(target->goal_min, least));
    if (target->goal_max != AMOUNT_NONE)
        buf_printf(out, "-%s", amount_format(target->goal_max, most));
    buf_puts(out, percent_sign(target));
}

void lang_percent(struct buf *out, double ratio)
{
    if (isnan(ratio))
        buf_putc(out, '-');
    else
        buf_printf(out, "%.0f%%", floor(ratio * 100 + tolerance));
}

void lang_spi(struct buf *out, double spi)
{
    int decimals = spi < 10 ? 2 : spi < 100 ? 1 : 0;
    double scale = pow(10, decimals);
    if (isnan(spi))
        buf_putc(out, '-');
    else
        buf_printf(out, "%.*f", decimals, floor(spi * scale + tolerance) / scale);
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
