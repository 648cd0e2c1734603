#include "duban/plan_files.h"

#include <string.h>

#include "duban/i18n.h"
#include "import/plan_read.h"

/* In the order of reading. */
static const struct {
    const char *name;
    bool required;
    bool (*read)(struct plan_read *, const struct plan_file *);
} parts[] = {
    {"plan.csv", true, plan_read_head},       {"sections.csv", true, plan_read_sections},
    {"items.csv", true, plan_read_items},     {"kinds.csv", true, plan_read_kinds},
    {"scopes.csv", true, plan_read_scopes},   {"towns.csv", false, plan_read_towns},
    {"schools.csv", true, plan_read_schools}, {"targets.csv", true, plan_read_targets},
    {"steps.csv", false, plan_read_steps},    {"calendar.csv", false, plan_read_calendar},
};

static int part_of(const char *path)
{
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (strcmp(parts[i].name, plan_file_base(path)) == 0)
            return (int)i;
    }
    return -1;
}

/* A misspelt steps.csv must not go unnoticed, so every file must be one that is known. Returns
 * whether to go on. */
static bool find_parts(const struct plan_file *files, size_t count,
                       const struct plan_file *found[COUNT_OF(parts)], struct plan_faults *faults)
{
    bool go_on = true;
    for (size_t i = 0; i < count && go_on; i++) {
        int part = part_of(files[i].name);
        if (part < 0)
            go_on = plan_fault(faults, files[i].name, 0, 0,
                               _("a plan has no file of this name; rename or remove it"));
        else if (found[part])
            go_on =
                plan_fault(faults, files[i].name, 0, 0, _("the file is there twice; remove one"));
        else
            found[part] = &files[i];
    }
    for (size_t i = 0; i < COUNT_OF(parts) && go_on; i++) {
        if (!parts[i].required || found[i])
            continue;
        plan_faults_skip(faults, parts[i].name);
        go_on = plan_fault(faults, parts[i].name, 0, 0, _("the plan has no such file; add it"));
    }
    return go_on;
}

/* Reads the parts that are there, one after the other. */
static void read_parts(struct plan_read *read, const struct plan_file *const *found)
{
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (!found[i] || parts[i].read(read, found[i]))
            continue;
        plan_faults_skip(read->faults, parts[i].name);
        if (!read->faults->each)
            return;
    }
    if (!plan_faults_skipped(read->faults, "targets.csv") &&
        !plan_faults_skipped(read->faults, "steps.csv"))
        plan_read_check_paces(read);
}

bool plan_files_check(const struct plan_file *files, size_t count, struct arena *arena,
                      struct plan *out, plan_fault_fn *each, void *context, struct err *err)
{
    const struct plan_file *found[COUNT_OF(parts)] = {0};
    struct plan_faults faults = {.err = err, .each = each, .context = context};
    *out = (struct plan){.as_of = DAY_NONE, .thresholds = plan_usual_thresholds};
    if (!find_parts(files, count, found, &faults))
        return false;
    struct plan_read read = {.arena = arena, .plan = out, .faults = &faults};
    read_parts(&read, found);
    plan_read_end(&read);
    if (faults.count > 0)
        return false;
    plan_finish(out, arena);
    return true;
}

bool plan_files_read(const struct plan_file *files, size_t count, struct arena *arena,
                     struct plan *out, struct err *err)
{
    return plan_files_check(files, count, arena, out, NULL, NULL, err);
}

/* The indexes that reading schools needs, from a plan that is there. */
static void index_plan(struct plan_read *read, const struct plan *plan)
{
    for (size_t i = 0; i < plan->kind_count; i++)
        code_index_add(&read->kinds, plan->kinds[i].code, (int)i);
    for (size_t i = 0; i < plan->town_count; i++)
        code_index_add(&read->towns, plan->towns[i].code, (int)i);
    for (size_t i = 0; i < plan->school_count; i++)
        code_index_add(&read->schools, plan->schools[i].code, (int)i);
    if (code_index_sort(&read->kinds) >= 0 || code_index_sort(&read->towns) >= 0 ||
        code_index_sort(&read->schools) >= 0)
        BUG("a loaded plan repeats a code");
}

bool plan_files_read_schools(const struct plan_file *file, const struct plan *plan,
                             struct arena *arena, struct school **out, size_t *count,
                             struct err *err)
{
    struct plan_faults faults = {.err = err};
    struct plan_read read = {.arena = arena, .faults = &faults};
    index_plan(&read, plan);
    bool ok = plan_read_school_rows(&read, file, out, count);
    plan_read_end(&read);
    return ok;
}

void plan_read_end(struct plan_read *read)
{
    code_index_free(&read->kinds);
    code_index_free(&read->scopes);
    code_index_free(&read->towns);
    code_index_free(&read->schools);
    code_index_free(&read->targets);
}
