/* problems.c - a problem list as CSV, checked row by row. */
#include <string.h>

#include "duban/i18n.h"
#include "import/plan_table.h"

enum { NUMBER, STATE, NOTED, TARGET, SCHOOL, TEXT, OWNER, DUE, DAYS, CLOSED, REMEDY, WHO, AT, REOPENED };

static const struct plan_column columns[] = {
    {"problem", false}, {"state", false}, {"noted", false}, {"target", false}, {"school", false},
    {"text", true},     {"owner", false}, {"due", false},   {"days", false},   {"closed", false},
    {"remedy", false},  {"who", false},   {"at", false},    {"reopened", false},
};

enum { NUMBER_MAX = 1000000000 };

static int read_target(struct plan_row *row, const struct plan *plan)
{
    if (row_empty(row, TARGET))
        return -1;
    int target = plan_target(plan, sv_from(row_text(row, TARGET)));
    if (target < 0)
        row_fault(row, TARGET, _("no target %s in this plan; 'duban status' lists them"),
                  row_text(row, TARGET));
    return target;
}

static int read_school(struct plan_row *row, const struct plan *plan)
{
    if (row_empty(row, SCHOOL))
        return -1;
    int school = plan_school(plan, sv_from(row_text(row, SCHOOL)));
    if (school < 0)
        row_fault(row, SCHOOL, _("no school %s in this plan; 'duban schools' lists them"),
                  row_text(row, SCHOOL));
    return school;
}

static bool read_problem(struct plan_row *row, const struct plan *plan, daynum noted,
                         struct problem *out)
{
    *out = (struct problem){
        .id = row_int(row, NUMBER, 1, NUMBER_MAX, 0),
        .target = read_target(row, plan),
        .school = read_school(row, plan),
        .noted = row_date(row, NOTED, noted),
        .due = row_date(row, DUE, DAY_NONE),
        .closed = row_date(row, CLOSED, DAY_NONE),
        .reopened = row_date(row, REOPENED, DAY_NONE),
        .text = row_note(row, TEXT),
        .owner = row_note(row, OWNER),
        .remedy = row_note(row, REMEDY),
        .who = row_note(row, WHO),
        .at = row_note(row, AT),
    };
    enum problem_fault fault = problem_check(out);
    if (fault != PROBLEM_OK)
        row_fault(row, TEXT, "%s", _(problem_fault_text(fault)));
    return !row->failed;
}

/* A number may stand in one row only. */
static bool check_number(struct plan_row *row, const struct problem *rows, size_t before,
                         int64_t id)
{
    for (size_t i = 0; id != 0 && i < before; i++) {
        if (rows[i].id == id)
            return row_fault(row, NUMBER, _("problem %lld is there twice; remove one"),
                             (long long)id);
    }
    return true;
}

bool plan_files_read_problems(const struct plan_file *file, const struct plan *plan, daynum noted,
                              struct arena *arena, struct problems *out, struct err *err)
{
    struct plan_faults faults = {.err = err};
    struct plan_table table;
    if (!plan_table_open(&table, file, columns, COUNT_OF(columns), arena, &faults))
        return false;
    struct problem *rows = arena_array(arena, table.csv.row_count, sizeof(*rows));
    for (size_t i = 0; i < table.csv.row_count; i++) {
        struct plan_row row = plan_row_of(&table, i, &faults);
        if (!read_problem(&row, plan, noted, &rows[i]) || !check_number(&row, rows, i, rows[i].id))
            return false;
    }
    *out = (struct problems){rows, table.csv.row_count};
    return true;
}
