#include "store/journal.h"
#include "store/rows.h"

#define NAME(name) (name).in[LANG_EN], (name).in[LANG_ZH_CN], (name).in[LANG_ZH_TW]

/* Rows get their index + 1 as number, so that ids follow the plan's order. */
static int64_t id_of(int index)
{
    return index < 0 ? 0 : (int64_t)index + 1;
}

/* Runs a statement with these values. */
#define PUT(sql, types, ...)                            \
    do {                                                \
        sqlite3_stmt *stmt = stmt_get(store, sql, err); \
        if (!stmt)                                      \
            return false;                               \
        stmt_bind(stmt, types, __VA_ARGS__);            \
        if (!stmt_run(store, stmt, err))                \
            return false;                               \
    } while (0)

static bool save_head(struct store *store, const struct plan *plan, struct err *err)
{
    PUT(SQL_PLAN_PUT, "tttttttiit", plan->code, NAME(plan->name), NAME(plan->authority),
        (int64_t)plan->starts, (int64_t)plan->ends, plan->units ? "unit" : "school");
    return rows_put_thresholds(store, &plan->thresholds, plan->starts, err);
}

static bool save_calendar(struct store *store, const struct calendar *calendar, struct err *err)
{
    for (size_t i = 0; i < calendar->count; i++) {
        const struct span *span = &calendar->spans[i];
        PUT(SQL_CALENDAR_PUT, "tiittt", span_word(span->kind), (int64_t)span->first,
            (int64_t)span->last, NAME(span->name));
    }
    return true;
}

static bool save_outline(struct store *store, const struct plan *plan, struct err *err)
{
    for (size_t i = 0; i < plan->section_count; i++) {
        const struct section *section = &plan->sections[i];
        PUT(SQL_PLAN_PUT_SECTION, "iittt", id_of((int)i), (int64_t)section->number,
            NAME(section->name));
    }
    for (size_t i = 0; i < plan->item_count; i++) {
        const struct item *item = &plan->items[i];
        PUT(SQL_PLAN_PUT_ITEM, "iiitttttt", id_of((int)i), (int64_t)item->number,
            id_of(item->section), NAME(item->name), NAME(item->summary));
    }
    return true;
}

static bool save_scopes(struct store *store, const struct plan *plan, struct err *err)
{
    for (size_t i = 0; i < plan->kind_count; i++)
        PUT(SQL_PLAN_PUT_KIND, "itttt", id_of((int)i), plan->kinds[i].code,
            NAME(plan->kinds[i].name));
    for (size_t i = 0; i < plan->town_count; i++)
        PUT(SQL_PLAN_PUT_TOWN, "itttt", id_of((int)i), plan->towns[i].code,
            NAME(plan->towns[i].name));
    for (size_t i = 0; i < plan->scope_count; i++) {
        const struct scope *scope = &plan->scopes[i];
        PUT(SQL_PLAN_PUT_SCOPE, "itttt", id_of((int)i), scope->code, NAME(scope->name));
        for (size_t kind = 0; kind < plan->kind_count; kind++) {
            if (scope->kinds >> kind & 1)
                PUT(SQL_PLAN_PUT_SCOPE_KIND, "ii", id_of((int)i), id_of((int)kind));
        }
    }
    return true;
}

static bool save_school(struct store *store, int64_t id, const struct school *school,
                        struct err *err)
{
    PUT(SQL_PLAN_PUT_SCHOOL, "ittttkkik", id, school->code, NAME(school->name), id_of(school->kind),
        id_of(school->town), (int64_t)school->sample, school->size);
    return true;
}

static bool save_target(struct store *store, const struct plan *plan, int index, struct err *err)
{
    static const char *const scope_types[] = {
        [SCOPE_DISTRICT_ITSELF] = "district", [SCOPE_KINDS] = "kinds", [SCOPE_NAMED] = "named"};
    const struct target *target = &plan->targets[index];
    int64_t scope = target->scope_type == SCOPE_KINDS ? id_of(target->scope) : 0;
    PUT(SQL_PLAN_PUT_TARGET,
        "ititttttttt"
        "idtttki",
        id_of(index), target->code, id_of(target->item), measure_word(target->measure),
        pace_word(target->pace), NAME(target->name), NAME(target->unit), (int64_t)target->veto,
        target->weight, target->source_term, target->basis, scope_types[target->scope_type], scope,
        (int64_t)target->within_size);
    for (size_t i = 0; i < target->school_count; i++)
        PUT(SQL_PLAN_PUT_TARGET_SCHOOL, "ii", id_of(index), id_of(target->schools[i]));
    for (size_t i = 0; i < target->step_count; i++)
        PUT(SQL_PLAN_PUT_STEP, "iiittt", id_of(index), (int64_t)target->steps[i].date,
            target->steps[i].percent, NAME(target->steps[i].name));
    const struct terms terms = store_terms_of(target);
    return rows_put_terms(store, id_of(index), &terms, plan->starts, err);
}

static bool save_all(struct store *store, const struct plan *plan, const struct actor *actor,
                     struct err *err)
{
    if (!save_head(store, plan, err) || !save_outline(store, plan, err) ||
        !save_scopes(store, plan, err) ||
        (plan->calendar && !save_calendar(store, plan->calendar, err)))
        return false;
    for (size_t i = 0; i < plan->school_count; i++) {
        if (!save_school(store, id_of((int)i), &plan->schools[i], err))
            return false;
    }
    for (size_t i = 0; i < plan->target_count; i++) {
        if (!save_target(store, plan, (int)i, err))
            return false;
    }
    const struct entry entry = {.what = "plan", .date = DAY_NONE};
    return journal_put(store, actor, &entry, err);
}

bool store_save_plan(struct store *store, const struct plan *plan, const struct actor *actor,
                     struct err *err)
{
    return write_begin(store, err) && write_end(store, save_all(store, plan, actor, err), err);
}

static bool add_schools(struct store *store, const struct school *schools, size_t count,
                        const struct actor *actor, struct err *err)
{
    bool row;
    sqlite3_stmt *stmt = stmt_get(store, SQL_PLAN_MAX_SCHOOL, err);
    if (!stmt || !stmt_step(store, stmt, &row, err))
        return false;
    int64_t last = sqlite3_column_int64(stmt, 0);
    sqlite3_reset(stmt);
    for (size_t i = 0; i < count; i++) {
        if (!save_school(store, last + 1 + (int64_t)i, &schools[i], err))
            return false;
    }
    const struct entry entry = {.what = "schools", .date = DAY_NONE};
    return journal_put(store, actor, &entry, err);
}

bool store_add_schools(struct store *store, const struct plan *plan, const struct school *schools,
                       size_t count, const struct actor *actor, struct err *err)
{
    (void)plan;
    return write_begin(store, err) &&
           write_end(store, add_schools(store, schools, count, actor, err), err);
}

static bool mark_sample(struct store *store, daynum as_of, const struct actor *actor,
                        struct err *err)
{
    PUT(SQL_PLAN_MARK_SAMPLE, "i", (int64_t)as_of);
    const struct entry entry = {.what = "sample", .date = as_of};
    return journal_put(store, actor, &entry, err);
}

bool store_mark_sample(struct store *store, daynum as_of, const struct actor *actor,
                       struct err *err)
{
    return write_begin(store, err) && write_end(store, mark_sample(store, as_of, actor, err), err);
}
