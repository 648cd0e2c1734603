/* overview.c - all sections at once, a pane each, with their items. */
#include <string.h>

#include <math.h>

#include "ui/since.h"

enum { PANE_ROWS_LEAST = 4, PANE_COLUMNS_LEAST = 38, PANES_ABREAST_MAX = 3 };

/* How the panes stand: 0 columns means one below the other, only the chosen one open. */
struct grid {
    int columns, rows;
};

static int section_count(const struct ui *ui)
{
    return (int)ui->board->plan->section_count;
}

static struct grid grid_for(const struct ui *ui, const struct area *area)
{
    int count = section_count(ui);
    int columns = area->columns / PANE_COLUMNS_LEAST;
    if (columns > PANES_ABREAST_MAX)
        columns = PANES_ABREAST_MAX;
    if (columns > count)
        columns = count;
    if (columns == 0)
        return (struct grid){0, 0};
    int rows = (count + columns - 1) / columns;
    if (area->rows / rows < PANE_ROWS_LEAST)
        return (struct grid){0, 0};
    return (struct grid){columns, rows};
}

/* "X1 !2 L3": how many targets need care, by mark. */
static void add_marks(struct buf *out, const struct rollup *rollup)
{
    for (enum standing i = 0; i < STANDING_TOTAL; i++) {
        if (rollup->counts[i] > 0 && standing_rag(i) >= RAG_AMBER)
            buf_printf(out, "%c%d ", standing_mark(i), rollup->counts[i]);
    }
}

static void draw_head(const struct ui *ui, struct canvas *canvas, const struct area *area, int s)
{
    const struct section *section = &ui->board->plan->sections[s];
    const struct rollup *rollup = &ui->board->sections[s];
    enum role handle = s == ui_here(ui)->section ? ROLE_CURRENT : ROLE_PANE; /* short, as below */
    struct buf left = {0}, right = {0};
    buf_printf(&left, "%d ", section->number);
    if (rollup->veto)
        buf_printf(&right, "%s ", _("VETO"));
    if (ui->comparison)
        since_add_counts(&ui->comparison->sections[s], &right);
    add_marks(&right, rollup);
    buf_putc(&right, ' ');
    lang_percent(&right, rollup->share);
    int width = text_width(buf_sv(&right));
    int number = text_width(buf_sv(&left));
    canvas_fill(canvas, area->y, area->x, area->columns, ROLE_PANE);
    canvas_put(canvas, area->y, area->x, number, handle, buf_sv(&left));
    canvas_put_cut(canvas, area->y, area->x + number, area->columns - number - width - 1, ROLE_PANE,
                   sv_from(ui_name(ui, &section->name)));
    canvas_put(canvas, area->y, area->x + area->columns - width, width, ROLE_PANE, buf_sv(&right));
    buf_free(&left);
    buf_free(&right);
}

/* Beside the mark of an item: did one of its targets change since the date that is compared with?
 */
static void draw_change(const struct ui *ui, struct canvas *canvas, int y, int x, enum role role,
                        int item)
{
    if (!ui->comparison)
        return;
    char mark[2] = {since_item_mark(&ui->comparison->items[item]), '\0'};
    canvas_left(canvas, y, x, 1, role, mark);
}

