/* cmd_restore.c - bringing a copy back: looked over first, and nothing is lost that is there now.
 */
#include <errno.h>
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

/* What is on its way from where to where. */
struct restoring {
    struct session *session;
    const char *copy;
    const char *kept; /* where what was there before is; NULL: nowhere yet */
    struct buf *out;
};

/* Copies the copy as it is: nothing is ever changed in it. */
static bool take(const struct restoring *restoring, const char *path, struct err *err)
{
    struct store *store;
    if (!store_open(restoring->copy, STORE_READ | STORE_OLDER | STORE_ANYWHERE, &store, err))
        return false;
    session_look_on(restoring->session, store);
    bool ok = backup_write(store, path, err);
    store_close(store);
    return ok;
}

static bool is_sound(const struct restoring *restoring, struct store *store, struct err *err)
{
    struct buf finding = {0};
    session_look_on(restoring->session, store);
    bool ok = store_examine(store, count_finding, &finding, err);
    if (ok && finding.len > 0)
        ok = err_at(err, ERR_DATA, restoring->copy, 0, 0,
                    _("this copy is not sound (%s); choose another copy, nothing was changed"),
                    buf_text(&finding));
    buf_free(&finding);
    return ok;
}

/* Makes what the copy holds at `path`, in today's format and looked over by the doctor. */
static bool open_taken(const struct restoring *restoring, const char *path, struct store **out,
                       struct err *err)
{
    enum store_mode mode = session_mode(restoring->session, STORE_WRITE);
    *out = NULL;
    if (take(restoring, path, err) && store_open(path, mode, out, err) &&
        is_sound(restoring, *out, err))
        return true;
    store_close(*out);
    /* What it holds is the copy's fault, not that of the name it has meanwhile. */
    return err->code == ERR_DATA ? err_at(err, ERR_DATA, restoring->copy, 0, 0, "%s", err->text)
                                 : false;
}

static bool make_new(void *context, const char *path, struct err *err)
{
    struct store *taken;
    if (!open_taken(context, path, &taken, err))
        return false;
    bool ok = store_settle(taken, err);
    store_close(taken);
    return ok;
}

/* What stands there now is kept beside it, under a name with the moment. */
static bool keep_present(void *context, struct err *err)
{
    struct restoring *restoring = context;
    struct session *session = restoring->session;
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
    restoring->kept = kept;
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

static bool put_in_place(void *context, const char *path, struct err *err)
{
    struct restoring *restoring = context;
    const struct store_keeper keeper = {keep_present, context};
    struct actor actor = session_actor(restoring->session);
    struct store *taken;
    if (!open_taken(restoring, path, &taken, err))
        return false;
    bool ok = store_restore(restoring->session->store, taken, &keeper, &actor, err);
    store_close(taken);
    if (ok)
        buf_printf(restoring->out, _("%s: what was there before, kept\n"),
                   session_shown(restoring->session, restoring->kept));
    else if (restoring->kept && err->code == ERR_BUSY)
        unlink(restoring->kept); /* stopped, or others were at it: all is there still */
    return ok;
}

static bool replace(struct restoring *restoring, struct err *err)
{
    struct session *session = restoring->session;
    if (!session->options->value[OPTION_REPLACE])
        return err_at(err, ERR_CANT_WRITE, session->database, 0, 0,
                      _("a database is there already; with --replace the copy takes its place and "
                        "what is there is kept beside it"));
    return store_open(session->database, session_mode(session, STORE_WRITE), &session->store,
                      err) &&
           session_act(session, err) && may_replace(session, err) &&
           database_pass(session->database, put_in_place, restoring, err);
}

bool cmd_restore(struct session *session, struct err *err)
{
    struct buf out = {0};
    struct restoring restoring = {
        .session = session, .copy = session->options->operands[0], .out = &out};
    if (!session_may_write(session, err))
        return false;
    if (access(restoring.copy, R_OK) != 0) /* "make one with 'duban init'" would be no cure */
        return err_at(err, ERR_NO_FILE, restoring.copy, 0, 0, _("cannot open: %s; check the name"),
                      strerror(errno));
    bool ok = access(session->database, F_OK) == 0
                  ? replace(&restoring, err)
                  : output_parent(session->database, err) &&
                        database_appear(session->database, make_new, &restoring, err);
    if (ok)
        buf_printf(&out, _("%s: restored from %s\n"), session_shown(session, session->database),
                   session_shown(session, restoring.copy));
    ok = ok && output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
