#include "ui/input.h"

#include <stdio.h>
#include <string.h>

#include "duban/i18n.h"
#include "ui/ui.h"

void input_replace(struct input *input, const char *text)
{
    text_clean_into(input->text, sizeof(input->text), sv_from(text));
    input->at = strlen(input->text);
    input->choices[0] = '\0';
}

void input_start(struct input *input, const char *prompt, const char *text)
{
    *input = (struct input){.open = true};
    text_clean_into(input->prompt, sizeof(input->prompt), sv_from(prompt));
    input_replace(input, text);
}

/* ---- moving: by characters with the marks that belong to them ---- */

static bool is_inside(const char *text, size_t at)
{
    int32_t c;
    struct sv rest = sv_from(text + at);
    if (rest.len == 0)
        return false;
    return ((unsigned char)text[at] & 0xC0) == 0x80 ||
           (text_decode(rest, &c) > 0 && text_char_width(c) == 0);
}

static size_t before(const struct input *input, size_t at)
{
    while (at > 0 && is_inside(input->text, --at))
        continue;
    return at;
}

static size_t after(const struct input *input, size_t at)
{
    size_t len = strlen(input->text);
    if (at < len)
        at++;
    while (at < len && is_inside(input->text, at))
        at++;
    return at;
}

static size_t word_before(const struct input *input)
{
    size_t at = input->at;
    while (at > 0 && input->text[at - 1] == ' ')
        at--;
    while (at > 0 && input->text[at - 1] != ' ')
        at--;
    return at;
}

/* ---- changing ---- */

/* Takes the bytes from..to out; the cursor stays where it is in the text. */
static void cut(struct input *input, size_t from, size_t to)
{
    memmove(input->text + from, input->text + to, strlen(input->text + to) + 1);
    input->at = from;
}

static void insert(struct input *input, struct sv text)
{
    size_t len = strlen(input->text);
    if (len + text.len >= sizeof(input->text)) {
        snprintf(input->fault, sizeof(input->fault), "%s", _("the line is full; shorten it"));
        return;
    }
    memmove(input->text + input->at + text.len, input->text + input->at, len - input->at + 1);
    if (text.len > 0) /* an empty text may have no place */
        memcpy(input->text + input->at, text.data, text.len);
    input->at += text.len;
}

static void insert_char(struct input *input, int32_t c)
{
    struct buf text = {0};
    bool first = input->at == 0 && text_char_width(c) == 0; /* a mark needs a letter */
    if (!text_hostile(c) && !first) {
        text_encode(&text, c);
        insert(input, buf_sv(&text));
    }
    buf_free(&text);
}

enum { CTRL_A = 1, CTRL_C = 3, CTRL_D, CTRL_E, CTRL_K = 11, CTRL_U = 21, CTRL_W = 23 };

static enum input_state type(struct input *input, int32_t c)
{
    switch (c) {
    case CTRL_C:
        input->open = false;
        return INPUT_DROPPED;
    case CTRL_A:
        input->at = 0;
        break;
    case CTRL_E:
        input->at = strlen(input->text);
        break;
    case CTRL_D:
        cut(input, input->at, after(input, input->at));
        break;
    case CTRL_K:
        input->text[input->at] = '\0';
        break;
    case CTRL_U:
        cut(input, 0, input->at);
        break;
    case CTRL_W:
        cut(input, word_before(input), input->at);
        break;
    default:
        insert_char(input, c);
    }
    return INPUT_GOES_ON;
}

enum input_state input_key(struct input *input, struct key key)
{
    input->fault[0] = input->choices[0] = '\0';
    switch (key.code) {
    case KEYCODE_ENTER:
        return INPUT_DONE;
    case KEYCODE_ESCAPE:
        input->open = false;
        return INPUT_DROPPED;
    case KEYCODE_BACKSPACE:
        cut(input, before(input, input->at), input->at);
        return INPUT_GOES_ON;
    case KEYCODE_DELETE:
        cut(input, input->at, after(input, input->at));
        return INPUT_GOES_ON;
    case KEYCODE_LEFT:
        input->at = before(input, input->at);
        return INPUT_GOES_ON;
    case KEYCODE_RIGHT:
        input->at = after(input, input->at);
        return INPUT_GOES_ON;
    case KEYCODE_HOME:
        input->at = 0;
        return INPUT_GOES_ON;
    case KEYCODE_END:
        input->at = strlen(input->text);
        return INPUT_GOES_ON;
    case KEYCODE_CHAR:
        return type(input, key.character);
    default:
        return INPUT_OTHER;
    }
}

