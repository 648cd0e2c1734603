#include "report/cells.h"
#include "report/status.h"

void status_csv_header(struct buf *out)
{
    buf_puts(out, "target,section,item,name,name_zh_CN,name_zh_TW,measure,unit,goal_min,goal_max,"
                  "baseline,actual,planned_share,actual_share,spi,standing,reason,pace,starts,due,"
                  "days_left,forecast,last_report,reporters,in_scope,veto,owner\n");
}

static void add_terms(struct buf *out, const struct target *target)
{
    cells_names(out, &target->name);
    cells_text(out, measure_word(target->measure));
    cells_text(out, target->unit.in[LANG_EN]);
    cells_amount(out, target->goal_min);
    cells_amount(out, target->goal_max);
    cells_amount(out, target->baseline);
}

static void add_verdict(struct buf *out, const struct verdict *verdict)
{
    cells_amount(out, verdict->actual);
    cells_ratio(out, verdict->planned_share);
    cells_ratio(out, verdict->actual_share);
    cells_ratio(out, verdict->spi);
    cells_text(out, standing_word(verdict->standing));
    cells_text(out, rule_word(verdict->rule));
}

void status_csv_row(struct buf *out, const struct board *board, size_t t)
{
    const struct plan *plan = board->plan;
    const struct target *target = &plan->targets[t];
    const struct verdict *verdict = &board->verdicts[t];
    const struct item *item = &plan->items[target->item];
    cells_first(out, target->code);
    cells_int(out, plan->sections[item->section].number);
    cells_int(out, item->number);
    add_terms(out, target);
    add_verdict(out, verdict);
    cells_text(out, pace_word(target->pace));
    cells_date(out, target->starts);
    cells_date(out, target->due);
    cells_int(out, verdict->days);
    cells_forecast(out, verdict->forecast);
    cells_date(out, verdict->last_report);
    cells_int(out, verdict->reporters);
    cells_int(out, (long long)target->scope_size);
    cells_int(out, target->veto);
    cells_text(out, target->owner);
    cells_end(out);
}
