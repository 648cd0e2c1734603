/* keymap.h - what keys do: one list gives the bindings, the hints and the help.
 *
 * Example:
 *     switch (keymap_action(key)) { case ACTION_DOWN: ... }
 */
#ifndef UI_KEYMAP_H
#define UI_KEYMAP_H

#include "duban/ui.h"
#include "ui/screens.h"

/* Where an action works: on these screens (ON_ bits of screens.h) and on those that have ... */
enum have {
    HAVE_LIST = 1 << 24,  /* a choice that moves */
    HAVE_TABLE = 1 << 25, /* rows with columns */
    HAVE_FIND = 1 << 26,  /* names to search */
    HAVE_WAY = 1 << 27,   /* a way back */
    HAVE_ALL = 1 << 28,   /* every screen */
    HAVE_SORT = 1 << 30   /* a column to sort by */
};

/* What an action needs beside: leave to write. Then it is no key at all with --read-only. */
enum { WRITES = 1 << 29 };

/* The screens whose rows lead further in. */
#define ON_OPENING                                                                               \
    (ON_OVERVIEW | ON_SECTION | ON_ITEM | ON_TARGET | ON_ATTENTION | ON_REPORTING | ON_SCHOOLS | \
     ON_WHY | ON_WHY_WHOLE | ON_SCHOOL | ON_IMPORTS | ON_FOLDER | ON_JOURNAL | ON_PROBLEMS)

/* Those that show single values, and those that show targets. */
#define ON_VALUES (ON_TARGET | ON_SCHOOL)
#define ON_TARGETS                                                                                \
    (ON_SECTION | ON_ITEM | ON_TARGET | ON_CHART | ON_ATTENTION | ON_SCHOOL)

/* Those that mark what changed since a date. */
#define ON_COMPARING                                                                            \
    (ON_OVERVIEW | ON_SECTION | ON_ITEM | ON_TARGET | ON_STEPS | ON_ATTENTION | ON_SCHOOL)

