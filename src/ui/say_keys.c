#include "ui/say_keys.h"

#include <string.h>

#include "duban/i18n.h"
#include "ui/keymap.h"

/* Longer ones first where one begins like another. What has no key is said to an import by `:`. */
static const struct {
    const char *words;
    enum action action;
} named[] = {
    {"--allow-decrease", ACTION_FALLING},
    {"--date", ACTION_FILE_DATE},
    {"--encoding", ACTION_ENCODING},
    {"--fill-down", ACTION_MERGED},
    {"--rejects", ACTION_REJECTS},
    {"--strict", ACTION_STRICT},
    {"--school", ACTION_NONE},
    {"'duban imports'", ACTION_IMPORTS},
    {"'duban log'", ACTION_JOURNAL},
    {"'duban problem list'", ACTION_PROBLEMS},
    {"'duban schools'", ACTION_REPORTING},
    {"'duban show'", ACTION_JOURNAL}, /* "tells by whom" */
    {"'duban status'", ACTION_OVERVIEW},
};

static bool begins(struct sv text, const char *with)
{
    return text.len >= strlen(with) && memcmp(text.data, with, strlen(with)) == 0;
}

static void name_key(struct buf *out, size_t i)
{
    if (named[i].action == ACTION_NONE)
        buf_printf(out, "':import %s'", named[i].words);
    else
        buf_printf(out, _("key %s"), action_info(named[i].action)->keys);
}

void say_keys(struct buf *out, struct sv text)
{
    static const char command[] = "'duban ";
    while (text.len > 0) {
        size_t i = 0;
        while (i < COUNT_OF(named) && !begins(text, named[i].words))
            i++;
        if (i < COUNT_OF(named)) {
            name_key(out, i);
            text = sv_skip(text, strlen(named[i].words));
        } else if (begins(text, command)) {
            buf_puts(out, "':");
            text = sv_skip(text, strlen(command));
        } else {
            buf_putc(out, text.data[0]);
            text = sv_skip(text, 1);
        }
    }
}
