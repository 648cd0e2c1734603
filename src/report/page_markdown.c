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

static void line(struct page *page, enum page_tone tone, const char *text)
{
    if (tone == PAGE_NOTICE)
        buf_puts(page->out, "> **");
    add_text(page->out, text);
    buf_puts(page->out, tone == PAGE_NOTICE ? "**\n\n" : "\n\n");
}

static void text(struct page *page, const char *text)
{
    add_text(page->out, text);
}

static void standing(struct page *page, enum standing standing)
{
    buf_printf(page->out, "`%c` ", standing_mark(standing));
    add_text(page->out, lang_standing(standing));
}

static void bar(struct page *page, double share, double planned)
{
    struct buf drawn = {0};
    phrase_bar(&drawn, share, planned);
    buf_putc(page->out, '`');
    /* A bar between cells parts them even within a code span. */
    for (size_t i = 0; i < drawn.len; i++) {
        if (drawn.data[i] == '|')
            buf_putc(page->out, '\\');
        buf_putc(page->out, drawn.data[i]);
    }
    buf_puts(page->out, "` ");
    lang_percent(page->out, share);
    buf_free(&drawn);
}

static void count(struct page *page, enum standing of, int count)
{
    buf_printf(page->out, "- %d ", count);
    standing(page, of);
    buf_putc(page->out, '\n');
}

static void table_begin(struct page *page)
{
    for (size_t i = 0; i < page->head_count; i++) {
        buf_puts(page->out, "| ");
        add_text(page->out, page->heads[i].text);
        buf_putc(page->out, ' ');
    }
    buf_puts(page->out, "|\n");
    for (size_t i = 0; i < page->head_count; i++)
        buf_puts(page->out, page->heads[i].column == COLUMN_NUMBER ? "| ---: " : "| --- ");
    buf_puts(page->out, "|\n");
}

static void cell_begin(struct page *page)
{
    buf_puts(page->out, "| ");
}

static void cell_end(struct page *page, bool last)
{
    buf_puts(page->out, last ? " |\n" : " ");
}

/* Markdown has no cell over several columns: the text goes under the names. */
static void group(struct page *page, const char *name, enum standing worst)
{
    for (size_t i = 0; i < page->head_count; i++) {
        cell_begin(page);
        if (page->heads[i].column == COLUMN_NAME) {
            buf_puts(page->out, "**");
            add_text(page->out, name);
            buf_puts(page->out, "**");
        } else if (page->heads[i].column == COLUMN_STANDING) {
            standing(page, worst);
        }
        cell_end(page, i + 1 == page->head_count);
    }
}

static void nothing(struct page *page)
{
    (void)page;
}

static void blank_line(struct page *page)
{
    buf_putc(page->out, '\n');
}

const struct page_format page_markdown = {
    .begin = begin,
    .end = nothing,
    .heading = heading,
    .line = line,
    .counts_begin = nothing,
    .count = count,
    .counts_end = blank_line,
    .table_begin = table_begin,
    .table_end = blank_line,
    .group = group,
    .cell_begin = cell_begin,
    .cell_end = cell_end,
    .text = text,
    .bar = bar,
    .standing = standing,
};
