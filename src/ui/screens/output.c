/* output.c - what a command line printed, line by line. */
#include "ui/ui.h"

enum { SIDEWAYS = 20 }; /* columns that Left and Right move by */

static int count(const struct ui *ui)
{
    return ui->output_lines;
}

static struct row row_at(const struct ui *ui, int n)
{
    (void)ui;
    return (struct row){.n = n, .target = -1, .school = -1};
}

static struct sv line_of(const struct ui *ui, int n)
{
    size_t from = ui->output_starts[n], end = ui->output_starts[n + 1];
    if (end > from && ui->output[end - 1] == '\n')
        end--;
    return (struct sv){ui->output + from, end - from};
}

static void words(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_add(out, line_of(ui, row->n));
}

static const struct table lines = {.count = count, .row = row_at, .words = words};

static int chosen(const struct ui *ui)
{
    return ui_here(ui)->list.selected;
}

static void choose(struct ui *ui, int n)
{
    ui_list(ui)->selected = n;
}

static const struct finds finds = {&lines, chosen, choose};

/* `line` without its first `columns`. */
static struct sv sideways(struct sv line, int columns)
{
    return sv_skip(line, text_clip(line, columns).len);
}

/* What shows that a line is chosen: its first character, one or two columns wide. */
static struct sv handle_of(struct sv line)
{
    int32_t c;
    return line.len > 0 ? (struct sv){line.data, (size_t)text_decode(line, &c)} : SV(" ");
}

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    struct list *list = ui_list(ui);
    list_resize(list, ui->output_lines);
    list_fit(list, area->rows);
    for (int row = 0; row < area->rows && list->top + row < list->count; row++) {
        int n = list->top + row;
        struct sv line = sideways(line_of(ui, n), ui->output_column);
        canvas_put_cut(canvas, area->y + row, area->x, area->columns, ROLE_TEXT, line);
        if (n == list->selected)
            canvas_put(canvas, area->y + row, area->x, 2, ROLE_CHOSEN, handle_of(line));
    }
}

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    (void)key;
    if (action == ACTION_RIGHT)
        ui->output_column += SIDEWAYS;
    else if (action == ACTION_LEFT)
        ui->output_column -= ui->output_column < SIDEWAYS ? ui->output_column : SIDEWAYS;
    else
        list_move(ui_list(ui), action);
    return (struct ui_request){.type = UI_NONE};
}

static const char *crumb(const struct ui *ui, const struct place *place)
{
    (void)place;
    return ui->output_title;
}

const struct screen screen_output = {.name = N_("command output"),
                                     .crumb = crumb,
                                     .moves = true,
                                     .finds = &finds,
                                     .draw = draw,
                                     .act = act};
