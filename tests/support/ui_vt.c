#include "ui_vt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "duban/mem.h"
#include "duban/text.h"

enum { LOOK_MAX = 24, PARAMETERS_MAX = 4 };

struct glyph {
    int32_t text[1 + TEXT_MARKS_MAX];
    int width;
    char look[LOOK_MAX];
};

struct vt {
    int rows, columns, y, x, first, last;
    bool lost; /* nobody knows where the cursor is */
    char look[LOOK_MAX];
    struct glyph *cells;
};

static struct glyph *at(const struct vt *vt, int y, int x)
{
    return &vt->cells[y * vt->columns + x];
}

/* A blank in the look that is set: what back colour erase does. */
static void erase(struct vt *vt, int y, int x, int columns)
{
    for (int i = x; i < x + columns; i++) {
        struct glyph *cell = at(vt, y, i);
        *cell = (struct glyph){.text = {' '}, .width = 1};
        memcpy(cell->look, vt->look, LOOK_MAX);
    }
}

struct vt *vt_new(int rows, int columns)
{
    struct vt *vt = xcalloc(1, sizeof(*vt));
    *vt = (struct vt){.rows = rows, .columns = columns, .last = rows - 1, .lost = true};
    vt->cells = xcalloc((size_t)(rows * columns), sizeof(*vt->cells));
    for (int i = 0; i < rows * columns; i++)
        vt->cells[i] = (struct glyph){.text = {'?'}, .width = 1, .look = "rubbish"};
    return vt;
}

void vt_free(struct vt *vt)
{
    free(vt->cells);
    free(vt);
}

static void put(struct vt *vt, int32_t c)
{
    int width = text_char_width(c);
    if (width > 0 ? vt->lost || vt->x > vt->columns - width : vt->x == 0)
        fail_msg("U+%04X where the cursor may be anywhere", (unsigned)c);
    if (width == 0) { /* also behind the last column, before anything moves */
        struct glyph *cell = at(vt, vt->y, vt->x - 1);
        cell -= cell->width == 0;
        for (int i = 0; i <= TEXT_MARKS_MAX; i++) {
            if (cell->text[i] == 0) {
                cell->text[i] = c;
                return;
            }
        }
        fail_msg("too many marks");
    }
    /* Half of a wide character does not stay. */
    if (at(vt, vt->y, vt->x)->width == 0 && vt->x > 0)
        erase(vt, vt->y, vt->x - 1, 1);
    if (vt->x + width < vt->columns && at(vt, vt->y, vt->x + width)->width == 0)
        erase(vt, vt->y, vt->x + width, 1);
    erase(vt, vt->y, vt->x, width);
    at(vt, vt->y, vt->x)->text[0] = c;
    at(vt, vt->y, vt->x)->width = width;
    if (width == 2)
        *at(vt, vt->y, vt->x + 1) = (struct glyph){.width = 0};
    vt->x += width;
    vt->lost = vt->x >= vt->columns; /* it may wrap now or later */
}

/* The rows of the region go up, or down. */
static void scroll(struct vt *vt, bool up)
{
    for (int i = 0; i < vt->last - vt->first; i++) {
        int to = up ? vt->first + i : vt->last - i, from = up ? to + 1 : to - 1;
        memcpy(at(vt, to, 0), at(vt, from, 0), (size_t)vt->columns * sizeof(struct glyph));
    }
    erase(vt, up ? vt->last : vt->first, 0, vt->columns);
}

static void go(struct vt *vt, int y, int x)
{
    assert_in_range(y, 0, vt->rows - 1);
    assert_in_range(x, 0, vt->columns - 1);
    vt->y = y;
    vt->x = x;
    vt->lost = false;
}

static void control(struct vt *vt, char final, struct sv parameters)
{
    int number[PARAMETERS_MAX] = {0}, count = 0;
    struct sv rest = parameters, one;
    while (count < PARAMETERS_MAX && sv_split(&rest, ';', &one)) {
        for (size_t i = 0; i < one.len && one.data[i] >= '0' && one.data[i] <= '9'; i++)
            number[count] = number[count] * 10 + one.data[i] - '0';
        count++;
    }
    switch (final) {
    case 'm':
        assert_true(parameters.len < LOOK_MAX);
        memset(vt->look, 0, LOOK_MAX);
        memcpy(vt->look, parameters.data, parameters.len);
        return;
    case 'H':
        go(vt, number[0] ? number[0] - 1 : 0, number[1] ? number[1] - 1 : 0);
        return;
    case 'C':
        assert_false(vt->lost);
        go(vt, vt->y, vt->x + number[0]);
        return;
    case 'J':
        for (int y = 0; y < vt->rows; y++)
            erase(vt, y, 0, vt->columns);
        return;
    case 'K':
        assert_false(vt->lost);
        erase(vt, vt->y, vt->x, vt->columns - vt->x);
        return;
    case 'r':
        assert_in_range(number[0], 1, vt->rows);
        assert_in_range(number[1], number[0], vt->rows);
        vt->first = number[0] - 1;
        vt->last = number[1] - 1;
        vt->lost = true;
        return;
    default:
        fail_msg("ESC [ %.*s %c", SV_ARG(parameters), final);
    }
}

/* A sequence that begins with ESC; returns its length. */
static size_t escape(struct vt *vt, struct sv bytes)
{
    if (bytes.len > 1 && bytes.data[1] == 'M') {
        assert_false(vt->lost);
        assert_int_equal(vt->y, vt->first);
        scroll(vt, false);
        return 2;
    }
    size_t end = 2;
    while (end < bytes.len && strchr("0123456789;", bytes.data[end]))
        end++;
    if (end >= bytes.len || bytes.data[1] != '[')
        fail_msg("an unknown sequence");
    control(vt, bytes.data[end], (struct sv){bytes.data + 2, end - 2});
    return end + 1;
}

void vt_feed(struct vt *vt, struct sv bytes)
{
    while (bytes.len > 0) {
        int32_t c;
        size_t used = (size_t)text_decode(bytes, &c);
        if (c == 27)
            used = escape(vt, bytes);
        else if (c == '\r') {
            assert_false(vt->lost);
            vt->x = 0;
        } else if (c == '\n') {
            assert_false(vt->lost);
            if (vt->y == vt->last)
                scroll(vt, true);
            else
                vt->y++;
        } else
            put(vt, c);
        bytes = sv_skip(bytes, used);
    }
}

void vt_dump(const struct vt *vt, struct buf *out)
{
    for (int y = 0; y < vt->rows; y++) {
        const char *look = "";
        for (int x = 0; x < vt->columns; x++) {
            const struct glyph *cell = at(vt, y, x);
            if (cell->width == 0)
                continue;
            if (strcmp(cell->look, look) != 0)
                buf_printf(out, "<%s>", cell->look);
            look = cell->look;
            for (int i = 0; i <= TEXT_MARKS_MAX && cell->text[i] != 0; i++)
                text_encode(out, cell->text[i]);
        }
        buf_putc(out, '\n');
    }
}
