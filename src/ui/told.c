#include "ui/told.h"

#include "ui/ui.h"

enum { WIDTH_LEAST = 20 };

void told_add(struct told *told, int about, struct sv text, int width)
{
    struct sv rest = {arena_text(told->arena, text), text.len};
    int n = 0;
    width = width < WIDTH_LEAST ? WIDTH_LEAST : width;
    do {
        struct sv piece = {rest.data, wrap_length(rest, width)};
        told->pieces =
            arena_room(told->arena, told->pieces, told->count, &told->room, sizeof(*told->pieces));
        told->pieces[told->count++] = (struct piece){about, n++, piece};
        rest = sv_trim(sv_skip(rest, piece.len));
    } while (rest.len > 0);
}

struct told *ui_tell(struct ui *ui)
{
    struct told *told = arena_array(&ui->made_in, 1, sizeof(*told));
    told->arena = &ui->made_in;
    ui->made = told;
    return told;
}

const struct told *ui_told(const struct ui *ui)
{
    return ui->made;
}

const struct piece *ui_piece(const struct ui *ui, const struct row *row)
{
    return &ui_told(ui)->pieces[row->n];
}
