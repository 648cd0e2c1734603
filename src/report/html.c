#include "report/html.h"

#include <string.h>

#include "duban/text.h"

static const char *entity_of(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static void add_char(struct buf *out, char c)
{
    const char *entity = entity_of(c);
    if (entity)
        buf_puts(out, entity);
    else
        buf_putc(out, c);
}

void html_text(struct buf *out, struct sv text)
{
    struct buf clean = {0};
    text_clean(&clean, text);
    for (size_t i = 0; i < clean.len; i++)
        add_char(out, clean.data[i]);
    buf_free(&clean);
}

/* The length of the word of letters, digits and hyphens that `text` begins with; *holds: it has
 * digits and hyphens, and is short enough to stay in one piece. */
static size_t word_length(struct sv text, bool *holds)
{
    enum { WORD_MAX = 16 };
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    size_t len = 0, hyphens = 0, digits = 0;
    for (; len < text.len && text.data[len] != '\0'; len++) {
        char c = text.data[len];
        hyphens += c == '-';
        digits += c >= '0' && c <= '9';
        if (c != '-' && !(c >= '0' && c <= '9') && !strchr(letters, c))
            break;
    }
    *holds = hyphens > 0 && digits > 0 && len <= WORD_MAX;
    return len;
}

void html_prose(struct buf *out, struct sv text)
{
    struct buf clean = {0};
    text_clean(&clean, text);
    for (struct sv rest = buf_sv(&clean); rest.len > 0;) {
        bool holds;
        size_t len = word_length(rest, &holds);
        if (holds)
            buf_puts(out, "<span class=\"nb\">");
        for (size_t i = 0; i < (len > 0 ? len : 1); i++)
            add_char(out, rest.data[i]);
        if (holds)
            buf_puts(out, "</span>");
        rest = sv_skip(rest, len > 0 ? len : 1);
    }
    buf_free(&clean);
}

void html_element(struct buf *out, const char *tag, const char *class, const char *text)
{
    buf_printf(out, class[0] != '\0' ? "<%s class=\"%s\">" : "<%s>", tag, class);
    html_text(out, sv_from(text));
    buf_printf(out, "</%s>", tag);
}

const char *html_rag(enum standing standing)
{
    static const char *const classes[] = {
        [RAG_GREY] = "grey", [RAG_GREEN] = "green", [RAG_AMBER] = "amber", [RAG_RED] = "red"};
    return classes[standing_rag(standing)];
}
