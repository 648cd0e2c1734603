/* ui.h - the monitor's state, and what its screens share.
 *
 * A place is a screen with what it is about and what is chosen on it. The way in is a stack of
 * places, so Back finds everything as it was. Places keep codes beside indexes, so that a new board
 * finds all of it again.
 *
 * Example: Enter on a school
 *     struct place place = place_at(SCREEN_SCHOOL);
 *     place.school = row.school;
 *     ui_enter(ui, &place);
 */
#ifndef UI_UI_H
#define UI_UI_H

#include <limits.h>

#include "duban/lang.h"
#include "duban/ui.h"
#include "ui/canvas.h"
#include "ui/input.h"
#include "ui/keymap.h"
#include "ui/list.h"
#include "ui/screens.h"
#include "ui/table.h"
#include "ui/told.h"

enum { PLACES_DEEP = 16, CODE_MAX = 80 };

struct place {
    enum screen_id screen;
    int section, item, target, school; /* indexes into the plan; -1: it is not about one */
    int64_t id;                        /* of an import, a problem ...; 0: none */
    struct list list;

    /* The same between two boards. */
    int section_number, item_number;
    char target_code[CODE_MAX], school_code[CODE_MAX];
};

/* What a line of input is for; a screen makes its own and hands them to ui_ask(). */
struct question {
    /* Reads what was typed into a request; returns what is wrong, or "". Called at every key;
     * what it returns is shown, and Enter is taken when it is "". */
    const char *(*read)(const struct ui *ui, const char *text, struct ui_request *request);

    /* What it is good for at once: a search. May be NULL. `dropped`: Esc was pressed. */
    void (*typed)(struct ui *ui, const char *text);
    void (*dropped)(struct ui *ui);

    /* Adds how the word before the cursor can go on, a line each (Tab). May be NULL. */
    void (*complete)(const struct ui *ui, struct buf *out);

    /* The line was taken. May be NULL. */
    void (*done)(struct ui *ui, const char *text);

    bool history; /* Up and Down bring older lines back */

    /* Is it about the chosen row? Then it ends when another row comes to stand there. */
    bool about_row;

    /* Does it still make sense on the new board? NULL: always. */
    bool (*stands)(const struct ui *ui);
};

/* Part of the screen. */
struct area {
    int y, x, rows, columns;
};

/* From so many rows on there is room for what is not needed. */
enum { ROOMY = 14 };

enum { HISTORY_MAX = 50, PANES_MAX = 32 };

/* What was typed on the command line, oldest first; `at` is what is shown of it. */
struct history {
    char *lines[HISTORY_MAX];
    int count, at;
    char typed[INPUT_MAX]; /* the line that was being typed when an older one was asked for */
};

struct ui {
    struct ui_options options;
    const struct board *board;
    const struct comparison *comparison; /* NULL: with nothing */
    struct ui_answer answers[UI_DATA_TOTAL];
    bool answered[UI_DATA_TOTAL];

    struct place way[PLACES_DEEP]; /* the way in; way[depth] is shown */
    int depth;
    struct place left[SCREEN_TOTAL]; /* as each screen was when it was left last */
    bool has_left[SCREEN_TOTAL];

    struct ui_request change;      /* the change that is being typed, with what was shown then */
    bool sheet;                    /* it goes on down the column */
    char sheet_next[LIST_KEY_MAX]; /* to this row; "": there is none */
    struct input input;
    const struct question *question;
    char needle[INPUT_MAX];              /* what was searched for last */
    char asked_about[LIST_KEY_MAX];      /* the row that a question is about */
    int search_from;                     /* where the choice was when the search began */
    char filter_before[LIST_FILTER_MAX]; /* the filter before it was changed */
    struct history history;              /* of the command line */
    char *output;          /* what a command printed; its lines begin at output_starts */
    size_t *output_starts; /* [output_lines + 1] */
    int output_lines, output_column, output_number;
    char output_title[INPUT_MAX];
    struct ui_intake intake; /* taking files in: how far it is */
    int64_t intake_number;   /* how many there were */
    char folder[PATH_MAX];   /* that is to be listed */
    int64_t folder_number;   /* another one for each folder that is entered */
    struct arena made_in;    /* what the shown table's `make` made lies here */
    void *made;
    bool pasting;
    char message[600];
    enum ui_tone tone;
    struct area panes[PANES_MAX]; /* of the last drawing: where each section's items stood */
    int width;                    /* of the window, as it is drawn */
    int columns;                  /* of the last drawing: how many panes stand side by side */
};

/* What a search walks on a screen that moves a choice of its own. */
struct finds {
    const struct table *table; /* rows, with key or words; its columns are not used */
    int (*chosen)(const struct ui *ui);
    void (*choose)(struct ui *ui, int n);
};

struct screen {
    const char *name; /* English: in the list of keys, and on the way in when `crumb` is NULL */

    /* Its name on the way in: of the item, the target ... it is about. */
    const char *(*crumb)(const struct ui *ui, const struct place *place);

    /* What it lists; NULL: nothing. `moves`: its `act` moves a choice of its own. */
    const struct table *table;
    bool moves;
    const struct finds *finds; /* what a search walks; NULL: the table */

    /* Draws it; NULL: the table is all there is. */
    void (*draw)(struct ui *ui, struct canvas *canvas, const struct area *area);

