/* bulletin_targets.c - targets in a bulletin: in need of attention, new, and all of them. */
#include "duban/lang.h"
#include "report/bulletin.h"
#include "report/chart.h"
#include "report/status.h"

enum { CHARTS_MAX = 6 };

/* "4215 / 6590 places" */
static void take_figures(const struct bulletin *bulletin, struct buf *text, size_t t)
{
    const struct target *target = &bulletin->board->plan->targets[t];
    lang_figure(text, target, bulletin->board->verdicts[t].actual);
    buf_puts(text, " / ");
    lang_goal(text, target);
    if (target->unit.in[LANG_EN][0] != '%')
        buf_printf(text, " %s", name_in(&target->unit, bulletin->page->lang));
    bulletin_take(bulletin, text);
}

static void add_names(const struct bulletin *bulletin, size_t t)
{
    const struct target *target = &bulletin->board->plan->targets[t];
    struct page *page = bulletin->page;
    page->format->cell(page, target->code);
    page->format->cell(page, name_in(&target->name, page->lang));
}

static void add_attention_row(const struct bulletin *bulletin, size_t t)
{
    const struct board *board = bulletin->board;
    struct page *page = bulletin->page;
    struct buf text = {0};
    add_names(bulletin, t);
    page->format->standing(page, board->verdicts[t].standing);
    take_figures(bulletin, &text, t);
    lang_days(&text, board->verdicts[t].days);
    bulletin_take(bulletin, &text);
    lang_reason(&text, &board->plan->targets[t], &board->verdicts[t], board->as_of);
    bulletin_take(bulletin, &text);
    buf_free(&text);
}

/* Charts of the first targets that have a goal to draw towards. */
static void add_charts(const struct bulletin *bulletin, const int *targets, size_t count)
{
    struct buf *out = bulletin->page->out;
    size_t drawn = 0;
    chart_key(out);
    buf_puts(out, "<div class=\"charts\">\n");
    for (size_t i = 0; i < count && drawn < CHARTS_MAX; i++) {
        size_t t = (size_t)targets[i];
        if (bulletin->board->plan->targets[t].goal_min == AMOUNT_NONE)
            continue;
        chart_target(out, bulletin->board, t, bulletin->page->lang);
        drawn++;
    }
    buf_puts(out, "</div>\n");
}

void bulletin_attention(const struct bulletin *bulletin)
{
    struct page *page = bulletin->page;
    struct arena arena = {0};
    const int *all;
    size_t all_count = board_attention(bulletin->board, false, &arena, &all), count = 0;
    int *shown = arena_array(&arena, all_count, sizeof(*shown));
    for (size_t i = 0; i < all_count; i++) {
        if (bulletin_shows(bulletin, (size_t)all[i]))
            shown[count++] = all[i];
    }
    const struct page_head heads[] = {
        {COLUMN_CODE, _("No.")},          {COLUMN_NAME, _("target")},
        {COLUMN_STANDING, _("standing")}, {COLUMN_NUMBER, _("actual / goal")},
        {COLUMN_DATE, _("due")},          {COLUMN_TEXT, _("why")}};
    page->format->heading(page, 2, _("What needs attention"));
    if (count == 0) {
        page->format->line(page, PAGE_PLAIN, _("nothing is breached, overdue, lagging or silent"));
    } else {
        if (page->format->draws)
            add_charts(bulletin, shown, count);
        page->format->table_begin(page, heads, COUNT_OF(heads));
        for (size_t i = 0; i < count; i++)
            add_attention_row(bulletin, (size_t)shown[i]);
        page->format->table_end(page);
    }
    arena_free(&arena);
}

/* The day that news are counted from: a reporting period back, or the plan's first day. */
static daynum news_since(const struct board *board)
{
    daynum since = board->as_of - board->plan->thresholds.reporting_days;
    if (since >= board->plan->starts)
        return since;
    return board->plan->starts < board->as_of ? board->plan->starts : board->as_of;
}

/* Targets that have `standing` now and had not on `since`. */
static void add_news(const struct bulletin *bulletin, enum standing standing, const char *title,
                     daynum since)
{
    const struct board *board = bulletin->board;
    struct page *page = bulletin->page;
    const struct page_head heads[] = {{COLUMN_CODE, _("No.")},
                                      {COLUMN_NAME, _("target")},
                                      {COLUMN_NUMBER, _("actual / goal")},
                                      {COLUMN_DATE, _("due")}};
    struct buf text = {0};
    char date[DATE_TEXT_MAX];
    size_t count = 0;
    page->format->heading(page, 3, title);
    for (size_t t = 0; t < board->plan->target_count; t++) {
        const struct target *target = &board->plan->targets[t];
        if (!bulletin_shows(bulletin, t) || board->verdicts[t].standing != standing ||
            standing_judge(target, &board->figures[t], since).standing == standing)
            continue;
        if (count++ == 0)
            page->format->table_begin(page, heads, COUNT_OF(heads));
        add_names(bulletin, t);
        take_figures(bulletin, &text, t);
        page->format->cell(page, date_format(target->due, date));
    }
    if (count > 0)
        page->format->table_end(page);
    else
        page->format->line(page, PAGE_PLAIN, _("none"));
    buf_free(&text);
}

void bulletin_news(const struct bulletin *bulletin)
{
    struct page *page = bulletin->page;
    daynum since = news_since(bulletin->board);
    char date[DATE_TEXT_MAX];
    struct buf text = {0};
    buf_printf(&text, _("New since %s"), date_format(since, date));
    page->format->heading(page, 2, buf_text(&text));
    add_news(bulletin, STANDING_DONE, _("Newly done"), since);
    add_news(bulletin, STANDING_OVERDUE, _("Newly overdue"), since);
    buf_free(&text);
}

static void add_item(const struct bulletin *bulletin, size_t i)
{
    const struct board *board = bulletin->board;
    const struct item *item = &board->plan->items[i];
    struct page *page = bulletin->page;
    struct buf text = {0};
    char date[DATE_TEXT_MAX];
    buf_printf(&text, "%d %s", item->number, name_in(&item->name, page->lang));
    page->format->group(page, buf_text(&text), board->items[i].worst);
    buf_clear(&text);
    for (size_t t = 0; t < board->plan->target_count; t++) {
        if (board->plan->targets[t].item != (int)i)
            continue;
        add_names(bulletin, t);
        page->format->bar(page, board->verdicts[t].actual_share, board->verdicts[t].planned_share);
        take_figures(bulletin, &text, t);
        page->format->cell(page, date_format(board->plan->targets[t].due, date));
        page->format->standing(page, board->verdicts[t].standing);
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
    page->format->heading(page, 2, _("All targets"));
    for (size_t s = 0; s < plan->section_count; s++) {
        if (!status_shows_section(bulletin->board, bulletin->filter, s))
            continue;
        struct buf title = {0};
        buf_printf(&title, "%d %s", plan->sections[s].number,
                   name_in(&plan->sections[s].name, page->lang));
        page->format->heading(page, 3, buf_text(&title));
        buf_free(&title);
        page->format->table_begin(page, heads, COUNT_OF(heads));
        for (size_t i = 0; i < plan->item_count; i++) {
            if (plan->items[i].section == (int)s)
                add_item(bulletin, i);
        }
        page->format->table_end(page);
    }
}
