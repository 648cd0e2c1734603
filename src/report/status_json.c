#include "report/json.h"
#include "report/status.h"

static void add_rollup(json_t *object, const struct rollup *rollup)
{
    json_add(object, "standing", json_text(standing_word(rollup->worst)));
    json_add(object, "veto", json_boolean(rollup->veto));
    json_add(object, "actual_share", json_ratio(rollup->share));
    json_add(object, "planned_share", json_ratio(rollup->planned));
    json_add(object, "counts", json_counts(rollup));
}

static void add_terms(json_t *object, const struct target *target)
{
    json_add(object, "measure", json_text(measure_word(target->measure)));
    json_add(object, "unit", json_text(target->unit.in[LANG_EN]));
    json_add(object, "goal_min", json_amount(target->goal_min));
    json_add(object, "goal_max", json_amount(target->goal_max));
    json_add(object, "baseline", json_amount(target->baseline));
    json_add(object, "pace", json_text(pace_word(target->pace)));
    json_add(object, "starts", json_date(target->starts));
    json_add(object, "due", json_date(target->due));
    json_add(object, "veto", json_boolean(target->veto));
    json_add(object, "owner", json_text(target->owner));
}

static void add_verdict(json_t *object, const struct target *target, const struct verdict *verdict)
{
    json_add(object, "actual", json_amount(verdict->actual));
    json_add(object, "planned_share", json_ratio(verdict->planned_share));
    json_add(object, "actual_share", json_ratio(verdict->actual_share));
    json_add(object, "spi", json_ratio(verdict->spi));
    json_add(object, "standing", json_text(standing_word(verdict->standing)));
    json_add(object, "reason", json_text(rule_word(verdict->rule)));
    json_add(object, "days_left", json_integer(verdict->days));
    json_add(object, "forecast", json_date(verdict->forecast));
    json_add(object, "last_report", json_date(verdict->last_report));
    json_add(object, "reporters", json_integer(verdict->reporters));
    json_add(object, "in_scope", json_integer((json_int_t)target->scope_size));
}

static json_t *target_json(const struct board *board, size_t t)
{
    const struct target *target = &board->plan->targets[t];
    json_t *object = json_new();
    json_add(object, "code", json_text(target->code));
    json_names(object, &target->name);
    add_terms(object, target);
    add_verdict(object, target, &board->verdicts[t]);
    return object;
}

static json_t *item_json(const struct board *board, size_t i)
{
    const struct item *item = &board->plan->items[i];
    json_t *object = json_new();
    json_add(object, "item", json_integer(item->number));
    json_names(object, &item->name);
    add_rollup(object, &board->items[i]);
    json_t *targets = json_array();
    for (size_t t = 0; t < board->plan->target_count; t++) {
        if (board->plan->targets[t].item == (int)i)
            json_push(targets, target_json(board, t));
    }
    json_add(object, "targets", targets);
    return object;
}

static json_t *section_json(const struct board *board, const struct report_filter *filter, size_t s)
{
    const struct section *section = &board->plan->sections[s];
    json_t *object = json_new();
    json_add(object, "section", json_integer(section->number));
    json_names(object, &section->name);
    add_rollup(object, &board->sections[s]);
    json_t *items = json_array();
    for (size_t i = 0; i < board->plan->item_count; i++) {
        if (board->plan->items[i].section == (int)s && status_shows_item(board, filter, i))
            json_push(items, item_json(board, i));
    }
    json_add(object, "items", items);
    return object;
}

static json_t *plan_json(const struct plan *plan)
{
    json_t *object = json_new();
    json_add(object, "code", json_text(plan->code));
    json_names(object, &plan->name);
    json_add(object, "starts", json_date(plan->starts));
    json_add(object, "ends", json_date(plan->ends));
    json_add(object, "sample", json_boolean(plan->sample));
    return object;
}

static json_t *document(const struct board *board, const char *format)
{
    json_t *object = json_new();
    json_add(object, "format", json_text(format));
    json_add(object, "as_of", json_date(board->as_of));
    json_add(object, "plan", plan_json(board->plan));
    return object;
}

void status_json(struct buf *out, const struct board *board, const struct report_filter *filter)
{
    json_t *object = document(board, "duban-status/1");
    json_t *sections = json_array();
    for (size_t s = 0; s < board->plan->section_count; s++) {
        if (status_shows_section(board, filter, s))
            json_push(sections, section_json(board, filter, s));
    }
    json_t *total = json_new();
    add_rollup(total, &board->total);
    json_add(object, "total", total);
    json_t *plan = json_object_get(object, "plan");
    json_add(plan, "sections", sections);
    json_print(object, out);
}

void attention_json(struct buf *out, const struct board *board, const int *targets, size_t count)
{
    json_t *object = document(board, "duban-attention/1");
    json_t *list = json_array();
    for (size_t i = 0; i < count; i++)
        json_push(list, target_json(board, (size_t)targets[i]));
    json_add(object, "targets", list);
    json_print(object, out);
}
