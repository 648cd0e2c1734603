/* outliers.c - reports that want a second look. */
#include <math.h>

#include "duban/lang.h"
#include "report/cells.h"
#include "report/heading.h"
#include "report/json.h"
#include "report/table.h"

static void outliers_json(struct buf *out, const struct plan *plan, const struct outlier *rows,
                          size_t count, daynum as_of)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-outliers/1");
    json_put_date(&json, "as_of", as_of);
    json_put_plan(&json, plan);
    json_open_array(&json, "outliers");
    for (size_t i = 0; i < count; i++) {
        const struct outlier *row = &rows[i];
        bool jump = row->kind == OUTLIER_JUMP;
        json_open_object(&json, NULL);
        json_put_text(&json, "kind", outlier_word(row->kind));
        json_put_text(&json, "school", plan->schools[row->school].code);
        json_put_text(&json, "target", plan->targets[row->target].code);
        json_put_date(&json, "date", row->now.date);
        json_put_amount(&json, "value", row->now.value);
        json_put_amount(&json, "of", row->now.of);
        json_put_ratio(&json, "change", jump ? row->jump.change : NAN);
        json_put_ratio(&json, "usual", jump ? row->jump.usual : NAN);
        json_put_ratio(&json, "score", jump ? row->jump.score : NAN);
        json_put_amount(&json, "size", jump ? AMOUNT_NONE : row->size * AMOUNT_ONE);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}

static void outliers_csv(struct buf *out, const struct plan *plan, const struct outlier *rows,
                         size_t count)
{
    buf_puts(out, "kind,school,target,date,value,of,change,usual,score,size\n");
    for (size_t i = 0; i < count; i++) {
        const struct outlier *row = &rows[i];
        bool jump = row->kind == OUTLIER_JUMP;
        cells_first(out, outlier_word(row->kind));
        cells_text(out, plan->schools[row->school].code);
        cells_text(out, plan->targets[row->target].code);
        cells_date(out, row->now.date);
        cells_amount(out, row->now.value);
        cells_amount(out, row->now.of);
        cells_ratio(out, jump ? row->jump.change : NAN);
        cells_ratio(out, jump ? row->jump.usual : NAN);
        cells_ratio(out, jump ? row->jump.score : NAN);
        cells_amount(out, jump ? AMOUNT_NONE : row->size * AMOUNT_ONE);
        cells_end(out);
    }
}

static void add_row(struct table *table, const struct plan *plan, const struct outlier *row,
                    enum lang lang)
{
    char date[DATE_TEXT_MAX], number[AMOUNT_TEXT_MAX];
    struct buf text = {0};
    table_cell(table, plan->schools[row->school].code);
    table_cell(table, plan->targets[row->target].code);
    table_cell(table, date_format(row->now.date, date));
    buf_puts(&text, amount_format(row->now.value, number));
    if (row->now.of != AMOUNT_NONE)
        buf_printf(&text, "/%s", amount_format(row->now.of, number));
    table_take(table, &text);
    table_cell(table, name_in(&plan->schools[row->school].name, lang));
    if (row->kind == OUTLIER_JUMP)
        buf_printf(&text, _("changed by %+g; usually %g (score %.1f, at most %.1f)"), row->jump.change,
                   row->jump.usual, row->jump.score, OUTLIER_SCORE);
    else
        buf_printf(&text, _("more than the %lld on the school's roll"), (long long)row->size);
    table_line(table, 2, buf_text(&text));
    buf_free(&text);
}

static void outliers_text(struct buf *out, const struct plan *plan, const struct outlier *rows,
                          size_t count, daynum as_of, const struct report_filter *filter)
{
    struct table table = {.align = "lllrf", .columns = heading_columns(filter)};
    const char *const heads[] = {_("school"), _("target"), _("date"), _("value"), _("name")};
    heading_add_schools(out, plan, as_of, filter);
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        table_cell(&table, heads[i]);
    for (size_t i = 0; i < count; i++)
        add_row(&table, plan, &rows[i], filter->lang);
    if (count == 0)
        table_line(&table, 0, _("no report is out of the ordinary"));
    buf_putc(out, '\n');
    table_print(&table, out);
}

void report_outliers(struct buf *out, const struct plan *plan, const struct outlier *rows,
                     size_t count, daynum as_of, enum report_format format,
                     const struct report_filter *filter)
{
    switch (format) {
    case REPORT_TEXT:
        outliers_text(out, plan, rows, count, as_of, filter);
        break;
    case REPORT_JSON:
        outliers_json(out, plan, rows, count, as_of);
        break;
    case REPORT_CSV:
        outliers_csv(out, plan, rows, count);
        break;
    }
}
