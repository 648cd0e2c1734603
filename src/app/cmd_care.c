/* cmd_care.c - backup and doctor: keeping a database well. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "app/database_file.h"
#include "app/output.h"
#include "duban/i18n.h"

/* A copy holds what the database holds: it is for the user alone until he says otherwise. */
static bool copy_into(void *context, const char *path, struct err *err)
{
    struct session *session = context;
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                      _("cannot make this file: %s; choose another directory"), strerror(errno));
    close(fd);
    return store_backup(session->store, path, err);
}

bool cmd_backup(struct session *session, struct err *err)
{
    const char *path = session->options->operands[0];
    if (!session_open(session, STORE_READ, err) || !database_appear(path, copy_into, session, err))
        return false;
    struct buf out = {0};
    buf_printf(&out, _("%s: a copy of %s as it stands now\n"), path, session->database);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

static void add_finding(void *context, const char *text)
{
    struct buf *out = context;
    buf_printf(out, "%s\n", text);
}

bool cmd_doctor(struct session *session, struct err *err)
{
    struct buf out = {0};
    bool ok = session_open(session, STORE_READ, err) &&
              store_examine(session->store, add_finding, &out, err);
    if (ok && out.len > 0)
        session->status = ERR_FINDING;
    else if (ok)
        buf_printf(&out, _("%s: nothing is wrong\n"), session->database);
    if (ok && store_library_can_lose_rows())
        buf_printf(&out,
                   _("SQLite %s: let nothing but duban write to the database; other programs' "
                     "checkpoints could lose rows before SQLite 3.51.3\n"),
                   store_library());
    ok = ok && output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
