#include "report/phrase.h"

#include <math.h>

enum { BAR_COLUMNS = 10 };

void phrase_bar(struct buf *out, double reached, double planned)
{
    int filled = isnan(reached) ? 0 : (int)(reached * BAR_COLUMNS + 1e-9);
    int tick = isnan(planned) || planned <= 0 ? -1 : (int)(planned * BAR_COLUMNS + 1e-9);
    buf_putc(out, '[');
    for (int i = 0; i < BAR_COLUMNS; i++)
        buf_putc(out, i == tick ? '|' : i < filled ? '#' : '.');
    buf_putc(out, ']');
}
