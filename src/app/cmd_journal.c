#include "app/command.h"

#include "app/edit.h"
#include "app/output.h"
#include "duban/i18n.h"
#include "duban/lang.h"

enum { LOG_LINES = 200 };

typedef bool journal_fn(struct session *session, struct buf *said, struct err *err);

static bool turn(struct session *session, journal_fn *edit, struct err *err)
{
    struct buf said = {0};
    bool ok = session_open(session, STORE_WRITE, err) && edit(session, &said, err) &&
              output_said(&said, err);
    buf_free(&said);
    return ok;
}

bool cmd_undo(struct session *session, struct err *err)
{
    return turn(session, edit_undo, err);
}

bool cmd_redo(struct session *session, struct err *err)
{
    return turn(session, edit_redo, err);
}

static void print_change(struct buf *out, const struct change *change)
{
    char date[DATE_TEXT_MAX];
    buf_printf(out, "%6lld  %s  %s  %s", (long long)change->id, change->at, change->who,
               lang_change(change->what));
    const char *const words[] = {change->target, change->school, date_format(change->date, date)};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (words[i][0] != '\0')
            buf_printf(out, " %s", words[i]);
    }
    if (change->import != 0)
        buf_printf(out, " %lld %s", (long long)change->import, change->file);
    buf_puts(out, change->before[0] != '\0' || change->after[0] != '\0' ? "  " : "");
    lang_change_text(out, change);
    buf_putc(out, '\n');
}

bool cmd_log(struct session *session, struct err *err)
{
    const struct change *changes;
    size_t count;
    if (!session_open(session, STORE_READ, err) ||
        !store_load_changes(session->store, LOG_LINES, session_last_moment(session, &session->arena),
                            &session->arena, &changes, &count, err))
        return false;
    struct buf out = {0};
    for (size_t i = 0; i < count; i++)
        print_change(&out, &changes[i]);
    char day[DATE_TEXT_MAX];
    if (count == 0) /* the stamps are of the days on which it was entered */
        buf_printf(&out, _("nothing was changed up to %s\n"), date_format(session->as_of, day));
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
