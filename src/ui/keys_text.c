/* keys_text.c - all keys as text, for the command `keys` and the man page. */
#include "ui/ui.h"

static void add_line(struct buf *out, enum action action)
{
    enum { KEYS = 10 };
    const struct action_info *info = action_info(action);
    buf_printf(out, "  %s", info->keys);
    buf_fill(out, ' ', KEYS - text_width(sv_from(info->keys)));
    buf_printf(out, " %s\n", _(info->help));
}

void ui_keys_text(struct buf *out)
{
    struct ui_options options = {.lang = LANG_EN};
    struct ui *ui = ui_new(&options);
    buf_printf(out, "%s\n", _("everywhere"));
    for (enum action i = ACTION_NONE + 1; i < ACTION_TOTAL; i++) {
        if (action_works(i, HAVE_ALL | WRITES))
            add_line(out, i);
    }
    for (enum screen_id screen = 0; screen < SCREEN_TOTAL; screen++) {
        unsigned where = screen_where(ui, screen);
        buf_printf(out, "\n%s\n", _(screen_info(screen)->name));
        for (enum action i = ACTION_NONE + 1; i < ACTION_TOTAL; i++) {
            if (action_works(i, where) && !action_works(i, HAVE_ALL | WRITES))
                add_line(out, i);
        }
    }
    ui_free(ui);
}
