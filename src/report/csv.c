/* csv.c - cells of CSV files that we write: RFC 4180, clean, and harmless to spreadsheets. */
#include <string.h>

#include "duban/amount.h"
#include "duban/report.h"
#include "duban/text.h"

/* Would a spreadsheet take this for a formula? Numbers are no formulas. */
static bool is_formula(struct sv text)
{
    static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"};
    amount number;
    if (amount_parse(text, &number))
        return false;
    for (size_t i = 0; i < COUNT_OF(starts); i++) {
        struct sv start = sv_from(starts[i]);
        if (text.len >= start.len && sv_eq((struct sv){text.data, start.len}, start))
            return true;
    }
    return false;
}

static bool needs_quotes(struct sv text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (strchr(",\"\r\n", text.data[i]))
            return true;
    }
    return text.len > 0 && (text.data[0] == ' ' || text.data[text.len - 1] == ' ');
}

void csv_cell(struct buf *out, struct sv text, bool first)
{
    struct buf clean = {0};
    if (!first)
        buf_putc(out, ',');
    if (is_formula(text))
        buf_putc(&clean, '\'');
    text_clean(&clean, text);
    if (!needs_quotes(buf_sv(&clean))) {
        buf_add(out, buf_sv(&clean));
    } else {
        buf_putc(out, '"');
        for (size_t i = 0; i < clean.len; i++) {
            if (clean.data[i] == '"')
                buf_putc(out, '"');
            buf_putc(out, clean.data[i]);
        }
        buf_putc(out, '"');
    }
    buf_free(&clean);
}
