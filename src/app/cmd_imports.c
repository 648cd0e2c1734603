/* cmd_imports.c - the batches: list, show, undo. */
#include "app/command.h"
#include "app/filter.h"
#include "app/output.h"
#include "duban/i18n.h"
#include "duban/report.h"
#include "duban/taken.h"

enum { IMPORTS_SHOWN = 100000 };

static bool print(struct buf *out, bool ok, struct err *err)
{
    ok = ok && output_print(buf_sv(out), err);
    buf_free(out);
    return ok;
}

static bool read_number(const struct session *session, int64_t *id, struct err *err)
{
    return session_operand_id(session, _("'%s' is no import's number; 'duban imports' lists them"),
                              id, err);
}

bool cmd_imports(struct session *session, struct err *err)
{
    enum report_format format;
    struct report_filter filter;
    const struct batch *batches;
    size_t count;
    if (!session_open(session, STORE_READ, err) || !filter_read(session, &format, &filter, err) ||
        !store_load_imports(session->store, IMPORTS_SHOWN,
                            session_last_moment(session, &session->arena), &session->arena,
                            &batches, &count, err))
        return false;
    struct buf out = {0};
    report_imports(&out, batches, count, format, &filter);
    return print(&out, true, err);
}

bool cmd_imports_show(struct session *session, struct err *err)
{
    enum report_format format;
    struct report_filter filter;
    struct batch batch;
    const struct issue_row *issues;
    int64_t id;
    size_t count;
    if (!read_number(session, &id, err) || !session_open(session, STORE_READ, err) ||
        !filter_read(session, &format, &filter, err) ||
        !store_load_import(session->store, id, &session->arena, &batch, err) ||
        !store_load_issues(session->store, id, TAKEN_ISSUES_MAX, &session->arena, &issues, &count,
                           err))
        return false;
    struct buf out = {0};
    report_import(&out, &batch, issues, count, format);
    return print(&out, true, err);
}

bool cmd_imports_undo(struct session *session, struct err *err)
{
    enum report_format format;
    struct report_filter filter;
    struct batch_undo undone;
    int64_t id;
    if (!read_number(session, &id, err) || !session_open(session, STORE_WRITE, err) ||
        !filter_read(session, &format, &filter, err))
        return false;
    struct actor actor = session_actor(session);
    if (!store_undo_import(session->store, session->plan, id, &actor, &session->arena, &undone,
                           err))
        return false;
    struct buf out = {0};
    report_import_undo(&out, session->plan, &undone, format);
    return print(&out, true, err);
}
