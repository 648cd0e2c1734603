/* input.h - one line of text under the user's hands.
 *
 * Nothing that was typed is dropped unseen: a line that is full says so, and a line longer than its
 * place on the screen scrolls.
 *
 * Example:
 *     input_start(&input, _("Goal (12, 4-5 or none):"), "");
 *     switch (input_key(&input, key)) { case INPUT_DONE: ... input.text ... }
 */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include "duban/ui.h"
#include "ui/canvas.h"

enum { INPUT_MAX = 600 };

struct input {
    bool open;
    char prompt[240];
    char text[INPUT_MAX]; /* UTF-8 */
    size_t at;            /* where the next character goes, in bytes */
    char fault[600];      /* what is wrong with the text so far; "" = nothing */
    char about[600];      /* said above the line while nothing else is; "" = nothing */
    char choices[600];    /* how the word can go on; "" = not asked */
};

/* What the key was to the line: INPUT_OTHER is none of its own (Tab, Up, Down). */
enum input_state { INPUT_GOES_ON, INPUT_DONE, INPUT_DROPPED, INPUT_OTHER };

void input_start(struct input *input, const char *prompt, const char *text) NONNULL;
enum input_state input_key(struct input *input, struct key key) NONNULL;

/* Puts another text in place of what is there, the cursor behind it. */
void input_replace(struct input *input, const char *text) NONNULL;

/* The word before the cursor: from the last blank on. */
struct sv input_word(const struct input *input) NONNULL;

/* Carries on the word before the cursor with what all `choices` (a line each) that begin with it
 * have in common, and a blank when there is only one; shows them when there are several. */
void input_complete(struct input *input, struct sv choices) NONNULL;

/* How many rows it takes on a screen of so many columns. */
int input_rows(const struct input *input, int columns) NONNULL;

/* Draws it on row y; on the rows above stand a prompt that is long, and its fault or choices. */
void input_draw(const struct input *input, struct canvas *canvas, int y) NONNULL;

#endif
