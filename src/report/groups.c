/* groups.c - the plan rolled up by section, item, owner, town, kind or school. */
#include "duban/lang.h"
#include "report/cells.h"
#include "report/changes.h"
#include "report/heading.h"
#include "report/json.h"
#include "report/status.h"
#include "report/table.h"

enum { CHANGE_INDENT = 5 };

static void groups_json(struct buf *out, const struct board *board, const struct groups *groups,
                        const struct groups *then, const struct report_filter *filter)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-groups/1");
    json_put_date(&json, "as_of", board->as_of);
    if (then)
        json_put_date(&json, "compared_with", filter->since->before->as_of);
    json_put_text(&json, "by", group_word(groups->by));
    json_put_plan(&json, board->plan);
    json_open_array(&json, "groups");
    for (size_t i = 0; i < groups->count; i++) {
        const struct group *group = &groups->rows[i];
        json_open_object(&json, NULL);
        json_put_text(&json, "code", group->code);
        json_put_names(&json, &group->name);
        json_put_int(&json, "total", group->rollup.total);
        status_rollup_members(&json, &group->rollup);
        struct rollup_change change;
        if (then && groups_change(then, group, &change))
            changes_put_rollup(&json, &change);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}

static void change_cells(struct buf *out, const struct rollup_change *change)
{
    cells_text(out, standing_word(change->before));
    cells_text(out, trend_word(change->trend));
    cells_ratio(out, change->share);
    cells_int(out, change->better);
    cells_int(out, change->worse);
    cells_int(out, change->newly_overdue);
    cells_int(out, change->newly_done);
}

static void groups_csv(struct buf *out, const struct groups *groups, const struct groups *then)
{
    buf_puts(out, "code,name,name_zh_CN,name_zh_TW,total,standing,veto,share,planned");
    for (enum standing s = 0; s < STANDING_TOTAL; s++)
        buf_printf(out, ",%s", standing_word(s));
    buf_puts(out,
             then ? ",before,trend,share_change,better,worse,newly_overdue,newly_done\n" : "\n");
    for (size_t i = 0; i < groups->count; i++) {
        const struct group *group = &groups->rows[i];
        cells_first(out, group->code);
        cells_names(out, &group->name);
        cells_int(out, group->rollup.total);
        cells_text(out, standing_word(group->rollup.worst));
        cells_int(out, group->rollup.veto);
        cells_ratio(out, group->rollup.share);
        cells_ratio(out, group->rollup.planned);
        for (enum standing s = 0; s < STANDING_TOTAL; s++)
            cells_int(out, group->rollup.counts[s]);
        struct rollup_change change;
        if (then && groups_change(then, group, &change))
            change_cells(out, &change);
        else if (then)
            buf_puts(out, ",,,,,,,");
        cells_end(out);
    }
}

/* "standing: worse, was silent; -4 points; worse: 2": below the group. */
static void add_change(struct table *table, const struct groups *then, const struct group *group)
{
    struct rollup_change change;
    struct buf text = {0}, trend = {0};
    if (!groups_change(then, group, &change))
        return;
    changes_standing(&trend, &change);
    buf_printf(&text, _("%s: %s"), _("standing"), buf_text(&trend));
    buf_puts(&text, _("; "));
    changes_line(&text, &change);
    table_line(table, CHANGE_INDENT, buf_text(&text));
    buf_free(&text);
    buf_free(&trend);
}

static void groups_text(struct buf *out, const struct board *board, const struct groups *groups,
                        const struct groups *then, const struct report_filter *filter)
{
    char date[DATE_TEXT_MAX];
    struct table table = status_rollup_table(filter, _(group_name(groups->by)));
    if (group_is_of_schools(groups->by))
        heading_add_schools(out, board->plan, board->as_of, filter);
    else
        heading_add(out, board->plan, board->as_of, filter);
    if (then) {
        buf_printf(out, _("compared with %s"), date_format(filter->since->before->as_of, date));
        buf_putc(out, '\n');
    }
    for (size_t i = 0; i < groups->count; i++) {
        const struct group *group = &groups->rows[i];
        bool owner = groups->by == GROUP_OWNER;
        const char *name = name_in(&group->name, filter->lang);
        status_rollup_row(&table, owner ? "" : group->code, name[0] != '\0' ? name : "-",
                          &group->rollup, NULL);
        if (then)
            add_change(&table, then, group);
    }
    buf_putc(out, '\n');
    table_print(&table, out);
}

void report_groups(struct buf *out, const struct board *board, const struct groups *groups,
                   const struct groups *then, enum report_format format,
                   const struct report_filter *filter)
{
    switch (format) {
    case REPORT_TEXT:
        groups_text(out, board, groups, then, filter);
        break;
    case REPORT_JSON:
        groups_json(out, board, groups, then, filter);
        break;
    case REPORT_CSV:
        groups_csv(out, groups, then);
        break;
    }
}
