#include <stdlib.h>
#include <string.h>

#include "duban/i18n.h"
#include "duban/measure.h"
#include "import/plan_read.h"
#include "import/plan_table.h"

enum { NUMBER_MAX = 999 };
#define WEIGHT_MIN 0.001
#define WEIGHT_MAX 1000.0

enum {
    TARGET_CODE,
    TARGET_ITEM,
    TARGET_MEASURE,
    TARGET_GOAL_MIN,
    TARGET_GOAL_MAX,
    TARGET_UNIT,
    TARGET_SCOPE = TARGET_UNIT + LANG_COUNT,
    TARGET_SCHOOLS,
    TARGET_STARTS,
    TARGET_DUE,
    TARGET_PACE,
    TARGET_BASELINE,
    TARGET_VETO,
    TARGET_WEIGHT,
    TARGET_OWNER,
    TARGET_NAME,
    TARGET_SOURCE_TERM = TARGET_NAME + LANG_COUNT,
    TARGET_BASIS,
    TARGET_WITHIN_SIZE,
    TARGET_THRESHOLDS,
};

static const struct plan_column target_columns[] = {
    {"target", true},       {"item", true},
    {"measure", true},      {"goal_min", true},
    {"goal_max", false},    PLAN_NAME_COLUMNS("unit"),
    {"scope", true},        {"schools", false},
    {"starts", false},      {"due", true},
    {"pace", false},        {"baseline", false},
    {"veto", false},        {"weight", false},
    {"owner", false},       PLAN_NAME_COLUMNS("name"),
    {"source_term", false}, {"basis", false},
    {"within_size", false}, PLAN_THRESHOLD_COLUMNS,
};

static int item_of(struct plan_row *row, const struct plan *plan)
{
    int number = row_int(row, TARGET_ITEM, 1, NUMBER_MAX, 0);
    for (size_t i = 0; i < plan->item_count; i++) {
        if (plan->items[i].number == number)
            return (int)i;
    }
    row_missing(row, TARGET_ITEM, sv_from(row_text(row, TARGET_ITEM)), "items.csv");
    return -1;
}

static void read_words(struct plan_row *row, struct target *target)
{
    if (!measure_parse(sv_from(row_text(row, TARGET_MEASURE)), &target->measure))
        row_fault(row, TARGET_MEASURE,
                  _("\"%s\" is no measure; write sum, count, share, mean, milestone, cap or "
                    "at_most"),
                  row_text(row, TARGET_MEASURE));
    target->pace = PACE_TOTAL; /* plan_finish() takes the measure's usual one */
    if (!row_empty(row, TARGET_PACE) &&
        !pace_parse(sv_from(row_text(row, TARGET_PACE)), &target->pace))
        row_fault(row, TARGET_PACE,
                  _("\"%s\" is no pace; write linear, school_days, working_days, steps or end"),
                  row_text(row, TARGET_PACE));
}

static void read_figures(struct plan_row *row, struct target *target)
{
    target->goal_min = row_amount(row, TARGET_GOAL_MIN);
    target->goal_max = row_amount(row, TARGET_GOAL_MAX);
    target->baseline = row_amount(row, TARGET_BASELINE);
    target->weight = row_ratio(row, TARGET_WEIGHT, WEIGHT_MIN, WEIGHT_MAX, 1);
    target->veto = row_flag(row, TARGET_VETO);
    target->within_size = row_flag(row, TARGET_WITHIN_SIZE);
    if (target->goal_max != AMOUNT_NONE && target->goal_max < target->goal_min)
        row_fault(row, TARGET_GOAL_MAX, _("the goal's upper end is below its lower; correct it"));
}

static void read_dates(struct plan_row *row, const struct plan *plan, struct target *target)
{
    target->starts = row_date(row, TARGET_STARTS, plan->starts);
    target->due = row_date(row, TARGET_DUE, DAY_NONE);
    if (target->due == DAY_NONE || target->due < target->starts)
        row_fault(row, TARGET_DUE,
                  _("the due date is missing or before the target starts; correct it"));
}

static void read_texts(struct plan_row *row, struct target *target)
{
    row_name(row, TARGET_NAME, &target->name);
    row_name_maybe(row, TARGET_UNIT, &target->unit);
    target->owner = row_note(row, TARGET_OWNER);
    target->source_term = row_note(row, TARGET_SOURCE_TERM);
    target->basis = row_note(row, TARGET_BASIS);
}

