/* status_csv.c - a board as CSV, a row a target; the columns are the JSON's members. */
#include "duban/lang.h"
#include "report/cells.h"
#include "report/changes.h"
#include "report/status.h"

void status_csv_header(struct buf *out, const struct report_filter *filter)
{
    buf_puts(out, "target,section,item,name,name_zh_CN,name_zh_TW,measure,unit,goal_min,goal_max,"
                  "baseline,actual,planned_share,actual_share,spi,standing,rule,reason,starts,due,"
                  "forecast,last_report,reporters,scope_size,days,veto,owner,pace,"
                  "forecast_earliest,forecast_latest");
    if (filter->since)
        changes_csv_header(out);
    buf_putc(out, '\n');
}

/* What the plan says of the target. */
static void add_terms(struct buf *out, const struct plan *plan, const struct target *target)
{
    const struct item *item = &plan->items[target->item];
    cells_first(out, target->code);
    cells_int(out, plan->sections[item->section].number);
    cells_int(out, item->number);
    cells_names(out, &target->name);
    cells_text(out, measure_word(target->measure));
    cells_text(out, unit_of_many(target->unit.in[LANG_EN]));
    cells_amount(out, target->goal_min);
    cells_amount(out, target->goal_max);
    cells_amount(out, target->baseline);
}

static void add_reason(struct buf *out, const struct board *board, size_t t)
{
    struct buf reason = {0};
    lang_reason_english(&reason, &board->plan->targets[t], &board->verdicts[t], board->as_of);
    cells_text(out, rule_word(board->verdicts[t].rule));
    cells_text(out, buf_text(&reason));
    buf_free(&reason);
}

void status_csv_row(struct buf *out, const struct board *board, const struct report_filter *filter,
                    size_t t)
{
    const struct target *target = &board->plan->targets[t];
    const struct verdict *verdict = &board->verdicts[t];
    add_terms(out, board->plan, target);
    cells_amount(out, verdict->actual);
    cells_ratio(out, verdict->planned_share);
    cells_ratio(out, verdict->actual_share);
    cells_ratio(out, verdict->spi);
    cells_text(out, standing_word(verdict->standing));
    add_reason(out, board, t);
    cells_date(out, target->starts);
    cells_date(out, target->due);
    cells_forecast(out, verdict->forecast);
    cells_date(out, verdict->last_report);
    cells_int(out, verdict->reporters);
    cells_int(out, (long long)target->scope_size);
    cells_int(out, verdict->days);
    cells_int(out, target->veto);
    cells_text(out, target->owner);
    cells_text(out, pace_word(target->pace));
    cells_forecast(out, verdict->forecast_earliest);
    cells_forecast(out, verdict->forecast_latest);
    if (filter->since)
        changes_csv_cells(out, &filter->since->targets[t]);
    cells_end(out);
}
