/* cmd_care.c - backup and doctor: keeping a database well. */
#include "app/backup.h"
#include "app/command.h"
#include "app/config.h"
#include "app/output.h"
#include "app/version.h"
#include "duban/i18n.h"

bool cmd_backup(struct session *session, struct err *err)
{
    const char *path = session->options->operands[0];
    if (!session_open(session, STORE_READ, err) || !backup_make(session->store, path, err))
        return false;
    struct buf out = {0};
    buf_printf(&out, _("%s: a copy of %s as it stands now\n"), session_shown(session, path),
               session_shown(session, session->database));
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

static void add_finding(void *context, const char *text)
{
    struct buf *out = context;
    buf_printf(out, "%s\n", text);
}

static void add_fault(void *context, const struct err *fault)
{
    char text[ERR_TEXT_MAX + ERR_FILE_MAX + 32];
    buf_printf(context, "%s\n", err_format(fault, text, sizeof(text)));
}

bool cmd_doctor(struct session *session, struct err *err)
{
    struct buf out = {0};
    struct config config;
    bool ok = config_load(&config, &session->arena, add_fault, &out, err) &&
              session_open(session, STORE_READ, err) &&
              store_examine(session->store, add_finding, &out, err);
    if (ok && out.len == 0)
        buf_printf(&out, _("%s: nothing is wrong\n"), session_shown(session, session->database));
    else
        session->status = ERR_FINDING;
    version_warn(&out);
    struct err print;
    if (!output_print(buf_sv(&out), ok ? err : &print))
        ok = false;
    buf_free(&out);
    return ok;
}
