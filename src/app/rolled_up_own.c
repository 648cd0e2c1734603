/* rolled_up_own.c - the own figures of a town or a school, for its bulletin. */
#include "app/rolled_up.h"

bool rolled_up_own(struct session *session, struct report_filter *filter, struct err *err)
{
    struct arena *arena = &session->arena;
    const struct plan *plan = session->plan;
    const struct school *school = filter->school;
    struct own_figures *own = arena_array(arena, 1, sizeof(*own));
    enum group_by by = school ? GROUP_SCHOOL : GROUP_TOWN;
    struct rolled_up rolled;
    if ((!school && !filter->town) || school == &plan->schools[SCHOOL_DISTRICT] ||
        (school && !report_shows_school(plan, filter, (int)(school - plan->schools))))
        return true;
    if (!rolled_up_shown(session, filter, &rolled, err) ||
        (school && !store_load_school(session->store, plan, (int)(school - plan->schools),
                                      session->as_of, arena, &own->values, err)))
        return false;
    own->whole = groups_of_schools(plan, rolled.schools, rolled.changes, by, arena);
    if (rolled.before)
        own->then = groups_of_schools(plan, rolled.before, NULL, by, arena);
    if (!school)
        own->schools = groups_of_schools(plan, rolled.schools, NULL, GROUP_SCHOOL, arena);
    filter->own = own;
    return true;
}
