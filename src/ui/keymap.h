/* keymap.h - what keys do: one list gives the bindings, the hints and the help.
 *
 * Example:
 *     switch (keymap_action(key)) { case ACTION_DOWN: ... }
 */
#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H

#include "duban/ui.h"

/* Where an action works, as bits. */
enum where { ON_OVERVIEW = 1, ON_ITEM = 2, ON_TARGET = 4, ON_ATTENTION = 8, ON_HELP = 16 };
#define ON_LISTS (ON_OVERVIEW | ON_ITEM | ON_TARGET | ON_ATTENTION | ON_HELP)
#define ON_ALL   ON_LISTS

/* id, keys as shown, where, short word for the hint line ("" = no hint), help. */
#define ACTION_LIST(X)                                                                            \
    X(UP, "k Up", ON_LISTS, "", N_("up"))                                                         \
    X(DOWN, "j Down", ON_LISTS, "", N_("down"))                                                   \
    X(LEFT, "h Left", ON_OVERVIEW, "", N_("pane on the left"))                                    \
    X(RIGHT, "l Right", ON_OVERVIEW, "", N_("pane on the right"))                                 \
    X(PAGE_UP, "PgUp", ON_LISTS, "", N_("a page up"))                                             \
    X(PAGE_DOWN, "PgDn", ON_LISTS, "", N_("a page down"))                                         \
    X(FIRST, "Home", ON_LISTS, "", N_("to the first"))                                            \
    X(LAST, "End", ON_LISTS, "", N_("to the last"))                                               \
    X(NEXT_PANE, "Tab", ON_OVERVIEW, "", N_("next pane"))                                         \
    X(PREVIOUS_PANE, "S-Tab", ON_OVERVIEW, "", N_("pane before"))                                 \
    X(PANE, "1-9", ON_OVERVIEW, N_("pane"), N_("pane of this number"))                            \
    X(OPEN, "Enter", ON_OVERVIEW | ON_ITEM | ON_ATTENTION, N_("open"), N_("open what is chosen")) \
    X(BACK, "Esc", ON_ITEM | ON_TARGET | ON_ATTENTION | ON_HELP, N_("back"), N_("back"))          \
    X(EDIT, "e", ON_TARGET, N_("value"), N_("enter a value of the chosen school"))                \
    X(GOAL, "o", ON_TARGET, N_("goal"), N_("set the goal"))                                       \
    X(UNDO, "u", ON_ALL, N_("undo"), N_("take your last change back (undo)"))                     \
    X(ATTENTION, "a", ON_ALL, N_("attention"), N_("what needs attention, worst first"))           \
    X(OVERVIEW, "g", ON_ALL, "", N_("to the overview"))                                           \
    X(HELP, "?", ON_ALL, N_("help"), N_("the keys that work here"))                               \
    X(QUIT, "q", ON_ALL, N_("quit"), N_("leave duban"))                                           \
    X(SUSPEND, "^Z", ON_ALL, "", N_("back to the shell; fg returns"))                             \
    X(REDRAW, "^L", ON_ALL, "", N_("draw the screen anew"))

enum action {
    ACTION_NONE,
#define X(id, ...) ACTION_##id,
    ACTION_LIST(X)
#undef X
        ACTION_TOTAL
};

struct action_info {
    const char *keys; /* as shown, separated by a blank */
    unsigned where;
    const char *hint, *help; /* English; pass them to _() */
};

const struct action_info *action_info(enum action action);

/* What the key does on a screen of this kind (one bit); ACTION_NONE: nothing. For ACTION_PANE the
 * key's digit says which. */
enum action keymap_action(struct key key, unsigned where);

#endif
