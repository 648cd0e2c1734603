#include "ui/told.h"

#include <stdlib.h>

#include "duban/mem.h"
#include "ui/ui.h"

enum { WIDTH_LEAST = 20 };

void told_clear(struct told *told)
{
    buf_clear(&told->texts);
    told->count = 0;
}

void told_free(struct told *told)
{
    buf_free(&told->texts);
    free(told->pieces);
    *told = (struct told){0};
}

void told_add(struct told *told, int about, struct sv text, int width)
{
    int n = 0;
    width = width < WIDTH_LEAST ? WIDTH_LEAST : width;
    do {
        size_t len = wrap_length(text, width);
        told->pieces = xroom(told->pieces, told->count, &told->room, sizeof(*told->pieces));
        told->pieces[told->count++] = (struct piece){about, n++, told->texts.len, len};
        buf_add(&told->texts, (struct sv){text.data, len});
        text = sv_trim(sv_skip(text, len));
    } while (text.len > 0);
}

struct sv told_text(const struct told *told, const struct piece *piece)
{
    return (struct sv){buf_text(&told->texts) + piece->at, piece->len};
}
