/* page_markdown.c - a page as Markdown with tables, as forges and chats show it. */
#include <string.h>

#include "duban/lang.h"
#include "duban/text.h"
#include "report/page.h"
#include "report/phrase.h"

/* Adds a text cleaned, with everything that Markdown or HTML would read as markup escaped. */
static void add_text(struct buf *out, const char *text)
{
    struct buf clean = {0};
    text_clean(&clean, sv_from(text));
    for (size_t i = 0; i < clean.len; i++) {
        if (strchr("\\`*_[]<>|#~&", clean.data[i]))
            buf_putc(out, '\\');
        buf_putc(out, clean.data[i]);
    }
    buf_free(&clean);
}

static void heading(struct page *page, int level, const char *text)
{
    buf_fill(page->out, '#', level);
    buf_putc(page->out, ' ');
    add_text(page->out, text);
    buf_puts(page->out, "\n\n");
}

/* The title of the file; its first heading says the same. */
static void begin(struct page *page, const char *title)
{
    (void)page;
    (void)title;
}

static void end(struct page *page)
{
    (void)page;
}

static void line(struct page *page, enum page_tone tone, const char *text)
{
    if (tone == PAGE_NOTICE)
        buf_puts(page->out, "> **");
    add_text(page->out, text);
    buf_puts(page->out, tone == PAGE_NOTICE ? "**\n\n" : "\n\n");
}

static void add_standing(struct buf *out, enum standing standing)
{
    buf_printf(out, "`%c` ", standing_mark(standing));
    add_text(out, lang_standing(standing));
}

static void counts(struct page *page, const struct rollup *rollup)
{
    for (enum standing i = 0; i < STANDING_TOTAL; i++) {
        buf_printf(page->out, "- %d ", rollup->counts[i]);
        add_standing(page->out, i);
        buf_putc(page->out, '\n');
    }
    buf_putc(page->out, '\n');
}

static void table_begin(struct page *page, const struct page_head *heads, size_t count)
{
    page_table(page, heads, count);
    for (size_t i = 0; i < count; i++) {
        buf_puts(page->out, "| ");
        add_text(page->out, heads[i].text);
        buf_putc(page->out, ' ');
    }
    buf_puts(page->out, "|\n");
    for (size_t i = 0; i < count; i++)
        buf_puts(page->out, heads[i].column == COLUMN_NUMBER ? "| ---: " : "| --- ");
    buf_puts(page->out, "|\n");
}

static void table_end(struct page *page)
{
    buf_putc(page->out, '\n');
}

static void cell_begin(struct page *page)
{
    buf_puts(page->out, "| ");
}

static void cell_end(struct page *page)
{
    buf_puts(page->out, page_cell_done(page) ? " |\n" : " ");
}

static void cell(struct page *page, const char *text)
{
    cell_begin(page);
    add_text(page->out, text);
    cell_end(page);
}

/* Markdown has no cell over several columns: the text goes under the names. */
static void group(struct page *page, const char *text, enum standing worst)
{
    for (size_t i = 0; i < page->head_count; i++) {
        cell_begin(page);
        if (page->heads[i].column == COLUMN_NAME) {
            buf_puts(page->out, "**");
            add_text(page->out, text);
            buf_puts(page->out, "**");
        } else if (page->heads[i].column == COLUMN_STANDING) {
            add_standing(page->out, worst);
        }
        cell_end(page);
    }
}

static void bar(struct page *page, double share, double planned)
{
    struct buf text = {0};
    phrase_bar(&text, share, planned);
    cell_begin(page);
    /* A bar between cells parts them even within a code span. */
    for (size_t i = 0; i < text.len; i++) {
        if (i == 0)
            buf_putc(page->out, '`');
        if (text.data[i] == '|')
            buf_putc(page->out, '\\');
        buf_putc(page->out, text.data[i]);
    }
    buf_puts(page->out, "` ");
    lang_percent(page->out, share);
    cell_end(page);
    buf_free(&text);
}

static void standing(struct page *page, enum standing standing)
{
    cell_begin(page);
    add_standing(page->out, standing);
    cell_end(page);
}

const struct page_format page_markdown = {
    .begin = begin,
    .end = end,
    .heading = heading,
    .line = line,
    .counts = counts,
    .table_begin = table_begin,
    .table_end = table_end,
    .group = group,
    .cell = cell,
    .bar = bar,
    .standing = standing,
};