static void draw_item(const struct ui *ui, struct canvas *canvas, int y, int x, int columns, int i,
                      bool chosen)
{
    const struct item *item = &ui->board->plan->items[i];
    const struct rollup *rollup = &ui->board->items[i];
    enum role handle = chosen ? ROLE_CHOSEN : ROLE_TEXT; /* short: little to send when it moves */
    enum { MARK = 2, NUMBER = 3, PERCENT = 5 };
    int width = columns >= 60 ? 16 : columns >= 44 ? 10 : 6;
    const struct bar bar = {rollup->share, rollup->planned, NAN};
    char mark[2] = {standing_mark(rollup->worst), '\0'}, number[AMOUNT_TEXT_MAX];
    struct buf percent = {0};
    lang_percent(&percent, rollup->share);
    amount_format(item->number * AMOUNT_ONE, number);
    canvas_left(canvas, y, x, 1, role_of_standing(rollup->worst), mark);
    canvas_right(canvas, y, x + 1, NUMBER, handle, number);
    canvas_left(canvas, y, x + 1 + NUMBER, 1, handle, "");
    draw_change(ui, canvas, y, x + 1, handle, i);
    int name = columns - MARK - NUMBER - width - PERCENT - 1;
    canvas_left(canvas, y, x + MARK + NUMBER, name, ROLE_TEXT, ui_name(ui, &item->name));
    bar_draw(canvas, y, x + columns - width - PERCENT, width, &bar, ROLE_FAINT);
    canvas_right(canvas, y, x + columns - PERCENT, PERCENT, ROLE_TEXT, buf_text(&percent));
    buf_free(&percent);
}

/* The items of a section below its head; only the chosen pane scrolls and shows a choice. */
static void draw_items(struct ui *ui, struct canvas *canvas, const struct area *area, int s)
{
    struct list still = {.count = ui_item_count(ui, s), .selected = -1};
    struct list *list = s == ui_here(ui)->section ? ui_list(ui) : &still;
    list_resize(list, still.count);
    if (list == &still)
        still.selected = 0;
    list_fit(list, area->rows);
    if (s < PANES_MAX)
        ui->panes[s] = *area;
    for (int row = 0; row < area->rows && list->top + row < list->count; row++) {
        int n = list->top + row;
        draw_item(ui, canvas, area->y + row, area->x, area->columns, ui_item_at(ui, s, n),
                  s == ui_here(ui)->section && n == list->selected);
    }
}

static void draw_grid(struct ui *ui, struct canvas *canvas, const struct area *area,
                      struct grid grid)
{
    for (int s = 0; s < section_count(ui); s++) {
        int row = s / grid.columns, column = s % grid.columns;
        int y = area->y + area->rows * row / grid.rows;
        int below = area->y + area->rows * (row + 1) / grid.rows;
        int x = area->x + (area->columns + 1) * column / grid.columns;
        int beside = area->x + (area->columns + 1) * (column + 1) / grid.columns;
        const struct area pane = {y, x, below - y, beside - x - 1};
        const struct area items = {y + 1, x, pane.rows - 1, pane.columns};
        draw_head(ui, canvas, &pane, s);
        draw_items(ui, canvas, &items, s);
    }
}

/* One below the other: heads of all sections, items of the chosen one. */
static void draw_stack(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    int count = section_count(ui);
    int open = area->rows - count;
    int first = 0;
    if (open < 2) { /* too many sections for the window: those around the chosen one */
        open = area->rows / 2;
        first = ui_here(ui)->section - (area->rows - open) / 2;
        first = first < 0 ? 0 : first;
    }
    int y = area->y, end = area->y + area->rows;
    for (int s = first; s < count && y < end; s++) {
        const struct area head = {y++, area->x, 1, area->columns};
        draw_head(ui, canvas, &head, s);
        if (s != ui_here(ui)->section)
            continue;
        int rows = ui_item_count(ui, s) < open ? ui_item_count(ui, s) : open;
        const struct area items = {y, area->x, rows < end - y ? rows : end - y, area->columns};
        draw_items(ui, canvas, &items, s);
        y += items.rows;
    }
}

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    struct grid grid = grid_for(ui, area);
    ui->columns = grid.columns;
    memset(ui->panes, 0, sizeof(ui->panes)); /* those that are not drawn take no click */
    if (grid.columns == 0)
        draw_stack(ui, canvas, area);
    else
        draw_grid(ui, canvas, area, grid);
}

static void choose(struct ui *ui, int section)
{
    struct place *place = ui_place(ui);
    if (section < 0 || section >= section_count(ui) || section == place->section)
        return;
    place->section = section;
    place->list = (struct list){.count = ui_item_count(ui, section)};
}

