/* schools.c - who has reported and who has not. */
#include "duban/i18n.h"
#include "report/cells.h"
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

static void add_csv(struct buf *out, const struct plan *plan, const struct reporting *row)
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
    cells_end(out);
}

static json_t *row_json(const struct plan *plan, const struct reporting *row)
{
    const struct school *school = &plan->schools[row->school];
    json_t *object = json_new();
    json_add(object, "school", json_text(school->code));
    json_names(object, &school->name);
    json_add(object, "kind", json_text(kind_of(plan, school)));
    json_add(object, "town", json_text(town_of(plan, school)));
    json_add(object, "due", json_integer(row->due));
    json_add(object, "received", json_integer(row->received));
    json_add(object, "late", json_integer(row->late));
    json_add(object, "silent", json_integer(row->silent));
    json_add(object, "last_report", json_date(row->last_report));
    return object;
}

static void add_number(struct table *table, int number)
{
    struct buf cell = {0};
    buf_printf(&cell, "%d", number);
    table_take(table, &cell);
    buf_free(&cell);
}

static void add_head(struct table *table)
{
    const char *const heads[] = {_("school"), _("due"),  _("received"), _("late"),
                                 _("silent"), _("last"), _("name")};
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        table_cell(table, heads[i]);
}

static void add_row(struct table *table, const struct plan *plan, const struct reporting *row,
                    enum lang lang)
{
    char date[DATE_TEXT_MAX];
    table_cell(table, plan->schools[row->school].code);
    add_number(table, row->due);
    add_number(table, row->received);
    add_number(table, row->late);
    add_number(table, row->silent);
    table_cell(table, row->last_report == DAY_NONE ? "-" : date_format(row->last_report, date));
    table_cell(table, name_in(&plan->schools[row->school].name, lang));
}

/* The district itself reports for the bureau; it is no school. */
static bool is_shown(const struct reporting *row)
{
    return row->school != SCHOOL_DISTRICT;
}

static void add_json(struct buf *out, const struct plan *plan, const struct reporting *rows,
                     daynum as_of)
{
    json_t *object = json_new();
    json_t *schools = json_array();
    for (size_t i = 0; i < plan->school_count; i++) {
        if (is_shown(&rows[i]))
            json_push(schools, row_json(plan, &rows[i]));
    }
    json_add(object, "format", json_text("duban-schools/1"));
    json_add(object, "as_of", json_date(as_of));
    json_add(object, "schools", schools);
    json_print(object, out);
}

void report_schools(struct buf *out, const struct plan *plan, const struct reporting *rows,
                    daynum as_of, enum report_format format, const struct report_filter *filter)
{
    struct table table = {.align = "lrrrrll"};
    if (format == REPORT_JSON) {
        add_json(out, plan, rows, as_of);
        return;
    }
    if (format == REPORT_CSV)
        buf_puts(out, "school,name,name_zh_CN,name_zh_TW,kind,town,due,received,late,silent,"
                      "last_report\n");
    else
        add_head(&table);
    for (size_t i = 0; i < plan->school_count; i++) {
        if (!is_shown(&rows[i]))
            continue;
        if (format == REPORT_CSV)
            add_csv(out, plan, &rows[i]);
        else
            add_row(&table, plan, &rows[i], filter->lang);
    }
    if (format == REPORT_TEXT)
        table_print(&table, out, filter->columns > 0 ? filter->columns : 80);
}
