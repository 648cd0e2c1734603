#include <stdlib.h>

#include "duban/i18n.h"
#include "import/plan_read.h"
#include "import/plan_table.h"

#define PERCENT_MAX (100 * AMOUNT_ONE)

enum { STEP_TARGET, STEP_DATE, STEP_PERCENT, STEP_NAME };

static const struct plan_column step_columns[] = {
    {"target", true},
    {"date", true},
    {"percent", true},
    PLAN_NAME_COLUMNS("name"),
};

/* A step with the target and the row that it came from. */
struct dated {
    int target;
    size_t row;
    struct step step;
};

static bool read_step(struct plan_row *row, const struct plan_read *read, struct dated *dated)
{
    dated->row = row->number;
    dated->target = row_ref(row, STEP_TARGET, &read->targets, "targets.csv");
    dated->step.date = row_date(row, STEP_DATE, DAY_NONE);
    dated->step.percent = row_amount(row, STEP_PERCENT);
    row_name_maybe(row, STEP_NAME, &dated->step.name);
    if (dated->step.date == DAY_NONE)
        row_fault(row, STEP_DATE, _("the date is missing; write it like 2021-09-15"));
    if (dated->step.percent < 0 || dated->step.percent > PERCENT_MAX)
        row_fault(row, STEP_PERCENT, _("a step is 0 to 100 percent; correct it"));
    return row_done(row);
}

static int by_target_and_date(const void *a, const void *b)
{
    const struct dated *left = a, *right = b;
    if (left->target != right->target)
        return left->target < right->target ? -1 : 1;
    if (left->step.date != right->step.date)
        return left->step.date < right->step.date ? -1 : 1;
    return (left->row > right->row) - (left->row < right->row);
}

/* Steps of one target must go up, one a day. */
static bool check_order(const struct plan_table *table, const struct dated *rows, size_t count,
                        struct plan_faults *faults)
{
    for (size_t i = 1; i < count; i++) {
        const struct dated *step = &rows[i];
        if (step->target != step[-1].target)
            continue;
        struct plan_row row = plan_row_of(table, step->row, faults);
        if (step->step.date == step[-1].step.date)
            row_fault(&row, STEP_DATE,
                      _("the target has a step on that day already; correct one of them"));
        if (step->step.percent < step[-1].step.percent)
            row_fault(
                &row, STEP_PERCENT,
                _("the step is lower than an earlier one of the target; correct one of them"));
        if (!row_done(&row))
            return false;
    }
    return true;
}

/* Hands each target its piece of the sorted steps. */
static void hand_out(struct plan *plan, struct arena *arena, const struct dated *rows, size_t count)
{
    struct step *steps = arena_array(arena, count, sizeof(*steps));
    for (size_t i = 0; i < count; i++) {
        struct target *target = &plan->targets[rows[i].target];
        steps[i] = rows[i].step;
        if (target->step_count++ == 0)
            target->steps = &steps[i];
    }
}

/* Reads the rows that are good into `rows`. Returns whether to go on. */
static bool read_steps(struct plan_read *read, const struct plan_table *table, struct dated *rows,
                       size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < table->csv.row_count; i++) {
        struct plan_row row = plan_row_of(table, i, read->faults);
        if (!read_step(&row, read, &rows[*count]))
            return false;
        *count += !row.failed && rows[*count].target >= 0;
    }
    return true;
}

bool plan_read_steps(struct plan_read *read, const struct plan_file *file)
{
    struct plan_table table;
    if (!plan_table_open(&table, file, step_columns, COUNT_OF(step_columns), read->arena,
                         read->faults))
        return false;
    size_t count;
    struct dated *rows = xcalloc(table.csv.row_count, sizeof(*rows));
    bool ok = read_steps(read, &table, rows, &count);
    if (ok) {
        qsort(rows, count, sizeof(*rows), by_target_and_date);
        ok = check_order(&table, rows, count, read->faults);
    }
    if (ok)
        hand_out(read->plan, read->arena, rows, count);
    free(rows);
    return ok;
}
