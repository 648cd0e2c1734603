#include "app/monitor.h"

#include <string.h>

#include "app/machine.h"
#include "duban/i18n.h"
#include "duban/ui.h"

enum { POLL_MS = 700 };

struct monitor {
    struct machine machine;
    struct term *term;
    struct canvas *canvas;
};

static void draw(struct monitor *monitor)
{
    int rows, columns;
    term_size(monitor->term, &rows, &columns);
    if (rows != canvas_rows(monitor->canvas) || columns != canvas_columns(monitor->canvas)) {
        canvas_free(monitor->canvas);
        monitor->canvas = canvas_new(rows, columns);
    }
    machine_draw(&monitor->machine, monitor->canvas);
    term_show(monitor->term, monitor->canvas);
}

static void draw_now(void *context)
{
    draw(context);
}

static bool go_on(void *context)
{
    const struct monitor *monitor = context;
    return !term_stops(monitor->term);
}

/* Returns false when the key asked to leave. */
static bool press(struct monitor *monitor, struct key key)
{
    switch (machine_key(&monitor->machine, key)) {
    case UI_QUIT:
        return false;
    case UI_SUSPEND:
        term_suspend(monitor->term);
        return true;
    case UI_REDRAW:
        term_redraw(monitor->term);
        return true;
    default:
        return true;
    }
}

static void loop(struct monitor *monitor)
{
    for (bool dirty = true, running = true, rested = false; running;) {
        if (dirty)
            draw(monitor);
        bool at_work = machine_at_work(&monitor->machine);
        struct key key = term_read(monitor->term, at_work ? 0 : POLL_MS);
        if (key.code == KEYCODE_HANGUP)
            return;
        dirty = key.code != KEYCODE_NONE;
        if (dirty)
            running = press(monitor, key);
        else if (at_work) {
            machine_step(&monitor->machine);
            dirty = true;
        }
        if (!dirty && !rested)
            store_rest(monitor->machine.session->store);
        rested = !dirty;
        if (running && machine_poll(&monitor->machine)) /* also while keys keep coming */
            dirty = true;
    }
}

static void show(struct monitor *monitor, struct session *session)
{
    monitor->canvas = canvas_new(1, 1);
    machine_start(&monitor->machine, session);
    monitor->machine.show = draw_now;
    monitor->machine.go_on = go_on;
    monitor->machine.context = monitor;
    struct key early = term_read(monitor->term, 0); /* an answer that is there already, or a key */
    if (early.code != KEYCODE_HANGUP && press(monitor, early))
        loop(monitor);
}

/* So long an edit waits for others, and the screen with it. */
enum { EDIT_WAIT_MS = 5000 };

bool monitor_run(struct session *session, struct err *err)
{
    enum theme theme = theme_from_environment();
    const char *word = session->options->value[OPTION_THEME];
    if (word && !theme_parse(word, &theme))
        return err_set(err, ERR_USAGE, _("no theme %s; use dark, light, contrast or mono"), word);
    const char *columns = session->options->value[OPTION_AMBIGUOUS];
    if (columns && strcmp(columns, "1") != 0 && strcmp(columns, "2") != 0)
        return err_set(err, ERR_USAGE, _("--ambiguous-width %s is unknown; use 1 or 2"), columns);
    const struct term_options options = {
        .theme = theme,
        .mouse = !session->options->value[OPTION_NO_MOUSE],
        .ambiguous = columns ? columns[0] - '0' : 0,
    };
    struct monitor monitor = {0};
    if (!term_open(&options, &monitor.term, err))
        return false;
    store_set_wait(session->store, EDIT_WAIT_MS);
    /* The terminal answers questions while the board is made. */
    bool ok = session_judge(session, err);
    if (ok)
        show(&monitor, session);
    term_close(monitor.term);
    if (ok)
        machine_end(&monitor.machine);
    canvas_free(monitor.canvas);
    return ok;
}
