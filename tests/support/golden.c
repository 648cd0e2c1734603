#include "golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "app/output.h"
#include "ui/canvas.h"
#include "ui/theme.h"

enum { GOLDEN_MAX = 1 << 20 };

/* What stands for a cell; a blank where nothing is special about it. */
typedef char letter_fn(enum role role);

static char map_letter(enum role role)
{
    return role == ROLE_TEXT ? ' ' : role_letter(role);
}

static char mono_letter(enum role role)
{
    return " 123456789abcdef"[theme_style(THEME_MONO, role).look & 15];
}

/* A letter a cell, below the text as it stands. */
static void add_map(struct buf *out, const struct canvas *canvas, letter_fn *letter)
{
    for (int y = 0; y < canvas_rows(canvas); y++) {
        size_t start = out->len;
        for (int x = 0; x < canvas_columns(canvas); x++)
            buf_putc(out, letter((enum role)canvas_cell(canvas, y, x)->role));
        while (out->len > start && out->data[out->len - 1] == ' ')
            out->data[--out->len] = '\0';
        buf_putc(out, '\n');
    }
}

/* " yellow on black bold underline", " plain" */
static void add_style(struct buf *out, struct style style)
{
    static const char *const colours[] = {"black", "red",     "green", "yellow",
                                          "blue",  "magenta", "cyan",  "white"};
    static const char *const looks[] = {"bold", "reverse", "underline", "dim"}; /* as enum look */
    size_t start = out->len;
    if (style.front != THEIRS)
        buf_printf(out, " %s", colours[style.front]);
    if (style.back != THEIRS)
        buf_printf(out, " on %s", colours[style.back]);
    for (unsigned i = 0; i < COUNT_OF(looks); i++) {
        if (style.look & 1u << i)
            buf_printf(out, " %s", looks[i]);
    }
    if (out->len == start)
        buf_puts(out, " plain");
}

/* How each theme shows the roles that are on this screen. */
static void add_looks(struct buf *out, const struct canvas *canvas)
{
    static const char *const themes[THEME_TOTAL] = {[THEME_DARK] = "dark",
                                                    [THEME_LIGHT] = "light",
                                                    [THEME_CONTRAST] = "contrast",
                                                    [THEME_MONO] = "mono"};
    bool used[ROLE_TOTAL] = {false};
    for (int y = 0; y < canvas_rows(canvas); y++) {
        for (int x = 0; x < canvas_columns(canvas); x++)
            used[canvas_cell(canvas, y, x)->role] = true;
    }
    for (int role = 0; role < ROLE_TOTAL; role++) {
        if (!used[role])
            continue;
        buf_putc(out, role_letter((enum role)role));
        for (int theme = 0; theme < THEME_TOTAL; theme++) {
            buf_printf(out, "%s %s:", theme > 0 ? "," : "", themes[theme]);
            add_style(out, theme_style((enum theme)theme, (enum role)role));
        }
        buf_putc(out, '\n');
    }
}

static void describe(struct buf *out, const struct canvas *canvas)
{
    canvas_dump(canvas, false, out);
    buf_puts(out, "-- roles\n");
    add_map(out, canvas, map_letter);
    buf_puts(out, "-- mono\n");
    add_map(out, canvas, mono_letter);
    buf_puts(out, "-- looks\n");
    add_looks(out, canvas);
}

/* The first line that differs. */
static void fail_at_difference(const char *name, struct sv want, struct sv got)
{
    struct sv a = {0}, b = {0};
    for (int line = 1; (int)sv_split(&want, '\n', &a) | (int)sv_split(&got, '\n', &b); line++) {
        if (!sv_eq(a, b))
            fail_msg("tests/data/screens/%s.txt:%d: is \"%.*s\", was \"%.*s\"; when it is right: "
                     "make goldens",
                     name, line, SV_ARG(b), SV_ARG(a));
        a = b = (struct sv){0};
    }
    fail_msg("%s: lines are missing; when it is right: make goldens", name);
}

void golden_check(const char *name, const struct canvas *canvas)
{
    const char *tests = getenv("DUBAN_TESTS"), *write = getenv("GOLDENS");
    struct buf path = {0}, want = {0}, got = {0};
    struct err err = {0};
    describe(&got, canvas);
    buf_printf(&path, "%s/data/screens/%s.txt", tests ? tests : "tests", name);
    if (write && strcmp(write, "write") == 0) {
        if (!output_replace(buf_text(&path), buf_sv(&got), &err))
            fail_msg("%s: %s", buf_text(&path), err.text);
    } else if (!input_file(buf_text(&path), GOLDEN_MAX, &want, &err)) {
        fail_msg("%s: %s", buf_text(&path), err.text);
    } else if (!sv_eq(buf_sv(&want), buf_sv(&got))) {
        fail_at_difference(name, buf_sv(&want), buf_sv(&got));
    }
    buf_free(&path);
    buf_free(&want);
    buf_free(&got);
}
