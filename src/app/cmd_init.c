#include "app/command.h"

#include "app/archive.h"
#include "app/output.h"
#include "app/setup.h"
#include "duban/i18n.h"

/* From an archive, or from a plan. */
static bool make(struct session *session, struct plan *plan, struct err *err)
{
    const char *name = session->options->value[OPTION_PLAN];
    const char *archive = session->options->value[OPTION_FROM];
    if (archive && name)
        return err_set(err, ERR_USAGE, _("--from brings its own plan; leave --plan out"));
    if (archive)
        return archive_load(session, archive, plan, err);
    return setup_read_plan(name ? name : SETUP_PLAN, &session->arena, plan, err) &&
           setup_make(session, session->database, plan, NULL, NULL, err);
}

bool cmd_init(struct session *session, struct err *err)
{
    struct plan plan;
    if (!session_may_write(session, err) || !make(session, &plan, err))
        return false;
    struct buf out = {0};
    buf_printf(&out,
               _("%s: made from plan %s: %zu sections, %zu items, %zu targets, %zu schools\n"),
               session_shown(session, session->database), plan.code, plan.section_count,
               plan.item_count, plan.target_count, plan.school_count - 1);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
