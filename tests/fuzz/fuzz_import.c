/* A whole file of any bytes: counts add up, and every text is clean. */
#include <stdint.h>
#include <string.h>

#include "../support/import_plan.h"
#include "duban/import.h"
#include "duban/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct seen {
    const struct plan *plan;
    daynum as_of;
    int64_t rows, warnings;
};

static bool put_row(void *context, const struct intake_row *row, bool allow_decrease,
                    enum intake_outcome *outcome, struct err *err)
{
    struct seen *seen = context;
    const struct plan *plan = seen->plan;
    (void)allow_decrease;
    (void)err;
    if (row->target < 0 || (size_t)row->target >= plan->target_count || row->school < 0 ||
        (size_t)row->school >= plan->school_count || row->date < plan->starts ||
        row->date > seen->as_of || row->value < 0 || row->line == 0 || !text_is_clean(row->note))
        BUG("a row that no check should let through");
    *outcome = (enum intake_outcome)(seen->rows++ % (INTAKE_DECREASED + 1));
    return true;
}

static bool put_issue(void *context, const struct issue *issue, struct err *err)
{
    struct seen *seen = context;
    (void)err;
    if (issue->line == 0 || !text_is_clean(sv_from(issue->text)) ||
        !text_is_clean(sv_from(issue->raw)))
        BUG("an issue that is not fit to show");
    seen->warnings += issue_is_warning(issue->code);
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct plan plan;
    static struct arena arena;
    if (plan.target_count == 0)
        import_plan_load(&arena, &plan);
    struct seen seen = {.plan = &plan, .as_of = plan.ends};
    const struct intake_sink rows = {&seen, put_row};
    const struct issue_sink issues = {&seen, put_issue};
    const struct import_options options = {
        .name = "fuzz",
        .as_of = plan.ends,
        .date = DAY_NONE,
        .school = -1,
    };
    struct import_result result;
    struct err err;
    struct sv bytes = {(const char *)data, size};
    struct import_input input = import_input_of(&bytes);
    if (!import_run(&input, &plan, &options, &rows, &issues, &result, &err) && err.code != ERR_DATA)
        BUG("another error than about the data");
    if (result.rows != result.fresh + result.changed + result.same + result.rejected ||
        result.warnings != seen.warnings)
        BUG("counts that do not add up");
    return 0;
}
