/* bulletin_targets.c - targets in a bulletin: new ones, and all of them. */
#include "duban/lang.h"
#include "report/bulletin.h"
#include "report/status.h"

/* "4215 / 6590 places" */
static void take_figures(const struct bulletin *bulletin, struct buf *text, size_t t)
{
    const struct target *target = &bulletin->board->plan->targets[t];
    lang_figure(text, target, bulletin->board->verdicts[t].actual);
    buf_puts(text, " / ");
    lang_goal(text, target);
    if (!lang_is_percent(target)) {
        buf_putc(text, ' ');
        lang_goal_unit(text, target, bulletin->page->lang);
    }
    page_take(bulletin->page, text);
}

daynum bulletin_since(const struct bulletin *bulletin)
{
    const struct board *board = bulletin->board;
    if (bulletin->filter->since)
        return bulletin->filter->since->before->as_of;
    daynum since = board->as_of - board->plan->thresholds.reporting_days;
    if (since >= board->plan->starts)
        return since;
    return board->plan->starts < board->as_of ? board->plan->starts : board->as_of;
}

/* Rows of the targets that have `standing` now and had not on `since`. */
static void add_news(const struct bulletin *bulletin, enum standing standing, daynum since)
{
    const struct board *board = bulletin->board;
    struct page *page = bulletin->page;
    struct buf text = {0};
    for (size_t t = 0; t < board->plan->target_count; t++) {
        const struct target *target = &board->plan->targets[t];
        if (!bulletin_shows(bulletin, t) || board->verdicts[t].standing != standing ||
            standing_judge(target, &board->figures[t], since).standing == standing)
            continue;
        bulletin_name_cells(bulletin, t);
        take_figures(bulletin, &text, t);
        page_date(page, target->due);
        page_standing(page, standing);
    }
    buf_free(&text);
}

void bulletin_news(const struct bulletin *bulletin)
{
    struct page *page = bulletin->page;
    const struct page_head heads[] = {{COLUMN_CODE, _("No.")},
                                      {COLUMN_NAME, _("target")},
                                      {COLUMN_NUMBER, _("actual / goal")},
                                      {COLUMN_DATE, _("due")},
                                      {COLUMN_STANDING, _("standing")}};
    daynum since = bulletin_since(bulletin);
    char date[DATE_TEXT_MAX];
    struct buf text = {0};
    buf_printf(&text, _("Newly overdue or done since %s"), date_format(since, date));
    page_heading(page, 2, buf_text(&text));
    page_table(page, heads, COUNT_OF(heads));
    add_news(bulletin, STANDING_OVERDUE, since);
    add_news(bulletin, STANDING_DONE, since);
    page_table_end(page, _("none"));
    buf_free(&text);
}

static void add_item(const struct bulletin *bulletin, size_t i)
{
    const struct board *board = bulletin->board;
    const struct item *item = &board->plan->items[i];
    struct page *page = bulletin->page;
    struct buf text = {0};
    buf_printf(&text, "%d %s", item->number, name_in(&item->name, page->lang));
    page_group(page, buf_text(&text), board->items[i].worst);
    buf_clear(&text);
    for (size_t t = 0; t < board->plan->target_count; t++) {
        if (board->plan->targets[t].item != (int)i || !bulletin_shows(bulletin, t))
            continue;
        bulletin_name_cells(bulletin, t);
        page_bar(page, board->verdicts[t].actual_share, board->verdicts[t].planned_share);
        take_figures(bulletin, &text, t);
        page_date(page, board->plan->targets[t].due);
        page_standing(page, board->verdicts[t].standing);
    }
    buf_free(&text);
}

void bulletin_targets(const struct bulletin *bulletin)
{
    const struct plan *plan = bulletin->board->plan;
    struct page *page = bulletin->page;
    const struct page_head heads[] = {
        {COLUMN_CODE, _("No.")},    {COLUMN_NAME, _("target")},
        {COLUMN_BAR, _("reached")}, {COLUMN_NUMBER, _("actual / goal")},
        {COLUMN_DATE, _("due")},    {COLUMN_STANDING, _("standing")}};
    page_heading(page, 2, _("All targets"));
    for (size_t s = 0; s < plan->section_count; s++) {
        if (!status_shows_section(bulletin->board, bulletin->filter, s))
            continue;
        struct buf title = {0};
        buf_printf(&title, "%d %s", plan->sections[s].number,
                   name_in(&plan->sections[s].name, page->lang));
        page_heading(page, 3, buf_text(&title));
        buf_free(&title);
        page_table(page, heads, COUNT_OF(heads));
        for (size_t i = 0; i < plan->item_count; i++) {
            if (plan->items[i].section == (int)s &&
                status_shows_item(bulletin->board, bulletin->filter, i))
                add_item(bulletin, i);
        }
        page_table_end(page, NULL);
    }
}
