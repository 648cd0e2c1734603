#include "duban/measure.h"
#include "import/cell.h"
#include "import/cell_value.h"
#include "import/check.h"

/* Can a value be just that it is done, or that there was a case? Of what is added up or averaged,
 * only "none" says how many. */
static bool may_be_yes(const struct target *target)
{
    switch (target->measure) {
    case MEASURE_COUNT:
    case MEASURE_CAP:
        return true;
    case MEASURE_MEAN:
    case MEASURE_MILESTONE:
        return measure_takes_percent(target);
    default:
        return false;
    }
}

static amount hundredth(amount percent)
{
    return (percent >= 0 ? percent + 50 : percent - 50) / 100;
}

/* Turns what was written into the number that the measure counts. */
static bool as_counted(const struct target *target, const struct cell_value *written, bool with_of,
                       amount *out, enum issue_code *fault)
{
    bool share = target->measure == MEASURE_SHARE;
    *fault = ISSUE_BAD_VALUE;
    switch (written->kind) {
    case CELL_NUMBER:
        *out = written->number;
        return true;
    case CELL_PERCENT:
        /* With a total beside it, a share's value is a number of cases. */
        *fault = ISSUE_PERCENT_UNUSED;
        *out = share ? hundredth(written->number) : written->number;
        return share ? !with_of : measure_takes_percent(target);
    case CELL_YES:
    case CELL_NO:
        *fault = ISSUE_YES_UNUSED;
        *out = written->kind == CELL_NO ? 0 : AMOUNT_ONE;
        if (!share && measure_takes_percent(target))
            *out *= 100;
        return share ? !with_of : written->kind == CELL_NO || may_be_yes(target);
    }
    return false;
}

static bool read_of(const struct checks *checks, struct cell of, amount *out, struct finding *found)
{
    struct cell_value written;
    struct sv text = cell_bare(of.text);
    *out = AMOUNT_NONE;
    if (text.len == 0)
        return true;
    if (!check_bytes(checks, of, found))
        return false;
    if (!cell_value_parse(text, &written) || written.kind != CELL_NUMBER)
        return finding_set(found, ISSUE_BAD_OF, of.column, of.text, "%s", "");
    *out = written.number;
    return true;
}

/* A number with the unit behind it, of which the plan may have one form for 1: "12所", "180 个". */
static bool parse_with_unit(struct sv forms, struct sv cell, struct cell_value *out)
{
    struct sv unit;
    while (sv_split(&forms, '|', &unit)) {
        if (unit.len == 0 || unit.len >= cell.len ||
            !sv_eq(sv_skip(cell, cell.len - unit.len), unit))
            continue;
        struct sv number = cell_bare((struct sv){cell.data, cell.len - unit.len});
        if (cell_value_parse(number, out) && out->kind == CELL_NUMBER)
            return true;
    }
    return false;
}

/* With the target's own unit, as the form has it. */
static bool parse_counted(const struct target *target, struct sv cell, struct cell_value *out)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        if (parse_with_unit(sv_from(target->unit.in[lang]), cell, out))
            return true;
    }
    return false;
}

static bool read_value(const struct checks *checks, const struct target *target, struct cell value,
                       bool with_of, amount *out, struct finding *found)
{
    struct cell_value written;
    enum issue_code fault;
    if (!check_bytes(checks, value, found))
        return false;
    struct sv cell = cell_bare(value.text);
    if (!cell_value_parse(cell, &written) && !parse_counted(target, cell, &written))
        return finding_set(found, ISSUE_BAD_VALUE, value.column, value.text, "%s", "");
    if (!as_counted(target, &written, with_of, out, &fault))
        return finding_set(found, fault, value.column, value.text, "%s", target->code);
    return true;
}

/* Says what measure_check() found wrong, at the cell that is to blame. */
static bool misfit(enum value_fault fault, const struct target *target, struct cell value,
                   struct cell of, amount of_read, struct finding *found)
{
    char total[AMOUNT_TEXT_MAX];
    switch (fault) {
    case VALUE_OK:
        return true;
    case VALUE_NEGATIVE:
        return finding_set(found, ISSUE_VALUE_NEGATIVE, value.column, value.text, "%s", "");
    case VALUE_OVER_ONE:
        return finding_set(found, ISSUE_VALUE_OVER_ONE, value.column, value.text, "%s", "");
    case VALUE_OVER_OF:
        return finding_set(found, ISSUE_VALUE_OVER_OF, value.column, value.text, "%s",
                           amount_format(of_read, total));
    case VALUE_OVER_PERCENT:
        return finding_set(found, ISSUE_VALUE_OVER_PERCENT, value.column, value.text, "%s", "");
    case VALUE_OF_ZERO:
        return finding_set(found, ISSUE_OF_ZERO, of.column, of.text, "%s", "");
    case VALUE_OF_UNUSED:
        return finding_set(found, ISSUE_OF_UNUSED, of.column, of.text, "%s", target->code);
    }
    return true;
}

bool check_value(const struct checks *checks, int target, struct cell value, struct cell of,
                 amount *value_out, amount *of_out, struct finding *found)
{
    const struct target *meant = &checks->plan->targets[target];
    if (!read_of(checks, of, of_out, found) ||
        !read_value(checks, meant, value, *of_out != AMOUNT_NONE, value_out, found))
        return false;
    return misfit(measure_check(meant, *value_out, *of_out), meant, value, of, *of_out, found);
}
