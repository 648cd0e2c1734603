/* schools.c - who has reported and who has not. */
#include "duban/i18n.h"
#include "report/cells.h"
#include "report/heading.h"
#include "report/json.h"
#include "report/table.h"

static const char *kind_of(const struct plan *plan, const struct school *school)
{
    return school->kind >= 0 ? plan->kinds[school->kind].code : "";
}

static const char *town_of(const struct plan *plan, const struct school *school)
{
    return school->town >= 0 ? plan->towns[school->town].code : "";
}

/* What is compared of a school. */
enum duty { DUTY_RECEIVED, DUTY_LATE, DUTY_SILENT, DUTY_TOTAL };

static const char *const duty_words[DUTY_TOTAL] = {
    [DUTY_RECEIVED] = "received_before",
    [DUTY_LATE] = "late_before",
    [DUTY_SILENT] = "silent_before",
};

static int duty_count(const struct reporting *row, enum duty duty)
{
    return duty == DUTY_RECEIVED ? row->received : duty == DUTY_LATE ? row->late : row->silent;
}

/* The same school on the day that is compared with; NULL: none is. */
static const struct reporting *reporting_then(const struct report_filter *filter,
                                              const struct reporting *row)
{
    return filter->reporting_then ? &filter->reporting_then[row->school] : NULL;
}

static void add_csv_row(struct buf *out, const struct plan *plan, const struct reporting *row,
                        const struct report_filter *filter)
{
    const struct school *school = &plan->schools[row->school];
    cells_first(out, school->code);
    cells_names(out, &school->name);
    cells_text(out, kind_of(plan, school));
    cells_text(out, town_of(plan, school));
    cells_int(out, row->due);
    cells_int(out, row->received);
    cells_int(out, row->late);
    cells_int(out, row->silent);
    cells_date(out, row->last_report);
    const struct reporting *then = reporting_then(filter, row);
    for (enum duty i = 0; then && i < DUTY_TOTAL; i++)
        cells_int(out, duty_count(then, i));
    cells_end(out);
}

static void add_json_row(struct json *json, const struct plan *plan, const struct reporting *row,
                         const struct report_filter *filter)
{
    const struct school *school = &plan->schools[row->school];
    json_open_object(json, NULL);
    json_put_text(json, "school", school->code);
    json_put_names(json, &school->name);
    json_put_text(json, "kind", kind_of(plan, school));
    json_put_text(json, "town", town_of(plan, school));
    json_put_int(json, "due", row->due);
    json_put_int(json, "received", row->received);
    json_put_int(json, "late", row->late);
    json_put_int(json, "silent", row->silent);
    json_put_date(json, "last_report", row->last_report);
    const struct reporting *then = reporting_then(filter, row);
    for (enum duty i = 0; then && i < DUTY_TOTAL; i++)
        json_put_int(json, duty_words[i], duty_count(then, i));
    json_close(json);
}

/* The district itself reports for the bureau; it is no school. */
static bool is_shown(const struct plan *plan, const struct reporting *row,
                     const struct report_filter *filter)
{
    return row->school != SCHOOL_DISTRICT && report_shows_school(plan, filter, row->school);
}

static void schools_json(struct buf *out, const struct plan *plan, const struct reporting *rows,
                         daynum as_of, const struct report_filter *filter)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-schools/1");
    json_put_plan(&json, plan);
    json_put_date(&json, "as_of", as_of);
    if (filter->reporting_then)
        json_put_date(&json, "compared_with", filter->then);
    json_open_array(&json, "schools");
    for (size_t i = 0; i < plan->school_count; i++) {
        if (is_shown(plan, &rows[i], filter))
            add_json_row(&json, plan, &rows[i], filter);
    }
    json_close(&json);
    json_close(&json);
}

static void schools_csv(struct buf *out, const struct plan *plan, const struct reporting *rows,
                        const struct report_filter *filter)
{
    buf_puts(out, "school,name,name_zh_CN,name_zh_TW,kind,town,due,received,late,silent,"
                  "last_report");
    for (enum duty i = 0; filter->reporting_then && i < DUTY_TOTAL; i++)
        buf_printf(out, ",%s", duty_words[i]);
    buf_putc(out, '\n');
    for (size_t i = 0; i < plan->school_count; i++) {
        if (is_shown(plan, &rows[i], filter))
            add_csv_row(out, plan, &rows[i], filter);
    }
}

/* "3", or "3 (+1)" beside another date. */
static void add_number(struct table *table, int number, const int *then)
{
    struct buf cell = {0};
    buf_printf(&cell, "%d", number);
    if (then && *then != number)
        buf_printf(&cell, " (%+d)", number - *then);
    table_take(table, &cell);
    buf_free(&cell);
}

static void add_head(struct table *table)
{
    const char *const heads[] = {_("school"), _("asked"), _("received"), _("late"),
                                 _("silent"), _("last"),  _("name")};
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        table_cell(table, heads[i]);
}

static void add_row(struct table *table, const struct plan *plan, const struct reporting *row,
                    const struct report_filter *filter)
{
    char date[DATE_TEXT_MAX];
    table_cell(table, plan->schools[row->school].code);
    add_number(table, row->due, NULL);
    for (enum duty i = 0; i < DUTY_TOTAL; i++) {
        const struct reporting *then = reporting_then(filter, row);
        int before = then ? duty_count(then, i) : 0;
        add_number(table, duty_count(row, i), then ? &before : NULL);
    }
    table_cell(table, row->last_report == DAY_NONE ? "-" : date_format(row->last_report, date));
    table_cell(table, name_in(&plan->schools[row->school].name, filter->lang));
}

static void schools_text(struct buf *out, const struct plan *plan, const struct reporting *rows,
                         daynum as_of, const struct report_filter *filter)
{
    struct table table = {.align = "lrrrrlf", .columns = heading_columns(filter)};
    heading_add_schools(out, plan, as_of, filter);
    if (filter->reporting_then) {
        char date[DATE_TEXT_MAX];
        buf_printf(out, _("compared with %s"), date_format(filter->then, date));
        buf_putc(out, '\n');
    }
    add_head(&table);
    for (size_t i = 0; i < plan->school_count; i++) {
        if (is_shown(plan, &rows[i], filter))
            add_row(&table, plan, &rows[i], filter);
    }
    buf_putc(out, '\n');
    table_print(&table, out);
}

void report_schools(struct buf *out, const struct plan *plan, const struct reporting *rows,
                    daynum as_of, enum report_format format, const struct report_filter *filter)
{
    switch (format) {
    case REPORT_TEXT:
        schools_text(out, plan, rows, as_of, filter);
        break;
    case REPORT_JSON:
        schools_json(out, plan, rows, as_of, filter);
        break;
    case REPORT_CSV:
        schools_csv(out, plan, rows, filter);
        break;
    }
}
