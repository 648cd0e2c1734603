#include "ui/ui.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "duban/mem.h"

enum { ROWS_LEAST = 12, COLUMNS_LEAST = 60 };

static const struct screen *const screens[SCREEN_TOTAL] = {
    [SCREEN_OVERVIEW] = &screen_overview, [SCREEN_ITEM] = &screen_item,
    [SCREEN_TARGET] = &screen_target,     [SCREEN_ATTENTION] = &screen_attention,
    [SCREEN_HELP] = &screen_help,
};

const struct screen *screen_of(const struct ui *ui)
{
    return screens[ui->stack[ui->depth]];
}

void ui_enter(struct ui *ui, enum screen_id screen)
{
    if (ui->stack[ui->depth] == screen)
        return;
    if (ui->depth + 1 < SCREENS_DEEP)
        ui->depth++;
    ui->stack[ui->depth] = screen;
}

void ui_leave(struct ui *ui)
{
    if (ui->depth > 0)
        ui->depth--;
}

const char *ui_name(const struct ui *ui, const struct name *name)
{
    return name_in(name, ui->options.lang);
}

struct ui *ui_new(const struct ui_options *options)
{
    struct ui *ui = xcalloc(1, sizeof(*ui));
    ui->options = *options;
    return ui;
}

void ui_free(struct ui *ui)
{
    if (ui)
        arena_free(&ui->arena);
    free(ui);
}

int ui_item_at(const struct ui *ui, int section, int n)
{
    const struct plan *plan = ui->board->plan;
    for (size_t i = 0; i < plan->item_count; i++) {
        if (plan->items[i].section == section && n-- == 0)
            return (int)i;
    }
    return -1;
}

int ui_item_count(const struct ui *ui, int section)
{
    int count = 0;
    while (ui_item_at(ui, section, count) >= 0)
        count++;
    return count;
}

int ui_target_at(const struct ui *ui, int item, int n)
{
    const struct plan *plan = ui->board->plan;
    for (size_t t = 0; t < plan->target_count; t++) {
        if (plan->targets[t].item == item && n-- == 0)
            return (int)t;
    }
    return -1;
}

int ui_target_count(const struct ui *ui, int item)
{
    int count = 0;
    while (ui_target_at(ui, item, count) >= 0)
        count++;
    return count;
}

struct ui_request ui_open_target(struct ui *ui, int target)
{
    if (target < 0)
        return (struct ui_request){.type = UI_NONE};
    ui->target = target;
    ui->item = ui->board->plan->targets[target].item;
    ui->values = NULL;
    ui->schools = (struct list){0};
    ui_enter(ui, SCREEN_TARGET);
    return (struct ui_request){.type = UI_LOAD_TARGET, .target = target};
}

/* ---- a new board: what was chosen is found again by its code ---- */

static void remember(struct ui *ui)
{
    const struct plan *plan = ui->board->plan;
    if (plan->section_count > 0)
        ui->section_number = plan->sections[ui->section].number;
    if (plan->target_count > 0)
        snprintf(ui->target_code, sizeof(ui->target_code), "%s", plan->targets[ui->target].code);
    if (plan->item_count > 0)
        snprintf(ui->item_code, sizeof(ui->item_code), "%d", plan->items[ui->item].number);
    ui->school_code[0] = '\0';
    if (ui->values && ui->values->count > 0)
        snprintf(ui->school_code, sizeof(ui->school_code), "%s",
                 plan->schools[ui->values->rows[ui->schools.selected].school].code);
}

static int not_below_zero(int index)
{
    return index < 0 ? 0 : index;
}

static void find_again(struct ui *ui)
{
    const struct plan *plan = ui->board->plan;
    ui->section = not_below_zero(plan_section(plan, ui->section_number));
    ui->target = not_below_zero(plan_target(plan, sv_from(ui->target_code)));
    ui->item = not_below_zero(plan_item(plan, (int)strtol(ui->item_code, NULL, 10)));
    list_resize(&ui->items, ui_item_count(ui, ui->section));
    list_resize(&ui->targets, ui_target_count(ui, ui->item));
}

/* The targets of the attention screen; the one that was chosen stays chosen. */
static void list_urgent(struct ui *ui)
{
    int count = (int)board_attention(ui->board, true, &ui->arena, &ui->urgent);
    list_resize(&ui->attention, count);
}

void ui_show_board(struct ui *ui, const struct board *board)
{
    struct arena old = ui->arena;
    if (ui->board)
        remember(ui);
    ui->board = board;
    ui->values = NULL;
    ui->arena = (struct arena){0};
    find_again(ui);
    list_urgent(ui);
    arena_free(&old);
}

void ui_show_values(struct ui *ui, const struct values *values)
{
    const struct plan *plan = ui->board->plan;
    ui->values = values;
    list_resize(&ui->schools, (int)values->count);
    for (size_t i = 0; ui->school_code[0] != '\0' && i < values->count; i++) {
        if (strcmp(plan->schools[values->rows[i].school].code, ui->school_code) == 0)
            ui->schools.selected = (int)i;
    }
    ui->school_code[0] = '\0';
}

