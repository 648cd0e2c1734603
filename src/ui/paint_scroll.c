#include "ui/paint_scroll.h"

#include <stdlib.h>

#include "duban/mem.h"

/* From as many rows on it is less to send; and as many must differ before it is looked for. */
enum { ROWS_WORTH = 3 };

/* Rows top..bottom of the canvas, most of which are shown `by` rows further down. */
struct shift {
    int by, top, bottom, rows;
};

static bool same_row(const struct paint *paint, const struct canvas *canvas, int y, int shown_y)
{
    for (int x = 0; x < canvas_columns(canvas); x++) {
        if (!paint_same(paint, canvas_cell(canvas, y, x), canvas_cell(paint->shown, shown_y, x)))
            return false;
    }
    return true;
}

/* Which rows are not shown where they belong. Returns how many. */
static int find_wrong(const struct paint *paint, const struct canvas *canvas, bool *wrong)
{
    int count = 0;
    for (int y = 0; y < canvas_rows(canvas); y++) {
        wrong[y] = !same_row(paint, canvas, y, y);
        count += wrong[y];
    }
    return count;
}

static struct shift measure(const struct paint *paint, const struct canvas *canvas,
                            const bool *wrong, int by)
{
    struct shift shift = {.by = by};
    for (int y = 0; y < canvas_rows(canvas); y++) {
        bool there = y + by >= 0 && y + by < canvas_rows(canvas);
        if (!there || !wrong[y] || !same_row(paint, canvas, y, y + by))
            continue;
        if (shift.rows++ == 0)
            shift.top = y;
        shift.bottom = y;
    }
    return shift;
}

static void move_rows(struct paint *paint, const struct shift *shift, struct buf *out)
{
    int first = shift->by > 0 ? shift->top : shift->top + shift->by;
    int last = shift->by > 0 ? shift->bottom + shift->by : shift->bottom;
    int rows = canvas_rows(paint->shown);
    char bytes[PAINT_MOVE_MAX];
    if (paint->role != ROLE_TEXT)
        buf_puts(out, paint->looks[ROLE_TEXT]);
    paint->role = ROLE_TEXT;
    paint->expand(paint->csr, first, last, bytes);
    buf_puts(out, bytes);
    paint->expand(paint->cup, shift->by > 0 ? last : first, 0, bytes);
    buf_puts(out, bytes);
    for (int i = 0; i < abs(shift->by); i++)
        buf_puts(out, shift->by > 0 ? paint->down : paint->up);
    paint->expand(paint->csr, 0, rows - 1, bytes);
    buf_puts(out, bytes);
    paint->y = -1; /* each terminal has its own mind about that */
    canvas_scroll(paint->shown, first, last, shift->by);
}

void scroll_rows(struct paint *paint, const struct canvas *canvas, struct buf *out)
{
    int rows = canvas_rows(canvas);
    bool *wrong = xcalloc((size_t)rows, sizeof(*wrong));
    struct shift best = {.rows = 0};
    bool able = paint->erases && paint->csr[0] && paint->down[0] && paint->up[0];
    if (able && find_wrong(paint, canvas, wrong) >= ROWS_WORTH) {
        for (int by = -rows / 2; by <= rows / 2; by++) {
            struct shift shift = measure(paint, canvas, wrong, by);
            if (by != 0 && shift.rows > best.rows)
                best = shift;
        }
    }
    if (best.rows >= ROWS_WORTH)
        move_rows(paint, &best, out);
    free(wrong);
}