static int by_number(const void *a, const void *b)
{
    int left = *(const int *)a, right = *(const int *)b;
    return (left > right) - (left < right);
}

/* The schools whose codes the cell lists between spaces. */
static void read_named(struct plan_row *row, const struct plan_read *read, struct target *target)
{
    const char *text = row_text(row, TARGET_SCHOOLS);
    int *schools = arena_array(read->arena, strlen(text) / 2 + 1, sizeof(*schools));
    size_t count = 0;
    struct sv list = sv_from(text), code;
    while (sv_split(&list, ' ', &code)) {
        if (code.len == 0)
            continue;
        schools[count] = code_index_find(&read->schools, code);
        if (schools[count++] < 0)
            row_missing(row, TARGET_SCHOOLS, code, "schools.csv");
    }
    if (count == 0)
        row_fault(row, TARGET_SCHOOLS, _("the target names no school; write at least one code"));
    qsort(schools, count, sizeof(*schools), by_number);
    for (size_t i = 1; i < count; i++) {
        if (schools[i] == schools[i - 1])
            row_fault(row, TARGET_SCHOOLS, _("a school is named twice; remove one"));
    }
    target->schools = schools;
    target->school_count = count;
}

static void read_scope(struct plan_row *row, const struct plan_read *read, struct target *target)
{
    const char *word = row_text(row, TARGET_SCOPE);
    target->scope = -1;
    if (strcmp(word, "district") == 0) {
        target->scope_type = SCOPE_DISTRICT_ITSELF;
    } else if (strcmp(word, "named") == 0) {
        target->scope_type = SCOPE_NAMED;
        read_named(row, read, target);
    } else {
        target->scope_type = SCOPE_KINDS;
        target->scope = row_ref(row, TARGET_SCOPE, &read->scopes, "scopes.csv");
    }
    if (target->scope_type != SCOPE_NAMED && !row_empty(row, TARGET_SCHOOLS))
        row_fault(row, TARGET_SCHOOLS,
                  _("schools are listed, but the scope is not \"named\"; correct one of them"));
}

/* Once its measure and its unit are known. */
static void check_goal(struct plan_row *row, const struct target *target)
{
    if (target->goal_min == AMOUNT_NONE)
        return;
    if (target->goal_min < 0)
        row_fault(row, TARGET_GOAL_MIN, _("the goal is below 0; correct it"));
    if (!measure_reaches(target, target->goal_min))
        row_fault(row, TARGET_GOAL_MIN, "%s", _("the goal is more than 100 percent; correct it"));
}

static bool read_target(struct plan_row *row, const struct plan_read *read, struct target *target)
{
    target->code = row_code(row, TARGET_CODE);
    target->item = item_of(row, read->plan);
    read_words(row, target);
    read_figures(row, target);
    read_dates(row, read->plan, target);
    read_texts(row, target);
    check_goal(row, target);
    read_scope(row, read, target);
    target->thresholds = row_thresholds(row, TARGET_THRESHOLDS, &read->plan->thresholds);
    return row_done(row);
}

bool plan_read_targets(struct plan_read *read, const struct plan_file *file)
{
    struct plan_table *table = &read->target_table;
    if (!plan_table_open(table, file, target_columns, COUNT_OF(target_columns), read->arena,
                         read->faults))
        return false;
    struct plan *plan = read->plan;
    plan->target_count = table->csv.row_count;
    plan->targets = arena_array(read->arena, plan->target_count, sizeof(*plan->targets));
    for (size_t i = 0; i < plan->target_count; i++) {
        struct plan_row row = plan_row_of(table, i, read->faults);
        if (!read_target(&row, read, &plan->targets[i]))
            return false;
    }
    return plan_table_index(table, TARGET_CODE, &read->targets, read->faults);
}

void plan_read_check_paces(const struct plan_read *read)
{
    for (size_t i = 0; i < read->plan->target_count; i++) {
        const struct target *target = &read->plan->targets[i];
        if (target->pace != PACE_STEPS || target->step_count > 0)
            continue;
        struct plan_row row = plan_row_of(&read->target_table, i, read->faults);
        row_fault(&row, TARGET_PACE,
                  _("target %s goes by steps, but has none; add them to steps.csv or change its "
                    "pace"),
                  target->code);
        if (!row_done(&row))
            return;
    }
}
