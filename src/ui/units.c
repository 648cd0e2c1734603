#include "ui/units.h"

int units_count(const struct plan *plan)
{
    return 1 + (int)plan->town_count + (int)plan->kind_count;
}

/* The town or kind of a set; -1: it is none. */
static int town_of(const struct plan *plan, int64_t set)
{
    return set >= 1 && set <= (int64_t)plan->town_count ? (int)set - 1 : -1;
}

static int kind_of(const struct plan *plan, int64_t set)
{
    int64_t kind = set - 1 - (int64_t)plan->town_count;
    return kind >= 0 && kind < (int64_t)plan->kind_count ? (int)kind : -1;
}

bool units_has(const struct plan *plan, int64_t set, int school)
{
    const struct school *unit = &plan->schools[school];
    if (school == SCHOOL_DISTRICT)
        return false;
    if (town_of(plan, set) >= 0)
        return unit->town == town_of(plan, set);
    if (kind_of(plan, set) >= 0)
        return unit->kind == kind_of(plan, set);
    return true;
}

const char *units_name(const struct ui *ui, int64_t set)
{
    const struct plan *plan = ui->board->plan;
    int town = town_of(plan, set), kind = kind_of(plan, set);
    return town >= 0   ? ui_name(ui, &plan->towns[town].name)
           : kind >= 0 ? ui_name(ui, &plan->kinds[kind].name)
                       : _("all schools");
}

const char *units_what(const struct plan *plan, int64_t set)
{
    return town_of(plan, set) >= 0 ? _("town") : kind_of(plan, set) >= 0 ? _("kind") : "";
}
