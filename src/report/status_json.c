/* status_json.c - a board as JSON: duban-status/1. */
#include "duban/lang.h"
#include "report/changes.h"
#include "report/json.h"
#include "report/status.h"

static void add_counts(struct json *json, const struct rollup *rollup)
{
    json_open_object(json, "counts");
    for (enum standing i = 0; i < STANDING_TOTAL; i++)
        json_put_int(json, standing_word(i), rollup->counts[i]);
    json_close(json);
}

void status_rollup_members(struct json *json, const struct rollup *rollup)
{
    json_put_text(json, "standing", standing_word(rollup->worst));
    json_put_bool(json, "veto", rollup->veto);
    json_put_ratio(json, "share", rollup->share);
    json_put_ratio(json, "planned", rollup->planned);
    add_counts(json, rollup);
}

static void add_rollup(struct json *json, const struct rollup *rollup,
                       const struct rollup_change *change)
{
    status_rollup_members(json, rollup);
    if (change)
        changes_put_rollup(json, change);
}

static void add_reason(struct json *json, const struct board *board, size_t t)
{
    struct buf reason = {0};
    lang_reason_english(&reason, &board->plan->targets[t], &board->verdicts[t], board->as_of);
    json_put_text(json, "rule", rule_word(board->verdicts[t].rule));
    json_put_text(json, "reason", buf_text(&reason));
    buf_free(&reason);
}

/* What the plan says of the target. */
static void add_terms(struct json *json, const struct plan *plan, const struct target *target)
{
    const struct item *item = &plan->items[target->item];
    json_put_text(json, "target", target->code);
    json_put_text(json, "code", target->code);
    json_put_int(json, "section", plan->sections[item->section].number);
    json_put_int(json, "item", item->number);
    json_put_names(json, &target->name);
    json_put_text(json, "measure", measure_word(target->measure));
    json_put_text(json, "unit", unit_of_many(target->unit.in[LANG_EN]));
    json_put_amount(json, "goal_min", target->goal_min);
    json_put_amount(json, "goal_max", target->goal_max);
    json_put_amount(json, "baseline", target->baseline);
}

void status_target_members(struct json *json, const struct board *board,
                           const struct report_filter *filter, size_t t)
{
    const struct target *target = &board->plan->targets[t];
    const struct verdict *verdict = &board->verdicts[t];
    add_terms(json, board->plan, target);
    json_put_amount(json, "actual", verdict->actual);
    json_put_ratio(json, "planned_share", verdict->planned_share);
    json_put_ratio(json, "actual_share", verdict->actual_share);
    json_put_ratio(json, "spi", verdict->spi);
    json_put_text(json, "standing", standing_word(verdict->standing));
    add_reason(json, board, t);
    json_put_date(json, "starts", target->starts);
    json_put_date(json, "due", target->due);
    json_put_date(json, "forecast", verdict->forecast);
    json_put_date(json, "last_report", verdict->last_report);
    json_put_int(json, "reporters", verdict->reporters);
    json_put_int(json, "scope_size", (long long)target->scope_size);
    json_put_int(json, "days", verdict->days);
    json_put_bool(json, "veto", target->veto);
    json_put_text(json, "owner", target->owner);
    json_put_text(json, "pace", pace_word(target->pace));
    json_put_date(json, "forecast_earliest", verdict->forecast_earliest);
    json_put_date(json, "forecast_latest", verdict->forecast_latest);
    if (filter->since)
        changes_put_target(json, &filter->since->targets[t]);
}

static void add_target(struct json *json, const struct board *board,
                       const struct report_filter *filter, size_t t)
{
    json_open_object(json, NULL);
    status_target_members(json, board, filter, t);
    json_close(json);
}

static void add_item(struct json *json, const struct board *board,
                     const struct report_filter *filter, size_t i)
{
    json_open_object(json, NULL);
    json_put_int(json, "item", board->plan->items[i].number);
    json_put_names(json, &board->plan->items[i].name);
    add_rollup(json, &board->items[i], filter->since ? &filter->since->items[i] : NULL);
    json_open_array(json, "targets");
    for (size_t t = 0; t < board->plan->target_count; t++) {
        if (board->plan->targets[t].item == (int)i)
            add_target(json, board, filter, t);
    }
    json_close(json);
    json_close(json);
}

static void add_section(struct json *json, const struct board *board,
                        const struct report_filter *filter, size_t s)
{
    json_open_object(json, NULL);
    json_put_int(json, "section", board->plan->sections[s].number);
    json_put_names(json, &board->plan->sections[s].name);
    add_rollup(json, &board->sections[s], filter->since ? &filter->since->sections[s] : NULL);
    json_open_array(json, "items");
    for (size_t i = 0; i < board->plan->item_count; i++) {
        if (board->plan->items[i].section == (int)s && status_shows_item(board, filter, i))
            add_item(json, board, filter, i);
    }
    json_close(json);
    json_close(json);
}

static void open_document(struct json *json, const struct board *board, const char *format)
{
    json_open_object(json, NULL);
    json_put_text(json, "format", format);
    json_put_date(json, "as_of", board->as_of);
}

void status_json(struct buf *out, const struct board *board, const struct report_filter *filter)
{
    struct json json = {.out = out};
    open_document(&json, board, "duban-status/1");
    if (filter->since)
        json_put_date(&json, "compared_with", filter->since->before->as_of);
    json_open_object(&json, "total");
    add_rollup(&json, &board->total, filter->since ? &filter->since->total : NULL);
    json_close(&json);
    json_open_plan(&json, board->plan);
    json_open_array(&json, "sections");
    for (size_t s = 0; s < board->plan->section_count; s++) {
        if (status_shows_section(board, filter, s))
            add_section(&json, board, filter, s);
    }
    json_close(&json);
    json_close(&json);
    json_close(&json);
}
