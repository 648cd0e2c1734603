#include "report/page.h"

void page_begin(struct page *page, const char *title)
{
    page->format->begin(page, title);
    page_heading(page, 1, title);
}

void page_end(struct page *page)
{
    page->format->end(page);
}

void page_heading(struct page *page, int level, const char *text)
{
    page->format->heading(page, level, text);
}

void page_line(struct page *page, enum page_tone tone, const char *text)
{
    page->format->line(page, tone, text);
}

void page_counts(struct page *page, const struct rollup *rollup)
{
    page->format->counts_begin(page);
    for (enum standing i = 0; i < STANDING_TOTAL; i++)
        page->format->count(page, i, rollup->counts[i]);
    page->format->counts_end(page);
}

void page_table(struct page *page, const struct page_head *heads, size_t count)
{
    page->heads = heads;
    page->head_count = count;
    page->filled = 0;
    page->begun = false;
}

void page_table_end(struct page *page, const char *otherwise)
{
    if (page->begun)
        page->format->table_end(page);
    else if (otherwise)
        page_line(page, PAGE_PLAIN, otherwise);
}

static void begin_row(struct page *page)
{
    if (!page->begun)
        page->format->table_begin(page);
    page->begun = true;
}

void page_group(struct page *page, const char *text, enum standing worst)
{
    begin_row(page);
    page->format->group(page, text, worst);
}

static void cell_begin(struct page *page)
{
    begin_row(page);
    page->format->cell_begin(page);
}

static void cell_end(struct page *page)
{
    bool last = page->filled + 1 == page->head_count;
    page->format->cell_end(page, last);
    page->filled = last ? 0 : page->filled + 1;
}

void page_cell(struct page *page, const char *text)
{
    cell_begin(page);
    page->format->text(page, text);
    cell_end(page);
}

void page_take(struct page *page, struct buf *text)
{
    page_cell(page, buf_text(text));
    buf_clear(text);
}

void page_date(struct page *page, daynum day)
{
    char date[DATE_TEXT_MAX];
    page_cell(page, day == DAY_NONE ? "-" : date_format(day, date));
}

void page_bar(struct page *page, double share, double planned)
{
    cell_begin(page);
    page->format->bar(page, share, planned);
    cell_end(page);
}

void page_standing(struct page *page, enum standing standing)
{
    cell_begin(page);
    page->format->standing(page, standing);
    cell_end(page);
}
