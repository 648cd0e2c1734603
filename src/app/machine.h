/* machine.h - the monitor without its terminal: keys in, cells out, the database behind it.
 *
 * The event loop (monitor.h) runs it in a terminal; tests run the very same with keys of their own.
 *
 * Ownership: machine_start() borrows the session; machine_end() gives the rest back.
 *
 * Example:
 *     struct machine machine;
 *     machine_start(&machine, session);
 *     if (machine_key(&machine, key) == UI_QUIT) ...
 *     machine_draw(&machine, canvas);
 *     machine_end(&machine);
 */
#ifndef APP_MACHINE_H
#define APP_MACHINE_H

#include "app/monitor_import.h"
#include "app/monitor_load.h"
#include "app/session.h"
#include "duban/ui.h"

struct machine {
    struct session *session;
    struct ui *ui;
    struct loaded loaded;
    struct monitor_import import;
    int columns; /* of the last drawing */
    struct onlooker onlooker;

    /* While a command or a change is at work: draws what is said of it, and asks whether it may go
     * on. NULL: nothing is drawn, nobody asked. */
    void (*show)(void *context);
    bool (*go_on)(void *context);
    void *context;

    daynum since; /* the day that is compared with; DAY_NONE: none */
    struct view *then;
    struct arena compared; /* holds the comparison */
    struct comparison comparison;
};

/* Shows the session's board; the session is open and judged. */
void machine_start(struct machine *machine, struct session *session) NONNULL;
void machine_end(struct machine *machine) NONNULL;

/* Feeds one key and does what it asks for. What is left to the terminal comes back: UI_QUIT,
 * UI_SUSPEND, UI_REDRAW, or UI_NONE. */
MUST_USE enum ui_request_type machine_key(struct machine *machine, struct key key) NONNULL;

/* Shows what somebody else has committed, and from midnight on the new day. Returns whether there is
 * something to draw. */
MUST_USE bool machine_poll(struct machine *machine) NONNULL;

/* Is a file being taken in? Then machine_step() goes on with it for a moment; keys come between. */
bool machine_at_work(const struct machine *machine) NONNULL;
void machine_step(struct machine *machine) NONNULL;

void machine_draw(struct machine *machine, struct canvas *canvas) NONNULL;

#endif