void ui_say(struct ui *ui, enum ui_tone tone, const char *text)
{
    ui->tone = tone;
    text_clean_into(ui->message, sizeof(ui->message), sv_from(text));
}

/* ---- keys ---- */

/* What was typed so far, as a request; its fault is shown while it is typed. */
static const char *read_entry(struct ui *ui, struct ui_request *request)
{
    *request = (struct ui_request){.target = ui->target};
    if (ui->asking == ASKING_GOAL) {
        request->type = UI_SET_GOAL;
        return entry_read_goal(ui, request);
    }
    request->type = UI_SET_VALUE;
    request->school = ui->values->rows[ui->schools.selected].school;
    return entry_read_value(ui, request);
}

static struct ui_request type_key(struct ui *ui, struct key key)
{
    struct ui_request request, nothing = {.type = UI_NONE};
    enum input_state state = input_key(&ui->input, key);
    if (state == INPUT_DROPPED)
        return nothing;
    if (ui->asking == ASKING_VALUE && (!ui->values || ui->values->count == 0)) {
        ui->input.open = false; /* the target has gone while its value was typed */
        return nothing;
    }
    const char *fault = read_entry(ui, &request);
    bool wrong = fault[0] != '\0' && (ui->input.text[0] != '\0' || state == INPUT_DONE);
    snprintf(ui->input.fault, sizeof(ui->input.fault), "%s", wrong ? fault : "");
    if (state != INPUT_DONE || fault[0] != '\0')
        return nothing;
    ui->input.open = false;
    return request;
}

/* Actions that every screen has. */
static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    switch (action) {
    case ACTION_QUIT:
        return (struct ui_request){.type = UI_QUIT};
    case ACTION_SUSPEND:
        return (struct ui_request){.type = UI_SUSPEND};
    case ACTION_REDRAW:
        return (struct ui_request){.type = UI_REDRAW};
    case ACTION_UNDO:
        if (ui->options.read_only)
            break;
        return (struct ui_request){.type = UI_UNDO};
    case ACTION_BACK:
        ui_leave(ui);
        break;
    case ACTION_OVERVIEW:
        ui->depth = 0;
        break;
    case ACTION_HELP:
        ui_enter(ui, SCREEN_HELP);
        break;
    case ACTION_ATTENTION:
        ui_enter(ui, SCREEN_ATTENTION);
        break;
    case ACTION_NONE:
        break;
    default:
        return screen_of(ui)->act(ui, action, key);
    }
    return (struct ui_request){.type = UI_NONE};
}

struct ui_request ui_key(struct ui *ui, struct key key)
{
    enum { CTRL_C = 3 };
    struct ui_request nothing = {.type = UI_NONE};
    if (key.code == KEYCODE_PASTE_BEGIN || key.code == KEYCODE_PASTE_END) {
        ui->pasting = key.code == KEYCODE_PASTE_BEGIN;
        return nothing;
    }
    if (key.code == KEYCODE_RESIZE)
        return nothing;
    if (ui->pasting && (!ui->input.open || key.code != KEYCODE_CHAR))
        return nothing; /* pasted text is text, never commands */
    ui->message[0] = '\0';
    if (ui->input.open)
        return type_key(ui, key);
    if (key.code == KEYCODE_CHAR && key.character == CTRL_C)
        return (struct ui_request){.type = UI_QUIT};
    return act(ui, keymap_action(key, screen_of(ui)->where), key);
}

/* ---- drawing ---- */

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
    buf_putc(&right, ' ');
    buf_printf(&left, " %s", ui_name(ui, &plan->name));
    for (int depth = 0; depth <= ui->depth; depth++) {
        const char *crumb = screens[ui->stack[depth]]->crumb(ui);
        if (crumb[0] != '\0')
            buf_printf(&left, " > %s", crumb);
    }
    int width = text_width(buf_sv(&right));
    canvas_left(canvas, 0, 0, columns, ROLE_TITLE, "");
    canvas_put(canvas, 0, 0, columns - width - 1, ROLE_TITLE, buf_sv(&left));
    canvas_put(canvas, 0, columns - width, width, ROLE_TITLE, buf_sv(&right));
    buf_free(&right);
    buf_free(&left);
}

/* The keys that work here, as many as there is room for. */
static void draw_hints(const struct ui *ui, struct canvas *canvas, int y, int columns)
{
    struct buf hint = {0};
    int x = 0;
    for (enum action i = ACTION_NONE + 1; i < ACTION_TOTAL; i++) {
        const struct action_info *info = action_info(i);
        bool writes = i == ACTION_EDIT || i == ACTION_GOAL || i == ACTION_UNDO;
        if (!(info->where & screen_of(ui)->where) || info->hint[0] == '\0' ||
            (writes && ui->options.read_only))
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
    screen_of(ui)->draw(ui, canvas, &area);
    draw_bottom(ui, canvas, rows - 1, columns);
}
