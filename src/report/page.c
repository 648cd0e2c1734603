#include "report/page.h"

void page_table(struct page *page, const struct page_head *heads, size_t count)
{
    page->heads = heads;
    page->head_count = count;
    page->filled = 0;
}

bool page_cell_done(struct page *page)
{
    page->filled = (page->filled + 1) % page->head_count;
    return page->filled == 0;
}
