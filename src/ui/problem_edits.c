#include "ui/problem_edits.h"

#include <stdio.h>
#include <string.h>

#include "ui/edits.h"

/* ---- noting one ---- */

/* Takes the codes off the front of *rest. */
static void read_subject(const struct plan *plan, struct sv *rest, struct ui_request *request)
{
    struct sv after = *rest, word;
    request->target = request->school = -1;
    while (sv_split(&after, ' ', &word)) {
        int target = plan_target(plan, word), school = plan_school(plan, word);
        if (target >= 0 && request->target < 0)
            request->target = target;
        else if (school >= 0 && request->school < 0)
            request->school = school;
        else if (word.len > 0)
            return;
        *rest = sv_trim(after);
    }
}

/* Takes a date off the end of *rest. */
static daynum cut_date(struct sv *rest)
{
    daynum date;
    size_t from = rest->len;
    while (from > 0 && rest->data[from - 1] != ' ')
        from--;
    if (!date_parse(sv_skip(*rest, from), &date))
        return DAY_NONE;
    *rest = sv_trim((struct sv){rest->data, from});
    return date;
}

/* An address has a Latin letter before its @; Chinese leaves out the blank. */
static bool is_owner_mark(struct sv text, size_t at)
{
    unsigned char before = (unsigned char)text.data[at - 1];
    return text.data[at] == '@' && (before == ' ' || before >= 0x80);
}

/* Takes "@owner" off the end of *rest. */
static struct sv cut_owner(struct sv *rest)
{
    for (size_t at = rest->len; at-- > 1;) {
        if (!is_owner_mark(*rest, at))
            continue;
        struct sv owner = sv_trim(sv_skip(*rest, at + 1));
        *rest = sv_trim((struct sv){rest->data, at});
        return owner;
    }
    return SV("");
}

static const char *read_new(const struct ui *ui, const char *text, struct ui_request *request)
{
    struct sv rest = sv_trim(sv_from(text));
    request->type = UI_ADD_PROBLEM;
    read_subject(ui->board->plan, &rest, request);
    request->date = cut_date(&rest);
    struct sv owner = cut_owner(&rest);
    snprintf(request->owner, sizeof(request->owner), "%.*s", SV_ARG(owner));
    snprintf(request->text, sizeof(request->text), "%.*s", SV_ARG(rest));
    const struct problem problem = {.target = request->target,
                                    .school = request->school,
                                    .noted = ui->board->as_of,
                                    .due = request->date,
                                    .closed = DAY_NONE,
                                    .reopened = DAY_NONE,
                                    .text = request->text,
                                    .owner = request->owner,
                                    .remedy = ""};
    if (problem.target < 0 && problem.school < 0)
        return _("begin with the code of a target, a school or both; Tab completes");
    enum problem_fault fault = problem_check(&problem);
    return fault == PROBLEM_OK ? "" : lang_problem_fault(fault);
}

static void complete_code(const struct ui *ui, struct buf *out)
{
    const struct plan *plan = ui->board->plan;
    for (size_t i = 0; i < plan->target_count; i++)
        buf_printf(out, "%s\n", plan->targets[i].code);
    for (size_t i = 0; i < plan->school_count; i++)
        buf_printf(out, "%s\n", plan->schools[i].code);
}

static const struct question question_new = {.read = read_new, .complete = complete_code};

/* Begins with what the shown screen is about. */
static void ask_new(struct ui *ui)
{
    const struct plan *plan = ui->board->plan;
    struct buf text = {0};
    int target, school;
    edits_subject(ui, &target, &school);
    bool school_screen =
        ui_here(ui)->screen == SCREEN_SCHOOL || ui_here(ui)->screen == SCREEN_SCHOOLS || target < 0;
    if (target >= 0)
        buf_printf(&text, "%s ", plan->targets[target].code);
    if (school >= 0 && school_screen)
        buf_printf(&text, "%s ", plan->schools[school].code);
    ui_ask(ui, &question_new, _("Problem (code, text, @owner, due date):"), buf_text(&text));
    buf_free(&text);
}

/* ---- changing and closing one that is chosen ---- */

static const struct problem *chosen(const struct ui *ui)
{
    struct row row;
    bool here = ui_here(ui)->screen == SCREEN_PROBLEMS && ui_data(ui) && table_chosen(ui, &row);
    return here ? &ui_data(ui)->problems.rows[row.n] : NULL;
}

/* Is the change still about the chosen problem? */
static bool stands(const struct ui *ui)
{
    return ui_here(ui)->screen == SCREEN_PROBLEMS;
}

static const char *check(const struct ui *ui, const struct ui_request *request)
{
    const struct problem *now = chosen(ui);
    if (!now)
        return _("the row has gone meanwhile; choose it again");
    struct problem changed = *now;
    changed.due = request->date;
    changed.owner = request->owner;
    if (request->text[0] != '\0')
        changed.text = request->text;
    enum problem_fault fault = problem_check(&changed);
    return fault == PROBLEM_OK ? "" : lang_problem_fault(fault);
}

static const char *read_due(const struct ui *ui, const char *text, struct ui_request *request)
{
    *request = ui->change;
    request->type = UI_EDIT_PROBLEM;
    request->date = DAY_NONE;
    const char *fault = sv_trim(sv_from(text)).len > 0 ? entry_read_date(text, &request->date) : "";
    return fault[0] != '\0' ? fault : check(ui, request);
}

static const char *read_owner(const struct ui *ui, const char *text, struct ui_request *request)
{
    *request = ui->change;
    request->type = UI_EDIT_PROBLEM;
    snprintf(request->owner, sizeof(request->owner), "%s", text);
    return check(ui, request);
}

