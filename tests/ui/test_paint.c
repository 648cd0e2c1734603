/* Whatever a terminal shows, what is sent makes it show the canvas: random screens, one after
 * another, into a small terminal; and how little that is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/ui_vt.h"
#include "ui/look.h"
#include "ui/paint.h"

enum { ROWS = 12, COLUMNS = 40 };

/* Capabilities here are formats of two numbers. */
static void expand(const char *capability, int first, int second, char out[PAINT_MOVE_MAX])
{
    if (strcmp(capability, "C") == 0)
        snprintf(out, PAINT_MOVE_MAX, "\033[%dC", first);
    else
        snprintf(out, PAINT_MOVE_MAX, "\033[%d;%d%s", first + 1, second + 1, capability);
}

static struct paint new_paint(void)
{
    struct paint paint = {.clear = "\033[H\033[J", .clear_line = "\033[K", .erases = true};
    static const char *const looks[ROLE_TOTAL] = {
        [ROLE_FAINT] = "2", [ROLE_STRONG] = "1", [ROLE_TITLE] = "1;44", [ROLE_RED] = "31"};
    for (int role = 0; role < ROLE_TOTAL; role++) {
        const char *look = looks[role] ? looks[role] : "";
        snprintf(paint.looks[role], PAINT_LOOK_MAX, "\033[%sm", look);
        snprintf(paint.adds[role], PAINT_LOOK_MAX, "\033[%sm", look);
        paint.blanks[role] = role == ROLE_TITLE ? 4 : -1;
    }
    memcpy(paint.down, "\n", 2);
    memcpy(paint.up, "\033M", 3);
    paint.csr = "r";
    paint.cup = "H";
    paint.cuf = "C";
    paint.expand = expand;
    paint_forget(&paint);
    return paint;
}

/* What the canvas means, as vt_dump() says it. Blanks without a back have no look. */
static void meant(const struct paint *paint, const struct canvas *canvas, struct buf *out)
{
    for (int y = 0; y < canvas_rows(canvas); y++) {
        for (int x = 0; x < canvas_columns(canvas); x++) {
            const struct cell *cell = canvas_cell(canvas, y, x);
            bool blank = cell->text[0] == ' ' && paint->blanks[cell->role] == -1;
            if (cell->width > 0)
                buf_printf(out, "%s", blank ? "" : paint->looks[cell->role] + 1);
            for (int i = 0; cell->width > 0 && i <= TEXT_MARKS_MAX && cell->text[i] != 0; i++)
                text_encode(out, cell->text[i]);
        }
        buf_putc(out, '\n');
    }
}

/* The same of what the terminal shows. */
static void shown(const struct vt *vt, struct buf *out)
{
    struct buf dump = {0};
    char look[32] = "";
    vt_dump(vt, &dump);
    for (struct sv rest = buf_sv(&dump); rest.len > 0;) {
        int32_t c;
        size_t used = (size_t)text_decode(rest, &c);
        if (c == '<') {
            used = (size_t)((const char *)memchr(rest.data, '>', rest.len) - rest.data) + 1;
            snprintf(look, sizeof(look), "%.*s", (int)used - 2, rest.data + 1);
        } else if (c == '\n') {
            buf_putc(out, '\n');
            look[0] = '\0';
        } else {
            bool mark = text_char_width(c) == 0, plain = c == ' ' && !strstr(look, "44");
            if (!mark && !plain)
                buf_printf(out, "[%sm", look);
            buf_add(out, (struct sv){rest.data, used});
        }
        rest = sv_skip(rest, used);
    }
    buf_free(&dump);
}

static void expect_shown(const struct paint *paint, const struct canvas *canvas,
                         const struct vt *vt, int round)
{
    struct buf want = {0}, have = {0};
    meant(paint, canvas, &want);
    shown(vt, &have);
    if (!sv_eq(buf_sv(&want), buf_sv(&have)))
        fail_msg("round %d: meant\n%s\nshown\n%s", round, buf_text(&want), buf_text(&have));
    buf_free(&want);
    buf_free(&have);
}

static unsigned random_below(uint64_t *state, unsigned end)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*state >> 33) % end;
}

/* Puts something somewhere, moves rows, or fills a row. */
static void change(struct canvas *canvas, uint64_t *state)
{
    static const char *const texts[] = {"教育局", "a", "二〇二一", "e\xCC\x81", "   ", "on track"};
    static const enum role roles[] = {ROLE_TEXT, ROLE_STRONG, ROLE_TITLE, ROLE_RED, ROLE_FAINT};
    int rows = canvas_rows(canvas), columns = canvas_columns(canvas);
    int y = (int)random_below(state, (unsigned)rows);
    enum role role = roles[random_below(state, COUNT_OF(roles))];
    switch (random_below(state, 8)) {
    case 0:
        canvas_scroll(canvas, y / 2, rows - 1 - y / 3, (int)random_below(state, 5) - 2);
        break;
    case 1:
        canvas_fill(canvas, y, (int)random_below(state, (unsigned)columns), columns, role);
        break;
    default:
        canvas_put(canvas, y, (int)random_below(state, (unsigned)columns), columns, role,
                   sv_from(texts[random_below(state, COUNT_OF(texts))]));
    }
}

