#include "duban/measure.h"

/* Wide enough for 100 * a total * a million. */
__extension__ typedef __int128 wide;

struct tally tally_of(int school, amount value, amount of)
{
    struct tally tally = {.value = value, .reporters = 1};
    if (of != AMOUNT_NONE) {
        tally.of = of;
        tally.with_of = 1;
    }
    if (school == SCHOOL_DISTRICT)
        tally.reached = value;
    else if (value >= AMOUNT_ONE)
        tally.reached = AMOUNT_ONE;
    return tally;
}

/* The counts are held in range like the amounts: a database may say anything of them. */
struct tally tally_add(struct tally a, struct tally b)
{
    return (struct tally){
        .value = amount_add(a.value, b.value),
        .of = amount_add(a.of, b.of),
        .reached = amount_add(a.reached, b.reached),
        .with_of = amount_add(a.with_of, b.with_of),
        .reporters = amount_add(a.reporters, b.reporters),
    };
}

/* -n, held in range. */
static int64_t negative(int64_t n)
{
    return n == INT64_MIN ? INT64_MAX : -n;
}

struct tally tally_subtract(struct tally a, struct tally b)
{
    struct tally minus = {
        .value = negative(b.value),
        .of = negative(b.of),
        .reached = negative(b.reached),
        .with_of = negative(b.with_of),
        .reporters = negative(b.reporters),
    };
    return tally_add(a, minus);
}

const struct point *figures_at(const struct figures *figures, daynum date)
{
    size_t low = 0, high = figures->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (figures->points[middle].date <= date)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 ? &figures->points[low - 1] : NULL;
}

/* part / whole to the nearest, half away from 0, held in the range of an amount. */
static amount divide(wide part, wide whole)
{
    if (whole <= 0)
        return AMOUNT_NONE;
    wide half = whole / 2;
    wide result = (part >= 0 ? part + half : part - half) / whole;
    if (result > INT64_MAX)
        return INT64_MAX;
    return result > AMOUNT_NONE ? (amount)result : AMOUNT_NONE + 1;
}

/* Every unit in scope that carries no denominator counts 1. */
static amount share(const struct target *target, const struct tally *tally)
{
    wide without = (wide)target->scope_size - tally->with_of;
    wide whole = tally->of + (without > 0 ? without * AMOUNT_ONE : 0);
    return divide((wide)tally->value * 100 * AMOUNT_ONE, whole);
}

amount measure_actual(const struct target *target, const struct tally *tally)
{
    switch (target->measure) {
    case MEASURE_SUM:
        return tally->value;
    case MEASURE_CAP:
        return tally->reporters > 0 ? tally->value : AMOUNT_NONE;
    case MEASURE_COUNT:
        return tally->reached;
    case MEASURE_SHARE:
        return share(target, tally);
    case MEASURE_MEAN:
    case MEASURE_AT_MOST:
    case MEASURE_MILESTONE:
    case MEASURE_TOTAL:
        break;
    }
    return divide(tally->value, tally->reporters);
}

/* Does a value of the target stand for percent? */
static bool in_percent(const struct target *target)
{
    if (target->measure == MEASURE_MILESTONE)
        return true;
    return target->measure == MEASURE_MEAN && target->unit.in[LANG_EN][0] == '%';
}

bool measure_takes_percent(const struct target *target)
{
    return target->measure == MEASURE_SHARE || target->measure == MEASURE_MILESTONE ||
           target->unit.in[LANG_EN][0] == '%';
}

bool measure_read(const struct target *target, struct sv text, amount *value, amount *of)
{
    struct sv rest = text, first;
    bool share = target->measure == MEASURE_SHARE;
    *of = AMOUNT_NONE;
    if (!sv_split(&rest, '/', &first))
        return false;
    bool percent = first.len > 1 && first.data[first.len - 1] == '%';
    if (percent)
        first.len--;
    if (!amount_parse(first, value) || (rest.len > 0 && !amount_parse(rest, of)))
        return false;
    if (percent && share)
        *value /= 100;
    return !percent || measure_takes_percent(target);
}

static enum value_fault check_share(amount value, amount of)
{
    if (of == AMOUNT_NONE)
        return value > AMOUNT_ONE ? VALUE_OVER_ONE : VALUE_OK;
    if (of < 0 || (of == 0 && value > 0))
        return VALUE_OF_ZERO;
    return value > of ? VALUE_OVER_OF : VALUE_OK;
}

enum value_fault measure_check(const struct target *target, amount value, amount of)
{
    if (value < 0)
        return VALUE_NEGATIVE;
    if (target->measure == MEASURE_SHARE)
        return check_share(value, of);
    if (of != AMOUNT_NONE)
        return VALUE_OF_UNUSED;
    if (in_percent(target) && value > 100 * AMOUNT_ONE)
        return VALUE_OVER_PERCENT;
    return VALUE_OK;
}

bool measure_reaches(const struct target *target, amount goal)
{
    bool ends = target->measure == MEASURE_SHARE || in_percent(target);
    return !ends || goal <= 100 * AMOUNT_ONE;
}

bool measure_grows(enum measure measure)
{
    return measure != MEASURE_MEAN && measure != MEASURE_AT_MOST;
}
