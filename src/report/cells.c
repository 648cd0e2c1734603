#include "report/cells.h"

#include "report/ratio.h"

void cells_first(struct buf *out, const char *text)
{
    csv_cell(out, sv_from(text), true);
}

void cells_text(struct buf *out, const char *text)
{
    csv_cell(out, sv_from(text), false);
}

void cells_names(struct buf *out, const struct name *name)
{
    for (int lang = 0; lang < LANG_COUNT; lang++)
        cells_text(out, name->in[lang]);
}

void cells_int(struct buf *out, long long number)
{
    buf_printf(out, ",%lld", number);
}

void cells_amount(struct buf *out, amount value)
{
    char text[AMOUNT_TEXT_MAX];
    buf_printf(out, ",%s", amount_format(value, text));
}

void cells_ratio(struct buf *out, double ratio)
{
    cells_amount(out, ratio_amount(ratio));
}

void cells_date(struct buf *out, daynum day)
{
    char text[DATE_TEXT_MAX];
    buf_printf(out, ",%s", date_format(day, text));
}

void cells_forecast(struct buf *out, daynum day)
{
    if (day == DAY_NEVER)
        cells_text(out, "never");
    else
        cells_date(out, day);
}

void cells_end(struct buf *out)
{
    buf_putc(out, '\n');
}
