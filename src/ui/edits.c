#include "ui/edits.h"

#include <stdio.h>
#include <string.h>

#include "ui/columns.h"
#include "ui/problem_edits.h"

/* ---- what a change is about: the chosen row, on what the screen is about ---- */

/* Of a target that is shown by its steps: the bureau's own figure. */
static const struct value *own_value(const struct ui *ui, const struct ui_answer *data, int *school)
{
    const struct plan *plan = ui->board->plan;
    *school = plan_own_unit(plan, &plan->targets[ui_here(ui)->target]);
    for (size_t i = 0; data && i < data->values.count; i++) {
        if (data->values.rows[i].school == *school)
            return &data->values.rows[i];
    }
    return NULL;
}

static bool subject(const struct ui *ui, int *target, int *school, const struct value **value)
{
    struct row row;
    const struct ui_answer *data = ui_data(ui);
    enum screen_id screen = ui_here(ui)->screen;
    bool valued = screen == SCREEN_TARGET || screen == SCREEN_SCHOOL;
    bool chosen = table_chosen(ui, &row);
    *target = chosen && row.target >= 0 ? row.target : ui_here(ui)->target;
    *school = chosen && row.school >= 0 ? row.school : ui_here(ui)->school;
    *value = valued && chosen && data ? &data->values.rows[row.n] : NULL;
    if (screen == SCREEN_STEPS)
        *value = own_value(ui, data, school);
    return *value != NULL;
}

void edits_subject(const struct ui *ui, int *target, int *school)
{
    const struct value *value;
    subject(ui, target, school, &value);
}

static const struct target *target_of(const struct ui *ui)
{
    return &ui->board->plan->targets[ui->change.target];
}

/* Keeps what is shown, to be held against what stands there when it is written. */
static void see(struct ui *ui, const struct value *value)
{
    const struct target *target = target_of(ui);
    ui->change.seen_date = value ? value->date : DAY_NONE;
    ui->change.seen_value = value ? value->value : AMOUNT_NONE;
    ui->change.seen_of = value ? value->of : AMOUNT_NONE;
    snprintf(ui->change.seen_note, sizeof(ui->change.seen_note), "%s", value ? value->note : "");
    ui->change.seen_goal_min = target->goal_min;
    ui->change.seen_goal_max = target->goal_max;
    ui->change.seen_due = target->due;
    snprintf(ui->change.seen_owner, sizeof(ui->change.seen_owner), "%s", target->owner);
}

const struct value *edits_begin(struct ui *ui)
{
    const struct value *value;
    ui->change = (struct ui_request){.date = ui->board->as_of};
    subject(ui, &ui->change.target, &ui->change.school, &value);
    if (ui->change.target >= 0)
        see(ui, value);
    return ui->change.target >= 0 ? value : NULL;
}

/* The new board may have other indexes; a change that is under way is then given up. */
static bool stands(const struct ui *ui)
{
    int target, school;
    const struct value *value;
    enum screen_id screen = ui_here(ui)->screen;
    if (screen != SCREEN_TARGET && screen != SCREEN_SCHOOL)
        return true;
    subject(ui, &target, &school, &value);
    return target < 0 || ui->change.target == target || !value;
}

/* ---- reading ---- */

static const char *read_value(const struct ui *ui, const char *text, struct ui_request *request)
{
    *request = ui->change;
    request->type = UI_SET_VALUE;
    if (ui->sheet && text[0] == '\0') { /* past this one */
        request->type = UI_SKIP;
        return "";
    }
    return entry_read_value(ui, text, request);
}

static const char *read_note(const struct ui *ui, const char *text, struct ui_request *request)
{
    *request = ui->change;
    request->type = UI_SET_VALUE;
    request->date = ui->change.seen_date;
    request->value = ui->change.seen_value;
    request->of = ui->change.seen_of;
    request->allow_decrease = true;
    snprintf(request->text, sizeof(request->text), "%s", text);
    return "";
}

static const char *read_goal(const struct ui *ui, const char *text, struct ui_request *request)
{
    *request = ui->change;
    request->type = UI_SET_GOAL;
    return entry_read_goal(ui, text, request);
}

static const char *read_due(const struct ui *ui, const char *text, struct ui_request *request)
{
    *request = ui->change;
    request->type = UI_SET_DUE;
    const char *fault = entry_read_date(text, &request->date);
    if (fault[0] == '\0' && request->date < target_of(ui)->starts)
        fault = _("the target starts later; choose another day");
    return fault;
}

static const char *read_owner(const struct ui *ui, const char *text, struct ui_request *request)
{
    *request = ui->change;
    request->type = UI_SET_OWNER;
    snprintf(request->text, sizeof(request->text), "%s", text);
    return "";
}

