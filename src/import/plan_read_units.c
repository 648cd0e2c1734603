#include <string.h>

#include "duban/i18n.h"
#include "import/plan_read.h"
#include "import/plan_table.h"

/* Words of targets.csv that are no scopes of scopes.csv. */
static const char *const built_in[] = {"district", "named"};

enum { KIND_CODE, KIND_NAME };

static const struct plan_column kind_columns[] = {
    {"kind", true},
    PLAN_NAME_COLUMNS("name"),
};

bool plan_read_kinds(struct plan_read *read, const struct plan_file *file)
{
    struct plan_table table;
    if (!plan_table_open(&table, file, kind_columns, COUNT_OF(kind_columns), read->arena,
                         read->faults))
        return false;
    struct plan *plan = read->plan;
    plan->kind_count = table.csv.row_count;
    plan->kinds = arena_array(read->arena, plan->kind_count, sizeof(*plan->kinds));
    for (size_t i = 0; i < plan->kind_count; i++) {
        struct plan_row row = plan_row_of(&table, i, read->faults);
        plan->kinds[i].code = row_code(&row, KIND_CODE);
        row_name(&row, KIND_NAME, &plan->kinds[i].name);
        if (i >= PLAN_KINDS_MAX)
            row_fault(&row, KIND_CODE, _("a plan has at most %d kinds; remove some"),
                      PLAN_KINDS_MAX);
        if (!row_done(&row))
            return false;
    }
    return plan_table_index(&table, KIND_CODE, &read->kinds, read->faults);
}

enum { SCOPE_CODE, SCOPE_KIND_LIST, SCOPE_NAME };

static const struct plan_column scope_columns[] = {
    {"scope", true},
    {"kinds", true},
    PLAN_NAME_COLUMNS("name"),
};

/* The set of the kinds whose codes the cell lists between spaces. */
static uint64_t kind_set(struct plan_row *row, const struct code_index *kinds)
{
    uint64_t set = 0;
    struct sv list = sv_from(row_text(row, SCOPE_KIND_LIST)), code;
    while (sv_split(&list, ' ', &code)) {
        if (code.len == 0)
            continue;
        int kind = code_index_find(kinds, code);
        if (kind < 0)
            row_missing(row, SCOPE_KIND_LIST, code, "kinds.csv");
        else if (kind < PLAN_KINDS_MAX) /* the others are a fault of kinds.csv */
            set |= UINT64_C(1) << kind;
    }
    if (set == 0 && !plan_faults_skipped(row->faults, "kinds.csv"))
        row_fault(row, SCOPE_KIND_LIST, _("the scope names no kind; write at least one"));
    return set;
}

static bool read_scope(struct plan_row *row, const struct code_index *kinds, struct scope *scope)
{
    scope->code = row_code(row, SCOPE_CODE);
    for (size_t i = 0; i < COUNT_OF(built_in); i++) {
        if (strcmp(scope->code, built_in[i]) == 0)
            row_fault(row, SCOPE_CODE, _("\"%s\" has a meaning of its own; choose another word"),
                      scope->code);
    }
    row_name(row, SCOPE_NAME, &scope->name);
    scope->kinds = kind_set(row, kinds);
    return row_done(row);
}

bool plan_read_scopes(struct plan_read *read, const struct plan_file *file)
{
    struct plan_table table;
    if (!plan_table_open(&table, file, scope_columns, COUNT_OF(scope_columns), read->arena,
                         read->faults))
        return false;
    struct plan *plan = read->plan;
    plan->scope_count = table.csv.row_count;
    plan->scopes = arena_array(read->arena, plan->scope_count, sizeof(*plan->scopes));
    for (size_t i = 0; i < plan->scope_count; i++) {
        struct plan_row row = plan_row_of(&table, i, read->faults);
        if (!read_scope(&row, &read->kinds, &plan->scopes[i]))
            return false;
    }
    return plan_table_index(&table, SCOPE_CODE, &read->scopes, read->faults);
}

enum { TOWN_CODE, TOWN_NAME };

static const struct plan_column town_columns[] = {
    {"town", true},
    PLAN_NAME_COLUMNS("name"),
};

bool plan_read_towns(struct plan_read *read, const struct plan_file *file)
{
    struct plan_table table;
    if (!plan_table_open(&table, file, town_columns, COUNT_OF(town_columns), read->arena,
                         read->faults))
        return false;
    struct plan *plan = read->plan;
    plan->town_count = table.csv.row_count;
    plan->towns = arena_array(read->arena, plan->town_count, sizeof(*plan->towns));
    for (size_t i = 0; i < plan->town_count; i++) {
        struct plan_row row = plan_row_of(&table, i, read->faults);
        plan->towns[i].code = row_code(&row, TOWN_CODE);
        row_name(&row, TOWN_NAME, &plan->towns[i].name);
        if (!row_done(&row))
            return false;
    }
    return plan_table_index(&table, TOWN_CODE, &read->towns, read->faults);
}
