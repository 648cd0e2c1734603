/* input.h - one line of text under the user's hands.
 *
 * Example:
 *     input_start(&input, _("Goal (12, 4-5 or none):"), "");
 *     switch (input_key(&input, key)) { case INPUT_DONE: ... input.text ... }
 */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include "duban/ui.h"
#include "ui/canvas.h"

enum { INPUT_MAX = 120 };

struct input {
    bool open;
    char prompt[240];
    char text[INPUT_MAX]; /* UTF-8 */
    char fault[240];      /* what is wrong with the text so far; "" = nothing */
};

enum input_state { INPUT_GOES_ON, INPUT_DONE, INPUT_DROPPED };

void input_start(struct input *input, const char *prompt, const char *text) NONNULL;
enum input_state input_key(struct input *input, struct key key) NONNULL;
void input_draw(const struct input *input, struct canvas *canvas, int y) NONNULL;

#endif