static void test_random_screens(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 40; seed++) {
        struct paint paint = new_paint();
        struct vt *vt = vt_new(ROWS, COLUMNS);
        struct canvas *canvas = canvas_new(ROWS, COLUMNS);
        struct buf bytes = {0};
        uint64_t chance = seed;
        for (int round = 0; round < 120; round++) {
            for (unsigned i = random_below(&chance, 12); i > 0; i--)
                change(canvas, &chance);
            if (random_below(&chance, 30) == 0)
                paint_forget(&paint);
            buf_clear(&bytes);
            paint_show(&paint, canvas, &bytes);
            vt_feed(vt, buf_sv(&bytes));
            expect_shown(&paint, canvas, vt, round);
        }
        buf_free(&bytes);
        canvas_free(canvas);
        vt_free(vt);
        paint_forget(&paint);
    }
}

static size_t sent(struct paint *paint, const struct canvas *canvas)
{
    struct buf bytes = {0};
    paint_show(paint, canvas, &bytes);
    size_t len = bytes.len;
    buf_free(&bytes);
    return len;
}

static void test_little_is_sent(void **state)
{
    (void)state;
    struct paint paint = new_paint();
    struct canvas *canvas = canvas_new(ROWS, COLUMNS);
    for (int y = 0; y < ROWS; y++) {
        char text[32];
        snprintf(text, sizeof(text), "row %d, of some length", y);
        canvas_put(canvas, y, 0, COLUMNS, ROLE_TEXT, sv_from(text));
    }
    assert_in_range(sent(&paint, canvas), 200, 330);
    assert_int_equal(sent(&paint, canvas), 0);
    canvas_put(canvas, 4, 20, 1, ROLE_TEXT, SV("x"));
    assert_in_range(sent(&paint, canvas), 1, 9);
    canvas_fill(canvas, 5, 4, COLUMNS, ROLE_TEXT);
    assert_in_range(sent(&paint, canvas), 1, 9);
    canvas_scroll(canvas, 2, 9, 1);
    assert_in_range(sent(&paint, canvas), 1, 30);
    canvas_fill(canvas, 7, 0, COLUMNS, ROLE_STRONG); /* a blank has no boldness */
    canvas_fill(canvas, 7, 0, COLUMNS, ROLE_TEXT);
    sent(&paint, canvas);
    canvas_fill(canvas, 7, 0, COLUMNS, ROLE_FAINT);
    assert_int_equal(sent(&paint, canvas), 0);
    canvas_free(canvas);
    paint_forget(&paint);
}

/* Without that a terminal would scroll at the end of its last row. */
static void test_last_cell(void **state)
{
    (void)state;
    struct paint paint = new_paint();
    struct canvas *canvas = canvas_new(1, 1);
    canvas_put(canvas, 0, 0, 1, ROLE_TEXT, SV("x"));
    paint.scrolls_last = true;
    size_t least = sent(&paint, canvas);
    paint.scrolls_last = false;
    paint_forget(&paint);
    assert_true(sent(&paint, canvas) > least);
    canvas_free(canvas);
    paint_forget(&paint);
}

static void expect_look(const char *first, const char *second, const char *together)
{
    char look[PAINT_LOOK_MAX] = "";
    look_add(look, sizeof(look), first);
    look_add(look, sizeof(look), second);
    assert_string_equal(look, together);
}

static void test_looks(void **state)
{
    (void)state;
    expect_look("\033(B\033[m", "\033[1m", "\033[0;1m");
    expect_look("\033[m\017", "\033[31m", "\033[0;31m");
    expect_look("\033[0;1m", "\033[38;5;9m", "\033[0;1;38;5;9m");
    expect_look("\033[m\017$<2>", "", "\033[m");
    expect_look("\033[1m$<2>", "\033[7m$<2>", "\033[1;7m");
    expect_look("\033G0", "\033G4", "\033G0\033G4"); /* no ANSI terminal */
    char small[8] = "\033[1m";
    look_add(small, sizeof(small), "\033[38;5;9m");
    assert_string_equal(small, "\033[1m");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_screens),
        cmocka_unit_test(test_little_is_sent),
        cmocka_unit_test(test_last_cell),
        cmocka_unit_test(test_looks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