static const char *read_text(const struct ui *ui, const char *text, struct ui_request *request)
{
    *request = ui->change;
    request->type = UI_EDIT_PROBLEM;
    snprintf(request->text, sizeof(request->text), "%s", text);
    return text[0] == '\0' ? lang_problem_fault(PROBLEM_NO_TEXT) : check(ui, request);
}

static const char *read_reopen(const struct ui *ui, const char *text, struct ui_request *request)
{
    *request = ui->change;
    request->type = UI_REOPEN_PROBLEM;
    request->date = ui->board->as_of;
    return text[0] == '\0' ? "" : _("press Enter to open it again, Esc to leave it");
}

static const char *read_close(const struct ui *ui, const char *text, struct ui_request *request)
{
    *request = ui->change;
    request->type = UI_CLOSE_PROBLEM;
    request->date = ui->board->as_of;
    snprintf(request->text, sizeof(request->text), "%s", text);
    return "";
}

static const struct question question_due = {.read = read_due, .about_row = true, .stands = stands};
static const struct question question_owner = {
    .read = read_owner, .about_row = true, .stands = stands};
static const struct question question_text = {
    .read = read_text, .about_row = true, .stands = stands};
static const struct question question_close = {
    .read = read_close, .about_row = true, .stands = stands};
static const struct question question_reopen = {
    .read = read_reopen, .about_row = true, .stands = stands};

/* Keeps what is shown, to be held against what stands there when it is written. */
static void see(struct ui *ui, const struct problem *problem)
{
    ui->change.id = problem->id;
    ui->change.seen_due = problem->due;
    snprintf(ui->change.seen_owner, sizeof(ui->change.seen_owner), "%s", problem->owner);
    snprintf(ui->change.seen_note, sizeof(ui->change.seen_note), "%s", problem->text);
}

/* A longer text would be cut. */
static void ask_text(struct ui *ui, const struct problem *problem)
{
    if (strlen(problem->text) < sizeof(ui->change.seen_note))
        ui_ask(ui, &question_text, _("What is in the way:"), problem->text);
    else
        ui_say(ui, UI_TONE_ERROR, _("too long for this line; use 'duban problem edit'"));
}

/* Asks with a line above that says what about. */
static void ask_about(struct ui *ui, const struct question *question, const char *prompt,
                      const char *format, const struct problem *problem)
{
    struct buf about = {0};
    buf_printf(&about, format, (long long)problem->id, problem->text);
    ui_ask(ui, question, prompt, "");
    text_clean_into(ui->input.about, sizeof(ui->input.about), buf_sv(&about));
    buf_free(&about);
}

static void ask_closed(struct ui *ui, enum action action, const struct problem *problem)
{
    if (action == ACTION_CLOSE)
        ask_about(ui, &question_reopen, _("Enter: yes, Esc: no"),
                  _("Open problem %lld (%s) again?"), problem);
    else
        ui_say(ui, UI_TONE_ERROR, _("this problem is closed; c opens it again"));
}

static void ask_change(struct ui *ui, enum action action, const struct problem *problem)
{
    char date[DATE_TEXT_MAX];
    ui->change = (struct ui_request){.target = -1, .school = -1, .date = problem->due};
    snprintf(ui->change.owner, sizeof(ui->change.owner), "%s", problem->owner);
    see(ui, problem);
    if (problem->closed != DAY_NONE)
        ask_closed(ui, action, problem);
    else if (action == ACTION_CLOSE)
        ask_about(ui, &question_close, _("How it was cleared away:"),
                  _("Close problem %lld (%s)? Enter: yes, Esc: no"), problem);
    else if (action == ACTION_TEXT)
        ask_text(ui, problem);
    else if (action == ACTION_DUE)
        ui_ask(ui, &question_due, _("Due date (nothing: none):"), date_format(problem->due, date));
    else
        ui_ask(ui, &question_owner, _("Owner:"), problem->owner);
}

bool problem_edits_act(struct ui *ui, enum action action)
{
    bool change = action == ACTION_CLOSE || action == ACTION_DUE || action == ACTION_OWNER ||
                  action == ACTION_TEXT;
    if (action == ACTION_ADD_PROBLEM) {
        ask_new(ui);
        return true;
    }
    if (!change || ui_here(ui)->screen != SCREEN_PROBLEMS)
        return false;
    const struct problem *problem = chosen(ui);
    if (problem)
        ask_change(ui, action, problem);
    return true;
}

/* What was not changed here stays as somebody else has written it. */
static void take_theirs(struct ui_request *change, const struct problem *now)
{
    if (change->date == change->seen_due)
        change->date = now->due;
    if (strcmp(change->owner, change->seen_owner) == 0)
        snprintf(change->owner, sizeof(change->owner), "%s", now->owner);
}

void problem_edits_overtaken(struct ui *ui, const struct ui_request *request)
{
    struct buf both = {0};
    char due[DATE_TEXT_MAX], mine[DATE_TEXT_MAX];
    const struct problem *now = chosen(ui);
    ui->change = *request;
    if (!now || now->id != request->id) {
        ui_say(ui, UI_TONE_ERROR, _("the row has gone meanwhile; choose it again"));
        return;
    }
    take_theirs(&ui->change, now);
    see(ui, now);
    if (request->text[0] != '\0')
        buf_printf(&both, _("meanwhile: %s; you: %s"), now->text, request->text);
    else
        buf_printf(&both, _("meanwhile: due %s, owner %s; you: due %s, owner %s"),
                   edits_or_none(date_format(now->due, due)), edits_or_none(now->owner),
                   edits_or_none(date_format(ui->change.date, mine)),
                   edits_or_none(ui->change.owner));
    edits_ask_mine_or_theirs(ui, buf_text(&both));
    buf_free(&both);
}
