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
    canvas_put_cut(canvas, 0, 0, columns - width - 1, ROLE_TITLE, buf_sv(&left));
    canvas_put(canvas, 0, columns - width, width, ROLE_TITLE, buf_sv(&right));
    buf_free(&right);
    buf_free(&left);
}

/* "filter lagging: 12"; of a long filter the beginning, so that the number stays in sight. */
static void add_filter(const struct list *list, int columns, struct buf *out)
{
    struct sv filter = sv_from(list->filter);
    buf_printf(out, _("filter %s: %d"), list->filter, list->count);
    int over = text_width(buf_sv(out)) - columns;
    if (over <= 0)
        return;
    struct buf cut = {0};
    buf_printf(&cut, "%.*s~", SV_ARG(text_clip(filter, text_width(filter) - over - 1)));
    buf_clear(out);
    buf_printf(out, _("filter %s: %d"), buf_text(&cut), list->count);
    buf_free(&cut);
}

/* What the list leaves out. Returns where the hints begin. */
static int draw_filter(const struct ui *ui, struct canvas *canvas, int y, int columns)
{
    const struct list *list = &ui_here(ui)->list;
    if (!screen_of(ui)->table || list->filter[0] == '\0')
        return 0;
    struct buf text = {0};
    add_filter(list, columns / 3, &text);
    int x = canvas_put(canvas, y, 0, columns / 3, ROLE_INFO, buf_sv(&text));
    buf_free(&text);
    return x + 2;
}

enum { HINT_GAP = 2 };

/* "Enter open" at x, or only measured without a canvas. Returns its width. */
static int draw_hint(struct canvas *canvas, int y, int x, enum action action)
{
    const struct action_info *info = action_info(action);
    struct buf hint = {0};
    buf_printf(&hint, " %s", _(info->hint));
    int key = text_width(sv_from(info->keys)), width = key + text_width(buf_sv(&hint));
    if (canvas) {
        canvas_put(canvas, y, x, key, ROLE_STRONG, sv_from(info->keys));
        canvas_put(canvas, y, x + key, width - key, ROLE_HINT, buf_sv(&hint));
    }
    buf_free(&hint);
    return width;
}

/* Is it about the chosen row, or about the rows? What the screen itself is about can be changed
 * without any. */
static bool needs_row(const struct ui *ui, enum action action)
{
    bool of_target = ui_here(ui)->target >= 0;
    switch (action) {
    case ACTION_OPEN:
    case ACTION_STEP_DONE:
    case ACTION_UNDO_IMPORT:
    case ACTION_EDIT:
    case ACTION_SHEET:
    case ACTION_CLOSE:
    case ACTION_SEARCH:
    case ACTION_SORT:
        return true;
    case ACTION_WHY:
    case ACTION_GOAL:
    case ACTION_DUE:
        return !of_target;
    case ACTION_FILTER:
        return ui_here(ui)->list.filter[0] == '\0';
    default:
        return false;
    }
}

/* Can it do nothing just now? */
static bool is_idle(const struct ui *ui, enum action action)
{
    const struct screen *screen = screen_of(ui);
    const struct list *list = &ui_here(ui)->list;
    bool empty = screen->table && list->fresh && list->count == 0;
    return (empty && needs_row(ui, action)) || (screen->idle && screen->idle(ui, action));
}

/* The ways out and to the other keys, at the right: those that work stay in sight. Returns where they
 * begin. */
static int draw_fixed_hints(const struct ui *ui, struct canvas *canvas, int y, int columns,
                            unsigned where)
{
    static const enum action fixed[] = {ACTION_QUIT, ACTION_HELP, ACTION_BACK};
    int x = columns;
    for (size_t i = 0; i < COUNT_OF(fixed); i++) {
        if (!action_works(fixed[i], where) || is_idle(ui, fixed[i]))
            continue;
        x -= draw_hint(NULL, y, 0, fixed[i]);
        draw_hint(canvas, y, x, fixed[i]);
        x -= HINT_GAP;
    }
    return x;
}

static bool is_hinted(enum action action, unsigned where, bool of_screen)
{
    const struct action_info *info = action_info(action);
    bool fixed = action == ACTION_QUIT || action == ACTION_HELP || action == ACTION_BACK;
    bool own = !(info->where & (HAVE_LIST | HAVE_TABLE | HAVE_SORT | HAVE_FIND | HAVE_WAY | HAVE_ALL));
    return info->hint[0] != '\0' && !fixed && own == of_screen && action_works(action, where);
}

/* The keys that work here, as many as there is room for: those of the screen first. */
static void draw_hints(const struct ui *ui, struct canvas *canvas, int y, int columns)
{
    unsigned where = screen_where(ui, ui_here(ui)->screen);
    int x = draw_filter(ui, canvas, y, columns), end = draw_fixed_hints(ui, canvas, y, columns, where);
    for (int of_screen = 1; of_screen >= 0; of_screen--) {
        for (enum action i = ACTION_NONE + 1; i < ACTION_TOTAL; i++) {
            if (!is_hinted(i, where, of_screen) || is_idle(ui, i))
                continue;
            int width = draw_hint(NULL, y, 0, i);
            if (x + width > end)
                return;
            draw_hint(canvas, y, x, i);
            x += width + HINT_GAP;
        }
    }
}

/* On as many rows as it needs. */
static void draw_message(const struct ui *ui, struct canvas *canvas, int y, int columns)
{
    int rows = wrap_rows(sv_from(ui->message), columns);
    wrap_fill(canvas, y - rows + 1, rows, ui->tone == UI_TONE_ERROR ? ROLE_ERROR : ROLE_INFO,
              ui->message);
}

static void draw_bottom(const struct ui *ui, struct canvas *canvas, int y, int columns)
{
    if (ui->input.open)
        input_draw(&ui->input, canvas, y);
    else if (ui->message[0] != '\0')
        draw_message(ui, canvas, y, columns);
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
    if (ui->width != columns) { /* how many rows there are may hang on it */
        table_remember(ui, ui_list(ui), screen_of(ui)->table);
        ui_list(ui)->fresh = false;
    }
    ui->width = columns;
    const struct screen *screen = screen_of(ui);
    table_refresh(ui);
    if (screen->draw)
        screen->draw(ui, canvas, &area);
    else
        table_draw(ui, canvas, &area);
    draw_bottom(ui, canvas, rows - 1, columns);
}
