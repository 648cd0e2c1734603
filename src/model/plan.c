#include "duban/plan.h"

#include <stdlib.h>
#include <string.h>

#include "model/plan_check.h"
#include "model/plan_index.h"

/* How many schools have each kind. */
static void count_kinds(const struct plan *plan, size_t counts[PLAN_KINDS_MAX])
{
    for (size_t i = 0; i < plan->school_count; i++) {
        if (plan->schools[i].kind >= 0)
            counts[plan->schools[i].kind]++;
    }
}

static size_t size_of_scope(const struct plan *plan, const struct target *target)
{
    if (target->scope_type == SCOPE_DISTRICT_ITSELF)
        return 1;
    if (target->scope_type == SCOPE_NAMED)
        return target->school_count;
    return plan->scopes[target->scope].school_count;
}

/* Lists the schools of a scope. */
static void list_schools(const struct plan *plan, struct scope *scope, const size_t *counts,
                         struct arena *arena)
{
    size_t size = 0, at = 0;
    for (size_t kind = 0; kind < plan->kind_count; kind++) {
        if (scope->kinds >> kind & 1)
            size += counts[kind];
    }
    int *schools = arena_array(arena, size, sizeof(*schools));
    for (size_t i = 0; i < plan->school_count && at < size; i++) {
        int kind = plan->schools[i].kind;
        if (kind >= 0 && scope->kinds >> kind & 1)
            schools[at++] = (int)i;
    }
    scope->schools = schools;
    scope->school_count = size;
}

static enum pace default_pace(const struct target *target)
{
    if (target->measure != MEASURE_MILESTONE)
        return PACE_LINEAR;
    return target->step_count > 0 ? PACE_STEPS : PACE_END;
}

void plan_finish(struct plan *plan, struct arena *arena)
{
    size_t counts[PLAN_KINDS_MAX] = {0};
    plan_check(plan);
    count_kinds(plan, counts);
    for (size_t i = 0; i < plan->scope_count; i++)
        list_schools(plan, &plan->scopes[i], counts, arena);
    for (size_t i = 0; i < plan->target_count; i++) {
        struct target *target = &plan->targets[i];
        target->scope_size = size_of_scope(plan, target);
        target->calendar = plan->calendar;
        if (target->pace == PACE_TOTAL)
            target->pace = default_pace(target);
    }
    plan->index = plan_index_make(plan, arena);
}

int plan_target(const struct plan *plan, struct sv code)
{
    return index_find(plan, INDEX_TARGET_CODES, code);
}

int plan_school(const struct plan *plan, struct sv code)
{
    return index_find(plan, INDEX_SCHOOL_CODES, code);
}

int plan_school_named(const struct plan *plan, struct sv name)
{
    return index_find(plan, INDEX_SCHOOL_NAMES, name);
}

int plan_target_named(const struct plan *plan, struct sv name)
{
    return index_find(plan, INDEX_TARGET_NAMES, name);
}

int plan_item(const struct plan *plan, int number)
{
    for (size_t i = 0; i < plan->item_count; i++) {
        if (plan->items[i].number == number)
            return (int)i;
    }
    return -1;
}

int plan_section(const struct plan *plan, int number)
{
    for (size_t i = 0; i < plan->section_count; i++) {
        if (plan->sections[i].number == number)
            return (int)i;
    }
    return -1;
}

int plan_kind(const struct plan *plan, struct sv code)
{
    for (size_t i = 0; i < plan->kind_count; i++) {
        if (sv_eq(sv_from(plan->kinds[i].code), code))
            return (int)i;
    }
    return -1;
}

int plan_town(const struct plan *plan, struct sv code)
{
    for (size_t i = 0; i < plan->town_count; i++) {
        if (sv_eq(sv_from(plan->towns[i].code), code))
            return (int)i;
    }
    return -1;
}

int plan_scope(const struct plan *plan, struct sv code)
{
    for (size_t i = 0; i < plan->scope_count; i++) {
        if (sv_eq(sv_from(plan->scopes[i].code), code))
            return (int)i;
    }
    return -1;
}

static int by_number(const void *a, const void *b)
{
    int left = *(const int *)a, right = *(const int *)b;
    return (left > right) - (left < right);
}

bool plan_in_scope(const struct plan *plan, const struct target *target, int school)
{
    switch (target->scope_type) {
    case SCOPE_DISTRICT_ITSELF:
        return school == SCHOOL_DISTRICT;
    case SCOPE_NAMED:
        return target->school_count > 0 && bsearch(&school, target->schools, target->school_count,
                                                   sizeof(school), by_number) != NULL;
    case SCOPE_KINDS:
        break;
    }
    int kind = plan->schools[school].kind;
    return kind >= 0 && (plan->scopes[target->scope].kinds >> kind & 1) != 0;
}

size_t plan_scope_schools(const struct plan *plan, const struct target *target, const int **out)
{
    static const int district[] = {SCHOOL_DISTRICT};
    switch (target->scope_type) {
    case SCOPE_DISTRICT_ITSELF:
        *out = district;
        break;
    case SCOPE_NAMED:
        *out = target->schools;
        break;
    case SCOPE_KINDS:
        *out = plan->scopes[target->scope].schools;
        break;
    }
    return target->scope_size;
}

int plan_own_unit(const struct plan *plan, const struct target *target)
{
    if (target->scope_type == SCOPE_NAMED && target->school_count == 1)
        return target->schools[0];
    if (target->scope_type == SCOPE_KINDS && target->scope_size == 1)
        return plan->scopes[target->scope].schools[0];
    bool over_schools = target->scope_type != SCOPE_DISTRICT_ITSELF;
    switch (target->measure) {
    case MEASURE_SHARE:
    case MEASURE_MEAN:
    case MEASURE_AT_MOST:
        return over_schools ? -1 : SCHOOL_DISTRICT;
    default:
        return SCHOOL_DISTRICT;
    }
}

const char *unit_of_many(const char *unit)
{
    const char *bar = strchr(unit, '|');
    return bar ? bar + 1 : unit;
}
