/* page.h - a bulletin's parts, said once; HTML and Markdown each write them their own way.
 *
 * Texts are handed over raw: the format cleans and escapes every one of them. Tables fill cell by
 * cell from left to right, a row after the other.
 *
 * Ownership: a page borrows the buffer that it writes to; nothing is kept of what it is given.
 *
 * Example:
 *     struct page page = {.format = &page_html, .out = out, .lang = lang};
 *     page.format->begin(&page, title);
 *     page.format->heading(&page, 2, _("Sections"));
 *     page.format->end(&page);
 */
#ifndef REPORT_PAGE_H
#define REPORT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "duban/buf.h"
#include "duban/i18n.h"
#include "duban/standing.h"

enum page_tone { PAGE_PLAIN, PAGE_LEAD, PAGE_NOTICE, PAGE_SMALL };

/* What a column holds; it decides on alignment and width. */
enum page_column {
    COLUMN_CODE,
    COLUMN_NAME, /* what the row is about; each table has one */
    COLUMN_BAR,
    COLUMN_NUMBER,
    COLUMN_DATE,
    COLUMN_STANDING,
    COLUMN_WORD, /* short, never broken */
    COLUMN_TEXT  /* sentences */
};

struct page_head {
    enum page_column column;
    const char *text;
};

struct page_format;

struct page {
    const struct page_format *format;
    struct buf *out;
    enum lang lang;
    const struct page_head *heads; /* of the table that is open */
    size_t head_count;
    size_t filled; /* cells in the row that is open */
};

/* Begins a table, and ends a cell: true when it was the last of its row. */
void page_table(struct page *page, const struct page_head *heads, size_t count) NONNULL;
bool page_cell_done(struct page *page) NONNULL;

struct page_format {
    bool draws; /* does it take SVG between its parts? */
    void (*begin)(struct page *page, const char *title);
    void (*end)(struct page *page);
    void (*heading)(struct page *page, int level, const char *text);
    void (*line)(struct page *page, enum page_tone tone, const char *text);

    /* How many targets have which standing. */
    void (*counts)(struct page *page, const struct rollup *rollup);

    void (*table_begin)(struct page *page, const struct page_head *heads, size_t count);
    void (*table_end)(struct page *page);
    /* A row over all columns that says what the next ones belong to. */
    void (*group)(struct page *page, const char *text, enum standing worst);
    void (*cell)(struct page *page, const char *text);
    void (*bar)(struct page *page, double share, double planned);
    void (*standing)(struct page *page, enum standing standing);
};

extern const struct page_format page_html;
extern const struct page_format page_markdown;

#endif
