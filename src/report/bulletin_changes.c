/* bulletin_changes.c - what changed since the date that the bulletin is compared with. */
#include "duban/lang.h"
#include "report/bulletin.h"
#include "report/changes.h"
#include "report/status.h"

static void add_row(const struct bulletin *bulletin, size_t t)
{
    struct page *page = bulletin->page;
    const struct target_change *change = &bulletin->filter->since->targets[t];
    struct buf text = {0};
    bulletin_name_cells(bulletin, t);
    lang_target_change(&text, change);
    page_take(page, &text);
    lang_points(&text, change->share);
    page_take(page, &text);
    page_standing(page, bulletin->board->verdicts[t].standing);
    buf_free(&text);
}

/* Targets that became worse first, then those that became better. */
static void add_rows(const struct bulletin *bulletin)
{
    static const enum trend order[] = {TREND_WORSE, TREND_BETTER};
    for (size_t i = 0; i < COUNT_OF(order); i++) {
        for (size_t t = 0; t < bulletin->board->plan->target_count; t++) {
            if (bulletin->filter->since->targets[t].trend == order[i] &&
                bulletin_shows(bulletin, t))
                add_row(bulletin, t);
        }
    }
}

static void add_section(const struct bulletin *bulletin, size_t s)
{
    struct page *page = bulletin->page;
    const struct section *section = &bulletin->board->plan->sections[s];
    const struct rollup_change *change = &bulletin->filter->since->sections[s];
    const int counts[] = {change->better, change->worse, change->newly_overdue, change->newly_done};
    struct buf text = {0};
    buf_printf(&text, "%d", section->number);
    page_take(page, &text);
    page_cell(page, name_in(&section->name, page->lang));
    changes_standing(&text, change);
    page_take(page, &text);
    lang_points(&text, change->share);
    page_take(page, &text);
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        buf_printf(&text, "%d", counts[i]);
        page_take(page, &text);
    }
    page_standing(page, bulletin->board->sections[s].worst);
    buf_free(&text);
}

/* What changed of each section, where there are several. */
static void add_sections(const struct bulletin *bulletin)
{
    struct page *page = bulletin->page;
    const struct page_head heads[] = {{COLUMN_CODE, _("No.")},
                                      {COLUMN_NAME, _("section")},
                                      {COLUMN_WORD, _("change")},
                                      {COLUMN_NUMBER, _("points")},
                                      {COLUMN_NUMBER, lang_trend(TREND_BETTER)},
                                      {COLUMN_NUMBER, lang_trend(TREND_WORSE)},
                                      {COLUMN_NUMBER, _("newly overdue")},
                                      {COLUMN_NUMBER, _("newly done")},
                                      {COLUMN_STANDING, _("standing")}};
    if (bulletin_sections(bulletin) < 2)
        return;
    page_table(page, heads, COUNT_OF(heads));
    for (size_t s = 0; s < bulletin->board->plan->section_count; s++) {
        if (status_shows_section(bulletin->board, bulletin->filter, s))
            add_section(bulletin, s);
    }
    page_table_end(page, NULL);
}

void bulletin_changes(const struct bulletin *bulletin)
{
    struct page *page = bulletin->page;
    const struct comparison *since = bulletin->filter->since;
    const struct page_head heads[] = {{COLUMN_CODE, _("No.")},
                                      {COLUMN_NAME, _("target")},
                                      {COLUMN_TEXT, _("change")},
                                      {COLUMN_NUMBER, _("points")},
                                      {COLUMN_STANDING, _("standing")}};
    struct buf text = {0};
    char date[DATE_TEXT_MAX];
    buf_printf(&text, _("What changed since %s"), date_format(since->before->as_of, date));
    page_heading(page, 2, buf_text(&text));
    buf_clear(&text);
    changes_line(&text, &since->total);
    page_line(page, PAGE_PLAIN, buf_text(&text));
    add_sections(bulletin);
    page_table(page, heads, COUNT_OF(heads));
    add_rows(bulletin);
    page_table_end(page, NULL);
    buf_free(&text);
}