/* ---- completion ---- */

struct sv input_word(const struct input *input)
{
    size_t from = input->at;
    while (from > 0 && input->text[from - 1] != ' ')
        from--;
    return (struct sv){input->text + from, input->at - from};
}

void input_complete(struct input *input, struct sv choices)
{
    struct sv word = input_word(input), rest = choices, choice, common = {0};
    struct buf shown = {0};
    int count = 0;
    while (sv_split(&rest, '\n', &choice)) {
        if (choice.len == 0 || !sv_begins(choice, word))
            continue;
        if (count++ == 0)
            common = choice;
        size_t same = 0;
        while (same < common.len && same < choice.len && common.data[same] == choice.data[same])
            same++;
        common.len = same;
        buf_printf(&shown, "%.*s  ", SV_ARG(choice));
    }
    if (count > 0)
        insert(input, text_whole(sv_skip(common, word.len)));
    bool folder = count == 1 && common.len > 0 && common.data[common.len - 1] == '/';
    if (count == 1 && !folder) /* in a folder one goes on */
        insert(input, SV(" "));
    text_clean_into(input->choices, sizeof(input->choices), count > 1 ? buf_sv(&shown) : SV(""));
    buf_free(&shown);
}

/* ---- drawing ---- */

/* How much of the text's front is scrolled away, so that the cursor has a column of `room`. */
static size_t scrolled(const struct input *input, int room)
{
    size_t from = 0;
    while (from < input->at &&
           text_width((struct sv){input->text + from, input->at - from}) >= room)
        from = after(input, from);
    return from;
}

/* Would the prompt leave no room to type? Then it stands above. */
static bool is_long(const struct input *input, int columns)
{
    enum { ROOM = 20 };
    return text_width(sv_from(input->prompt)) + 1 + ROOM > columns;
}

/* What is said above the line, and in which role. */
static const char *said(const struct input *input, enum role *role)
{
    *role = input->fault[0] != '\0' ? ROLE_ERROR : ROLE_INFO;
    return input->fault[0] != '\0'     ? input->fault
           : input->choices[0] != '\0' ? input->choices
                                       : input->about;
}

/* Choices are as many as there are: what does not fit on a row is for who types on. */
static int said_rows(const struct input *input, int columns)
{
    enum role role;
    const char *text = said(input, &role);
    return text == input->choices && text[0] != '\0' ? 1 : wrap_rows(sv_from(text), columns);
}

int input_rows(const struct input *input, int columns)
{
    int prompt = is_long(input, columns) ? wrap_rows(sv_from(input->prompt), columns) : 0;
    return 1 + prompt + said_rows(input, columns);
}

/* The prompt at the beginning of row y or above it, and what is said above that. Returns the column
 * behind the prompt. */
static int draw_prompt(const struct input *input, struct canvas *canvas, int y)
{
    enum role role;
    int columns = canvas_columns(canvas), top = y - input_rows(input, columns) + 1;
    int rows = said_rows(input, columns);
    const char *text = said(input, &role);
    wrap_fill(canvas, top, rows, role, text);
    if (!is_long(input, columns))
        return canvas_put(canvas, y, 0, columns, ROLE_STRONG, sv_from(input->prompt)) + 1;
    wrap_fill(canvas, top + rows, y - top - rows, ROLE_STRONG, input->prompt);
    return canvas_put(canvas, y, 0, columns, ROLE_STRONG, SV(">")) + 1;
}

void input_draw(const struct input *input, struct canvas *canvas, int y)
{
    int columns = canvas_columns(canvas);
    canvas_fill(canvas, y, 0, columns, ROLE_TEXT);
    int x = draw_prompt(input, canvas, y);
    size_t from = scrolled(input, columns - x);
    struct sv left = {input->text + from, input->at - from};
    struct sv under = {input->text + input->at, after(input, input->at) - input->at};
    int cursor = canvas_put(canvas, y, x, columns - x, ROLE_TEXT, left);
    int behind = cursor + 1;
    canvas_type_at(canvas, y, cursor);
    if (under.len > 0)
        behind = canvas_put(canvas, y, cursor, columns - cursor, ROLE_BAR, under);
    else
        canvas_fill(canvas, y, cursor, 1, ROLE_BAR);
    canvas_put(canvas, y, behind, columns - behind, ROLE_TEXT,
               sv_from(input->text + input->at + under.len));
}
