/* cmd_restore.c - bringing a copy back: looked over first, and nothing is lost that is there now.
 */
#include <string.h>
#include <unistd.h>

#include "app/backup.h"
#include "app/command.h"
#include "app/database_file.h"
#include "app/output.h"
#include "duban/i18n.h"

static void count_finding(void *context, const char *text)
{
    struct buf *first = context;
    if (first->len == 0)
        buf_puts(first, text);
}

/* Opens the copy and has the doctor look at it. */
static bool open_copy(const char *path, struct store **out, struct err *err)
{
    struct buf finding = {0};
    if (!store_open(path, STORE_READ | STORE_ANYWHERE, out, err))
        return false;
    bool ok = store_examine(*out, count_finding, &finding, err);
    if (ok && finding.len > 0)
        ok = err_at(err, ERR_DATA, path, 0, 0,
                    _("this copy is not sound (%s); choose another copy, nothing was changed"),
                    buf_text(&finding));
    buf_free(&finding);
    if (!ok)
        store_close(*out);
    return ok;
}

/* What stands there now is kept beside it, under a name with the moment. */
static bool keep_present(struct session *session, struct buf *out, struct err *err)
{
    char moment[SESSION_NOW_MAX];
    size_t len = 0;
    for (const char *c = session->now; *c != '\0'; c++) {
        if (*c != '-' && *c != ':')
            moment[len++] = *c;
    }
    moment[len] = '\0';
    const char *kept = arena_printf(&session->arena, "%s.before-%s", session->database, moment);
    if (!backup_make(session->store, kept, err))
        return false;
    buf_printf(out, _("%s: what was there before, kept\n"), kept);
    return true;
}

/* Asked before anything is kept; store_restore() holds it too. */
static bool may_replace(struct session *session, struct err *err)
{
    enum user_role role;
    int64_t school_id;
    if (!store_role(session->store, &role, &school_id, err))
        return false;
    return role == USER_OWNER ||
           err_at(err, ERR_NOT_ALLOWED, session->database, 0, 0,
                  _("only an owner may replace the database; ask one ('duban users' lists them)"));
}

static bool replace(struct session *session, struct store *copy, struct buf *out, struct err *err)
{
    if (!session->options->value[OPTION_REPLACE])
        return err_at(err, ERR_CANT_WRITE, session->database, 0, 0,
                      _("a database is there already; with --replace the copy takes its place and "
                        "what is there is kept beside it"));
    if (!session_may_write(session, err) ||
        !store_open(session->database, session_mode(session, STORE_WRITE), &session->store, err) ||
        !session_act(session, err) || !may_replace(session, err) ||
        !keep_present(session, out, err))
        return false;
    struct actor actor = session_actor(session);
    return store_restore(session->store, copy, &actor, err);
}

bool cmd_restore(struct session *session, struct err *err)
{
    const char *path = session->options->operands[0];
    struct store *copy;
    struct buf out = {0};
    if (!session_may_write(session, err) || !open_copy(path, &copy, err))
        return false;
    bool ok = access(session->database, F_OK) == 0 ? replace(session, copy, &out, err)
                                                   : output_parent(session->database, err) &&
                                                         backup_make(copy, session->database, err);
    store_close(copy);
    if (ok)
        buf_printf(&out, _("%s: restored from %s\n"), session->database, path);
    ok = ok && output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
