/* What is read as a number is in range, and is read as itself when it is written. */
#include <stdint.h>

#include "duban/mem.h"
#include "import/cell.h"
#include "import/cell_value.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct sv raw = {(const char *)data, size};
    struct cell_value value, again;
    char text[AMOUNT_TEXT_MAX];
    if (!cell_value_parse(cell_bare(raw), &value) || value.kind > CELL_PERCENT)
        return 0;
    if (value.number > AMOUNT_VALUE_MAX || value.number < -AMOUNT_VALUE_MAX)
        BUG("a value out of range");
    amount_format(value.number, text);
    if (!cell_value_parse(sv_from(text), &again) || again.number != value.number)
        BUG("a value that is another one when it is written");
    return 0;
}
