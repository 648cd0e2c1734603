#include "ui/paint.h"

#include <string.h>

#include "ui/paint_scroll.h"

/* A row, and what is shown of it. */
struct line {
    struct paint *paint;
    struct buf *out;
    const struct canvas *canvas;
    const struct canvas *shown; /* NULL: it was erased */
    int y;
};

static const struct cell blank_cell = {{' '}, 1, ROLE_TEXT}, no_cell = {{0}, 1, ROLE_TEXT};

static bool is_blank(const struct cell *cell)
{
    return cell->width == 1 && cell->text[0] == ' ' && cell->text[1] == 0;
}

static bool same_look(const struct paint *paint, int a, int b)
{
    return a == b || strcmp(paint->looks[a], paint->looks[b]) == 0;
}

bool paint_same(const struct paint *paint, const struct cell *a, const struct cell *b)
{
    if (is_blank(a) && is_blank(b))
        return paint->blanks[a->role] == paint->blanks[b->role];
    return a->width == b->width && memcmp(a->text, b->text, sizeof(a->text)) == 0 &&
           same_look(paint, a->role, b->role);
}

static const struct cell *new_cell(const struct line *line, int x)
{
    return canvas_cell(line->canvas, line->y, x);
}

static const struct cell *old_cell(const struct line *line, int x)
{
    if (line->shown)
        return canvas_cell(line->shown, line->y, x);
    return line->paint->erases ? &blank_cell : &no_cell;
}

/* ---- the look ---- */

/* Does a cell look as it should when the look of another role is set? */
static bool shows_in(const struct paint *paint, const struct cell *cell, int role)
{
    return same_look(paint, cell->role, role) ||
           (is_blank(cell) && paint->blanks[cell->role] == paint->blanks[role]);
}

static void set_look(struct line *line, const struct cell *cell)
{
    struct paint *paint = line->paint;
    int role = cell->role;
    bool known = paint->role >= 0;
    if (known && shows_in(paint, cell, paint->role))
        return;
    bool plain = known && same_look(paint, paint->role, ROLE_TEXT);
    buf_puts(line->out, plain ? paint->adds[role] : paint->looks[role]);
    paint->role = role;
}

/* ---- the cursor ---- */

/* Are the cells between the cursor and x as cheap to send again as to jump over? */
static bool may_repeat(const struct line *line, int x, size_t cost)
{
    const struct paint *paint = line->paint;
    if (paint->role < 0 || (size_t)(x - paint->x) > cost)
        return false;
    for (int i = paint->x; i < x; i++) {
        const struct cell *cell = new_cell(line, i);
        if (cell->width != 1 || cell->text[0] >= 0x7F || cell->text[1] != 0 ||
            !shows_in(paint, cell, paint->role))
            return false;
    }
    return true;
}

static void go(struct line *line, int x)
{
    struct paint *paint = line->paint;
    char there[PAINT_MOVE_MAX], right[PAINT_MOVE_MAX] = "";
    if (paint->y == line->y && paint->x == x)
        return;
    paint->expand(paint->cup, line->y, x, there);
    if (paint->y == line->y && paint->x < x) {
        paint->expand(paint->cuf, x - paint->x, 0, right);
        if (right[0] != '\0' && strlen(right) < strlen(there))
            memcpy(there, right, sizeof(there));
        if (may_repeat(line, x, strlen(there))) {
            for (int i = paint->x; i < x; i++)
                buf_putc(line->out, (char)new_cell(line, i)->text[0]);
            there[0] = '\0';
        }
    } else if (paint->y >= 0 && paint->y + 1 == line->y && x == 0)
        memcpy(there, "\r\n", sizeof("\r\n"));
    buf_puts(line->out, there);
    paint->y = line->y;
    paint->x = x;
}

/* ---- cells ---- */

static void put(struct line *line, int x, const struct cell *cell)
{
    struct paint *paint = line->paint;
    bool last = line->y + 1 == canvas_rows(line->canvas) &&
                x + cell->width == canvas_columns(line->canvas);
    if (last && paint->scrolls_last)
        return;
    go(line, x);
    set_look(line, cell);
    for (int i = 0; i <= TEXT_MARKS_MAX && cell->text[i] != 0; i++)
        text_encode(line->out, cell->text[i]);
    paint->x += cell->width;
    if (paint->x >= canvas_columns(line->canvas))
        paint->y = -1; /* some terminals are on the next line now, some wait */
}

/* Where the blanks of plain text begin that reach to the end of the row. */
static int filled(const struct line *line, const struct cell *(*cell_at)(const struct line *, int))
{
    int end = canvas_columns(line->canvas);
    while (end > 0 && is_blank(cell_at(line, end - 1)) &&
           line->paint->blanks[cell_at(line, end - 1)->role] == line->paint->blanks[ROLE_TEXT])
        end--;
    return end;
}

static void draw_line(struct line *line)
{
    const struct paint *paint = line->paint;
    int columns = canvas_columns(line->canvas), end = columns;
    int now = filled(line, new_cell), before = filled(line, old_cell);
    bool erase = paint->erases && paint->clear_line[0] != '\0' &&
                 before - now > (int)strlen(paint->clear_line);
    if (erase)
        end = now;
    for (int x = 0; x < end; x++) {
        const struct cell *cell = new_cell(line, x);
        if (cell->width > 0 && !paint_same(paint, cell, old_cell(line, x)))
            put(line, x, cell);
    }
    if (erase) {
        go(line, end);
        set_look(line, &blank_cell);
        buf_puts(line->out, paint->clear_line);
    }
}

/* ---- the whole ---- */

static void remember(struct paint *paint, const struct canvas *canvas)
{
    if (!paint->shown)
        paint->shown = canvas_new(canvas_rows(canvas), canvas_columns(canvas));
    canvas_copy(paint->shown, canvas);
}

void paint_show(struct paint *paint, const struct canvas *canvas, struct buf *out)
{
    struct line line = {.paint = paint, .out = out, .canvas = canvas};
    bool known = paint->shown && canvas_rows(paint->shown) == canvas_rows(canvas) &&
                 canvas_columns(paint->shown) == canvas_columns(canvas);
    if (known) {
        scroll_rows(paint, canvas, out);
        line.shown = paint->shown;
    } else {
        paint_forget(paint);
        buf_puts(out, paint->looks[ROLE_TEXT]);
        buf_puts(out, paint->clear);
        paint->role = ROLE_TEXT;
        paint->y = paint->x = 0;
    }
    for (line.y = 0; line.y < canvas_rows(canvas); line.y++)
        draw_line(&line);
    remember(paint, canvas);
}

void paint_forget(struct paint *paint)
{
    canvas_free(paint->shown);
    paint->shown = NULL;
    paint->y = paint->role = -1;
}
