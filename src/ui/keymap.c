#include "ui/keymap.h"

#include "duban/i18n.h"
#include "duban/text.h"

static const struct action_info infos[ACTION_TOTAL] = {
#define X(id, keys, where, hint, help) [ACTION_##id] = {keys, where, hint, help},
    ACTION_LIST(X)
#undef X
};

const struct action_info *action_info(enum action action)
{
    return &infos[action];
}

/* Keys that are no characters, by the names that the list gives them. */
static const struct {
    const char *name;
    enum key_code code;
} names[] = {
    {"Up", KEYCODE_UP},          {"Down", KEYCODE_DOWN},    {"Left", KEYCODE_LEFT},
    {"Right", KEYCODE_RIGHT},    {"PgUp", KEYCODE_PAGE_UP}, {"PgDn", KEYCODE_PAGE_DOWN},
    {"Home", KEYCODE_HOME},      {"End", KEYCODE_END},      {"Tab", KEYCODE_TAB},
    {"S-Tab", KEYCODE_BACK_TAB}, {"Enter", KEYCODE_ENTER},  {"Esc", KEYCODE_ESCAPE},
};

static bool is_key(struct sv name, struct key key)
{
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        if (sv_eq(sv_from(names[i].name), name))
            return names[i].code == key.code;
    }
    if (key.code != KEYCODE_CHAR)
        return false;
    if (sv_eq(name, SV("1-9")))
        return key.character >= '1' && key.character <= '9';
    if (name.len == 2 && name.data[0] == '^')
        return key.character == (name.data[1] & 0x1F);
    return name.len == 1 && key.character == name.data[0];
}

bool action_works(enum action action, unsigned where)
{
    unsigned here = infos[action].where & ~(unsigned)WRITES;
    bool writes = infos[action].where & WRITES;
    return (here & where) != 0 && (!writes || (where & WRITES));
}

enum action keymap_action(struct key key, unsigned where)
{
    for (enum action action = ACTION_NONE + 1; action < ACTION_TOTAL; action++) {
        struct sv rest = sv_from(infos[action].keys), name;
        while (action_works(action, where) && sv_split(&rest, ' ', &name)) {
            if (is_key(name, key))
                return action;
        }
    }
    return ACTION_NONE;
}
