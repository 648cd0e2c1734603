/* plan_diff.c - what differs between two plans. */
#include <string.h>

#include "duban/i18n.h"
#include "duban/wrap.h"
#include "report/cells.h"
#include "report/heading.h"
#include "report/json.h"
#include "report/table.h"

static const char *const change_words[] = {
    [PLAN_ADDED] = "added",
    [PLAN_DROPPED] = "dropped",
    [PLAN_CHANGED] = "changed",
};

static void diff_csv(struct buf *out, const struct plan_differences *found)
{
    buf_puts(out, "change,kind,code,name,name_zh_CN,name_zh_TW,field,before,after\n");
    for (size_t i = 0; i < found->count; i++) {
        const struct plan_difference *row = &found->rows[i];
        cells_first(out, change_words[row->what]);
        cells_text(out, row->kind);
        cells_text(out, row->code);
        cells_names(out, &row->name);
        cells_text(out, row->field);
        cells_text(out, row->before);
        cells_text(out, row->after);
        cells_end(out);
    }
}

static void put_side(struct json *json, const char *key, const struct plan *plan)
{
    json_open_object(json, key);
    json_put_text(json, "code", plan->code);
    json_put_names(json, &plan->name);
    json_put_date(json, "starts", plan->starts);
    json_put_date(json, "ends", plan->ends);
    json_put_bool(json, "sample", plan->sample);
    json_close(json);
}

static void diff_json(struct buf *out, const struct plan_differences *found)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-plan-diff/1");
    put_side(&json, "old", found->old);
    put_side(&json, "new", found->new);
    json_open_array(&json, "changes");
    for (size_t i = 0; i < found->count; i++) {
        const struct plan_difference *row = &found->rows[i];
        json_open_object(&json, NULL);
        json_put_text(&json, "change", change_words[row->what]);
        json_put_text(&json, "kind", row->kind);
        json_put_text(&json, "code", row->code);
        json_put_names(&json, &row->name);
        json_put_text(&json, "field", row->field);
        json_put_text(&json, "before", row->before);
        json_put_text(&json, "after", row->after);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}

static const char *change_name(enum plan_change what)
{
    switch (what) {
    case PLAN_ADDED:
        return _("added");
    case PLAN_DROPPED:
        return _("dropped");
    case PLAN_CHANGED:
        break;
    }
    return _("changed");
}

static const char *kind_name(const char *kind)
{
    static const char *const names[][2] = {
        {"plan", N_("plan")},           {"section", N_("section")}, {"item", N_("item")},
        {"target", N_("target")},       {"step", N_("step")},       {"kind", N_("kind")},
        {"day", N_("term or holiday")}, {"scope", N_("scope")},     {"town", N_("town")},
        {"school", N_("school")},
    };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (strcmp(names[i][0], kind) == 0)
            return _(names[i][1]);
    }
    return kind;
}

/* Does the row continue the one above it? */
static bool continues(const struct plan_differences *found, size_t i)
{
    return i > 0 && found->rows[i].what == PLAN_CHANGED &&
           found->rows[i - 1].what == PLAN_CHANGED &&
           strcmp(found->rows[i].kind, found->rows[i - 1].kind) == 0 &&
           strcmp(found->rows[i].code, found->rows[i - 1].code) == 0;
}

static void add_row(struct table *table, const struct plan_difference *row, enum lang lang)
{
    table_cell(table, change_name(row->what));
    table_cell(table, kind_name(row->kind));
    table_cell(table, row->code);
    table_cell(table, name_in(&row->name, lang));
}

static void add_field(struct table *table, const struct plan_difference *row)
{
    struct buf line = {0};
    buf_printf(&line, "%s: %s -> %s", row->field, row->before[0] ? row->before : "-",
               row->after[0] ? row->after : "-");
    table_line(table, 4, buf_text(&line));
    buf_free(&line);
}

static void diff_text(struct buf *out, const struct plan_differences *found,
                      const struct report_filter *filter)
{
    struct table table = {.align = "lllf", .columns = heading_columns(filter)};
    size_t counts[PLAN_CHANGED + 1] = {0};
    struct buf title = {0};
    buf_printf(&title, "%s (%s) -> %s (%s)", name_in(&found->old->name, filter->lang),
               found->old->code, name_in(&found->new->name, filter->lang), found->new->code);
    wrap_text(out, buf_sv(&title), 0, heading_columns(filter));
    buf_free(&title);
    for (size_t i = 0; i < found->count; i++) {
        const struct plan_difference *row = &found->rows[i];
        if (!continues(found, i)) {
            counts[row->what]++;
            add_row(&table, row, filter->lang);
        }
        if (row->what == PLAN_CHANGED)
            add_field(&table, row);
    }
    if (found->count > 0)
        buf_putc(out, '\n');
    table_print(&table, out);
    buf_printf(out, _("\n%zu added, %zu dropped, %zu changed\n"), counts[PLAN_ADDED],
               counts[PLAN_DROPPED], counts[PLAN_CHANGED]);
}

void report_plan_diff(struct buf *out, const struct plan_differences *found,
                      enum report_format format, const struct report_filter *filter)
{
    switch (format) {
    case REPORT_TEXT:
        diff_text(out, found, filter);
        break;
    case REPORT_JSON:
        diff_json(out, found);
        break;
    case REPORT_CSV:
        diff_csv(out, found);
        break;
    }
}
