/* ui.h - the monitor: a state machine that is fed boards and keys and draws into cells.
 *
 * It reads no database and no terminal: the event loop (app) hands it a board, passes keys in,
 * carries out the request that comes back, loads what the screen needs, and asks it to draw. So
 * every screen can be tested as a plain dump of cells, and every key through the real machine.
 *
 * Ownership: ui_new() hands out a monitor, ui_free() takes it back. A board and its plan are
 * borrowed until the next ui_show_board() or ui_free(); an answer until the next answer of the same
 * kind of data, ui_show_board() or ui_free().
 *
 * Example:
 *     struct ui_request request = ui_key(ui, key);
 *     if (request.type == UI_SET_VALUE) ... store_set_value(...); ui_show_board(ui, &board);
 *     while (ui_needs(ui, &query)) ... load ...; ui_answer(ui, &answer);
 *     ui_draw(ui, canvas);
 *     term_show(term, canvas);
 */
#ifndef DUBAN_UI_H
#define DUBAN_UI_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/attention.h"
#include "duban/attr.h"
#include "duban/batch.h"
#include "duban/board.h"
#include "duban/buf.h"
#include "duban/change.h"
#include "duban/compare.h"
#include "duban/date.h"
#include "duban/err.h"
#include "duban/i18n.h"
#include "duban/taken.h"
#include "duban/values.h"

/* ---- cells ----------------------------------------------------------------------------- */

struct canvas;

/* A canvas of `rows` x `columns` cells, at least 1 x 1. */
struct canvas *canvas_new(int rows, int columns);
void canvas_free(struct canvas *canvas);
int canvas_rows(const struct canvas *canvas) NONNULL;
int canvas_columns(const struct canvas *canvas) NONNULL;

/* Adds the canvas to *out as text, a line per row, without trailing spaces. With `roles`, each
 * line is followed by one that has a letter per cell for its role, so that a test sees colour. */
void canvas_dump(const struct canvas *canvas, bool roles, struct buf *out) NONNULL;

/* ---- keys ------------------------------------------------------------------------------ */

enum key_code {
    KEYCODE_NONE, /* nothing came in time */
    KEYCODE_CHAR, /* `character` holds it */
    KEYCODE_UP,
    KEYCODE_DOWN,
    KEYCODE_LEFT,
    KEYCODE_RIGHT,
    KEYCODE_PAGE_UP,
    KEYCODE_PAGE_DOWN,
    KEYCODE_HOME,
    KEYCODE_END,
    KEYCODE_ENTER,
    KEYCODE_ESCAPE,
    KEYCODE_TAB,
    KEYCODE_BACK_TAB,
    KEYCODE_BACKSPACE,
    KEYCODE_DELETE,
    KEYCODE_RESIZE,
    KEYCODE_PASTE_BEGIN, /* what follows is pasted text, never commands */
    KEYCODE_PASTE_END,
    KEYCODE_CLICK, /* of the first button, at (y, x) */
    KEYCODE_WHEEL_UP,
    KEYCODE_WHEEL_DOWN,
    KEYCODE_HANGUP /* the terminal is gone: leave at once */
};

struct key {
    enum key_code code;
    int32_t character; /* Unicode; control keys as 1..31 */
    int y, x;          /* of a click */
};

/* ---- the machine ----------------------------------------------------------------------- */

struct ui;

struct ui_options {
    enum lang lang;
    bool read_only;               /* no key changes anything */
    const char *database;         /* shown in the title line */
    const char *const *encodings; /* that a file can be said to have; NULL at the end, or none */

    /* Adds how the last word of a command line can go on, a line each. May be NULL. */
    void (*complete)(void *context, struct sv line, struct buf *out);
    void *context;
};

enum ui_request_type {
    UI_NONE,
    UI_QUIT,
    UI_SUSPEND,   /* ^Z */
    UI_REDRAW,    /* the screen is in disorder: send all of it */
    UI_SET_VALUE, /* keep `value` (and `of`) of `school` for `target` on `date`, with note `text` */
    UI_SET_GOAL,  /* keep `value` as goal_min and `of` as goal_max (or none) of `target` */
    UI_SET_DUE,   /* keep `date` as the day `target` is due */
    UI_SET_OWNER, /* keep `text` as the owner of `target` */
    UI_MOVE_STEP, /* move the step of `target` from seen_date to `date` */
    UI_ADD_PROBLEM,   /* keep problem `text` of `target`, `school` or both (-1: none), with `owner`
                         ("": the target's), due on `date` (DAY_NONE: not said) */
    UI_EDIT_PROBLEM,  /* keep `text` ("": as it is), `owner` and due `date` (DAY_NONE: none) of
                         problem `id` */
    UI_CLOSE_PROBLEM, /* close problem `id` on `date`; `text` says how it was cleared away */
    UI_REOPEN_PROBLEM, /* open problem `id` again on `date` */
    UI_SKIP,      /* nothing to keep: the monitor goes on by itself */
    UI_SET_AS_OF, /* show the plan as of `date` */
    UI_COMPARE,   /* mark what changed since `date`; DAY_NONE: no longer */
    UI_UNDO,      /* take the user's last change back */
    UI_REDO,      /* and do it again */
    UI_INTAKE_LOOK,   /* rehearse taking in the file or folder `text` ("": the same again), with
                         what is `given` beside it: ui_show_intake() */
    UI_INTAKE_TAKE,   /* take in what was rehearsed last */
    UI_INTAKE_CANCEL, /* stop that, and take everything back */
    UI_UNDO_IMPORT,   /* take the import `id` back */
    UI_COMMAND,       /* run the command line `text` and show what it prints: ui_show_text() */
    UI_REQUEST_TOTAL
};

