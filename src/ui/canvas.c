#include "ui/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "duban/mem.h"

struct canvas {
    int rows, columns;
    int typed_y, typed_x; /* -1: nothing is typed */
    struct cell *cells;
};

struct canvas *canvas_new(int rows, int columns)
{
    struct canvas *canvas = xcalloc(1, sizeof(*canvas));
    canvas->rows = rows > 0 ? rows : 1;
    canvas->columns = columns > 0 ? columns : 1;
    canvas->cells = xcalloc((size_t)canvas->rows * (size_t)canvas->columns, sizeof(struct cell));
    canvas_clear(canvas);
    return canvas;
}

void canvas_free(struct canvas *canvas)
{
    if (canvas)
        free(canvas->cells);
    free(canvas);
}

int canvas_rows(const struct canvas *canvas)
{
    return canvas->rows;
}

int canvas_columns(const struct canvas *canvas)
{
    return canvas->columns;
}

static struct cell *at(const struct canvas *canvas, int y, int x)
{
    return &canvas->cells[(size_t)y * (size_t)canvas->columns + (size_t)x];
}

const struct cell *canvas_cell(const struct canvas *canvas, int y, int x)
{
    return at(canvas, y, x);
}

void canvas_type_at(struct canvas *canvas, int y, int x)
{
    bool inside = y >= 0 && y < canvas->rows && x >= 0 && x < canvas->columns;
    canvas->typed_y = inside ? y : -1;
    canvas->typed_x = inside ? x : -1;
}

bool canvas_typed(const struct canvas *canvas, int *y, int *x)
{
    *y = canvas->typed_y;
    *x = canvas->typed_x;
    return canvas->typed_y >= 0;
}

void canvas_copy(struct canvas *canvas, const struct canvas *other)
{
    memcpy(canvas->cells, other->cells,
           (size_t)canvas->rows * (size_t)canvas->columns * sizeof(struct cell));
}

bool cell_same(const struct cell *a, const struct cell *b)
{
    return a->width == b->width && a->role == b->role &&
           memcmp(a->text, b->text, sizeof(a->text)) == 0;
}

void canvas_clear(struct canvas *canvas)
{
    canvas->typed_y = canvas->typed_x = -1;
    for (int y = 0; y < canvas->rows; y++)
        canvas_fill(canvas, y, 0, canvas->columns, ROLE_TEXT);
}

/* Blanks a cell; a wide character that loses a half loses the other too. */
static void blank(struct canvas *canvas, int y, int x, enum role role)
{
    struct cell *cell = at(canvas, y, x);
    if (cell->width == 0 && x > 0)
        *at(canvas, y, x - 1) = (struct cell){{' '}, 1, at(canvas, y, x - 1)->role};
    if (cell->width == 2 && x + 1 < canvas->columns)
        *at(canvas, y, x + 1) = (struct cell){{' '}, 1, at(canvas, y, x + 1)->role};
    *cell = (struct cell){{' '}, 1, (unsigned char)role};
}

void canvas_fill(struct canvas *canvas, int y, int x, int width, enum role role)
{
    if (y < 0 || y >= canvas->rows)
        return;
    int end = x + width < canvas->columns ? x + width : canvas->columns;
    for (int column = x > 0 ? x : 0; column < end; column++)
        blank(canvas, y, column, role);
}

/* Adds a combining mark to the cell before (y, x). */
static void add_mark(struct canvas *canvas, int y, int x, int32_t mark)
{
    if (x > 0 && at(canvas, y, x - 1)->width == 0)
        x--;
    if (x == 0)
        return;
    struct cell *cell = at(canvas, y, x - 1);
    for (int i = 1; i <= TEXT_MARKS_MAX; i++) {
        if (cell->text[i] == 0) {
            cell->text[i] = mark;
            return;
        }
    }
}

static void put_char(struct canvas *canvas, int y, int x, enum role role, int32_t c, int width)
{
    for (int i = 0; i < width; i++)
        blank(canvas, y, x + i, role);
    *at(canvas, y, x) = (struct cell){{c}, (unsigned char)width, (unsigned char)role};
    if (width == 2)
        *at(canvas, y, x + 1) = (struct cell){{0}, 0, (unsigned char)role};
}

int canvas_put(struct canvas *canvas, int y, int x, int width, enum role role, struct sv text)
{
    if (y < 0 || y >= canvas->rows || x < 0)
        return x;
    int end = x + width < canvas->columns ? x + width : canvas->columns;
    struct buf clean = {0};
    text_clean(&clean, text_clip(text, end - x));
    struct sv rest = buf_sv(&clean);
    while (rest.len > 0) {
        int32_t c;
        rest = sv_skip(rest, (size_t)text_decode(rest, &c));
        int columns = text_char_width(c);
        if (columns == 0) {
            add_mark(canvas, y, x, c);
            continue;
        }
        if (x + columns > end)
            break;
        put_char(canvas, y, x, role, c, columns);
        x += columns;
    }
    buf_free(&clean);
    return x;
}

int canvas_put_cut(struct canvas *canvas, int y, int x, int width, enum role role, struct sv text)
{
    if (width < 2 || text_width(text) <= width)
        return canvas_put(canvas, y, x, width, role, text);
    int end = canvas_put(canvas, y, x, width - 1, role, text);
    return canvas_put(canvas, y, end, 1, role, sv_from("~"));
}

int canvas_left(struct canvas *canvas, int y, int x, int width, enum role role, const char *text)
{
    int end = canvas_put_cut(canvas, y, x, width, role, sv_from(text));
    canvas_fill(canvas, y, end, x + width - end, role);
    return x + width;
}

int canvas_right(struct canvas *canvas, int y, int x, int width, enum role role, const char *text)
{
    int blanks = width - text_width(sv_from(text));
    if (blanks < 0)
        blanks = 0;
    canvas_fill(canvas, y, x, blanks, role);
    int end = canvas_put_cut(canvas, y, x + blanks, width - blanks, role, sv_from(text));
    canvas_fill(canvas, y, end, x + width - end, role);
    return x + width;
}

static void dump_text(const struct canvas *canvas, int y, struct buf *out)
{
    size_t start = out->len;
    for (int x = 0; x < canvas->columns; x++) {
        const struct cell *cell = at(canvas, y, x);
        for (int i = 0; cell->width > 0 && i <= TEXT_MARKS_MAX && cell->text[i] != 0; i++)
            text_encode(out, cell->text[i]);
    }
    while (out->len > start && out->data[out->len - 1] == ' ')
        out->data[--out->len] = '\0';
    buf_putc(out, '\n');
}

void canvas_dump(const struct canvas *canvas, bool roles, struct buf *out)
{
    for (int y = 0; y < canvas->rows; y++) {
        dump_text(canvas, y, out);
        for (int x = 0; roles && x < canvas->columns; x++)
            buf_putc(out, role_letter(at(canvas, y, x)->role));
        if (roles)
            buf_putc(out, '\n');
    }
}
