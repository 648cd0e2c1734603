/* help.c - the keys that work on the screen that help was asked for on, and what the marks mean. */
#include "ui/ui.h"

/* The keys of the screen behind the help. */
static bool works(const struct ui *ui, enum action action)
{
    int behind = ui->depth > 0 ? ui->depth - 1 : 0;
    return action_works(action, screen_where(ui, ui->way[behind].screen));
}

enum { KEYS = 10, MARKS = ACTION_TOTAL }; /* under MARKS + its number a standing */

/* What the keys do, a blank row, and what the marks mean. */
static void tell(const struct ui *ui, struct told *told, int width)
{
    for (enum action i = ACTION_NONE + 1; i < ACTION_TOTAL; i++) {
        if (works(ui, i))
            told_add(told, (int)i, sv_from(_(action_info(i)->help)), width);
    }
    told_add(told, ACTION_NONE, SV(""), width);
    for (enum standing i = 0; i < STANDING_TOTAL; i++)
        told_add(told, MARKS + (int)i, sv_from(lang_standing(i)), width);
}

static void draw_piece(struct canvas *canvas, int y, const struct area *area,
                       const struct piece *piece)
{
    canvas_put(canvas, y, area->x + KEYS, area->columns - KEYS, ROLE_TEXT, piece->text);
    if (piece->about >= MARKS) {
        enum standing standing = (enum standing)(piece->about - MARKS);
        char mark[2] = {standing_mark(standing), '\0'};
        canvas_left(canvas, y, area->x, 1, role_of_standing(standing), mark);
    } else if (piece->about != ACTION_NONE && piece->n == 0) {
        const char *keys = action_info((enum action)piece->about)->keys;
        canvas_left(canvas, y, area->x, KEYS, ROLE_STRONG, keys);
    }
}

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    struct arena arena = {0};
    struct told told = {.arena = &arena};
    tell(ui, &told, area->columns - KEYS);
    /* The whole page is what moves: the choice is its first row. */
    int count = (int)told.count, pages = count - area->rows + 1;
    struct list *list = ui_list(ui);
    list_resize(list, pages > 1 ? pages : 1);
    list->rows = area->rows;
    for (int row = 0; row < area->rows && list->selected + row < count; row++)
        draw_piece(canvas, area->y + row, area, &told.pieces[list->selected + row]);
    arena_free(&arena);
}

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    (void)key;
    list_move(ui_list(ui), action);
    return (struct ui_request){.type = UI_NONE};
}

const struct screen screen_help = {.name = N_("help"), .moves = true, .draw = draw, .act = act};