/* id, keys as shown, where, short word for the hint line ("" = no hint), help. */
/* clang-format off */
#define ACTION_LIST(X) \
    X(UP, "k Up", HAVE_LIST, "", N_("up")) \
    X(DOWN, "j Down", HAVE_LIST, "", N_("down")) \
    X(LEFT, "h Left", ON_OVERVIEW | ON_OUTPUT, "", N_("to the left")) \
    X(RIGHT, "l Right", ON_OVERVIEW | ON_OUTPUT, "", N_("to the right")) \
    X(PAGE_UP, "PgUp", HAVE_LIST, "", N_("a page up")) \
    X(PAGE_DOWN, "PgDn", HAVE_LIST, "", N_("a page down")) \
    X(FIRST, "Home", HAVE_LIST, "", N_("to the first")) \
    X(LAST, "End", HAVE_LIST, "", N_("to the last")) \
    X(NEXT_PANE, "Tab", ON_OVERVIEW, "", N_("next pane")) \
    X(PREVIOUS_PANE, "S-Tab", ON_OVERVIEW, "", N_("pane before")) \
    X(PANE, "1-9", ON_OVERVIEW, N_("pane"), N_("pane of this number")) \
    X(OPEN, "Enter", ON_OPENING, N_("open"), N_("open what is chosen")) \
    X(BACK, "Esc", HAVE_WAY, N_("back"), N_("back")) \
    X(SECTION, "v", ON_OVERVIEW | ON_ITEM | ON_TARGET, "", N_("its section as a whole")) \
    X(STEPS, "m", ON_TARGET, "", N_("its dated steps: mark one done, move it to another day")) \
    X(STEP_DONE, "m", ON_STEPS | WRITES, N_("done"), N_("mark the step done, on a date")) \
    X(PICK, "+", ON_IMPORTS | WRITES, N_("take in"), N_("choose a file or folder to take in")) \
    X(UNDO_IMPORT, "x", ON_IMPORTS | WRITES, N_("undo it"), N_("take the whole import back")) \
    X(PICK_ALL, "A", ON_FOLDER | WRITES, N_("all"), N_("take in all files of this folder")) \
    X(TAKE, "Enter", ON_INTAKE | WRITES, N_("take in"), N_("take in what the preview shows")) \
    X(CANCEL, "c", ON_INTAKE, N_("cancel"), N_("stop, and take everything back")) \
    X(FILE_DATE, "D", ON_INTAKE | WRITES, N_("date"), N_("give the day of rows that state none")) \
    X(ENCODING, "E", ON_INTAKE | WRITES, N_("encoding"), N_("read the file in the next encoding")) \
    X(FALLING, "F", ON_INTAKE | WRITES, N_("falling"), N_("take values that fall, or do not")) \
    X(MERGED, "M", ON_INTAKE | WRITES, N_("merged"), \
      N_("fill empty cells from above (merged cells), or do not")) \
    X(STRICT, "T", ON_INTAKE | WRITES, N_("strict"), N_("take all rows or nothing, or the good ones")) \
    X(REJECTS, "R", ON_INTAKE | WRITES, N_("rejects"), N_("write rejected rows into a file")) \
    X(WHY, "w", ON_TARGETS, N_("why"), N_("why it stands so: the rule, the numbers, file and line")) \
    X(WHY_ITEM, "w", ON_OVERVIEW, N_("why"), N_("why the item stands so: the rule, its targets")) \
    X(WHY_WHOLE, "W", ON_OVERVIEW | ON_SECTION | ON_ITEM, "", N_("why the whole item or section stands so")) \
    X(EDIT, "e", ON_VALUES | WRITES, N_("value"), \
      N_("enter a value: 12, 12/30 or 98%; then a date, ! where it falls, # a note")) \
    X(SHEET, "E", ON_VALUES | WRITES, N_("sheet"), N_("enter values down the column")) \
    X(NOTE, "t", ON_VALUES | WRITES, "", N_("write the note of a value")) \
    X(GOAL, "o", ON_TARGETS | WRITES, N_("goal"), N_("set the goal")) \
    X(TEXT, "e", ON_PROBLEMS | WRITES, "", N_("change what is in the way")) \
    X(CLOSE, "c", ON_PROBLEMS | WRITES, N_("close"), \
      N_("close the problem: it is cleared away; or open it again")) \
    X(DUE, "d", ON_TARGETS | ON_PROBLEMS | ON_STEPS | WRITES, N_("date"), N_("set the due date")) \
    X(OWNER, "O", ON_TARGETS | ON_PROBLEMS | WRITES, "", N_("set the owner")) \
    X(CHART, "b", ON_TARGET, N_("chart"), N_("the burn-up chart on the whole screen")) \
    X(SEARCH, "/", HAVE_FIND, N_("search"), N_("search names and codes")) \
    X(FIND_NEXT, "n", HAVE_FIND, "", N_("the next one found")) \
    X(FIND_BEFORE, "N", HAVE_FIND, "", N_("the one found before")) \
    X(FILTER, "f", HAVE_TABLE, N_("filter"), N_("only rows of a standing, owner, town or kind")) \
    X(SORT, "s", HAVE_SORT, N_("sort"), N_("sort by the next column")) \
    X(TURN, "S", HAVE_SORT, "", N_("turn the order round")) \
    X(DAY_BACK, "[", HAVE_ALL, "", N_("as of a day earlier")) \
    X(DAY_ON, "]", HAVE_ALL, "", N_("as of a day later")) \
    X(WEEK_BACK, "(", HAVE_ALL, "", N_("as of a week earlier")) \
    X(WEEK_ON, ")", HAVE_ALL, "", N_("as of a week later")) \
    X(MONTH_BACK, "{", HAVE_ALL, "", N_("as of a month earlier")) \
    X(MONTH_ON, "}", HAVE_ALL, "", N_("as of a month later")) \
    X(AS_OF, "@", HAVE_ALL, "", N_("as of a date")) \
    X(COMPARE, "=", HAVE_ALL, "", N_("mark what changed since a date")) \
    X(UNDO, "u", HAVE_ALL | WRITES, N_("undo"), N_("take your last change back (undo)")) \
    X(REDO, "U", HAVE_ALL | WRITES, "", N_("do again what you took back (redo)")) \
    X(ATTENTION, "a", HAVE_ALL, N_("attention"), N_("what needs attention, worst first")) \
    X(REPORTING, "r", HAVE_ALL, N_("schools"), N_("who has reported, by town, kind and school")) \
    X(IMPORTS, "i", HAVE_ALL, "", N_("the files taken in, and taking files in")) \
    X(PROBLEMS, "p", HAVE_ALL, "", N_("the problem list: what is in the way, who clears it away")) \
    X(ADD_PROBLEM, "P", HAVE_ALL | WRITES, "", N_("note a problem: code, what is in the way, @owner, due date")) \
    X(JOURNAL, "J", HAVE_ALL, "", N_("the journal: who changed what, when, from what to what")) \
    X(COMMAND, ":", HAVE_ALL, N_("command"), N_("a command of duban, its output here")) \
    X(OVERVIEW, "g", HAVE_ALL, "", N_("to the overview")) \
    X(HELP, "?", HAVE_ALL, N_("help"), N_("the keys that work here")) \
    X(QUIT, "q", HAVE_ALL, N_("quit"), N_("leave duban")) \
    X(SUSPEND, "^Z", HAVE_ALL, "", N_("back to the shell; fg returns")) \
    X(REDRAW, "^L", HAVE_ALL, "", N_("draw the screen anew"))

/* clang-format on */
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

/* Does it work where `where` says: the screen's ON_ bit, with HAVE_ALL, the HAVE_ bits of what it
 * has, and WRITES when it may change anything? */
bool action_works(enum action action, unsigned where);

/* What the key does there; ACTION_NONE: nothing. For ACTION_PANE the key's digit says which. */
enum action keymap_action(struct key key, unsigned where);

#endif
