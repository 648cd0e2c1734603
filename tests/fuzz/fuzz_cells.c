/* What is read as a date can be written, what is read as a value is in range. */
#include <stdint.h>

#include "duban/mem.h"
#include "duban/text.h"
#include "import/cell.h"
#include "import/cell_date.h"
#include "import/cell_value.h"
#include "import/header.h"
#include "import/note.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try_date(struct sv cell)
{
    daynum day, again;
    char text[DATE_TEXT_MAX];
    if (cell_date_parse(cell, &day) == CELL_DATE_NONE)
        return;
    date_format(day, text);
    if (!date_parse(sv_from(text), &again) || again != day)
        BUG("a date that is none");
}

static void try_value(struct sv cell)
{
    struct cell_value value;
    if (!cell_value_parse(cell, &value) || value.kind > CELL_PERCENT)
        return;
    if (value.number > AMOUNT_VALUE_MAX || value.number < -AMOUNT_VALUE_MAX)
        BUG("a value out of range");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sv raw = {(const char *)data, size}, cell = cell_bare(raw);
    struct buf note = {0};
    try_date(cell);
    try_value(cell);
    header_column(raw);
    cell_is_scientific(cell);
    note_clean(&note, raw);
    if (!text_is_clean(buf_sv(&note)))
        BUG("a note that is not clean");
    buf_free(&note);
    return 0;
}