static const char *read_overtaken(const struct ui *ui, const char *text, struct ui_request *request)
{
    *request = ui->change;
    return text[0] == '\0' ? "" : _("press Enter for yours, Esc for theirs");
}

static void end_sheet(struct ui *ui)
{
    ui->sheet = false;
}

/* The row below as the rows stand now: what was typed may put its own elsewhere. */
static void remember_next(struct ui *ui, const char *text)
{
    struct list *list = ui_list(ui);
    (void)text;
    ui->sheet_next[0] = '\0';
    if (list->selected + 1 >= list->count)
        return;
    list->selected++;
    table_key(ui, ui->sheet_next, sizeof(ui->sheet_next));
    list->selected--;
}

static const struct question question_value = {.read = read_value,
                                               .about_row = true,
                                               .stands = stands,
                                               .done = remember_next,
                                               .dropped = end_sheet};
static const struct question question_note = {
    .read = read_note, .about_row = true, .stands = stands};
static const struct question question_goal = {.read = read_goal, .stands = stands};
static const struct question question_due = {.read = read_due, .stands = stands};
static const struct question question_owner = {.read = read_owner, .stands = stands};
static const struct question question_overtaken = {
    .read = read_overtaken, .about_row = true, .stands = stands, .dropped = end_sheet};

/* ---- asking ---- */

static void ask_value(struct ui *ui, const char *text)
{
    struct buf prompt = {0};
    struct row row;
    const struct plan *plan = ui->board->plan;
    table_chosen(ui, &row);
    const char *what = ui_here(ui)->screen == SCREEN_SCHOOL
                           ? plan->targets[ui->change.target].code
                           : ui_name(ui, &plan->schools[ui->change.school].name);
    if (ui->sheet) {
        buf_printf(&prompt, "%s [", what);
        column_value.cell(ui, &row, &prompt);
        buf_puts(&prompt, "]:");
    } else {
        buf_printf(&prompt, _("Value of %s (12/30, 98%%; date, # note):"), what);
    }
    ui_ask(ui, &question_value, buf_text(&prompt), text);
    buf_free(&prompt);
}

static void ask_note(struct ui *ui, const struct value *value)
{
    if (value->date == DAY_NONE)
        ui_say(ui, UI_TONE_ERROR, _("there is no value yet that a note could go with; press e"));
    else
        ui_ask(ui, &question_note, _("Note:"), value->note);
}

static void ask_due(struct ui *ui)
{
    char date[DATE_TEXT_MAX];
    ui_ask(ui, &question_due, _("Due date:"), date_format(target_of(ui)->due, date));
}

static bool is_edit(enum action action)
{
    return action == ACTION_EDIT || action == ACTION_SHEET || action == ACTION_NOTE ||
           action == ACTION_GOAL || action == ACTION_DUE || action == ACTION_OWNER;
}

/* Why there is nothing to change. */
static const char *why_nothing(const struct ui *ui)
{
    const struct list *list = &ui_here(ui)->list;
    if (list->count == 0 && list->filter[0] != '\0')
        return _("the filter lets nothing through");
    return ui->change.target < 0 ? _("this row is about no target; choose another")
                                 : _("nobody is in the scope of this target; check the plan");
}

bool edits_act(struct ui *ui, enum action action)
{
    if (action == ACTION_WHY) {
        int target, school;
        edits_subject(ui, &target, &school);
        ui_open_why(ui, target);
        return true;
    }
    if (!is_edit(action) || ui_here(ui)->screen == SCREEN_STEPS)
        return false;
    const struct value *value = edits_begin(ui);
    bool of_value = action == ACTION_EDIT || action == ACTION_SHEET || action == ACTION_NOTE;
    if (ui->change.target < 0 || (of_value && !value)) {
        ui_say(ui, UI_TONE_ERROR, why_nothing(ui));
        return true;
    }
    ui->sheet = action == ACTION_SHEET;
    if (action == ACTION_GOAL)
        ui_ask(ui, &question_goal, _("Goal (12, 4-5 or none):"), "");
    else if (action == ACTION_DUE)
        ask_due(ui);
    else if (action == ACTION_OWNER)
        ui_ask(ui, &question_owner, _("Owner:"), target_of(ui)->owner);
    else if (action == ACTION_NOTE)
        ask_note(ui, value);
    else
        ask_value(ui, "");
    return true;
}

/* ---- what became of it ---- */

