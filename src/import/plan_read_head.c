#include <string.h>

#include "duban/i18n.h"
#include "import/plan_read.h"
#include "import/plan_table.h"

enum { PLAN_FORMAT = 1 };

enum {
    HEAD_FORMAT,
    HEAD_CODE,
    HEAD_STARTS,
    HEAD_ENDS,
    HEAD_NAME,
    HEAD_AUTHORITY = HEAD_NAME + LANG_COUNT,
    HEAD_THRESHOLDS = HEAD_AUTHORITY + LANG_COUNT,
    HEAD_REPORTERS = HEAD_THRESHOLDS + PLAN_THRESHOLD_COLUMN_COUNT,
};

static const struct plan_column head_columns[] = {
    {"format", true},          {"code", true},
    {"starts", true},          {"ends", true},
    PLAN_NAME_COLUMNS("name"), PLAN_NAME_COLUMNS("authority"),
    PLAN_THRESHOLD_COLUMNS,    {"reporters", false},
};

const struct thresholds plan_usual_thresholds = {
    .spi_min = 0.90,
    .forecast_slack = 0.10,
    .due_soon_days = 30,
    .reporting_days = 31,
    .silent_periods = 2,
};

bool plan_read_head(struct plan_read *read, const struct plan_file *file)
{
    struct plan_table table;
    if (!plan_table_open_keys(&table, file, head_columns, COUNT_OF(head_columns), read->arena,
                              read->faults))
        return false;
    struct plan_row row = plan_row_of(&table, 0, read->faults);
    struct plan *plan = read->plan;
    if (row_int(&row, HEAD_FORMAT, 1, 999, 0) != PLAN_FORMAT)
        row_fault(&row, HEAD_FORMAT, _("this program reads plans of format %d; get one that fits"),
                  PLAN_FORMAT);
    plan->code = row_code(&row, HEAD_CODE);
    row_name(&row, HEAD_NAME, &plan->name);
    row_name(&row, HEAD_AUTHORITY, &plan->authority);
    plan->starts = row_date(&row, HEAD_STARTS, DAY_NONE);
    plan->ends = row_date(&row, HEAD_ENDS, DAY_NONE);
    plan->thresholds = row_thresholds(&row, HEAD_THRESHOLDS, &plan_usual_thresholds);
    const char *reporters = row_text(&row, HEAD_REPORTERS);
    plan->units = strcmp(reporters, "unit") == 0;
    if (!plan->units && reporters[0] != '\0' && strcmp(reporters, "school") != 0)
        row_fault(&row, HEAD_REPORTERS, _("\"%s\" is no kind of reporters; write school or unit"),
                  reporters);
    if (plan->starts == DAY_NONE)
        row_fault(&row, HEAD_STARTS, _("the first day is missing; write it like 2021-01-01"));
    if (plan->ends < plan->starts || plan->ends == DAY_NONE)
        row_fault(&row, HEAD_ENDS, _("the last day is missing or before the first; correct it"));
    return row_done(&row);
}