enum { UI_TEXT_MAX = 600 };

/* What is said beside files that are taken in. */
struct ui_given {
    daynum date;               /* for rows that state none; DAY_NONE: not said */
    const char *encoding;      /* one of ui_options' names; NULL: by content */
    bool allow_decrease;       /* values that fall are taken */
    bool fill_down;            /* empty cells mean what stands above: merged cells */
    bool strict;               /* all rows or nothing */
    char rejects[UI_TEXT_MAX]; /* the file that rejected rows go into, or the folder; "": none */
};

struct ui_request {
    enum ui_request_type type;
    int target, school; /* indexes into the plan */
    int64_t id;         /* of an import, a problem */
    daynum date;
    amount value, of;    /* AMOUNT_NONE: none */
    bool allow_decrease; /* UI_SET_VALUE: the user has confirmed that the value falls */
    char text[UI_TEXT_MAX], owner[UI_TEXT_MAX];
    struct ui_given given;

    /* What was shown when the change was begun: nothing else may be written over. */
    daynum seen_date, seen_due;
    amount seen_value, seen_of, seen_goal_min, seen_goal_max;
    char seen_owner[UI_TEXT_MAX], seen_note[UI_TEXT_MAX];
};

/* What became of a request. */
enum ui_outcome {
    UI_KEPT,
    UI_REFUSED,  /* ui_say() told why */
    UI_OVERTAKEN /* somebody else has changed what was shown: it is shown now, and the user asked */
};

struct ui *ui_new(const struct ui_options *options) NONNULL;
void ui_free(struct ui *ui);

/* Shows a board from now on; the selection stays on the same item and target. */
void ui_show_board(struct ui *ui, const struct board *board) NONNULL;

/* Marks what changed since another date, from now on; NULL: nothing. It compares with the board
 * that is shown, so a new board ends it. */
void ui_show_comparison(struct ui *ui, const struct comparison *comparison);

/* ---- data beyond the board ---- */

/* Which data; each kind is loaded by one function of the event loop. */
enum ui_data {
    UI_DATA_TARGET,    /* the schools' values of query.target: answer.values */
    UI_DATA_SCHOOL,    /* the values of query.school, and how all report: values, reporting */
    UI_DATA_REPORTING, /* how all schools report: reporting */
    UI_DATA_IMPORTS,   /* the files taken in: batches, count */
    UI_DATA_ISSUES,    /* the rejected rows of import query.id: issues, count, batches (that one) */
    UI_DATA_JOURNAL,   /* the newest changes, newest first: changes, count */
    UI_DATA_CARE,      /* the problems, and what needs care: problems, care, count (of care) */
    UI_DATA_FOLDER,    /* the folder query.text: entries, count, folder */
    UI_DATA_TOTAL
};

/* What a screen has to have before it can show all it shows. Members that the kind of data does
 * not speak of are -1 (`id`: 0). */
struct ui_query {
    enum ui_data data;
    int target, school; /* indexes into the plan */
    int64_t id;         /* of an import, a problem ... */
    const char *text;   /* a path; other data: NULL */
};

/* What lies in a folder. */
struct ui_entry {
    const char *name; /* as it is spelt */
    bool folder;
    int64_t size; /* bytes */
    daynum changed;
};

struct ui_answer {
    struct ui_query query;
    bool failed; /* it could not be loaded (ui_say() told why): there is nothing to show */
    struct values values;
    const struct reporting *reporting; /* [school_count] */
    const struct batch *batches;
    const struct issue_row *issues;
    const struct change *changes;
    struct problems problems; /* as store and commands order them */
    const struct care *care;  /* worst first */
    const struct ui_entry *entries;
    const char *folder; /* its absolute path */
    size_t count;
};

/* Does the screen need data that it does not have? Call it after every key and every new board, and
 * answer until it says no. */
