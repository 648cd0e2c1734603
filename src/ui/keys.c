/* keys.c - one key to the monitor: into the line of input, to what all screens do, or to the one
 * that is shown. */
#include <stdio.h>
#include <string.h>

#include "ui/edits.h"
#include "ui/find.h"
#include "ui/given.h"
#include "ui/problem_edits.h"
#include "ui/since.h"

void ui_ask(struct ui *ui, const struct question *question, const char *prompt, const char *text)
{
    ui->question = question;
    table_key(ui, ui->asked_about, sizeof(ui->asked_about));
    input_start(&ui->input, prompt, text);
}

/* Tab: carries the word on. Returns whether the question knows how. */
static bool complete(struct ui *ui)
{
    struct buf choices = {0};
    if (!ui->question->complete)
        return false;
    ui->question->complete(ui, &choices);
    input_complete(&ui->input, buf_sv(&choices));
    buf_free(&choices);
    return true;
}

/* Tab, Up and Down: does the question know what to do with them? */
static bool help_typing(struct ui *ui, struct key key)
{
    if (key.code == KEYCODE_TAB)
        return complete(ui);
    bool arrow = key.code == KEYCODE_UP || key.code == KEYCODE_DOWN;
    if (!ui->question->history || !arrow)
        return false;
    history_move(ui, key.code == KEYCODE_UP ? -1 : 1);
    return true;
}

/* Somebody else's commit may have put another row where the question's row stood. */
static bool still_about_row(struct ui *ui)
{
    char key[LIST_KEY_MAX];
    table_refresh(ui);
    table_key(ui, key, sizeof(key));
    if (!ui->question->about_row || strcmp(key, ui->asked_about) == 0)
        return true;
    ui->input.open = false;
    ui_say(ui, UI_TONE_ERROR, _("the row has gone meanwhile; choose it again"));
    return false;
}

/* Keys that lead to a screen from everywhere. Returns false when the action is none of them. */
static bool act_go(struct ui *ui, enum action action)
{
    static const struct {
        enum action action;
        enum screen_id screen;
    } ways[] = {
        {ACTION_HELP, SCREEN_HELP},       {ACTION_REPORTING, SCREEN_REPORTING},
        {ACTION_IMPORTS, SCREEN_IMPORTS}, {ACTION_PROBLEMS, SCREEN_PROBLEMS},
        {ACTION_JOURNAL, SCREEN_JOURNAL}, {ACTION_ATTENTION, SCREEN_ATTENTION},
    };
    for (size_t i = 0; i < COUNT_OF(ways); i++) {
        struct place place = place_at(ways[i].screen);
        if (ways[i].action != action)
            continue;
        ui_enter(ui, &place);
        return true;
    }
    return false;
}

/* Actions that every screen has, or every one with a table. Returns false when it is none. */
static bool act_everywhere(struct ui *ui, enum action action, struct ui_request *request)
{
    switch (action) {
    case ACTION_QUIT:
        request->type = UI_QUIT;
        return true;
    case ACTION_SUSPEND:
        request->type = UI_SUSPEND;
        return true;
    case ACTION_REDRAW:
        request->type = UI_REDRAW;
        return true;
    case ACTION_UNDO:
        request->type = UI_UNDO;
        return true;
    case ACTION_REDO:
        request->type = UI_REDO;
        return true;
    case ACTION_BACK:
        ui_leave(ui);
        return true;
    case ACTION_OVERVIEW:
        ui_leave_all(ui);
        return true;
    case ACTION_COMMAND:
        command_ask(ui);
        return true;
    case ACTION_SEARCH:
        find_ask(ui);
        return true;
    case ACTION_FIND_NEXT:
        find_next(ui, 1);
        return true;
    case ACTION_FIND_BEFORE:
        find_next(ui, -1);
        return true;
    default:
        return act_go(ui, action);
    }
}

/* What is no text works on a line of input as everywhere, and the line stays open. */
static bool is_for_terminal(enum action action)
{
    return action == ACTION_SUSPEND || action == ACTION_REDRAW;
}

