#include "app/machine.h"

#include "app/line_history.h"
#include "app/monitor_change.h"
#include "app/run_line.h"
#include "duban/i18n.h"

/* Loads whatever the screen needs by now. */
static void load(struct machine *machine)
{
    struct ui_query query;
    struct err err = {0};
    while (ui_needs(machine->ui, &query)) {
        struct ui_answer answer;
        struct arena old;
        if (!monitor_load(machine->session, &query, &machine->loaded, &answer, &old, &err))
            ui_say(machine->ui, UI_TONE_ERROR, err.text);
        ui_answer(machine->ui, &answer);
        arena_free(&old);
    }
}

/* Gives back what was compared with. */
static void forget(struct machine *machine)
{
    ui_show_comparison(machine->ui, NULL);
    view_free(machine->then);
    machine->then = NULL;
    arena_free(&machine->compared);
}

/* Compares the board that is shown with that of the other day. */
static bool compare(struct machine *machine, struct err *err)
{
    forget(machine);
    if (machine->since == DAY_NONE || machine->since > machine->session->as_of)
        return true; /* of a day before it nothing has changed since */
    if (!session_view_on(machine->session, machine->since, &machine->then, err)) {
        machine->then = NULL;
        return false;
    }
    machine->comparison =
        compare_boards(&machine->then->board, machine->session->board, NULL, &machine->compared);
    ui_show_comparison(machine->ui, &machine->comparison);
    return true;
}

/* Loads and shows the board anew: after a change of ours or of another's. */
static bool reload(struct machine *machine, struct err *err)
{
    struct view *old;
    if (!session_refresh(machine->session, &old, err))
        return false;
    ui_show_board(machine->ui, machine->session->board);
    bool ok = compare(machine, err);
    load(machine);
    view_free(old);
    return ok;
}

/* ---- work that may take long ---- */

static bool go_on(void *context)
{
    const struct machine *machine = context;
    return machine->go_on(machine->context);
}

static void tell(void *context, const char *said)
{
    const struct machine *machine = context;
    struct buf line = {0};
    if (!machine->show)
        return;
    buf_printf(&line, _("%s; Ctrl-C or Esc stops it"), said);
    ui_say(machine->ui, UI_TONE_INFO, buf_text(&line));
    machine->show(machine->context);
    ui_say(machine->ui, UI_TONE_INFO, "");
    buf_free(&line);
}

/* From now on the user may stop what is done; the session's store is not asked for anything while
 * the screen is drawn, it may be in the midst of a statement. */
static void look_on(struct machine *machine)
{
    machine->onlooker = onlooker_begin(machine, go_on, tell);
    machine->session->onlooker = machine->go_on ? &machine->onlooker : NULL;
    if (machine->go_on)
        store_look_on(machine->session->store, onlooker_asked, &machine->onlooker);
}

static void look_away(struct machine *machine)
{
    machine->session->onlooker = NULL;
    store_look_on(machine->session->store, NULL, NULL);
}

/* What is read for a change goes when it is made: a monitor runs for days. */
static bool make_change(struct machine *machine, const struct ui_request *request,
                        struct buf *said, enum ui_outcome *outcome, struct err *err)
{
    struct session *session = machine->session;
    struct arena kept = session->arena;
    session->arena = (struct arena){0};
    look_on(machine);
    bool ok = monitor_change(session, request, said, outcome, err);
    look_away(machine);
    arena_free(&session->arena);
    session->arena = kept;
    return ok;
}

/* Carries a change out and shows what became of it. */
static void change(struct machine *machine, const struct ui_request *request)
{
    struct buf said = {0};
    struct err err = {0};
    session_tick(machine->session);
    enum ui_outcome outcome;
    bool ok = make_change(machine, request, &said, &outcome, &err) && reload(machine, &err);
    if (ok)
        ui_say(machine->ui, UI_TONE_INFO, buf_text(&said));
    else
        ui_say(machine->ui, UI_TONE_ERROR, err.text);
    ui_done(machine->ui, request, outcome);
    buf_free(&said);
}

bool machine_at_work(const struct machine *machine)
{
    return monitor_import_at_work(&machine->import);
}

/* Shows how far it is; once nothing is at work the database is free again. */
static void show_import(struct machine *machine)
{
    struct err err = {0};
    ui_show_intake(machine->ui, &machine->import.shown);
    if (machine_at_work(machine))
        return;
    bool kept = machine->import.kept;
    machine->import.kept = false;
    if (kept && !reload(machine, &err))
        ui_say(machine->ui, UI_TONE_ERROR, err.text);
}

void machine_step(struct machine *machine)
{
    monitor_import_step(&machine->import, machine->session);
    show_import(machine);
}

static void look(struct machine *machine, const struct ui_request *request)
{
    struct err err = {0};
    session_tick(machine->session);
    if (monitor_import_look(&machine->import, request->text, &request->given, &err))
        show_import(machine);
    else {
        ui_show_intake(machine->ui, &machine->import.shown); /* what was shown before is gone */
        ui_say(machine->ui, UI_TONE_ERROR, err.text);
    }
}

/* Begins, goes on with or stops taking files in. Returns whether the request was about that. */
static bool take_in(struct machine *machine, const struct ui_request *request)
{
    switch (request->type) {
    case UI_INTAKE_LOOK:
        look(machine, request);
        return true;
    case UI_INTAKE_TAKE:
        session_tick(machine->session);
        monitor_import_take(&machine->import);
        show_import(machine);
        return true;
    case UI_INTAKE_CANCEL:
        monitor_import_cancel(&machine->import);
        show_import(machine);
        return true;
    default:
        return false;
    }
}

