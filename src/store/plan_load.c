/* plan_load.c - the plan out of the database. Nothing of the file is trusted: an index out of range
 * or an unknown word is damage, never a crash. */
#include "store/store.h"

#include <string.h>

struct loading {
    struct store *store;
    struct plan *plan;
    struct arena *arena;
    struct err *err;
    int64_t terms_day;
    struct span *spans;
    int *named;         /* schools of all targets that name some, one target's after another's */
    struct step *steps; /* and steps */
    size_t span_count, named_count, step_count;
};

static bool damaged(struct loading *load, const char *what)
{
    return store_damaged(load->store, what, load->err);
}

static bool next(struct loading *load, sqlite3_stmt *stmt, bool *row)
{
    return stmt_step(load->store, stmt, row, load->err);
}

/* Opens a statement and calls `read` for each of its rows, which are `count` in a sound file. */
typedef bool row_fn(struct loading *load, sqlite3_stmt *stmt, size_t at);
#define ANY_COUNT SIZE_MAX

static bool each(struct loading *load, enum sql sql, const char *types, int64_t value, size_t count,
                 row_fn *read)
{
    sqlite3_stmt *stmt = stmt_get(load->store, sql, load->err);
    if (!stmt)
        return false;
    if (types[0] != '\0')
        stmt_bind(stmt, types, value);
    for (size_t at = 0;; at++) {
        bool row;
        if (!next(load, stmt, &row))
            return false;
        if (!row)
            return at == count || count == ANY_COUNT || damaged(load, sql_name[sql]);
        if (at == count || !read(load, stmt, at)) {
            sqlite3_reset(stmt);
            return at < count ? false : damaged(load, sql_name[sql]);
        }
    }
}

/* Rows are numbered without gaps from 1: index = id - 1. */
static bool reference(struct loading *load, sqlite3_stmt *stmt, int column, size_t count, int *out)
{
    int64_t id = sqlite3_column_int64(stmt, column);
    if (id < 1 || (size_t)id > count)
        return damaged(load, "reference");
    *out = (int)(id - 1);
    return true;
}

static bool optional_reference(struct loading *load, sqlite3_stmt *stmt, int column, size_t count,
                               int *out)
{
    *out = -1;
    return sqlite3_column_type(stmt, column) == SQLITE_NULL ||
           reference(load, stmt, column, count, out);
}

static bool in_order(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    return sqlite3_column_int64(stmt, 0) == (int64_t)at + 1 || damaged(load, "order");
}

/* A day that the calendar knows. */
static bool day(struct loading *load, sqlite3_stmt *stmt, int column, daynum *out)
{
    *out = column_day(stmt, column);
    return *out != DAY_NONE || damaged(load, "date");
}

/* A number; `otherwise` where it is NULL. */
static double number_or(sqlite3_stmt *stmt, int column, double otherwise)
{
    bool none = sqlite3_column_type(stmt, column) == SQLITE_NULL;
    return none ? otherwise : sqlite3_column_double(stmt, column);
}

/* Thresholds; what is NULL stays as it is in *out. */
static bool limits(struct loading *load, sqlite3_stmt *stmt, int column, struct thresholds *out)
{
    double soon = number_or(stmt, column + 2, out->due_soon_days);
    double days = number_or(stmt, column + 3, out->reporting_days);
    double periods = number_or(stmt, column + 4, out->silent_periods);
    if (soon < 0 || soon > 36600 || days < 1 || days > 36600 || periods < 0 || periods > 36600)
        return damaged(load, "threshold");
    *out = (struct thresholds){
        .spi_min = number_or(stmt, column, out->spi_min),
        .forecast_slack = number_or(stmt, column + 1, out->forecast_slack),
        .due_soon_days = (int)soon,
        .reporting_days = (int)days,
        .silent_periods = (int)periods,
    };
    return true;
}

static bool read_head(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    (void)at;
    struct plan *plan = load->plan;
    plan->code = column_text(stmt, 0, load->arena);
    plan->name = column_name(stmt, 1, load->arena);
    plan->authority = column_name(stmt, 4, load->arena);
    plan->sample = sqlite3_column_int(stmt, 14) != 0;
    plan->as_of = DAY_NONE;
    plan->units = strcmp(column_text(stmt, 16, load->arena), "unit") == 0;
    bool fixed = sqlite3_column_type(stmt, 15) != SQLITE_NULL;
    return day(load, stmt, 7, &plan->starts) && day(load, stmt, 8, &plan->ends) &&
           limits(load, stmt, 9, &plan->thresholds) &&
           (!fixed || day(load, stmt, 15, &plan->as_of));
}

/* An array of `owner` for as many rows as the table has. */
#define ROWS(owner, member, counter, column)                                               \
    do {                                                                                   \
        (owner)->counter = (size_t)sqlite3_column_int64(stmt, column);                     \
        (owner)->member =                                                                  \
            arena_array(load->arena, (owner)->counter, sizeof(*(owner)->member));          \
    } while (0)

