/* help.c - the keys that work on the screen that help was asked for on, and what the marks mean. */
#include "ui/ui.h"

/* The keys of the screen behind the help. */
static bool works(const struct ui *ui, enum action action)
{
    int behind = ui->depth > 0 ? ui->depth - 1 : 0;
    return action_works(action, screen_where(ui, ui->way[behind].screen));
}

enum { KEYS = 10 };

/* How many rows the help of an action takes in so many columns. */
static int rows_of(enum action action, int columns)
{
    return wrap_rows(sv_from(_(action_info(action)->help)), columns - KEYS);
}

/* Row n of an action. */
static void draw_action(struct canvas *canvas, int y, const struct area *area, enum action action,
                        int n)
{
    struct sv rest = sv_from(_(action_info(action)->help));
    if (n == 0)
        canvas_left(canvas, y, area->x, KEYS, ROLE_STRONG, action_info(action)->keys);
    for (; n > 0; n--)
        rest = sv_trim(sv_skip(rest, wrap_length(rest, area->columns - KEYS)));
    rest.len = wrap_length(rest, area->columns - KEYS);
    canvas_put(canvas, y, area->x + KEYS, area->columns - KEYS, ROLE_TEXT, rest);
}

/* Row n of the help. Returns false past the end. */
static bool draw_row(const struct ui *ui, struct canvas *canvas, int y, const struct area *area,
                     int n)
{
    for (enum action i = ACTION_NONE + 1; i < ACTION_TOTAL; i++) {
        int rows = works(ui, i) ? rows_of(i, area->columns) : 0;
        if (n < rows) {
            draw_action(canvas, y, area, i, n);
            return true;
        }
        n -= rows;
    }
    if (n-- == 0)
        return true; /* a blank row between keys and marks */
    if (n >= STANDING_TOTAL)
        return false;
    char mark[2] = {standing_mark((enum standing)n), '\0'};
    canvas_left(canvas, y, area->x, 1, role_of_standing((enum standing)n), mark);
    canvas_put(canvas, y, area->x + KEYS, area->columns - KEYS, ROLE_TEXT,
               sv_from(lang_standing((enum standing)n)));
    return true;
}

static int count_rows(const struct ui *ui, int columns)
{
    int rows = 1 + STANDING_TOTAL;
    for (enum action i = ACTION_NONE + 1; i < ACTION_TOTAL; i++)
        rows += works(ui, i) ? rows_of(i, columns) : 0;
    return rows;
}

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    /* The whole page is what moves: the choice is its first row. */
    int count = count_rows(ui, area->columns), pages = count - area->rows + 1;
    struct list *list = ui_list(ui);
    list_resize(list, pages > 1 ? pages : 1);
    list->rows = area->rows;
    for (int row = 0; row < area->rows; row++) {
        if (!draw_row(ui, canvas, area->y + row, area, list->selected + row))
            break;
    }
}

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    (void)key;
    list_move(ui_list(ui), action);
    return (struct ui_request){.type = UI_NONE};
}

const struct screen screen_help = {.name = N_("help"), .moves = true, .draw = draw, .act = act};