/* Past the end of a pane the choice goes on in the next one below or above. */
static void move(struct ui *ui, enum action action)
{
    struct list *list = ui_list(ui);
    int before = list->selected, step = ui->columns > 0 ? ui->columns : 1;
    int section = ui_here(ui)->section;
    list_move(list, action);
    if (before == list->selected && action == ACTION_DOWN)
        choose(ui, section + step);
    if (before == list->selected && action == ACTION_UP && section >= step) {
        choose(ui, section - step);
        list_move(list, ACTION_LAST);
    }
}

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    int count = section_count(ui), section = ui_here(ui)->section;
    switch (action) {
    case ACTION_NEXT_PANE:
        choose(ui, count > 0 ? (section + 1) % count : 0);
        break;
    case ACTION_PREVIOUS_PANE:
        choose(ui, count > 0 ? (section + count - 1) % count : 0);
        break;
    case ACTION_LEFT:
        choose(ui, section - 1);
        break;
    case ACTION_RIGHT:
        choose(ui, section + 1);
        break;
    case ACTION_PANE:
        choose(ui, plan_section(ui->board->plan, key.character - '0'));
        break;
    case ACTION_SECTION:
        ui_open_section(ui, ui_here(ui)->section);
        break;
    case ACTION_WHY_ITEM:
        ui_open_why_whole(ui, -1, ui_item_at(ui, section, ui_list(ui)->selected));
        break;
    case ACTION_WHY_WHOLE:
        ui_open_why_whole(ui, section, -1);
        break;
    case ACTION_OPEN:
        ui_open_item(ui, ui_item_at(ui, section, ui_list(ui)->selected));
        break;
    default:
        move(ui, action);
    }
    return (struct ui_request){.type = UI_NONE};
}

/* A new board: the pane that was chosen, with the items that it has now. */
static void renew(struct ui *ui, struct place *place)
{
    if (place->section < 0 && section_count(ui) > 0)
        place->section = 0;
    list_resize(&place->list, ui_item_count(ui, place->section));
}

static bool is_in(const struct area *area, int y, int x)
{
    return y >= area->y - 1 && y < area->y + area->rows && x >= area->x &&
           x < area->x + area->columns;
}

/* On an item, or on the head of a pane. */
static bool click(struct ui *ui, int y, int x)
{
    for (int s = 0; s < section_count(ui) && s < PANES_MAX; s++) {
        if (!is_in(&ui->panes[s], y, x))
            continue;
        bool here = s == ui_here(ui)->section;
        choose(ui, s);
        struct list *list = ui_list(ui);
        int n = list->top + y - ui->panes[s].y;
        if (y < ui->panes[s].y || n >= list->count)
            return false;
        here = here && n == list->selected;
        list->selected = n;
        return here;
    }
    return false;
}

/* ---- all items, for a search ---- */

static int item_count(const struct ui *ui)
{
    return (int)ui->board->plan->item_count;
}

static struct row item_row(const struct ui *ui, int n)
{
    (void)ui;
    return (struct row){.n = n, .target = -1, .school = -1};
}

static void item_words(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct item *item = &ui->board->plan->items[row->n];
    buf_printf(out, "%d\n", item->number);
    for (enum lang lang = LANG_EN; lang < LANG_COUNT; lang++)
        buf_printf(out, "%s\n", item->name.in[lang]);
}

static int chosen_item(const struct ui *ui)
{
    return ui_item_at(ui, ui_here(ui)->section, ui_here(ui)->list.selected);
}

static void choose_item(struct ui *ui, int item)
{
    if (item < 0)
        return;
    int section = ui->board->plan->items[item].section, n = 0;
    while (ui_item_at(ui, section, n) != item)
        n++;
    choose(ui, section);
    ui_list(ui)->selected = n;
}

static const struct table items = {.count = item_count, .row = item_row, .words = item_words};
static const struct finds finds = {&items, chosen_item, choose_item};

const struct screen screen_overview = {.name = N_("overview"),
                                       .moves = true,
                                       .finds = &finds,
                                       .click = click,
                                       .draw = draw,
                                       .act = act,
                                       .renew = renew};
