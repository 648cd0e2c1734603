/* page.h - a bulletin's parts, said once; HTML and Markdown each write them their own way.
 *
 * Texts are handed over raw: the format cleans and escapes every one of them. Tables fill cell by
 * cell from left to right, a row after the other; one that gets no cell is not written at all.
 *
 * Ownership: a page borrows the buffer that it writes to, and the heads of the table that is open.
 *
 * Example:
 *     struct page page = {.format = &page_html, .out = out, .lang = lang};
 *     page_begin(&page, title);
 *     page_heading(&page, 2, _("Sections"));
 *     page_table(&page, heads, COUNT_OF(heads));
 *     page_cell(&page, "1"); page_cell(&page, name);
 *     page_table_end(&page, _("none"));
 *     page_end(&page);
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
    bool begun;    /* has the table that is open a row? */
};

/* The file, with its title, which is also its first heading. */
void page_begin(struct page *page, const char *title) NONNULL;
void page_end(struct page *page) NONNULL;

void page_heading(struct page *page, int level, const char *text) NONNULL;
void page_line(struct page *page, enum page_tone tone, const char *text) NONNULL;

/* How many targets have which standing. */
void page_counts(struct page *page, const struct rollup *rollup) NONNULL;

/* A table, and its end: when there was no cell, only the line `otherwise`, or nothing for NULL. */
void page_table(struct page *page, const struct page_head *heads, size_t count) NONNULL;
void page_table_end(struct page *page, const char *otherwise);

/* A row over all columns that says what the next ones belong to. */
void page_group(struct page *page, const char *text, enum standing worst) NONNULL;

/* The next cell: a text, the text in a buffer, which is emptied, a share, a standing. */
void page_cell(struct page *page, const char *text) NONNULL;
void page_take(struct page *page, struct buf *text) NONNULL;
void page_date(struct page *page, daynum day) NONNULL; /* DAY_NONE: "-" */
void page_bar(struct page *page, double share, double planned) NONNULL;
void page_standing(struct page *page, enum standing standing) NONNULL;

/* What a format has to know how to write. */
struct page_format {
    bool draws; /* does it take SVG between its parts? */
    void (*begin)(struct page *page, const char *title);
    void (*end)(struct page *page);
    void (*heading)(struct page *page, int level, const char *text);
    void (*line)(struct page *page, enum page_tone tone, const char *text);

    void (*counts_begin)(struct page *page);
    void (*count)(struct page *page, enum standing standing, int count);
    void (*counts_end)(struct page *page);

    void (*table_begin)(struct page *page);
    void (*table_end)(struct page *page);
    void (*group)(struct page *page, const char *text, enum standing worst);
    void (*cell_begin)(struct page *page);
    void (*cell_end)(struct page *page, bool last); /* last: of its row */

    /* In a cell. */
    void (*text)(struct page *page, const char *text);
    void (*bar)(struct page *page, double share, double planned);
    void (*standing)(struct page *page, enum standing standing);
};

extern const struct page_format page_html;
extern const struct page_format page_markdown;

#endif
