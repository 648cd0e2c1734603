/* ansi_svg.c - a captured terminal screen as a picture: `tmux capture-pane -e -p` in, SVG out.
 *
 * Reads lines of UTF-8 with SGR sequences; knows what the monitor's themes use: the eight colours,
 * bold, dim, reverse and underline. Text is placed run by run at its column, so that it lines up
 * whatever font shows it.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "duban/buf.h"
#include "duban/text.h"

enum { COLUMN = 9, LINE = 20, MARGIN = 10, THEIRS = 9 };

/* The eight colours and the terminal's own, as in front of dark ground. */
static const char *const front_colours[] = {"#1d2330", "#ff7b72", "#7ee787", "#f2cc60", "#79b8ff",
                                            "#d2a8ff", "#76e3ea", "#e6edf3", "",        "#d0d7de"};
static const char *const back_colours[] = {"#1d2330", "#b62324", "#238636", "#9e6a03", "#1f4b99",
                                           "#8957e5", "#1b7c83", "#d0d7de", "",        "#11151d"};

struct look {
    int front, back;
    bool bold, dim, reverse, underline;
};

struct page {
    struct buf out;
    struct look look;
    int columns, y, x;
};

static void set(struct look *look, int code)
{
    if (code == 0)
        *look = (struct look){.front = THEIRS, .back = THEIRS};
    else if (code == 1)
        look->bold = true;
    else if (code == 2)
        look->dim = true;
    else if (code == 4)
        look->underline = true;
    else if (code == 7)
        look->reverse = true;
    else if (code >= 30 && code <= 39)
        look->front = code - 30;
    else if (code >= 40 && code <= 49)
        look->back = code - 40;
}

/* Reads "ESC [ n ; n m"; returns its length, 0 when it is no such sequence. */
static size_t read_sgr(struct look *look, struct sv text)
{
    size_t at = 2;
    int code = 0;
    if (text.len < 3 || text.data[0] != '\033' || text.data[1] != '[')
        return 0;
    for (; at < text.len; at++) {
        char c = text.data[at];
        if (c >= '0' && c <= '9') {
            code = code * 10 + c - '0';
            continue;
        }
        set(look, code);
        code = 0;
        if (c == 'm')
            return at + 1;
    }
    return 0;
}

static void add_escaped(struct buf *out, struct sv text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '<')
            buf_puts(out, "&lt;");
        else if (text.data[i] == '&')
            buf_puts(out, "&amp;");
        else
            buf_putc(out, text.data[i]);
    }
}

/* A run of one look, and of narrow or wide characters only. */
static void add_run(struct page *page, struct sv text, int width)
{
    const struct look *look = &page->look;
    int left = MARGIN + page->x * COLUMN, top = MARGIN + page->y * LINE;
    const char *front = front_colours[look->front], *back = back_colours[look->back];
    if (look->reverse) {
        front = back_colours[look->back];
        back = front_colours[look->front];
    }
    if (look->reverse || look->back != THEIRS)
        buf_printf(&page->out, "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n",
                   left, top, width * COLUMN, LINE, back);
    page->x += width;
    if (sv_trim(text).len == 0)
        return;
    buf_printf(&page->out, "<text x=\"%d\" y=\"%d\" fill=\"%s\" textLength=\"%d\"%s%s%s>", left,
               top + LINE - 5, front, width * COLUMN, look->bold ? " font-weight=\"bold\"" : "",
               look->dim ? " opacity=\".7\"" : "",
               look->underline ? " text-decoration=\"underline\"" : "");
    add_escaped(&page->out, text);
    buf_puts(&page->out, "</text>\n");
}

static void add_line(struct page *page, struct sv line)
{
    page->x = 0;
    while (line.len > 0) {
        size_t len = read_sgr(&page->look, line);
        int width = 0, wide = -1;
        if (len > 0) {
            line = sv_skip(line, len);
            continue;
        }
        while (len < line.len && line.data[len] != '\033') {
            int32_t c;
            size_t more = (size_t)text_decode(sv_skip(line, len), &c);
            int columns = text_char_width(c);
            if (wide >= 0 && columns > 0 && columns != wide)
                break;
            wide = columns > 0 ? columns : wide;
            width += columns;
            len += more;
        }
        if (len == 0) { /* an escape that is no look */
            line = sv_skip(line, 1);
            continue;
        }
        add_run(page, (struct sv){line.data, len}, width);
        line = sv_skip(line, len);
    }
    page->columns = page->x > page->columns ? page->x : page->columns;
    page->y++;
}

int main(void)
{
    struct buf in = {0};
    struct page page = {.look = {.front = THEIRS, .back = THEIRS}};
    char piece[65536];
    for (size_t got; (got = fread(piece, 1, sizeof(piece), stdin)) > 0;)
        buf_add(&in, (struct sv){piece, got});
    struct sv rest = buf_sv(&in), line;
    while (sv_split(&rest, '\n', &line))
        add_line(&page, line);
    int width = 2 * MARGIN + page.columns * COLUMN, height = 2 * MARGIN + page.y * LINE;
    printf(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" "
        "height=\"%d\" font-size=\"15\" xml:space=\"preserve\" font-family=\"'Noto Sans Mono CJK "
        "SC','Sarasa Mono SC','DejaVu Sans Mono',Menlo,Consolas,monospace\">\n"
        "<style>text{white-space:pre}</style>\n"
        "<rect width=\"%d\" height=\"%d\" rx=\"8\" fill=\"%s\"/>\n%s</svg>\n",
        width, height, width, height, width, height, back_colours[THEIRS], buf_text(&page.out));
    buf_free(&page.out);
    buf_free(&in);
    return 0;
}
