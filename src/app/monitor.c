#include "app/monitor.h"

#include "app/monitor_change.h"
#include "app/monitor_load.h"
#include "duban/i18n.h"
#include "duban/ui.h"

enum { POLL_MS = 500 };

struct monitor {
    struct session *session;
    struct ui *ui;
    struct term *term;
    struct canvas *canvas;
    struct loaded loaded;
};

/* Loads whatever the screen needs by now. */
static void load(struct monitor *monitor)
{
    struct ui_query query;
    struct err err = {0};
    while (ui_needs(monitor->ui, &query)) {
        struct ui_answer answer;
        struct arena old;
        if (!monitor_load(monitor->session, &query, &monitor->loaded, &answer, &old, &err))
            ui_say(monitor->ui, UI_TONE_ERROR, err.text);
        ui_answer(monitor->ui, &answer);
        arena_free(&old);
    }
}

/* Loads and shows the board anew: after a change of ours or of another's. */
static bool reload(struct monitor *monitor, struct err *err)
{
    struct view *old;
    if (!session_refresh(monitor->session, &old, err))
        return false;
    ui_show_board(monitor->ui, monitor->session->board);
    load(monitor);
    view_free(old);
    return true;
}

/* Carries a change out and shows what became of it. */
static void change(struct monitor *monitor, const struct ui_request *request)
{
    struct buf said = {0};
    struct err err = {0};
    session_tick(monitor->session);
    bool ok = monitor_change(monitor->session, request, &said, &err) && reload(monitor, &err);
    if (ok)
        ui_say(monitor->ui, UI_TONE_INFO, buf_text(&said));
    else
        ui_say(monitor->ui, UI_TONE_ERROR, err.text);
    buf_free(&said);
}

/* Does what a key asked for. Returns false when it asked to leave. */
static bool serve(struct monitor *monitor, const struct ui_request *request)
{
    switch (request->type) {
    case UI_QUIT:
        return false;
    case UI_SUSPEND:
        term_suspend(monitor->term);
        return true;
    case UI_REDRAW:
        term_redraw(monitor->term);
        return true;
    case UI_NONE:
        load(monitor);
        return true;
    default:
        change(monitor, request);
        return true;
    }
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
    struct monitor monitor = {.session = session};
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
    loaded_free(&monitor.loaded);
    return true;
}
