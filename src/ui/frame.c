/* frame.c - what stands around every screen: the title with the way in, and the bottom line. */
#include "ui/ui.h"

enum { ROWS_LEAST = 12, COLUMNS_LEAST = 60 };

static const char *crumb_of(const struct ui *ui, const struct place *place)
{
    const struct screen *screen = screen_info(place->screen);
    return screen->crumb ? screen->crumb(ui, place) : _(screen->name);
}

/* The way in, its last places where there is no room for all: " .. > School places > 5.1". */
static void add_way(const struct ui *ui, int columns, struct buf *out)
{
    for (int first = 0; first <= ui->depth; first++) {
        buf_clear(out);
        buf_printf(out, " %s", first == 0 ? ui_name(ui, &ui->board->plan->name) : "..");
        for (int depth = first > 0 ? first : 1; depth <= ui->depth; depth++)
            buf_printf(out, " > %s", crumb_of(ui, &ui->way[depth]));
        if (text_width(buf_sv(out)) <= columns)
            return;
    }
}

static void draw_title(const struct ui *ui, struct canvas *canvas, int columns)
{
    const struct plan *plan = ui->board->plan;
    char date[DATE_TEXT_MAX];
    struct buf right = {0}, left = {0};
    if (plan->sample)
        buf_printf(&right, "%s  ", _("SAMPLE DATA"));
    if (ui->options.read_only)
        buf_printf(&right, "%s  ", _("READ ONLY"));
    buf_printf(&right, _("as of %s"), date_format(ui->board->as_of, date));
    if (ui->comparison)
        buf_printf(&right, _(", since %s"), date_format(ui->comparison->before->as_of, date));
    buf_putc(&right, ' ');
    int width = text_width(buf_sv(&right));
    add_way(ui, columns - width - 1, &left);
    canvas_left(canvas, 0, 0, columns, ROLE_TITLE, "");
    canvas_put(canvas, 0, 0, columns - width - 1, ROLE_TITLE, buf_sv(&left));
    canvas_put(canvas, 0, columns - width, width, ROLE_TITLE, buf_sv(&right));
    buf_free(&right);
    buf_free(&left);
}

/* What the list leaves out. Returns where the hints begin. */
static int draw_filter(const struct ui *ui, struct canvas *canvas, int y, int columns)
{
    const struct list *list = &ui_here(ui)->list;
    if (!screen_of(ui)->table || list->filter[0] == '\0')
        return 0;
    struct buf text = {0};
    buf_printf(&text, _("filter %s: %d"), list->filter, list->count);
    int x = canvas_put(canvas, y, 0, columns / 2, ROLE_INFO, buf_sv(&text));
    buf_free(&text);
    return x + 2;
}

/* The keys that work here, as many as there is room for. */
static void draw_hints(const struct ui *ui, struct canvas *canvas, int y, int columns)
{
    struct buf hint = {0};
    const struct screen *screen = screen_of(ui);
    unsigned where = screen_where(ui, ui_here(ui)->screen);
    int x = draw_filter(ui, canvas, y, columns);
    for (enum action i = ACTION_NONE + 1; i < ACTION_TOTAL; i++) {
        const struct action_info *info = action_info(i);
        if (!action_works(i, where) || info->hint[0] == '\0' ||
            (screen->idle && screen->idle(ui, i)))
            continue;
        buf_clear(&hint);
        buf_printf(&hint, " %s", _(info->hint));
        int key = text_width(sv_from(info->keys)), width = key + text_width(buf_sv(&hint));
        if (x + width > columns)
            break;
        canvas_put(canvas, y, x, key, ROLE_STRONG, sv_from(info->keys));
        canvas_put(canvas, y, x + key, width - key, ROLE_HINT, buf_sv(&hint));
        x += width + 2;
    }
    buf_free(&hint);
}

static void draw_bottom(const struct ui *ui, struct canvas *canvas, int y, int columns)
{
    if (ui->input.open)
        input_draw(&ui->input, canvas, y);
    else if (ui->message[0] != '\0')
        canvas_put(canvas, y, 0, columns, ui->tone == UI_TONE_ERROR ? ROLE_ERROR : ROLE_INFO,
                   sv_from(ui->message));
    else
        draw_hints(ui, canvas, y, columns);
}

void ui_draw(struct ui *ui, struct canvas *canvas)
{
    int rows = canvas_rows(canvas), columns = canvas_columns(canvas);
    canvas_clear(canvas);
    if (rows < ROWS_LEAST || columns < COLUMNS_LEAST) {
        wrap_draw(canvas, 0, 0, columns, rows, ROLE_TEXT,
                  _("duban needs a window of at least 60 x 12; make it larger, or press q"));
        return;
    }
    draw_title(ui, canvas, columns);
    const struct area area = {1, 0, rows - 2, columns};
    const struct screen *screen = screen_of(ui);
    table_refresh(ui);
    if (screen->draw)
        screen->draw(ui, canvas, &area);
    else
        table_draw(ui, canvas, &area);
    draw_bottom(ui, canvas, rows - 1, columns);
}
