/* status.c - which format a report is asked for, and the parts of a plan that it shows. */
#include "report/status.h"

bool report_format_parse(struct sv word, enum report_format *out)
{
    static const char *const words[] = {
        [REPORT_TEXT] = "text", [REPORT_JSON] = "json", [REPORT_CSV] = "csv"};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (sv_eq(sv_from(words[i]), word)) {
            *out = (enum report_format)i;
            return true;
        }
    }
    return false;
}

/* Is a school of the town in the target's scope? */
static bool concerns_town(const struct plan *plan, const struct target *target,
                          const struct town *town)
{
    const int *schools;
    size_t count = plan_scope_schools(plan, target, &schools);
    for (size_t i = 0; i < count; i++) {
        int at = plan->schools[schools[i]].town;
        if (at >= 0 && &plan->towns[at] == town)
            return true;
    }
    return false;
}

/* By number alone, whatever targets it has. */
static bool numbered(const struct board *board, const struct report_filter *filter,
                     const struct item *item)
{
    return (filter->item == 0 || item->number == filter->item) &&
           (filter->section == 0 || board->plan->sections[item->section].number == filter->section);
}

bool status_shows_target(const struct board *board, const struct report_filter *filter, size_t t)
{
    const struct plan *plan = board->plan;
    const struct target *target = &plan->targets[t];
    if (!numbered(board, filter, &plan->items[target->item]) ||
        (filter->owner && !sv_eq(sv_from(filter->owner), sv_from(target->owner))))
        return false;
    if (filter->town && !concerns_town(plan, target, filter->town))
        return false;
    return !filter->school || plan_in_scope(plan, target, (int)(filter->school - plan->schools));
}

static bool narrow(const struct report_filter *filter)
{
    return filter->owner || filter->town || filter->school;
}

bool status_shows_item(const struct board *board, const struct report_filter *filter, size_t item)
{
    if (!narrow(filter))
        return numbered(board, filter, &board->plan->items[item]);
    for (size_t t = 0; t < board->plan->target_count; t++) {
        if (board->plan->targets[t].item == (int)item && status_shows_target(board, filter, t))
            return true;
    }
    return false;
}

bool status_shows_section(const struct board *board, const struct report_filter *filter,
                          size_t section)
{
    if (!narrow(filter) && filter->item == 0)
        return filter->section == 0 || board->plan->sections[section].number == filter->section;
    for (size_t i = 0; i < board->plan->item_count; i++) {
        if (board->plan->items[i].section == (int)section && status_shows_item(board, filter, i))
            return true;
    }
    return false;
}

struct board status_narrow(const struct board *board, const struct report_filter *filter,
                           struct arena *arena)
{
    const struct plan *plan = board->plan;
    struct rollup *items = arena_array(arena, plan->item_count, sizeof(*items));
    struct rollup *sections = arena_array(arena, plan->section_count, sizeof(*sections));
    struct board narrowed = *board;
    narrowed.total = rollup_start();
    for (size_t i = 0; i < plan->item_count; i++)
        items[i] = rollup_start();
    for (size_t s = 0; s < plan->section_count; s++)
        sections[s] = rollup_start();
    for (size_t t = 0; t < plan->target_count; t++) {
        if (status_shows_target(board, filter, t))
            rollup_add(&items[plan->targets[t].item], &plan->targets[t], &board->verdicts[t]);
    }
    for (size_t i = 0; i < plan->item_count; i++)
        rollup_merge(&sections[plan->items[i].section], &items[i]);
    for (size_t s = 0; s < plan->section_count; s++)
        rollup_merge(&narrowed.total, &sections[s]);
    narrowed.items = items;
    narrowed.sections = sections;
    return narrowed;
}

void report_status(struct buf *out, const struct board *board, enum report_format format,
                   const struct report_filter *filter)
{
    switch (format) {
    case REPORT_TEXT:
        status_text(out, board, filter);
        break;
    case REPORT_JSON:
        status_json(out, board, filter);
        break;
    case REPORT_CSV:
        status_csv_header(out, filter);
        for (size_t t = 0; t < board->plan->target_count; t++) {
            if (status_shows_target(board, filter, t))
                status_csv_row(out, board, filter, t);
        }
        break;
    }
}
