/* csv.c - cells of CSV files that we write: RFC 4180, clean, and harmless to spreadsheets. */
#include <string.h>

#include "duban/formula.h"
#include "duban/report.h"
#include "duban/text.h"

static bool needs_quotes(struct sv text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (strchr(",\"\r\n", text.data[i]))
            return true;
    }
    return text.len > 0 && (text.data[0] == ' ' || text.data[text.len - 1] == ' ');
}

static void add_quoted(struct buf *out, struct sv text)
{
    buf_putc(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"')
            buf_putc(out, '"');
        buf_putc(out, text.data[i]);
    }
    buf_putc(out, '"');
}

void csv_cell(struct buf *out, struct sv text, bool first)
{
    struct buf clean = {0};
    if (!first)
        buf_putc(out, ',');
    if (formula_wants_guard(text))
        buf_putc(&clean, '\'');
    text_clean(&clean, text);
    if (needs_quotes(buf_sv(&clean)))
        add_quoted(out, buf_sv(&clean));
    else
        buf_add(out, buf_sv(&clean));
    buf_free(&clean);
}
