#include "app/monitor.h"

#include "app/edit.h"
#include "duban/i18n.h"
#include "duban/ui.h"

enum { POLL_MS = 500 };

struct monitor {
    struct session *session;
    struct ui *ui;
    struct term *term;
    struct canvas *canvas;
    struct arena arena; /* holds `values` */
    struct values values;
    int open_target; /* whose values are shown; -1: none yet */
};

/* Loads and shows the values of the target that is open. */
static bool load_values(struct monitor *monitor, struct err *err)
{
    if (monitor->open_target < 0)
        return true;
    struct session *session = monitor->session;
    struct arena fresh = {0};
    struct values values;
    if (!store_load_target(session->store, session->plan, monitor->open_target, session->as_of,
                           &fresh, &values, err)) {
        arena_free(&fresh);
        return false;
    }
    struct arena old = monitor->arena;
    monitor->arena = fresh;
    monitor->values = values;
    ui_show_values(monitor->ui, &monitor->values);
    arena_free(&old);
    return true;
}

/* Loads and shows the board anew: after a change of ours or of another's. */
static bool reload(struct monitor *monitor, struct err *err)
{
    struct view *old;
    if (!session_refresh(monitor->session, &old, err))
        return false;
    ui_show_board(monitor->ui, monitor->session->board);
    bool ok = load_values(monitor, err);
    view_free(old);
    return ok;
}

static bool set_value(struct monitor *monitor, const struct ui_request *request, struct buf *said,
                      struct err *err)
{
    const struct intake_row row = {
        .target = request->target,
        .school = request->school,
        .date = request->date,
        .value = request->value,
        .of = request->of,
    };
    return edit_value(monitor->session, &row, request->allow_decrease, said, err);
}

static bool set_goal(struct monitor *monitor, const struct ui_request *request, struct buf *said,
                     struct err *err)
{
    struct session *session = monitor->session;
    struct terms terms = store_terms_of(&session->plan->targets[request->target]);
    terms.goal_min = request->value;
    terms.goal_max = request->of;
    return edit_terms(session, request->target, &terms, session->as_of, said, err);
}

/* Carries a change out and shows what became of it. */
static void change(struct monitor *monitor, const struct ui_request *request)
{
    struct buf said = {0};
    struct err err = {0};
    bool ok = false;
    session_tick(monitor->session);
    if (request->type == UI_SET_VALUE)
        ok = set_value(monitor, request, &said, &err);
    else if (request->type == UI_SET_GOAL)
        ok = set_goal(monitor, request, &said, &err);
    else if (request->type == UI_UNDO)
        ok = edit_undo(monitor->session, &said, &err);
    ok = ok && reload(monitor, &err);
    if (ok)
        ui_say(monitor->ui, UI_TONE_INFO, buf_text(&said));
    else
        ui_say(monitor->ui, UI_TONE_ERROR, err.text);
    buf_free(&said);
}

/* Does what a key asked for. Returns false when it asked to leave. */
static bool serve(struct monitor *monitor, const struct ui_request *request)
{
    struct err err = {0};
    switch (request->type) {
    case UI_QUIT:
        return false;
    case UI_SUSPEND:
        term_suspend(monitor->term);
        return true;
    case UI_REDRAW:
        term_redraw(monitor->term);
        return true;
    case UI_LOAD_TARGET:
        monitor->open_target = request->target;
        if (!load_values(monitor, &err))
            ui_say(monitor->ui, UI_TONE_ERROR, err.text);
        return true;
    case UI_SET_VALUE:
    case UI_SET_GOAL:
    case UI_UNDO:
        change(monitor, request);
        return true;
    case UI_NONE:
        return true;
    }
    return true;
}

/* Looks whether somebody else has changed the database, and shows it. Returns whether there is
 * something to draw. */
static bool look_for_changes(struct monitor *monitor)
{
    struct err err = {0};
    bool changed = false;
    bool ok = store_changed(monitor->session->store, &changed, &err);
    if (ok && changed)
        ok = reload(monitor, &err);
    if (!ok)
        ui_say(monitor->ui, UI_TONE_ERROR, err.text);
    return !ok || changed;
}

static void draw(struct monitor *monitor)
{
    int rows, columns;
    term_size(monitor->term, &rows, &columns);
    if (rows != canvas_rows(monitor->canvas) || columns != canvas_columns(monitor->canvas)) {
        canvas_free(monitor->canvas);
        monitor->canvas = canvas_new(rows, columns);
    }
    ui_draw(monitor->ui, monitor->canvas);
    term_show(monitor->term, monitor->canvas);
}

static void loop(struct monitor *monitor)
{
    for (bool dirty = true, running = true; running;) {
        if (dirty)
            draw(monitor);
        struct key key = term_read(monitor->term, POLL_MS);
        if (key.code == KEYCODE_HANGUP)
            return;
        dirty = key.code != KEYCODE_NONE;
        if (dirty) {
            struct ui_request request = ui_key(monitor->ui, key);
            running = serve(monitor, &request);
        } else {
            dirty = look_for_changes(monitor);
        }
    }
}

bool monitor_run(struct session *session, struct err *err)
{
    enum theme theme = theme_from_environment();
    const char *word = session->options->value[OPTION_THEME];
    if (word && !theme_parse(word, &theme))
        return err_set(err, ERR_USAGE, _("no theme %s; use dark, light or mono"), word);
    struct monitor monitor = {.session = session, .open_target = -1};
    if (!term_open(theme, &monitor.term, err))
        return false;
    const struct ui_options options = {
        .lang = session->lang,
        .read_only = session->options->value[OPTION_READ_ONLY] != NULL,
        .database = session->database,
    };
    monitor.ui = ui_new(&options);
    monitor.canvas = canvas_new(1, 1);
    ui_show_board(monitor.ui, session->board);
    loop(&monitor);
    term_close(monitor.term);
    ui_free(monitor.ui);
    canvas_free(monitor.canvas);
    arena_free(&monitor.arena);
    return true;
}
