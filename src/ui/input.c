#include "ui/input.h"

#include <string.h>

void input_start(struct input *input, const char *prompt, const char *text)
{
    *input = (struct input){.open = true};
    text_clean_into(input->prompt, sizeof(input->prompt), sv_from(prompt));
    text_clean_into(input->text, sizeof(input->text), sv_from(text));
}

static void erase(struct input *input)
{
    size_t len = strlen(input->text);
    while (len > 0 && ((unsigned char)input->text[--len] & 0xC0) == 0x80)
        continue;
    input->text[len] = '\0';
}

static void append(struct input *input, int32_t c)
{
    struct buf text = {0};
    if (text_hostile(c))
        return;
    buf_puts(&text, input->text);
    text_encode(&text, c);
    text_clean_into(input->text, sizeof(input->text), buf_sv(&text));
    buf_free(&text);
}

enum input_state input_key(struct input *input, struct key key)
{
    enum { CTRL_C = 3, CTRL_U = 21 };
    switch (key.code) {
    case KEYCODE_ENTER:
        return INPUT_DONE;
    case KEYCODE_ESCAPE:
        input->open = false;
        return INPUT_DROPPED;
    case KEYCODE_BACKSPACE:
    case KEYCODE_DELETE:
        erase(input);
        return INPUT_GOES_ON;
    case KEYCODE_CHAR:
        if (key.character == CTRL_C) {
            input->open = false;
            return INPUT_DROPPED;
        }
        if (key.character == CTRL_U)
            input->text[0] = '\0';
        else
            append(input, key.character);
        return INPUT_GOES_ON;
    default:
        return INPUT_GOES_ON;
    }
}

void input_draw(const struct input *input, struct canvas *canvas, int y)
{
    int columns = canvas_columns(canvas);
    canvas_fill(canvas, y, 0, columns, ROLE_TEXT);
    int x = canvas_put(canvas, y, 0, columns, ROLE_STRONG, sv_from(input->prompt)) + 1;
    x = canvas_put(canvas, y, x, columns - x, ROLE_TEXT, sv_from(input->text));
    canvas_fill(canvas, y, x, 1, ROLE_BAR);
    if (input->fault[0] != '\0') /* on the line above: the prompt needs its own */
        canvas_left(canvas, y - 1, 0, columns, ROLE_ERROR, input->fault);
}