static struct ui_request type_key(struct ui *ui, struct key key)
{
    struct ui_request request = {.target = -1, .school = -1}, nothing = {.type = UI_NONE};
    enum action action = keymap_action(key, HAVE_ALL);
    if (is_for_terminal(action) && act_everywhere(ui, action, &request))
        return request;
    enum input_state state = input_key(&ui->input, key);
    if (state == INPUT_OTHER && !help_typing(ui, key))
        return nothing;
    if (state == INPUT_DROPPED) {
        if (ui->question->dropped)
            ui->question->dropped(ui);
        return nothing;
    }
    if (ui->question->typed)
        ui->question->typed(ui, ui->input.text);
    const char *fault = ui->question->read(ui, ui->input.text, &request);
    bool wrong = fault[0] != '\0' && (ui->input.text[0] != '\0' || state == INPUT_DONE);
    if (wrong)
        snprintf(ui->input.fault, sizeof(ui->input.fault), "%s", fault);
    if (state != INPUT_DONE || fault[0] != '\0')
        return nothing;
    if (!still_about_row(ui))
        return nothing;
    ui->input.open = false;
    if (ui->question->done)
        ui->question->done(ui, ui->input.text);
    return request;
}

static bool act_table(struct ui *ui, enum action action)
{
    if (!screen_of(ui)->table)
        return false;
    if (action == ACTION_SORT)
        table_sort_next(ui);
    else if (action == ACTION_TURN)
        table_turn(ui);
    else if (action == ACTION_FILTER)
        filter_ask(ui);
    else
        return list_move(ui_list(ui), action);
    return true;
}

static struct ui_request act(struct ui *ui, enum action action, struct key key)
{
    struct ui_request request = {.type = UI_NONE, .target = -1, .school = -1};
    table_refresh(ui);
    if (action == ACTION_NONE || act_everywhere(ui, action, &request) ||
        since_act(ui, action, &request) || problem_edits_act(ui, action) || edits_act(ui, action) ||
        act_table(ui, action))
        return request;
    if (screen_of(ui)->act)
        return screen_of(ui)->act(ui, action, key);
    return request;
}

/* A click chooses, and opens what is chosen already. */
static struct ui_request click(struct ui *ui, struct key key)
{
    struct list *list = ui_list(ui);
    int n = list->top + key.y - list->y;
    bool chosen = false;
    table_refresh(ui);
    if (screen_of(ui)->click) {
        chosen = screen_of(ui)->click(ui, key.y, key.x);
    } else if (screen_of(ui)->table && key.y >= list->y && key.y < list->y + list->rows &&
               n < list->count) {
        chosen = n == list->selected;
        list->selected = n;
    }
    unsigned where = screen_where(ui, ui_here(ui)->screen);
    return act(ui, chosen && action_works(ACTION_OPEN, where) ? ACTION_OPEN : ACTION_NONE, key);
}

static struct ui_request turn_wheel(struct ui *ui, struct key key)
{
    enum { ROWS = 3 };
    struct ui_request request = {.type = UI_NONE, .target = -1, .school = -1};
    unsigned where = screen_where(ui, ui_here(ui)->screen);
    for (int i = 0; i < ROWS && (where & HAVE_LIST); i++)
        request = act(ui, key.code == KEYCODE_WHEEL_UP ? ACTION_UP : ACTION_DOWN, key);
    return request;
}

/* A key that would write, where nothing may be written. */
static bool refuse_write(struct ui *ui, struct key key, unsigned where)
{
    if ((where & WRITES) || keymap_action(key, where | WRITES) == keymap_action(key, where))
        return false;
    ui_say(ui, UI_TONE_ERROR, _("this database is open for reading only"));
    return true;
}

/* While a file is at work nothing else may be done: the database is its own. */
static struct ui_request key_at_work(struct ui *ui, enum action action)
{
    struct ui_request request = {.type = UI_NONE, .target = -1, .school = -1};
    if (action == ACTION_CANCEL || action == ACTION_BACK)
        request.type = UI_INTAKE_CANCEL;
    else if (action == ACTION_QUIT)
        request.type = UI_QUIT;
    else if (action == ACTION_REDRAW)
        request.type = UI_REDRAW;
    else if (ui->intake.phase == UI_INTAKE_LOOKING && given_action(action))
        given_act(ui, action, &request); /* it is looked at anew */
    else
        ui_say(ui, UI_TONE_INFO,
               ui->intake.phase == UI_INTAKE_LOOKING
                   ? _("the file is being looked at; c stops that")
                   : _("an import is at work; c stops it and takes everything back"));
    return request;
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
    if (key.code == KEYCODE_CLICK)
        return click(ui, key);
    if (key.code == KEYCODE_WHEEL_UP || key.code == KEYCODE_WHEEL_DOWN)
        return turn_wheel(ui, key);
    unsigned where = screen_where(ui, ui_here(ui)->screen);
    if (ui_at_work(ui))
        return key_at_work(ui, keymap_action(key, where));
    if (refuse_write(ui, key, where))
        return nothing;
    return act(ui, keymap_action(key, where), key);
}
