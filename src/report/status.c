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

bool status_is_narrow(const struct report_filter *filter)
{
    return filter->owner || filter->town || filter->school;
}

bool report_shows_school(const struct plan *plan, const struct report_filter *filter, int school)
{
    const struct school *row = &plan->schools[school];
    if (filter->school && filter->school != row)
        return false;
    return !filter->town || (row->town >= 0 && &plan->towns[row->town] == filter->town);
}

bool status_shows_problem(const struct board *board, const struct report_filter *filter,
                          const struct problem *problem)
{
    bool whole = filter->section == 0 && filter->item == 0;
    if (problem->school >= 0 && !report_shows_school(board->plan, filter, problem->school))
        return false;
    if (filter->owner && sv_eq(sv_from(filter->owner), sv_from(problem->owner)))
        return whole;
    if (problem->target >= 0)
        return status_shows_target(board, filter, (size_t)problem->target);
    return whole && !filter->owner;
}

bool report_shows_care(const struct board *board, const struct report_filter *filter,
                       const struct care *care)
{
    return care->problem ? status_shows_problem(board, filter, care->problem)
                         : status_shows_target(board, filter, (size_t)care->target);
}

const bool *report_shown_targets(const struct board *board, const struct report_filter *filter,
                                 struct arena *arena)
{
    size_t count = board->plan->target_count;
    bool *shown = arena_array(arena, count, sizeof(*shown));
    for (size_t t = 0; t < count; t++)
        shown[t] = status_shows_target(board, filter, t);
    return shown;
}

bool status_shows_item(const struct board *board, const struct report_filter *filter, size_t item)
{
    if (!status_is_narrow(filter))
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
    if (!status_is_narrow(filter) && filter->item == 0)
        return filter->section == 0 || board->plan->sections[section].number == filter->section;
    for (size_t i = 0; i < board->plan->item_count; i++) {
        if (board->plan->items[i].section == (int)section && status_shows_item(board, filter, i))
            return true;
    }
    return false;
}

static struct board narrow(const struct board *board, const bool *shown, struct arena *arena)
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
        if (shown[t])
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

const struct narrowed *status_narrow(const struct board *board, const struct report_filter *filter,
                                     struct arena *arena)
{
    struct narrowed *left = arena_array(arena, 1, sizeof(*left));
    const bool *shown = report_shown_targets(board, filter, arena);
    left->board = narrow(board, shown, arena);
    left->filter = *filter;
    if (!filter->since)
        return left;
    left->before = narrow(filter->since->before, shown, arena);
    left->since = compare_boards(&left->before, &left->board, shown, arena);
    left->filter.since = &left->since;
    return left;
}

static void status_of(struct buf *out, const struct board *board, enum report_format format,
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

void report_status(struct buf *out, const struct board *board, enum report_format format,
                   const struct report_filter *filter)
{
    struct arena arena = {0};
    const struct narrowed *left =
        status_is_narrow(filter) ? status_narrow(board, filter, &arena) : NULL;
    status_of(out, left ? &left->board : board, format, left ? &left->filter : filter);
    arena_free(&arena);
}
