#include "report/changes.h"

#include "duban/lang.h"
#include "report/cells.h"
#include "report/heading.h"
#include "report/status.h"
#include "report/table.h"

void changes_put_target(struct json *json, const struct target_change *change)
{
    json_open_object(json, "change");
    json_put_text(json, "before", standing_word(change->before));
    json_put_text(json, "trend", trend_word(change->trend));
    json_put_bool(json, "newly_overdue", change->newly_overdue);
    json_put_bool(json, "newly_done", change->newly_done);
    json_put_ratio(json, "share", change->share);
    json_put_amount(json, "actual_before", change->actual_before);
    json_close(json);
}

void changes_put_rollup(struct json *json, const struct rollup_change *change)
{
    json_open_object(json, "change");
    json_put_text(json, "before", standing_word(change->before));
    json_put_text(json, "trend", trend_word(change->trend));
    json_put_int(json, "better", change->better);
    json_put_int(json, "worse", change->worse);
    json_put_int(json, "newly_overdue", change->newly_overdue);
    json_put_int(json, "newly_done", change->newly_done);
    json_put_ratio(json, "share", change->share);
    json_close(json);
}

void changes_csv_header(struct buf *out)
{
    buf_puts(out, ",before,trend,newly_overdue,newly_done,share_change,actual_before");
}

void changes_csv_cells(struct buf *out, const struct target_change *change)
{
    cells_text(out, standing_word(change->before));
    cells_text(out, trend_word(change->trend));
    cells_int(out, change->newly_overdue);
    cells_int(out, change->newly_done);
    cells_ratio(out, change->share);
    cells_amount(out, change->actual_before);
}

void changes_standing(struct buf *out, const struct rollup_change *change)
{
    const struct target_change standing = {.before = change->before, .trend = change->trend};
    lang_target_change(out, &standing);
}

void changes_line(struct buf *out, const struct rollup_change *change)
{
    struct buf points = {0};
    lang_points(&points, change->share);
    buf_printf(out, _("%s points"), buf_text(&points));
    buf_free(&points);
    const struct {
        const char *name;
        int count;
    } parts[] = {
        {lang_trend(TREND_BETTER), change->better},
        {lang_trend(TREND_WORSE), change->worse},
        {_("newly overdue"), change->newly_overdue},
        {_("newly done"), change->newly_done},
    };
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (parts[i].count == 0)
            continue;
        buf_puts(out, _("; "));
        buf_printf(out, _("%s: %d"), parts[i].name, parts[i].count);
    }
}

static void add_target(struct table *table, const struct board *board,
                       const struct report_filter *filter, size_t t)
{
    const struct target *target = &board->plan->targets[t];
    const struct target_change *change = &filter->since->targets[t];
    char mark[2] = {trend_mark(change->trend), '\0'};
    struct buf text = {0};
    table_cell(table, mark);
    table_cell(table, target->code);
    lang_target_change(&text, change);
    table_take(table, &text);
    lang_points(&text, change->share);
    table_take(table, &text);
    table_cell(table, name_in(&target->name, filter->lang));
    buf_free(&text);
}

void changes_text(struct buf *out, const struct board *board, const struct report_filter *filter)
{
    static const enum trend order[] = {TREND_WORSE, TREND_BETTER};
    char date[DATE_TEXT_MAX];
    struct table table = {
        .align = "lllrf", .columns = heading_columns(filter), .colour = filter->colour};
    const char *const heads[] = {"", _("target"), _("change"), _("points"), _("name")};
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        table_cell(&table, heads[i]);
    for (size_t i = 0; i < COUNT_OF(order); i++) {
        for (size_t t = 0; t < board->plan->target_count; t++) {
            if (filter->since->targets[t].trend == order[i] &&
                status_shows_target(board, filter, t))
                add_target(&table, board, filter, t);
        }
    }
    buf_putc(out, '\n');
    buf_printf(out, _("What changed since %s"), date_format(filter->since->before->as_of, date));
    buf_putc(out, '\n');
    table_print(&table, out);
}