MUST_USE bool ui_needs(const struct ui *ui, struct ui_query *query) NONNULL;
void ui_answer(struct ui *ui, const struct ui_answer *answer) NONNULL;

/* ---- taking files in ---- */

enum ui_intake_phase {
    UI_INTAKE_NONE,    /* nothing was chosen */
    UI_INTAKE_LOOKING, /* at work on the rehearsal */
    UI_INTAKE_LOOKED,  /* `files` say what would happen */
    UI_INTAKE_TAKING,  /* at work */
    UI_INTAKE_DONE,    /* `files` say what happened */
    UI_INTAKE_STOPPED  /* cancelled: of the file at work nothing is kept */
};

struct ui_intake {
    enum ui_intake_phase phase;
    const char *path;    /* what was chosen, cleaned */
    const char *rejects; /* a file or folder that may do for rejected rows */
    struct ui_given given;
    int file, total;                /* which file is at work, from 1, and of how many */
    int permille;                   /* of that file */
    int64_t rows, rejected, rate;   /* of that file; rate: rows a second so far */
    const struct taken_file *files; /* those that are through */
    size_t count;
};

/* Shows how far it is; enters the import's screen when it begins. What it points to is borrowed
 * until the next call, or ui_free(). While it is at work, keys do nothing but stop it; what is said
 * beside a file that is looked at may change, it is looked at anew then. */
void ui_show_intake(struct ui *ui, const struct ui_intake *intake) NONNULL;

/* Is a preview on the screen, waiting to be taken in? */
bool ui_previews(const struct ui *ui) NONNULL;

/* Adds a line that Up brings back on the command line: one of an earlier run. Copied. */
void ui_add_history(struct ui *ui, const char *line) NONNULL;

/* Shows a text line by line, until the user goes back. Copied; hostile text is harmless. */
void ui_show_text(struct ui *ui, const char *title, struct sv text) NONNULL;

/* Puts a message on the bottom line until the next key. */
enum ui_tone { UI_TONE_INFO, UI_TONE_ERROR };
void ui_say(struct ui *ui, enum ui_tone tone, const char *text) NONNULL;

/* Feeds one key; the result is for the caller to carry out. */
MUST_USE struct ui_request ui_key(struct ui *ui, struct key key) NONNULL;

/* Tells what became of a request, once the board is as it is now. */
void ui_done(struct ui *ui, const struct ui_request *request, enum ui_outcome outcome) NONNULL;

/* The target whose whole year is drawn on a screen of so many columns, so that its figures have to
 * hold more than the standing needs; -1: none. */
int ui_charted(struct ui *ui, int columns) NONNULL;

/* Draws the whole screen. Below 60 x 12 it says so instead. */
void ui_draw(struct ui *ui, struct canvas *canvas) NONNULL;

/* Adds the keys of the monitor: those that work everywhere, then those of each screen; a title,
 * then two blanks, the keys, and what they do. In the current language. */
void ui_keys_text(struct buf *out) NONNULL;

/* ---- the terminal ---------------------------------------------------------------------- */

enum theme { THEME_DARK, THEME_LIGHT, THEME_CONTRAST, THEME_MONO, THEME_TOTAL };

struct term_options {
    enum theme theme;
    bool mouse;    /* take clicks and the wheel where the terminal has them */
    int ambiguous; /* columns of ambiguous characters, 1 or 2; 0: ask the terminal */
};

struct term;

/* The version of ncurses, with its name. */
const char *term_library(void);

/* Takes the terminal over (stdin and stdout). Falls back to a plain terminal type when TERM is
 * unknown. ERR_IO when there is no terminal. Sets mem_on_fatal() to restore it, and restores it
 * on every fatal signal. */
MUST_USE bool term_open(const struct term_options *options, struct term **out,
                        struct err *err) NONNULL;

/* Puts the terminal back; NULL is allowed. */
void term_close(struct term *term);

void term_size(struct term *term, int *rows, int *columns) NONNULL;

/* Waits up to `timeout_ms` for a key. */
MUST_USE struct key term_read(struct term *term, int timeout_ms) NONNULL;

/* While work is going on: was Ctrl-C or Esc pressed by now, or the line cut? Other keys wait for
 * term_read(), as many as somebody types ahead. */
MUST_USE bool term_stops(struct term *term) NONNULL;

/* Brings the canvas onto the screen, sending only what differs. */
void term_show(struct term *term, const struct canvas *canvas) NONNULL;

/* Makes the next term_show() send everything. */
void term_redraw(struct term *term) NONNULL;

/* Leaves the screen, stops the process (^Z) and takes the screen back on `fg`. */
void term_suspend(struct term *term) NONNULL;

/* The theme that the environment asks for: mono with NO_COLOR or a terminal without colours,
 * else dark. */
enum theme theme_from_environment(void);
bool theme_parse(const char *word, enum theme *out) NONNULL;

#endif
