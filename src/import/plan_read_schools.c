#include <string.h>

#include "duban/i18n.h"
#include "import/plan_read.h"
#include "import/plan_table.h"

enum { SCHOOL_CODE, SCHOOL_NAME, SCHOOL_KIND = SCHOOL_NAME + LANG_COUNT, SCHOOL_TOWN, SCHOOL_SIZE, SCHOOL_SAMPLE };

enum { SIZE_LIMIT = 1000000 };

static const struct plan_column school_columns[] = {
    {"school", true}, PLAN_NAME_COLUMNS("name"), {"kind", true}, {"town", false}, {"size", false},
    {"sample", false},
};

static bool read_school(struct plan_row *row, const struct plan_read *read, struct school *school)
{
    school->code = row_code(row, SCHOOL_CODE);
    row_name(row, SCHOOL_NAME, &school->name);
    school->kind = row_ref(row, SCHOOL_KIND, &read->kinds, "kinds.csv");
    school->town = -1;
    if (!row_empty(row, SCHOOL_TOWN))
        school->town = row_ref(row, SCHOOL_TOWN, &read->towns, "towns.csv");
    school->size = row_int(row, SCHOOL_SIZE, 0, SIZE_LIMIT, 0);
    school->sample = row_flag(row, SCHOOL_SAMPLE);
    if (strcmp(school->code, DISTRICT_CODE) == 0)
        row_fault(row, SCHOOL_CODE, _("\"%s\" is the district itself; choose another code"),
                  DISTRICT_CODE);
    if (code_index_find(&read->schools, sv_from(school->code)) >= 0)
        row_fault(row, SCHOOL_CODE, _("the plan has a school \"%s\" already; remove this one"),
                  school->code);
    return row_done(row);
}

bool plan_read_school_rows(struct plan_read *read, const struct plan_file *file,
                           struct school **out, size_t *count)
{
    struct plan_table table;
    if (!plan_table_open(&table, file, school_columns, COUNT_OF(school_columns), read->arena,
                         read->faults))
        return false;
    *count = table.csv.row_count;
    *out = arena_array(read->arena, *count, sizeof(**out));
    for (size_t i = 0; i < *count; i++) {
        struct plan_row row = plan_row_of(&table, i, read->faults);
        if (!read_school(&row, read, &(*out)[i]))
            return false;
    }
    struct code_index rows = {0};
    bool ok = plan_table_index(&table, SCHOOL_CODE, &rows, read->faults);
    code_index_free(&rows);
    return ok;
}

bool plan_read_schools(struct plan_read *read, const struct plan_file *file)
{
    struct plan *plan = read->plan;
    struct school *rows;
    size_t count;
    if (!plan_read_school_rows(read, file, &rows, &count))
        return false;
    plan->school_count = count + 1;
    plan->schools = arena_array(read->arena, plan->school_count, sizeof(*plan->schools));
    plan->schools[SCHOOL_DISTRICT] = (struct school){
        .code = DISTRICT_CODE,
        .name = plan->authority,
        .kind = -1,
        .town = -1,
    };
    for (size_t i = 0; i < count; i++) {
        plan->schools[i + 1] = rows[i];
        code_index_add(&read->schools, rows[i].code, (int)i + 1);
    }
    if (code_index_sort(&read->schools) >= 0 && read->faults->count == 0)
        BUG("a school's code was let through twice");
    return true;
}
