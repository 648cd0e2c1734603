/* attention.c - what needs care, worst first, with what comes next. */
#include "duban/lang.h"
#include "report/cells.h"
#include "report/changes.h"
#include "report/heading.h"
#include "report/json.h"
#include "report/status.h"
#include "report/table.h"

/* The members of a row, the same for JSON and CSV. NULL is "there is none". */
struct row {
    const char *kind, *target, *school, *unit, *rule;
    int64_t problem; /* 0: none */
    struct name name;
    daynum next_date;
    struct buf next_text, reason; /* English */
};

static struct row row_of(const struct board *board, const struct care *care)
{
    const struct plan *plan = board->plan;
    const struct problem *problem = care->problem ? care->problem : care->open;
    struct row row = {
        .kind = care->problem ? "problem" : "target",
        .target = care->target >= 0 ? plan->targets[care->target].code : NULL,
        .problem = problem ? problem->id : 0,
        .next_date = care->step ? care->step->date
                     : problem  ? problem->due
                                : DAY_NONE,
    };
    lang_next_english(&row.next_text, board, care);
    if (care->problem) {
        const int school = care->problem->school;
        row.school = school >= 0 ? plan->schools[school].code : NULL;
        row.name = (struct name){{care->problem->text, "", ""}};
    } else {
        const struct target *target = &plan->targets[care->target];
        row.unit = unit_of_many(target->unit.in[LANG_EN]);
        row.name = target->name;
        row.rule = rule_word(board->verdicts[care->target].rule);
        lang_reason_english(&row.reason, target, &board->verdicts[care->target], board->as_of);
    }
    return row;
}

static void row_free(struct row *row)
{
    buf_free(&row->next_text);
    buf_free(&row->reason);
}

/* What changed of the row's target; NULL for a problem, and when nothing is compared. */
static const struct target_change *change_of(const struct report_filter *filter,
                                             const struct care *care)
{
    return filter->since && !care->problem ? &filter->since->targets[care->target] : NULL;
}

static void json_row(struct json *json, const struct board *board,
                     const struct report_filter *filter, const struct care *care)
{
    struct row row = row_of(board, care);
    json_open_object(json, NULL);
    json_put_text(json, "kind", row.kind);
    json_put_code(json, "target", row.target);
    json_put_code(json, "school", row.school);
    if (row.problem != 0)
        json_put_int(json, "problem", row.problem);
    else
        json_put_code(json, "problem", NULL);
    json_put_names(json, &row.name);
    json_put_text(json, "standing", standing_word(care->standing));
    json_put_int(json, "days", care->days);
    json_put_amount(json, "gap", care->gap);
    json_put_code(json, "unit", row.unit);
    json_put_ratio(json, "weekly", care->weekly);
    json_put_text(json, "owner", care->owner);
    json_put_text(json, "next", next_word(care->next));
    json_put_date(json, "next_date", row.next_date);
    json_put_text(json, "next_text", buf_text(&row.next_text));
    json_put_code(json, "rule", row.rule);
    json_put_code(json, "reason", row.rule ? buf_text(&row.reason) : NULL);
    if (change_of(filter, care))
        changes_put_target(json, change_of(filter, care));
    json_close(json);
    row_free(&row);
}

static void attention_json(struct buf *out, const struct board *board, const struct care *list,
                           size_t count, const struct report_filter *filter)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-attention/1");
    json_put_date(&json, "as_of", board->as_of);
    if (filter->since)
        json_put_date(&json, "compared_with", filter->since->before->as_of);
    json_put_plan(&json, board->plan);
    json_open_array(&json, "rows");
    for (size_t i = 0; i < count; i++)
        json_row(&json, board, filter, &list[i]);
    json_close(&json);
    json_close(&json);
}

static void csv_row(struct buf *out, const struct board *board, const struct report_filter *filter,
                    const struct care *care)
{
    struct row row = row_of(board, care);
    const char *const codes[] = {row.target, row.school};
    cells_first(out, row.kind);
    for (size_t i = 0; i < COUNT_OF(codes); i++)
        cells_text(out, codes[i] ? codes[i] : "");
    if (row.problem != 0)
        cells_int(out, row.problem);
    else
        cells_text(out, "");
    cells_names(out, &row.name);
    cells_text(out, standing_word(care->standing));
    cells_int(out, care->days);
    cells_amount(out, care->gap);
    cells_text(out, row.unit ? row.unit : "");
    cells_ratio(out, care->weekly);
    cells_text(out, care->owner);
    cells_text(out, next_word(care->next));
    cells_date(out, row.next_date);
    cells_text(out, buf_text(&row.next_text));
    cells_text(out, row.rule ? row.rule : "");
    cells_text(out, buf_text(&row.reason));
    if (change_of(filter, care))
        changes_csv_cells(out, change_of(filter, care));
    else if (filter->since)
        buf_puts(out, ",,,,,,");
    cells_end(out);
    row_free(&row);
}

