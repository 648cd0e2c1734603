#include "ui/say_keys.h"

#include <string.h>

#include "duban/i18n.h"
#include "ui/given.h"
#include "ui/ui.h"

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

/* All that has a key begins with one of these. */
static bool is_mark(char c)
{
    return c == '-' || c == '\'';
}

/* What is said beside a file has a key in its preview only, until that is taken in. */
static bool is_elsewhere(const struct ui *ui, enum action action)
{
    return given_action(action) && (!action_works(action, screen_where(ui, ui_here(ui)->screen)) ||
                                    (screen_of(ui)->idle && screen_of(ui)->idle(ui, action)));
}

static void name_key(const struct ui *ui, struct buf *out, size_t i)
{
    enum action action = named[i].action;
    if (action == ACTION_NONE)
        buf_printf(out, "':import %s'", named[i].words);
    else
        buf_printf(out, is_elsewhere(ui, action) ? _("key %s of the preview") : _("key %s"),
                   action_info(action)->keys);
}

void say_keys(const struct ui *ui, struct buf *out, struct sv text)
{
    const struct sv command = SV("'duban ");
    while (text.len > 0) {
        size_t i = 0, plain = 0;
        while (plain < text.len && !is_mark(text.data[plain]))
            plain++;
        buf_add(out, (struct sv){text.data, plain});
        text = sv_skip(text, plain);
        while (i < COUNT_OF(named) && !sv_begins(text, sv_from(named[i].words)))
            i++;
        if (i < COUNT_OF(named)) {
            name_key(ui, out, i);
            text = sv_skip(text, strlen(named[i].words));
        } else if (sv_begins(text, command)) {
            buf_puts(out, "':");
            text = sv_skip(text, command.len);
        } else if (text.len > 0) {
            buf_putc(out, text.data[0]);
            text = sv_skip(text, 1);
        }
    }
}
