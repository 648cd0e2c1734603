/* show.c - one target or one school, with where every figure came from. */
#include "report/show.h"
#include "duban/i18n.h"
#include "duban/wrap.h"
#include "report/cells.h"
#include "report/heading.h"
#include "report/status.h"
#include "report/table.h"

void value_text(struct buf *out, const struct value *value)
{
    char number[AMOUNT_TEXT_MAX];
    buf_puts(out, value->date == DAY_NONE ? "-" : amount_format(value->value, number));
    if (value->of != AMOUNT_NONE)
        buf_printf(out, "/%s", amount_format(value->of, number));
}

/* File and line, or who entered it. */
static void add_source(struct buf *out, const struct value *value)
{
    if (value->file[0] != '\0')
        buf_printf(out, "%s:%u", value->file, value->line);
    else
        buf_puts(out, value->date == DAY_NONE ? "-" : value->who);
}

/* A row: code and name of what varies, the value, its date and source, its note. */
static void add_row(struct table *table, const char *code, const char *name,
                    const struct value *value)
{
    char date[DATE_TEXT_MAX];
    struct buf cell = {0};
    table_cell(table, code);
    value_text(&cell, value);
    table_take(table, &cell);
    table_cell(table, value->date == DAY_NONE ? "-" : date_format(value->date, date));
    add_source(&cell, value);
    table_take(table, &cell);
    table_cell(table, name);
    if (value->note[0] != '\0')
        table_line(table, 2, value->note);
    buf_free(&cell);
}

static struct table start_values(const char *what, const struct report_filter *filter)
{
    struct table table = {
        .align = "lrllf", .columns = heading_columns(filter), .colour = filter->colour};
    const char *const heads[] = {what, _("value"), _("date"), _("source"), _("name")};
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        table_cell(&table, heads[i]);
    return table;
}

void values_csv(struct buf *out, const struct plan *plan, const struct values *values)
{
    buf_puts(out, "school,target,date,value,of,note,import,file,line,who\n");
    for (size_t i = 0; i < values->count; i++) {
        const struct value *value = &values->rows[i];
        cells_first(out, plan->schools[value->school].code);
        cells_text(out, plan->targets[value->target].code);
        cells_date(out, value->date);
        cells_amount(out, value->value);
        cells_amount(out, value->of);
        cells_text(out, value->note);
        cells_int(out, value->import);
        cells_text(out, value->file);
        cells_int(out, value->line);
        cells_text(out, value->who);
        cells_end(out);
    }
}

void values_json(struct json *json, const char *key, const struct plan *plan,
                 const struct values *values)
{
    json_open_array(json, key);
    for (size_t i = 0; i < values->count; i++) {
        const struct value *value = &values->rows[i];
        json_open_object(json, NULL);
        json_put_text(json, "school", plan->schools[value->school].code);
        json_put_text(json, "target", plan->targets[value->target].code);
        json_put_date(json, "date", value->date);
        json_put_amount(json, "value", value->value);
        json_put_amount(json, "of", value->of);
        json_put_text(json, "note", value->note);
        json_put_int(json, "import", value->import);
        json_put_text(json, "file", value->file);
        json_put_int(json, "line", value->line);
        json_put_text(json, "who", value->who);
        json_close(json);
    }
    json_close(json);
}

static struct json start_json(struct buf *out, const struct board *board)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-show/1");
    json_put_date(&json, "as_of", board->as_of);
    json_put_plan(&json, board->plan);
    return json;
}

static void target_text(struct buf *out, const struct board *board, int target,
                        const struct values *values, const struct report_filter *filter)
{
    struct table table = start_values(_("school"), filter);
    status_target_text(out, board, filter, (size_t)target);
    for (size_t i = 0; i < values->count; i++) {
        const struct school *school = &board->plan->schools[values->rows[i].school];
        add_row(&table, school->code, name_in(&school->name, filter->lang), &values->rows[i]);
    }
    buf_putc(out, '\n');
    table_print(&table, out);
}

void report_show_target(struct buf *out, const struct board *board, int target,
                        const struct values *values, enum report_format format,
                        const struct report_filter *filter)
{
    if (format == REPORT_TEXT) {
        target_text(out, board, target, values, filter);
    } else if (format == REPORT_CSV) {
        values_csv(out, board->plan, values);
    } else {
        struct json json = start_json(out, board);
        json_open_object(&json, "target");
        status_target_members(&json, board, filter, (size_t)target);
        json_close(&json);
        values_json(&json, "values", board->plan, values);
        json_close(&json);
    }
}

/* "WJ-P001  Niutang Central Primary School  Primary school  Niutang Town" */
static void add_school(struct buf *out, const struct plan *plan, const struct school *school,
                       const struct report_filter *filter)
{
    struct buf line = {0};
    buf_printf(&line, "%s  %s", school->code, name_in(&school->name, filter->lang));
    if (school->kind >= 0)
        buf_printf(&line, "  %s", name_in(&plan->kinds[school->kind].name, filter->lang));
    if (school->town >= 0)
        buf_printf(&line, "  %s", name_in(&plan->towns[school->town].name, filter->lang));
    buf_putc(out, '\n');
    wrap_text(out, buf_sv(&line), 0, heading_columns(filter));
    buf_putc(out, '\n');
    buf_free(&line);
}

static void school_text(struct buf *out, const struct board *board, const struct school *school,
                        const struct values *values, const struct report_filter *filter)
{
    const struct plan *plan = board->plan;
    struct table table = start_values(_("target"), filter);
    heading_add(out, plan, board->as_of, filter);
    add_school(out, plan, school, filter);
    for (size_t i = 0; i < values->count; i++) {
        const struct target *target = &plan->targets[values->rows[i].target];
        add_row(&table, target->code, name_in(&target->name, filter->lang), &values->rows[i]);
    }
    table_print(&table, out);
}

static void school_members(struct json *json, const struct plan *plan, const struct school *school)
{
    json_put_text(json, "school", school->code);
    json_put_names(json, &school->name);
    json_put_text(json, "kind", school->kind >= 0 ? plan->kinds[school->kind].code : "");
    json_put_text(json, "town", school->town >= 0 ? plan->towns[school->town].code : "");
}

void report_show_school(struct buf *out, const struct board *board, int school,
                        const struct values *values, enum report_format format,
                        const struct report_filter *filter)
{
    const struct school *shown = &board->plan->schools[school];
    if (format == REPORT_TEXT) {
        school_text(out, board, shown, values, filter);
    } else if (format == REPORT_CSV) {
        values_csv(out, board->plan, values);
    } else {
        struct json json = start_json(out, board);
        json_open_object(&json, "school");
        school_members(&json, board->plan, shown);
        json_close(&json);
        values_json(&json, "values", board->plan, values);
        json_close(&json);
    }
}
