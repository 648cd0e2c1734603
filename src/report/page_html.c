/* page_html.c - a page as one HTML file: no script, nothing from elsewhere. */
#include "duban/lang.h"
#include "report/html.h"
#include "report/page.h"
#include "report/svg.h"

/* The language as HTML names it; browsers choose fonts and line breaks by it. */
static const char *const html_langs[LANG_COUNT] = {
    [LANG_EN] = "en", [LANG_ZH_CN] = "zh-CN", [LANG_ZH_TW] = "zh-TW"};

static const char *const column_classes[] = {
    [COLUMN_CODE] = "code", [COLUMN_NAME] = "name",         [COLUMN_BAR] = "bar",
    [COLUMN_DATE] = "date", [COLUMN_STANDING] = "standing", [COLUMN_NUMBER] = "number",
    [COLUMN_WORD] = "word", [COLUMN_TEXT] = "text"};

static void begin(struct page *page, const char *title)
{
    buf_printf(page->out,
               "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
               "style-src 'unsafe-inline'\">\n<title>",
               html_langs[page->lang]);
    html_text(page->out, sv_from(title));
    buf_printf(page->out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", html_style);
}

static void end(struct page *page)
{
    buf_puts(page->out, "</main>\n</body>\n</html>\n");
}

static void heading(struct page *page, int level, const char *text)
{
    char tag[] = {'h', (char)('0' + level), '\0'};
    html_element(page->out, tag, "", text);
    buf_putc(page->out, '\n');
}

static void line(struct page *page, enum page_tone tone, const char *text)
{
    static const char *const classes[] = {
        [PAGE_PLAIN] = "", [PAGE_LEAD] = "lead", [PAGE_NOTICE] = "notice", [PAGE_SMALL] = "small"};
    buf_printf(page->out, classes[tone][0] != '\0' ? "<p class=\"%s\">" : "<p>", classes[tone]);
    html_prose(page->out, sv_from(text));
    buf_puts(page->out, "</p>\n");
}

static void text(struct page *page, const char *text)
{
    html_text(page->out, sv_from(text));
}

static void cell_text(struct page *page, const char *text)
{
    html_prose(page->out, sv_from(text));
}

static void standing(struct page *page, enum standing standing)
{
    char mark[] = {standing_mark(standing), '\0'};
    buf_printf(page->out, "<span class=\"state %s\"><b>", html_rag(standing));
    text(page, mark);
    buf_puts(page->out, "</b>");
    text(page, lang_standing(standing));
    buf_puts(page->out, "</span>");
}

static void bar(struct page *page, double share, double planned)
{
    svg_bar(page->out, share, planned);
    lang_percent(page->out, share);
}

static void counts_begin(struct page *page)
{
    buf_puts(page->out, "<ul class=\"counts\">\n");
}

static void count(struct page *page, enum standing of, int count)
{
    buf_printf(page->out, "<li class=\"%s%s\"><strong>%d</strong> ", html_rag(of),
               count == 0 ? " none" : "", count);
    standing(page, of);
    buf_puts(page->out, "</li>\n");
}

static void counts_end(struct page *page)
{
    buf_puts(page->out, "</ul>\n");
}

static void table_begin(struct page *page)
{
    buf_puts(page->out, "<div class=\"scroll\"><table>\n<thead><tr>");
    for (size_t i = 0; i < page->head_count; i++) {
        buf_printf(page->out, "<th scope=\"col\" class=\"%s\">",
                   column_classes[page->heads[i].column]);
        text(page, page->heads[i].text);
        buf_puts(page->out, "</th>");
    }
    buf_puts(page->out, "</tr></thead>\n<tbody>\n");
}

static void table_end(struct page *page)
{
    buf_puts(page->out, "</tbody></table></div>\n");
}

static void group(struct page *page, const char *name, enum standing worst)
{
    buf_printf(page->out, "<tr class=\"group\"><th colspan=\"%zu\" scope=\"colgroup\">",
               page->head_count);
    standing(page, worst);
    text(page, name);
    buf_puts(page->out, "</th></tr>\n");
}

static const char *cell_tag(const struct page *page)
{
    return page->heads[page->filled].column == COLUMN_NAME ? "th" : "td";
}

/* On a narrow screen a row is no row any more, and numbers and dates say what they are. */
static void cell_begin(struct page *page)
{
    const char *tag = cell_tag(page);
    const struct page_head *head = &page->heads[page->filled];
    if (page->filled == 0)
        buf_puts(page->out, "<tr>");
    buf_printf(page->out, "<%s%s class=\"%s\"", tag, tag[1] == 'h' ? " scope=\"row\"" : "",
               column_classes[head->column]);
    if (head->column == COLUMN_NUMBER || head->column == COLUMN_DATE) {
        buf_puts(page->out, " data-head=\"");
        html_text(page->out, sv_from(head->text));
        buf_putc(page->out, '"');
    }
    buf_putc(page->out, '>');
}

static void cell_end(struct page *page, bool last)
{
    buf_printf(page->out, last ? "</%s></tr>\n" : "</%s>", cell_tag(page));
}

const struct page_format page_html = {
    .draws = true,
    .begin = begin,
    .end = end,
    .heading = heading,
    .line = line,
    .counts_begin = counts_begin,
    .count = count,
    .counts_end = counts_end,
    .table_begin = table_begin,
    .table_end = table_end,
    .group = group,
    .cell_begin = cell_begin,
    .cell_end = cell_end,
    .text = cell_text,
    .bar = bar,
    .standing = standing,
};
