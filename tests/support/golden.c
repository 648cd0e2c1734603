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

/* What stands for a cell: its role, or its look in the mono theme. */
typedef char letter_fn(enum role role);

static char mono_letter(enum role role)
{
    return "0123456789abcdef"[theme_style(THEME_MONO, role).look & 15];
}

/* Each row as runs of the same letter. */
static void add_runs(struct buf *out, const struct canvas *canvas, letter_fn *letter)
{
    for (int y = 0; y < canvas_rows(canvas); y++) {
        int columns = canvas_columns(canvas);
        for (int x = 0, from = 0; x < columns; x++) {
            char here = letter((enum role)canvas_cell(canvas, y, x)->role);
            if (x + 1 < columns && letter((enum role)canvas_cell(canvas, y, x + 1)->role) == here)
                continue;
            buf_printf(out, "%c%d%s", here, x + 1 - from, x + 1 < columns ? " " : "\n");
            from = x + 1;
        }
    }
}

static void describe(struct buf *out, const struct canvas *canvas)
{
    canvas_dump(canvas, false, out);
    buf_puts(out, "-- roles\n");
    add_runs(out, canvas, role_letter);
    buf_puts(out, "-- mono\n");
    add_runs(out, canvas, mono_letter);
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
