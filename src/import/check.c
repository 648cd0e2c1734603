#include "import/check.h"

#include <stdlib.h>

#include "duban/mem.h"
#include "duban/text.h"
#include "import/cell.h"
#include "import/cell_date.h"
#include "import/lookup.h"

void check_forget(struct import_meanings *meanings)
{
    memo_free(&meanings->schools);
    memo_free(&meanings->targets);
    memo_free(&meanings->dates);
}

struct import_meanings *import_meanings_open(void)
{
    return xcalloc(1, sizeof(struct import_meanings));
}

void import_meanings_close(struct import_meanings *meanings)
{
    if (meanings)
        check_forget(meanings);
    free(meanings);
}

bool check_bytes(const struct checks *checks, struct cell cell, struct finding *found)
{
    if (!checks->broken || text_valid(cell.text))
        return true;
    return finding_set(found, ISSUE_BAD_BYTES, cell.column, cell.text, "%s",
                       encoding_name(checks->encoding));
}

bool check_school(const struct checks *checks, struct cell cell, int *school, struct finding *found)
{
    *school = checks->options->school;
    if (cell.column == 0)
        return true;
    if (*school < 0 && memo_find(&checks->meanings->schools, cell.text, school))
        return true;
    if (cell_bare(cell.text).len == 0)
        return finding_set(found, ISSUE_EMPTY_CELL, cell.column, cell.text, "%s", "");
    if (!check_bytes(checks, cell, found))
        return false;
    int meant = lookup_school(checks->plan, cell.text);
    if (meant == PLAN_NAME_AMBIGUOUS)
        return finding_set(found, ISSUE_AMBIGUOUS_SCHOOL, cell.column, cell.text, "%s", "");
    if (meant < 0 && cell_is_scientific(cell_bare(cell.text)))
        return finding_set(found, ISSUE_SCIENTIFIC_CODE, cell.column, cell.text, "%s", "");
    if (meant < 0)
        return finding_set(found, ISSUE_UNKNOWN_SCHOOL, cell.column, cell.text, "%s", "");
    if (*school >= 0 && meant != *school)
        return finding_set(found, ISSUE_NOT_YOUR_SCHOOL, cell.column, cell.text, "%s",
                           checks->plan->schools[*school].code);
    *school = meant;
    memo_keep(&checks->meanings->schools, cell.text, meant);
    return true;
}

bool check_target(const struct checks *checks, struct cell cell, int *target, struct finding *found)
{
    if (memo_find(&checks->meanings->targets, cell.text, target))
        return true;
    if (cell_bare(cell.text).len == 0)
        return finding_set(found, ISSUE_EMPTY_CELL, cell.column, cell.text, "%s", "");
    if (!check_bytes(checks, cell, found))
        return false;
    *target = lookup_target(checks->plan, cell.text);
    if (*target == PLAN_NAME_AMBIGUOUS)
        return finding_set(found, ISSUE_AMBIGUOUS_TARGET, cell.column, cell.text, "%s", "");
    if (*target < 0 && cell_is_scientific(cell_bare(cell.text)))
        return finding_set(found, ISSUE_SCIENTIFIC_CODE, cell.column, cell.text, "%s", "");
    if (*target < 0)
        return finding_set(found, ISSUE_UNKNOWN_TARGET, cell.column, cell.text, "%s", "");
    memo_keep(&checks->meanings->targets, cell.text, *target);
    return true;
}

/* The bureau's own figure may stand in for the schools', where the measure adds up. */
static bool may_report(const struct plan *plan, const struct target *target, int school)
{
    return plan_in_scope(plan, target, school) ||
           (school == SCHOOL_DISTRICT && plan_own_unit(plan, target) == SCHOOL_DISTRICT);
}

bool check_scope(const struct checks *checks, struct cell cell, int target, int school,
                 struct finding *found)
{
    const struct plan *plan = checks->plan;
    const struct target *meant = &plan->targets[target];
    if (may_report(plan, meant, school))
        return true;
    return finding_set(found, ISSUE_OUT_OF_SCOPE, cell.column, sv_from(meant->code), "%s",
                       plan->schools[school].code);
}

static bool check_day(const struct checks *checks, struct cell cell, daynum day,
                      struct finding *found)
{
    const struct plan *plan = checks->plan;
    char first[DATE_TEXT_MAX], last[DATE_TEXT_MAX];
    if (day < plan->starts || day > plan->ends)
        return finding_set(found, ISSUE_DATE_OUTSIDE_PLAN, cell.column, cell.text, "%s - %s",
                           date_format(plan->starts, first), date_format(plan->ends, last));
    if (day > checks->options->as_of)
        return finding_set(found, ISSUE_DATE_IN_FUTURE, cell.column, cell.text, "%s",
                           date_format(checks->options->as_of, last));
    return true;
}

bool check_date(const struct checks *checks, struct cell cell, daynum *day, bool *serial,
                struct finding *found)
{
    *serial = false;
    if (memo_find(&checks->meanings->dates, cell.text, day))
        return true;
    *day = checks->options->date;
    if (!check_bytes(checks, cell, found))
        return false;
    struct sv text = cell_bare(cell.text);
    if (text.len == 0)
        return *day != DAY_NONE || finding_set(found, ISSUE_NO_DATE, cell.column, text, "%s", "");
    enum cell_date written = cell_date_parse(text, day);
    *serial = written == CELL_DATE_SERIAL;
    if (written == CELL_DATE_NONE)
        return finding_set(found, ISSUE_BAD_DATE, cell.column, text, "%s", "");
    if (!check_day(checks, cell, *day, found))
        return false;
    if (!*serial) /* which is told of each time */
        memo_keep(&checks->meanings->dates, cell.text, *day);
    return true;
}
