/* groups.c - the plan rolled up by section, item, owner, town, kind or school. */
#include "duban/lang.h"
#include "report/cells.h"
#include "report/heading.h"
#include "report/json.h"
#include "report/status.h"
#include "report/table.h"

static void groups_json(struct buf *out, const struct board *board, const struct groups *groups)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-groups/1");
    json_put_date(&json, "as_of", board->as_of);
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
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}

static void groups_csv(struct buf *out, const struct groups *groups)
{
    buf_puts(out, "code,name,name_zh_CN,name_zh_TW,total,standing,veto,share,planned");
    for (enum standing s = 0; s < STANDING_TOTAL; s++)
        buf_printf(out, ",%s", standing_word(s));
    buf_putc(out, '\n');
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
        cells_end(out);
    }
}

static void groups_text(struct buf *out, const struct board *board, const struct groups *groups,
                        const struct report_filter *filter)
{
    struct table table = status_rollup_table(filter, _(group_name(groups->by)));
    heading_add(out, board->plan, board->as_of, filter);
    for (size_t i = 0; i < groups->count; i++) {
        const struct group *group = &groups->rows[i];
        bool owner = groups->by == GROUP_OWNER;
        const char *name = name_in(&group->name, filter->lang);
        status_rollup_row(&table, owner ? "" : group->code, name[0] != '\0' ? name : "-",
                          &group->rollup, NULL);
    }
    buf_putc(out, '\n');
    table_print(&table, out);
}

void report_groups(struct buf *out, const struct board *board, const struct groups *groups,
                   enum report_format format, const struct report_filter *filter)
{
    switch (format) {
    case REPORT_TEXT:
        groups_text(out, board, groups, filter);
        break;
    case REPORT_JSON:
        groups_json(out, board, groups);
        break;
    case REPORT_CSV:
        groups_csv(out, groups);
        break;
    }
}