/* A preview is of the day that is shown. */
static void look_anew(struct machine *machine)
{
    struct ui_request request = {.type = UI_INTAKE_LOOK, .given = machine->import.shown.given};
    if (ui_previews(machine->ui))
        look(machine, &request);
}

/* Shows the plan as of another day; stays on the old one when that cannot be. */
static void set_as_of(struct machine *machine, daynum day)
{
    struct err err = {0};
    struct session *session = machine->session;
    const struct plan *plan = session->plan;
    daynum before = session->as_of;
    daynum last = session->today > plan->ends ? session->today : plan->ends;
    char first[DATE_TEXT_MAX], end[DATE_TEXT_MAX];
    session->as_of = day;
    bool ok = (day >= plan->starts && day <= last) ||
              err_set(&err, ERR_DATA, _("the date is outside the plan; choose one from %s to %s"),
                      date_format(plan->starts, first), date_format(last, end));
    if (ok && reload(machine, &err)) {
        look_anew(machine);
        return;
    }
    session->as_of = before;
    ui_say(machine->ui, UI_TONE_ERROR, err.text);
}

static void set_compare(struct machine *machine, daynum day)
{
    struct err err = {0};
    machine->since = day;
    if (!compare(machine, &err))
        ui_say(machine->ui, UI_TONE_ERROR, err.text);
}

/* What stands over night shows the new day in the morning, unless another one is looked at. */
static bool turn_day(struct machine *machine)
{
    struct session *session = machine->session;
    daynum before = session->as_of_first;
    session_tick(session);
    if (!session->follows || session->today == before)
        return false;
    session->as_of_first = session->today;
    if (session->as_of != before)
        return false;
    set_as_of(machine, session->today);
    if (session->as_of == before)
        session->as_of_first = before; /* it could not be; tried again */
    return true;
}

bool machine_poll(struct machine *machine)
{
    if (machine_at_work(machine))
        return false;
    if (turn_day(machine))
        return true;
    struct err err = {0};
    bool changed = false;
    bool ok = store_changed(machine->session->store, &changed, &err);
    if (ok && changed)
        ok = reload(machine, &err);
    if (!ok)
        ui_say(machine->ui, UI_TONE_ERROR, err.text);
    return !ok || changed;
}

static void complete(void *context, struct sv line, struct buf *out)
{
    run_line_complete(context, line, out);
}

/* What a command has to say, with what is not to be overlooked. */
static void run(struct machine *machine, const char *line, struct buf *out)
{
    struct buf printed = {0};
    tell(machine, _("at work ..."));
    look_on(machine);
    int status = run_line(machine->session, line, machine->columns, &printed);
    look_away(machine);
    if (status != 0 && machine->onlooker.stopped)
        buf_printf(out, "%s\n", _("-- stopped; below stands what it had printed by then"));
    buf_add(out, buf_sv(&printed));
    if (status == 0 && printed.len == 0)
        buf_printf(out, "%s\n", _("done; it printed nothing"));
    buf_free(&printed);
}

/* Runs a command line and shows what it prints, and what it changed. */
static void command(struct machine *machine, const char *text)
{
    struct buf out = {0}, line = {0};
    struct err err = {0};
    buf_puts(&line, text);
    line_history_add(machine->session, text);
    run(machine, buf_text(&line), &out);
    if (!reload(machine, &err))
        ui_say(machine->ui, UI_TONE_ERROR, err.text);
    ui_show_text(machine->ui, buf_text(&line), buf_sv(&out));
    buf_free(&line);
    buf_free(&out);
}

static void add_history(void *context, const char *line)
{
    ui_add_history(context, line);
}

void machine_start(struct machine *machine, struct session *session)
{
    const struct ui_options options = {
        .lang = session->lang,
        .read_only = session->options->value[OPTION_READ_ONLY] || session->role == USER_VIEWER,
        .database = session->database,
        .encodings = import_encodings(),
        .complete = complete,
        .context = session,
    };
    *machine = (struct machine){.session = session, .ui = ui_new(&options), .since = DAY_NONE};
    line_history_load(session, add_history, machine->ui);
    ui_show_board(machine->ui, session->board);
    load(machine);
}

void machine_end(struct machine *machine)
{
    forget(machine);
    ui_free(machine->ui);
    loaded_free(&machine->loaded);
    monitor_import_free(&machine->import);
}

enum ui_request_type machine_key(struct machine *machine, struct key key)
{
    struct ui_request request = ui_key(machine->ui, key);
    switch (request.type) {
    case UI_QUIT:
    case UI_SUSPEND:
    case UI_REDRAW:
        return request.type;
    case UI_NONE:
        break;
    case UI_SET_AS_OF:
        set_as_of(machine, request.date);
        break;
    case UI_COMPARE:
        set_compare(machine, request.date);
        break;
    case UI_COMMAND:
        command(machine, request.text);
        break;
    default:
        if (!take_in(machine, &request))
            change(machine, &request);
    }
    if (!machine_at_work(machine))
        load(machine);
    return UI_NONE;
}

void machine_draw(struct machine *machine, struct canvas *canvas)
{
    struct err err = {0};
    machine->columns = canvas_columns(canvas);
    int charted = ui_charted(machine->ui, canvas_columns(canvas));
    bool busy = machine_at_work(machine) || machine->session->onlooker;
    if (charted >= 0 && !busy && !session_year(machine->session, charted, &err))
        ui_say(machine->ui, UI_TONE_ERROR, err.text);
    ui_draw(machine->ui, canvas);
}
