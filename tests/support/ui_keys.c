#include "ui_keys.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "duban/text.h"

static const struct {
    const char *name;
    enum key_code code;
} names[] = {
    {"Up", KEYCODE_UP},
    {"Down", KEYCODE_DOWN},
    {"Left", KEYCODE_LEFT},
    {"Right", KEYCODE_RIGHT},
    {"PgUp", KEYCODE_PAGE_UP},
    {"PgDn", KEYCODE_PAGE_DOWN},
    {"Home", KEYCODE_HOME},
    {"End", KEYCODE_END},
    {"Enter", KEYCODE_ENTER},
    {"Esc", KEYCODE_ESCAPE},
    {"Tab", KEYCODE_TAB},
    {"S-Tab", KEYCODE_BACK_TAB},
    {"BS", KEYCODE_BACKSPACE},
    {"Del", KEYCODE_DELETE},
    {"WheelUp", KEYCODE_WHEEL_UP},
    {"WheelDn", KEYCODE_WHEEL_DOWN},
    {"Paste", KEYCODE_PASTE_BEGIN},
    {"PasteEnd", KEYCODE_PASTE_END},
};

struct keys keys_of(const char *text)
{
    return (struct keys){.rest = sv_from(text)};
}

static struct key typed(int32_t c)
{
    return (struct key){.code = KEYCODE_CHAR, .character = c};
}

/* "@12,3": row 12, column 3, from 0. */
static struct key click(struct sv word)
{
    struct key key = {.code = KEYCODE_CLICK};
    char *end;
    key.y = (int)strtol(word.data + 1, &end, 10);
    key.x = (int)strtol(end + 1, NULL, 10);
    return key;
}

static struct key of_word(struct sv word)
{
    int32_t c = 0;
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (sv_eq(word, sv_from(names[i].name)))
            return (struct key){.code = names[i].code};
    }
    if (word.len > 3 && word.data[0] == '@')
        return click(word);
    if (word.len == 2 && word.data[0] == '^')
        return typed(word.data[1] & 0x1F);
    if (word.len == 0 || (size_t)text_decode(word, &c) != word.len)
        fail_msg("%.*s is no key", SV_ARG(word));
    return typed(c);
}

/* A character between quotes; the closing quote is none. */
static bool next_quoted(struct keys *keys, struct key *key)
{
    int32_t c;
    if (keys->rest.len == 0)
        fail_msg("a quote is not closed");
    keys->rest = sv_skip(keys->rest, (size_t)text_decode(keys->rest, &c));
    if (c == '\'') {
        keys->quoted = false;
        return false;
    }
    *key = typed(c);
    return true;
}

bool keys_next(struct keys *keys, struct key *key)
{
    struct sv word;
    if (keys->quoted && next_quoted(keys, key))
        return true;
    keys->rest = sv_trim(keys->rest);
    if (keys->rest.len == 0)
        return false;
    if (keys->rest.data[0] == '\'') {
        keys->rest = sv_skip(keys->rest, 1);
        keys->quoted = true;
        return keys_next(keys, key);
    }
    sv_split(&keys->rest, ' ', &word);
    *key = of_word(word);
    return true;
}
