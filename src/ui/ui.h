/* ui.h - the monitor's state, and what its screens share.
 *
 * Each screen is a file in screens/ with two functions: draw, and act on an action. The state keeps
 * the codes of what is chosen beside its indexes, so that a new board finds it again.
 *
 * Example:
 *     screen_of(ui)->draw(ui, canvas, &(struct area){1, 0, rows - 2, columns});
 */
#ifndef UI_UI_H
#define UI_UI_H

#include "duban/lang.h"
#include "duban/ui.h"
#include "ui/canvas.h"
#include "ui/input.h"
#include "ui/keymap.h"
#include "ui/list.h"

enum screen_id {
    SCREEN_OVERVIEW,
    SCREEN_ITEM,
    SCREEN_TARGET,
    SCREEN_ATTENTION,
    SCREEN_HELP,
    SCREEN_TOTAL
};

enum { SCREENS_DEEP = 8, CODE_MAX = 40 };

/* What the line of input is for. */
enum asking { ASKING_VALUE, ASKING_GOAL };

struct ui {
    struct ui_options options;
    const struct board *board;
    const struct values *values; /* of `target`; NULL until they are loaded */

    enum screen_id stack[SCREENS_DEEP]; /* the way in; the last one is shown */
    int depth;

    int section;           /* chosen pane: index into plan->sections */
    struct list items;     /* items of that section */
    int item;              /* the item that is open */
    struct list targets;   /* targets of that item */
    int target;            /* the target that is open */
    struct list schools;   /* rows of `values` */
    struct list attention; /* rows of `urgent` */
    struct list help;
    struct arena arena; /* holds `urgent` */
    const int *urgent;  /* targets that need attention */

    char item_code[CODE_MAX], target_code[CODE_MAX], school_code[CODE_MAX];
    int section_number;

    struct input input;
    enum asking asking;
    bool pasting;
    char message[600];
    enum ui_tone tone;
    int columns; /* of the last drawing: how many panes stand side by side */
};

/* Part of the screen. */
struct area {
    int y, x, rows, columns;
};

struct screen {
    enum where where;
    void (*draw)(struct ui *ui, struct canvas *canvas, const struct area *area);
    struct ui_request (*act)(struct ui *ui, enum action action, struct key key);
    const char *(*crumb)(const struct ui *ui); /* its name on the way in */
};

extern const struct screen screen_overview, screen_item, screen_target, screen_attention,
    screen_help;

const struct screen *screen_of(const struct ui *ui);

/* Goes in to a screen, or back out of it. */
void ui_enter(struct ui *ui, enum screen_id screen);
void ui_leave(struct ui *ui);

/* Opens a target: asks for its values. */
struct ui_request ui_open_target(struct ui *ui, int target);

/* The n-th item of a section, or target of an item: its index in the plan; -1 when there is none.
 * And how many there are. */
int ui_item_at(const struct ui *ui, int section, int n);
int ui_item_count(const struct ui *ui, int section);
int ui_target_at(const struct ui *ui, int item, int n);
int ui_target_count(const struct ui *ui, int item);

/* The name in the user's language. */
const char *ui_name(const struct ui *ui, const struct name *name);

/* Draws "[####|..]" without brackets: what is done in reverse video, the tick of what is planned
 * by now, dots for the rest. */
void bar_draw(struct canvas *canvas, int y, int x, int width, double actual, double planned,
              enum role rest);

/* Puts `text` on lines of at most `width` columns, at most `rows` of them; returns how many. */
int wrap_draw(struct canvas *canvas, int y, int x, int width, int rows, enum role role,
              const char *text);

/* Reads what was typed for a value ("12", "12/30", "98%", "12 2021-09-10", "9 !") or a goal into a
 * request. Returns what is wrong, or "". */
const char *entry_read_value(const struct ui *ui, struct ui_request *request);
const char *entry_read_goal(const struct ui *ui, struct ui_request *request);

#endif
