/* problems.c - the problem list. */
#include "duban/lang.h"
#include "report/cells.h"
#include "report/heading.h"
#include "report/json.h"
#include "report/status.h"
#include "report/table.h"

static const char *target_of(const struct plan *plan, const struct problem *problem)
{
    return problem->target >= 0 ? plan->targets[problem->target].code : NULL;
}

static const char *school_of(const struct plan *plan, const struct problem *problem)
{
    return problem->school >= 0 ? plan->schools[problem->school].code : NULL;
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static void problems_csv(struct buf *out, const struct plan *plan, const struct problems *problems,
                         daynum as_of)
{
    buf_puts(out, "problem,state,noted,target,school,text,owner,due,days,closed,remedy,who,at,"
                  "reopened\n");
    for (size_t i = 0; i < problems->count; i++) {
        const struct problem *problem = &problems->rows[i];
        buf_printf(out, "%lld", (long long)problem->id);
        cells_text(out, problem_state_word(problem_state(problem, as_of)));
        cells_date(out, problem->noted);
        cells_text(out, or_empty(target_of(plan, problem)));
        cells_text(out, or_empty(school_of(plan, problem)));
        cells_text(out, problem->text);
        cells_text(out, problem->owner);
        cells_date(out, problem->due);
        if (problem->due == DAY_NONE)
            cells_text(out, "");
        else
            cells_int(out, problem_days(problem, as_of));
        cells_date(out, problem->closed);
        cells_text(out, problem->remedy);
        cells_text(out, problem->who);
        cells_text(out, problem->at);
        cells_date(out, problem->reopened);
        cells_end(out);
    }
}

static void problem_members(struct json *json, const struct plan *plan,
                            const struct problem *problem, daynum as_of)
{
    json_put_int(json, "problem", problem->id);
    json_put_text(json, "state", problem_state_word(problem_state(problem, as_of)));
    json_put_date(json, "noted", problem->noted);
    json_put_code(json, "target", target_of(plan, problem));
    json_put_code(json, "school", school_of(plan, problem));
    json_put_text(json, "text", problem->text);
    json_put_text(json, "owner", problem->owner);
    json_put_date(json, "due", problem->due);
    if (problem->due == DAY_NONE)
        json_put_code(json, "days", NULL);
    else
        json_put_int(json, "days", problem_days(problem, as_of));
    json_put_date(json, "closed", problem->closed);
    json_put_text(json, "remedy", problem->remedy);
    json_put_text(json, "who", problem->who);
    json_put_text(json, "at", problem->at);
    json_put_date(json, "reopened", problem->reopened);
}

static void problems_json(struct buf *out, const struct plan *plan, const struct problems *problems,
                          daynum as_of)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-problems/1");
    json_put_date(&json, "as_of", as_of);
    json_put_plan(&json, plan);
    json_open_array(&json, "problems");
    for (size_t i = 0; i < problems->count; i++) {
        json_open_object(&json, NULL);
        problem_members(&json, plan, &problems->rows[i], as_of);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}

void status_problem_subject(struct buf *out, const struct plan *plan, const struct problem *problem,
                            enum lang lang)
{
    if (problem->target >= 0) {
        const struct target *target = &plan->targets[problem->target];
        buf_printf(out, "%s %s", target->code, name_in(&target->name, lang));
    }
    if (problem->target >= 0 && problem->school >= 0)
        buf_puts(out, _("; "));
    if (problem->school >= 0) {
        const struct school *school = &plan->schools[problem->school];
        buf_printf(out, "%s %s", school->code, name_in(&school->name, lang));
    }
}

enum { ROW_INDENT = 5 };

static void add_row(struct table *table, const struct plan *plan, const struct problem *problem,
                    daynum as_of, enum lang lang)
{
    static const enum rag rags[] = {
        [PROBLEM_OVERDUE] = RAG_RED, [PROBLEM_OPEN] = RAG_AMBER, [PROBLEM_CLOSED] = RAG_GREY};
    enum problem_state state = problem_state(problem, as_of);
    char date[DATE_TEXT_MAX];
    struct buf text = {0};
    buf_printf(&text, "%3lld", (long long)problem->id);
    table_take(table, &text);
    buf_printf(&text, "%s%s", state == PROBLEM_OVERDUE ? "! " : "  ", lang_problem_state(state));
    table_coloured(table, buf_text(&text), rags[state]);
    buf_clear(&text);
    table_cell(table, problem->due == DAY_NONE ? "-" : date_format(problem->due, date));
    if (state == PROBLEM_CLOSED)
        buf_printf(&text, _("closed %s"), date_format(problem->closed, date));
    else if (problem->due != DAY_NONE)
        lang_days(&text, problem_days(problem, as_of));
    table_take(table, &text);
    table_cell(table, problem->owner[0] != '\0' ? problem->owner : "-");
    table_line(table, ROW_INDENT, problem->text);
    status_problem_subject(&text, plan, problem, lang);
    table_line(table, ROW_INDENT, buf_text(&text));
    buf_clear(&text);
    if (problem->reopened != DAY_NONE) {
        buf_printf(&text, _("reopened %s"), date_format(problem->reopened, date));
        table_line(table, ROW_INDENT, buf_text(&text));
        buf_clear(&text);
    }
    if (problem->remedy[0] != '\0') {
        buf_printf(&text, _("remedy: %s"), problem->remedy);
        table_line(table, ROW_INDENT, buf_text(&text));
    }
    buf_free(&text);
}

static void problems_text(struct buf *out, const struct plan *plan, const struct problems *problems,
                          daynum as_of, const struct report_filter *filter)
{
    struct table table = {
        .align = "rlllf", .columns = heading_columns(filter), .colour = filter->colour};
    const char *const heads[] = {_("No."), _("state"), _("due"), "", _("owner")};
    heading_add(out, plan, as_of, filter);
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        table_cell(&table, heads[i]);
    for (size_t i = 0; i < problems->count; i++)
        add_row(&table, plan, &problems->rows[i], as_of, filter->lang);
    if (problems->count == 0)
        table_line(&table, 0, _("no problem is noted"));
    buf_putc(out, '\n');
    table_print(&table, out);
}

void report_problems(struct buf *out, const struct plan *plan, const struct problems *problems,
                     daynum as_of, enum report_format format, const struct report_filter *filter)
{
    switch (format) {
    case REPORT_TEXT:
        problems_text(out, plan, problems, as_of, filter);
        break;
    case REPORT_JSON:
        problems_json(out, plan, problems, as_of);
        break;
    case REPORT_CSV:
        problems_csv(out, plan, problems, as_of);
        break;
    }
}