/* On to the row that was below; false at the end, and where that row has gone. */
static bool next_row(struct ui *ui)
{
    char key[LIST_KEY_MAX];
    struct list *list = ui_list(ui);
    if (ui->sheet_next[0] == '\0')
        return false;
    snprintf(list->key, sizeof(list->key), "%s", ui->sheet_next);
    list->fresh = false;
    table_refresh(ui);
    table_key(ui, key, sizeof(key));
    if (strcmp(key, ui->sheet_next) != 0 || !edits_begin(ui))
        return false;
    ask_value(ui, "");
    return true;
}

const char *edits_or_none(const char *text)
{
    return text[0] != '\0' ? text : "-";
}

/* "12/30 # note". */
static void add_value(struct buf *out, amount value, amount of, const char *note)
{
    char number[AMOUNT_TEXT_MAX];
    buf_puts(out, amount_format(value, number));
    if (of != AMOUNT_NONE)
        buf_printf(out, "/%s", amount_format(of, number));
    if (note[0] != '\0')
        buf_printf(out, " # %s", note);
}

/* The goal, day or owner that would be written. */
static void add_mine(const struct ui *ui, struct buf *out)
{
    char date[DATE_TEXT_MAX];
    struct target changed = *target_of(ui);
    changed.goal_min = ui->change.value;
    changed.goal_max = ui->change.of;
    if (ui->change.type == UI_SET_DUE)
        buf_puts(out, date_format(ui->change.date, date));
    else if (ui->change.type == UI_SET_OWNER)
        buf_puts(out, edits_or_none(ui->change.text));
    else
        lang_goal(out, &changed);
}

/* What stands there now, and what would be written. */
static void add_both(const struct ui *ui, const struct value *value, struct buf *out)
{
    struct buf mine = {0}, theirs = {0};
    char date[DATE_TEXT_MAX];
    if (value && ui->change.type == UI_SET_VALUE) {
        add_value(&theirs, value->value, value->of, value->note);
        add_value(&mine, ui->change.value, ui->change.of, ui->change.text);
        buf_printf(out, _("%s has written %s (%s) meanwhile, you %s"),
                   value->file[0] != '\0' ? value->file : value->who, buf_text(&theirs),
                   date_format(value->date, date), buf_text(&mine));
    } else {
        lang_goal(&theirs, target_of(ui));
        add_mine(ui, &mine);
        buf_printf(out, _("meanwhile: goal %s, due %s, owner %s; you: %s"), buf_text(&theirs),
                   date_format(target_of(ui)->due, date), edits_or_none(target_of(ui)->owner),
                   buf_text(&mine));
    }
    buf_free(&mine);
    buf_free(&theirs);
}

static void ask_overtaken(struct ui *ui, const struct ui_request *request)
{
    int target, school;
    const struct value *value;
    struct buf prompt = {0};
    ui->change = *request;
    subject(ui, &target, &school, &value);
    if (target != request->target) {
        ui_say(ui, UI_TONE_ERROR, _("the row has gone meanwhile; choose it again"));
        return;
    }
    see(ui, value);
    add_both(ui, value, &prompt);
    edits_ask_mine_or_theirs(ui, buf_text(&prompt));
    buf_free(&prompt);
}

void edits_ask_mine_or_theirs(struct ui *ui, const char *both)
{
    ui_ask(ui, &question_overtaken, _("Enter: yours, Esc: theirs"), "");
    text_clean_into(ui->input.about, sizeof(ui->input.about), sv_from(both));
}

static bool is_typed(enum ui_request_type type)
{
    return type == UI_SET_VALUE || type == UI_SET_GOAL || type == UI_SET_DUE ||
           type == UI_SET_OWNER || type == UI_ADD_PROBLEM || type == UI_EDIT_PROBLEM ||
           type == UI_CLOSE_PROBLEM || type == UI_MOVE_STEP;
}

/* What was refused stays on its line as it was typed, with the reason. */
static void ask_again(struct ui *ui)
{
    ui->input.open = true;
    text_clean_into(ui->input.fault, sizeof(ui->input.fault), sv_from(ui->message));
}

void edits_done(struct ui *ui, const struct ui_request *request, enum ui_outcome outcome)
{
    table_refresh(ui);
    if (outcome == UI_OVERTAKEN && request->type == UI_EDIT_PROBLEM)
        problem_edits_overtaken(ui, request);
    else if (outcome == UI_OVERTAKEN)
        ask_overtaken(ui, request);
    else if (outcome == UI_REFUSED && is_typed(request->type))
        ask_again(ui);
    else if (!ui->sheet || (request->type != UI_SET_VALUE && request->type != UI_SKIP))
        ui->sheet = false;
    else
        ui->sheet = next_row(ui);
}
