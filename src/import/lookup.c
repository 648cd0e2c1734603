#include "import/lookup.h"

#include "duban/text.h"
#include "import/cell.h"

typedef int finder(const struct plan *, struct sv);

/* Full-width digits are tried last: a name may hold them on purpose. */
static int look_up(const struct plan *plan, struct sv cell, finder *by_code, finder *by_name)
{
    char room[TEXT_FOLD_MAX];
    struct sv text = cell_bare(cell);
    int found = by_code(plan, text);
    if (found < 0)
        found = by_name(plan, text);
    if (found == PLAN_NAME_UNKNOWN)
        found = by_code(plan, text_fold(text, room));
    return found;
}

int lookup_school(const struct plan *plan, struct sv cell)
{
    return look_up(plan, cell, plan_school, plan_school_named);
}

int lookup_target(const struct plan *plan, struct sv cell)
{
    return look_up(plan, cell, plan_target, plan_target_named);
}