enum { ROW_INDENT = 5 };

/* What the row is about, in the user's words. */
static void add_title(struct buf *out, const struct board *board, const struct care *care,
                      enum lang lang)
{
    const struct plan *plan = board->plan;
    if (care->problem)
        buf_printf(out, _("problem %lld: %s"), (long long)care->problem->id, care->problem->text);
    else
        buf_printf(out, "%-*s %s", ROW_INDENT - 1, plan->targets[care->target].code,
                   name_in(&plan->targets[care->target].name, lang));
}

static void add_why(struct buf *out, const struct board *board, const struct care *care,
                    enum lang lang)
{
    const struct plan *plan = board->plan;
    if (care->problem) {
        status_problem_subject(out, plan, care->problem, lang);
        return;
    }
    lang_reason(out, &plan->targets[care->target], &board->verdicts[care->target], board->as_of);
}

/* "since 2021-06-30: worse, was silent". */
static void add_change(struct table *table, const struct report_filter *filter,
                       const struct target_change *change)
{
    char date[DATE_TEXT_MAX];
    struct buf text = {0}, phrase = {0};
    lang_target_change(&phrase, change);
    buf_printf(&text, _("since %s: %s"), date_format(filter->since->before->as_of, date),
               buf_text(&phrase));
    table_line(table, ROW_INDENT, buf_text(&text));
    buf_free(&text);
    buf_free(&phrase);
}

static void text_row(struct table *table, const struct board *board, const struct care *care,
                     const struct report_filter *filter)
{
    enum lang lang = filter->lang;
    struct buf text = {0}, next = {0};
    add_title(&text, board, care, lang);
    table_line(table, 0, buf_text(&text));
    buf_clear(&text);
    table_standing(table, care->standing);
    lang_days(&text, care->days);
    table_take(table, &text);
    if (care->target >= 0)
        lang_gap(&text, &board->plan->targets[care->target], care->gap, lang);
    else
        buf_putc(&text, '-');
    table_take(table, &text);
    table_cell(table, care->owner[0] != '\0' ? care->owner : "-");
    add_why(&text, board, care, lang);
    table_line(table, ROW_INDENT, buf_text(&text));
    lang_next(&next, board, care, lang);
    buf_clear(&text);
    buf_printf(&text, _("next: %s"), buf_text(&next));
    table_line(table, ROW_INDENT, buf_text(&text));
    if (change_of(filter, care))
        add_change(table, filter, change_of(filter, care));
    buf_free(&text);
    buf_free(&next);
}

static void attention_text(struct buf *out, const struct board *board, const struct care *list,
                           size_t count, const struct report_filter *filter)
{
    struct table table = {.align = "llrf",
                          .indent = ROW_INDENT,
                          .columns = heading_columns(filter),
                          .colour = filter->colour};
    const char *const heads[] = {_("standing"), _("days"), _("gap"), _("owner")};
    heading_add(out, board->plan, board->as_of, filter);
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        table_cell(&table, heads[i]);
    for (size_t i = 0; i < count; i++)
        text_row(&table, board, &list[i], filter);
    if (count == 0)
        table_line(&table, 0, _("nothing is breached, overdue, lagging or silent"));
    buf_putc(out, '\n');
    table_print(&table, out);
}

/* Leaves the rows that the filter lets through. */
static size_t select_rows(const struct board *board, const struct report_filter *filter,
                          const struct care *list, size_t count, struct arena *arena,
                          const struct care **out)
{
    struct care *kept = arena_array(arena, count, sizeof(*kept));
    size_t left = 0;
    for (size_t i = 0; i < count; i++) {
        if (report_shows_care(board, filter, &list[i]))
            kept[left++] = list[i];
    }
    *out = kept;
    return left;
}

void report_attention(struct buf *out, const struct board *board, const struct problems *problems,
                      enum report_format format, const struct report_filter *filter)
{
    struct arena arena = {0};
    const struct care *list;
    size_t count = attention_make(board, problems, &arena, &list);
    count = select_rows(board, filter, list, count, &arena, &list);
    switch (format) {
    case REPORT_TEXT:
        attention_text(out, board, list, count, filter);
        break;
    case REPORT_JSON:
        attention_json(out, board, list, count, filter);
        break;
    case REPORT_CSV:
        buf_puts(out,
                 "kind,target,school,problem,name,name_zh_CN,name_zh_TW,standing,days,gap,unit,"
                 "weekly,owner,next,next_date,next_text,rule,reason");
        if (filter->since)
            changes_csv_header(out);
        buf_putc(out, '\n');
        for (size_t i = 0; i < count; i++)
            csv_row(out, board, filter, &list[i]);
        break;
    }
    arena_free(&arena);
}
