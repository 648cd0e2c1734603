#include "report/html.h"

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

void html_text(struct buf *out, struct sv text)
{
    struct buf clean = {0};
    text_clean(&clean, text);
    for (size_t i = 0; i < clean.len; i++) {
        const char *entity = entity_of(clean.data[i]);
        if (entity)
            buf_puts(out, entity);
        else
            buf_putc(out, clean.data[i]);
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