static bool read_counts(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    (void)at;
    struct plan *plan = load->plan;
    ROWS(plan, sections, section_count, 0);
    ROWS(plan, items, item_count, 1);
    ROWS(plan, targets, target_count, 2);
    ROWS(plan, kinds, kind_count, 3);
    ROWS(plan, towns, town_count, 4);
    ROWS(plan, scopes, scope_count, 5);
    ROWS(plan, schools, school_count, 6);
    ROWS(load, named, named_count, 7);
    ROWS(load, steps, step_count, 8);
    ROWS(load, spans, span_count, 9);
    return plan->school_count > 0 || damaged(load, "school");
}

static bool read_section(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    load->plan->sections[at] = (struct section){
        .id = sqlite3_column_int64(stmt, 0),
        .number = sqlite3_column_int(stmt, 1),
        .name = column_name(stmt, 2, load->arena),
    };
    return in_order(load, stmt, at);
}

static bool read_item(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    struct item *item = &load->plan->items[at];
    *item = (struct item){
        .id = sqlite3_column_int64(stmt, 0),
        .number = sqlite3_column_int(stmt, 1),
        .name = column_name(stmt, 3, load->arena),
        .summary = column_name(stmt, 6, load->arena),
    };
    return in_order(load, stmt, at) &&
           reference(load, stmt, 2, load->plan->section_count, &item->section);
}

static bool read_kind(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    load->plan->kinds[at] = (struct kind){
        .code = column_text(stmt, 1, load->arena),
        .name = column_name(stmt, 2, load->arena),
    };
    return in_order(load, stmt, at);
}

static bool read_town(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    load->plan->towns[at] = (struct town){
        .code = column_text(stmt, 1, load->arena),
        .name = column_name(stmt, 2, load->arena),
    };
    return in_order(load, stmt, at);
}

static bool read_scope(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    load->plan->scopes[at] = (struct scope){
        .code = column_text(stmt, 1, load->arena),
        .name = column_name(stmt, 2, load->arena),
    };
    return in_order(load, stmt, at);
}

static bool read_scope_kind(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    (void)at;
    int scope = 0, kind = 0;
    if (!reference(load, stmt, 0, load->plan->scope_count, &scope) ||
        !reference(load, stmt, 1, load->plan->kind_count, &kind))
        return false;
    load->plan->scopes[scope].kinds |= UINT64_C(1) << kind;
    return true;
}

static bool read_school(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    const struct plan *plan = load->plan;
    struct school *school = &plan->schools[at];
    *school = (struct school){
        .id = sqlite3_column_int64(stmt, 0),
        .code = column_text(stmt, 1, load->arena),
        .name = column_name(stmt, 2, load->arena),
        .sample = sqlite3_column_int(stmt, 7) != 0,
        .size = sqlite3_column_int64(stmt, 8),
    };
    return in_order(load, stmt, at) &&
           optional_reference(load, stmt, 5, plan->kind_count, &school->kind) &&
           ((at == SCHOOL_DISTRICT) == (school->kind < 0) || damaged(load, "kind")) &&
           optional_reference(load, stmt, 6, plan->town_count, &school->town);
}

static bool read_scope_type(struct loading *load, sqlite3_stmt *stmt, struct target *target)
{
    struct sv word = sv_from((const char *)sqlite3_column_text(stmt, 15));
    target->scope = -1;
    target->scope_type = sv_eq(word, SV("kinds"))   ? SCOPE_KINDS
                         : sv_eq(word, SV("named")) ? SCOPE_NAMED
                                                    : SCOPE_DISTRICT_ITSELF;
    return target->scope_type != SCOPE_KINDS ||
           reference(load, stmt, 16, load->plan->scope_count, &target->scope);
}

static bool read_target(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    struct target *target = &load->plan->targets[at];
    *target = (struct target){
        .id = sqlite3_column_int64(stmt, 0),
        .code = column_text(stmt, 1, load->arena),
        .name = column_name(stmt, 5, load->arena),
        .unit = column_name(stmt, 8, load->arena),
        .veto = sqlite3_column_int(stmt, 11) != 0,
        .weight = sqlite3_column_double(stmt, 12),
        .source_term = column_text(stmt, 13, load->arena),
        .basis = column_text(stmt, 14, load->arena),
        .within_size = sqlite3_column_int(stmt, 17) != 0,
    };
    const char *measure = (const char *)sqlite3_column_text(stmt, 3);
    const char *pace = (const char *)sqlite3_column_text(stmt, 4);
    if (!measure_parse(sv_from(measure), &target->measure) ||
        !pace_parse(sv_from(pace), &target->pace))
        return damaged(load, "word");
    return in_order(load, stmt, at) &&
           reference(load, stmt, 2, load->plan->item_count, &target->item) &&
           read_scope_type(load, stmt, target);
}

/* Rows come by target, oldest first. The last one that is not after the day is in force, or else the
 * first one. */
