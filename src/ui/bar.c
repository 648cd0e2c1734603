/* bar.c - progress bars, heads and wrapped text: small things that several screens draw. */
#include <math.h>

#include "ui/ui.h"

/* The cell in which a share ends; -1: there is none. */
static int cell_of(double share, int width)
{
    if (isnan(share) || share <= 0)
        return -1;
    int cell = (int)(share * width + 1e-9);
    return cell < width ? cell : width - 1;
}

void bar_draw(struct canvas *canvas, int y, int x, int width, const struct bar *bar, enum role rest)
{
    int filled = isnan(bar->actual) ? 0 : (int)(bar->actual * width + 1e-9);
    int tick = cell_of(bar->planned, width), end = cell_of(bar->end, width);
    for (int i = 0; i < width; i++) {
        bool done = i < filled, mark = i == tick || (i == end && !done);
        const char *text = i == tick ? "|" : mark ? ">" : done ? " " : ".";
        canvas_left(canvas, y, x + i, 1, done ? ROLE_BAR : mark ? ROLE_TICK : rest, text);
    }
}

void head_draw(struct canvas *canvas, const struct area *area, const char *name, const char *rest)
{
    int width = text_width(sv_from(rest));
    int x =
        canvas_put_cut(canvas, area->y, area->x, area->columns - width, ROLE_STRONG, sv_from(name));
    canvas_put_cut(canvas, area->y, x, area->x + area->columns - x, ROLE_STRONG, sv_from(rest));
}

/* Would a line that ends before this byte cut a word of Latin letters? */
static bool cuts_word(struct sv text, size_t at)
{
    unsigned char before = (unsigned char)text.data[at - 1], after = (unsigned char)text.data[at];
    return before > ' ' && before < 0x80 && after > ' ' && after < 0x80;
}

/* The length in bytes of the first line of `text`: cut at a blank where there is one, and not
 * within a Latin word among Chinese. */
size_t wrap_length(struct sv text, int width)
{
    struct sv line = text_clip(text, width);
    if (line.len == 0 || line.len == text.len)
        return text.len;
    for (size_t len = line.len; len > line.len / 2; len--) {
        if (text.data[len] == ' ')
            return len;
    }
    for (size_t len = line.len; len > line.len / 2; len--) {
        if (!cuts_word(text, len) && ((unsigned char)text.data[len] & 0xC0) != 0x80)
            return len;
    }
    return line.len;
}

int wrap_rows(struct sv text, int width)
{
    int rows = 0;
    for (; text.len > 0; rows++)
        text = sv_trim(sv_skip(text, wrap_length(text, width)));
    return rows;
}

void wrap_fill(struct canvas *canvas, int y, int rows, enum role role, const char *text)
{
    for (int row = 0; row < rows; row++)
        canvas_fill(canvas, y + row, 0, canvas_columns(canvas), role);
    wrap_draw(canvas, y, 0, canvas_columns(canvas), rows, role, text);
}

int wrap_draw(struct canvas *canvas, int y, int x, int width, int rows, enum role role,
              const char *text)
{
    struct sv rest = sv_from(text);
    int row = 0;
    for (; row < rows && rest.len > 0 && width > 1; row++) {
        size_t len = row + 1 < rows ? wrap_length(rest, width) : rest.len;
        canvas_put_cut(canvas, y + row, x, width, role, (struct sv){rest.data, len});
        rest = sv_trim(sv_skip(rest, len));
    }
    return row;
}
