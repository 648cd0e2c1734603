/* What is read as a date can be written, and is read as itself then. */
#include <stdint.h>

#include "duban/mem.h"
#include "import/cell.h"
#include "import/cell_date.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sv raw = {(const char *)data, size};
    daynum day, again;
    char text[DATE_TEXT_MAX];
    if (cell_date_parse(cell_bare(raw), &day) == CELL_DATE_NONE)
        return 0;
    date_format(day, text);
    if (!date_parse(sv_from(text), &again) || again != day)
        BUG("a date that is none");
    if (cell_date_parse(sv_from(text), &again) != CELL_DATE_WRITTEN || again != day)
        BUG("a date that is another one in a cell");
    return 0;
}
