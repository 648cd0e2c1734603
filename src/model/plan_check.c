#include "model/plan_check.h"

static bool is_index(int index, size_t count)
{
    return index >= 0 && (size_t)index < count;
}

static void check_schools(const struct plan *plan)
{
    if (plan->kind_count > PLAN_KINDS_MAX)
        BUG("a plan with more kinds than a scope can hold");
    if (plan->school_count == 0)
        BUG("a plan without the district itself");
    for (size_t i = 0; i < plan->school_count; i++) {
        const struct school *school = &plan->schools[i];
        bool district = i == SCHOOL_DISTRICT;
        if (district ? school->kind != -1 : !is_index(school->kind, plan->kind_count))
            BUG("a school of no kind");
        if (school->town != -1 && !is_index(school->town, plan->town_count))
            BUG("a school of no town");
    }
}

static void check_scope(const struct plan *plan, const struct target *target)
{
    switch (target->scope_type) {
    case SCOPE_DISTRICT_ITSELF:
        return;
    case SCOPE_KINDS:
        if (!is_index(target->scope, plan->scope_count))
            BUG("a target of no scope");
        return;
    case SCOPE_NAMED:
        for (size_t i = 0; i < target->school_count; i++) {
            if (!is_index(target->schools[i], plan->school_count))
                BUG("a target of no school");
        }
        return;
    }
    BUG("a target of no scope type");
}

static void check_target(const struct plan *plan, const struct target *target)
{
    if (!is_index(target->item, plan->item_count))
        BUG("a target of no item");
    if (target->measure >= MEASURE_TOTAL)
        BUG("a target of no measure");
    if (target->pace > PACE_TOTAL)
        BUG("a target of no pace");
    if (target->due < target->starts)
        BUG("a target that is due before it starts");
    check_scope(plan, target);
}

void plan_check(const struct plan *plan)
{
    check_schools(plan);
    for (size_t i = 0; i < plan->item_count; i++) {
        if (!is_index(plan->items[i].section, plan->section_count))
            BUG("an item of no section");
    }
    for (size_t i = 0; i < plan->target_count; i++)
        check_target(plan, &plan->targets[i]);
}