    /* Does what the framework leaves to it; may be NULL. */
    struct ui_request (*act)(struct ui *ui, enum action action, struct key key);

    /* Can the action do nothing just now? Then it is no hint. NULL: never. */
    bool (*idle)(const struct ui *ui, enum action action);

    /* What it needs beside the board; NULL: nothing. */
    void (*needs)(const struct ui *ui, struct ui_query *query);

    /* Chooses what stands at (y, x); returns whether that was chosen already, to be opened then.
     * NULL: the table's row. */
    bool (*click)(struct ui *ui, int y, int x);

    /* Makes a place still right on a new board, beyond what it is about (list of items); or NULL.
     */
    void (*renew)(struct ui *ui, struct place *place);
};

#define X(id, name) extern const struct screen screen_##name;
SCREEN_LIST(X)
#undef X

const struct screen *screen_info(enum screen_id id);
const struct screen *screen_of(const struct ui *ui);

/* What keymap_action() and action_works() go by on a screen. */
unsigned screen_where(const struct ui *ui, enum screen_id id);

/* The place that is shown, and its list. */
struct place *ui_place(struct ui *ui);
const struct place *ui_here(const struct ui *ui);
struct list *ui_list(struct ui *ui);

/* A new place, about nothing yet. */
struct place place_at(enum screen_id screen);

/* Goes in to a place, or back out of it, or all the way out. */
void ui_enter(struct ui *ui, const struct place *place);
void ui_enter_at(struct ui *ui, const struct place *place, const char *key); /* with a row chosen */
void ui_leave(struct ui *ui);
void ui_leave_all(struct ui *ui);

/* Is a file being taken in, or rehearsed? */
bool ui_at_work(const struct ui *ui);

/* The usual ways in. `target`, `school`: to the target with the school's row chosen, or to the
 * school; false when it is about neither. */
bool ui_open_subject(struct ui *ui, int target, int school);
void ui_open_problem(struct ui *ui, int64_t id);
void ui_open_item(struct ui *ui, int item);
void ui_open_target(struct ui *ui, int target);
void ui_open_why(struct ui *ui, int target);
void ui_open_why_whole(struct ui *ui, int section, int item); /* one of the two; the other -1 */
void ui_open_section(struct ui *ui, int section);
void ui_open_school(struct ui *ui, int school);

/* What is shown of the data that the screen needs: NULL until it is there. */
const struct ui_answer *ui_data(const struct ui *ui);

/* How many of them there are, as a table wants it. */
int ui_data_count(const struct ui *ui);

/* For a table's `make`: begins texts that its rows are to consist of. Those, and that of a row. */
struct told *ui_tell(struct ui *ui);
const struct told *ui_told(const struct ui *ui);
const struct piece *ui_piece(const struct ui *ui, const struct row *row);

/* Asks for a line of input. */
void ui_ask(struct ui *ui, const struct question *question, const char *prompt, const char *text);

/* The command line (:), and its older lines. */
void command_ask(struct ui *ui);
void history_move(struct ui *ui, int step);
void history_free(struct history *history);

/* Around a new board: keeps and finds again what places are about. */
void ui_remember_places(struct ui *ui);
void ui_find_places(struct ui *ui);

/* Title, hints, message or input around the screen. */
void frame_draw(struct ui *ui, struct canvas *canvas);

/* The n-th item of a section, or target of an item: its index in the plan; -1 when there is none.
 * And how many there are. */
int ui_item_at(const struct ui *ui, int section, int n);
int ui_item_count(const struct ui *ui, int section);
int ui_target_at(const struct ui *ui, int item, int n);
int ui_target_count(const struct ui *ui, int item);

/* The name in the user's language. */
const char *ui_name(const struct ui *ui, const struct name *name);

/* Draws "####..|>.": what is done in reverse video, '|' what is planned by now, '>' where the pace
 * leads by the due day, dots for the rest. Shares of 0..1; NAN: not known, not drawn. */
struct bar {
    double actual, planned, end;
};
void bar_draw(struct canvas *canvas, int y, int x, int width, const struct bar *bar,
              enum role rest);

/* A screen's head on the first row of the area: what it is about, cut where it is long, and behind
 * it what must stay in sight. */
void head_draw(struct canvas *canvas, const struct area *area, const char *name, const char *rest);

/* The length in bytes of the first line of `text`, as wrap_draw() breaks it. */
size_t wrap_length(struct sv text, int width);

/* Puts `text` on lines of at most `width` columns, at most `rows` of them; a text that is cut ends
 * with `~`. Returns how many. */
int wrap_draw(struct canvas *canvas, int y, int x, int width, int rows, enum role role,
              const char *text);

/* The same on whole rows of the screen, all of them in the role. */
void wrap_fill(struct canvas *canvas, int y, int rows, enum role role, const char *text);

/* How many lines it makes. */
int wrap_rows(struct sv text, int width);

/* Reads what was typed for a value ("12", "12/30", "98%", "12 2021-09-10", "9 !") or a goal of the
 * target that is shown into a request. Returns what is wrong, or "". */
const char *entry_read_value(const struct ui *ui, const char *text, struct ui_request *request);
const char *entry_read_goal(const struct ui *ui, const char *text, struct ui_request *request);

/* The same of a day ("2021-09-15") alone. */
const char *entry_read_date(const char *text, daynum *out);

#endif