static bool read_terms(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    (void)at;
    int index = 0;
    if (!reference(load, stmt, 0, load->plan->target_count, &index))
        return false;
    struct target *target = &load->plan->targets[index];
    if (target->owner && sqlite3_column_int64(stmt, 1) > load->terms_day)
        return true;
    target->goal_min = column_amount(stmt, 2);
    target->goal_max = column_amount(stmt, 3);
    target->baseline = column_amount(stmt, 4);
    target->owner = column_text(stmt, 7, load->arena);
    target->thresholds = load->plan->thresholds;
    return day(load, stmt, 5, &target->starts) && day(load, stmt, 6, &target->due) &&
           (target->due >= target->starts || damaged(load, "date")) &&
           limits(load, stmt, 8, &target->thresholds);
}

static bool all_have_terms(struct loading *load)
{
    for (size_t i = 0; i < load->plan->target_count; i++) {
        if (!load->plan->targets[i].owner)
            return damaged(load, "terms");
    }
    return true;
}

/* Rows come by target, so one target's stand side by side. */
static bool read_target_school(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    int target = 0, *school = &load->named[at];
    if (!reference(load, stmt, 0, load->plan->target_count, &target) ||
        !reference(load, stmt, 1, load->plan->school_count, school))
        return false;
    struct target *named = &load->plan->targets[target];
    if (named->school_count == 0)
        named->schools = school;
    return named->schools + named->school_count++ == school || damaged(load, "order");
}

static bool read_step(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    int target = 0;
    struct step *step = &load->steps[at];
    *step = (struct step){
        .percent = sqlite3_column_int64(stmt, 2),
        .name = column_name(stmt, 3, load->arena),
    };
    if (!reference(load, stmt, 0, load->plan->target_count, &target) ||
        !day(load, stmt, 1, &step->date))
        return false;
    struct target *stepped = &load->plan->targets[target];
    if (stepped->step_count == 0)
        stepped->steps = step;
    return stepped->steps + stepped->step_count++ == step || damaged(load, "order");
}

static bool read_span(struct loading *load, sqlite3_stmt *stmt, size_t at)
{
    struct span *span = &load->spans[at];
    span->name = column_name(stmt, 3, load->arena);
    if (!span_parse(sv_from((const char *)sqlite3_column_text(stmt, 0)), &span->kind) ||
        !day(load, stmt, 1, &span->first) || !day(load, stmt, 2, &span->last))
        return damaged(load, "calendar");
    return true;
}

static bool load_calendar(struct loading *load)
{
    if (!each(load, SQL_CALENDAR_ALL, "", 0, load->span_count, read_span))
        return false;
    if (!calendar_possible(load->spans, load->span_count))
        return damaged(load, "calendar");
    if (load->span_count > 0)
        load->plan->calendar = calendar_make(load->spans, load->span_count, load->arena);
    return true;
}

static bool load_all(struct loading *load)
{
    struct plan *plan = load->plan;
    return each(load, SQL_PLAN_GET, "i", load->terms_day, 1, read_head) &&
           each(load, SQL_PLAN_COUNTS, "", 0, 1, read_counts) &&
           (plan->kind_count <= PLAN_KINDS_MAX || damaged(load, "kind")) &&
           each(load, SQL_PLAN_SECTIONS, "", 0, plan->section_count, read_section) &&
           each(load, SQL_PLAN_ITEMS, "", 0, plan->item_count, read_item) &&
           each(load, SQL_PLAN_KINDS, "", 0, plan->kind_count, read_kind) &&
           each(load, SQL_PLAN_TOWNS, "", 0, plan->town_count, read_town) &&
           each(load, SQL_PLAN_SCOPES, "", 0, plan->scope_count, read_scope) &&
           each(load, SQL_PLAN_SCOPE_KINDS, "", 0, ANY_COUNT, read_scope_kind) &&
           each(load, SQL_PLAN_SCHOOLS, "", 0, plan->school_count, read_school) &&
           each(load, SQL_PLAN_TARGETS, "", 0, plan->target_count, read_target) &&
           each(load, SQL_PLAN_TERMS, "", 0, ANY_COUNT, read_terms) && all_have_terms(load) &&
           each(load, SQL_PLAN_TARGET_SCHOOLS, "", 0, load->named_count, read_target_school) &&
           each(load, SQL_PLAN_STEPS, "", 0, load->step_count, read_step) && load_calendar(load);
}

bool store_fixed_day(struct store *store, daynum *out, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_PLAN_FIXED_DAY, err);
    bool row;
    *out = DAY_NONE;
    if (!stmt || !stmt_step(store, stmt, &row, err))
        return false;
    if (row)
        *out = column_day(stmt, 0);
    sqlite3_reset(stmt);
    return true;
}

bool store_load_plan(struct store *store, daynum as_of, struct arena *arena, struct plan *out,
                     struct err *err)
{
    *out = (struct plan){0};
    struct loading load = {.store = store,
                           .plan = out,
                           .arena = arena,
                           .err = err,
                           .terms_day = as_of == DAY_NONE ? DAY_NEVER : as_of};
    if (!read_begin(store, err))
        return false;
    bool ok = edition_read(store, &out->edition, err) && load_all(&load);
    read_end(store);
    if (ok)
        plan_finish(out, arena);
    return ok;
}
