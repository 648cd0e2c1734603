#include "app/command.h"

#include "app/output.h"
#include "app/sample.h"
#include "app/setup.h"
#include "duban/i18n.h"

bool cmd_demo(struct session *session, struct err *err)
{
    const struct options *options = session->options;
    if (options->operand_count > 0)
        session->database = options->operands[0];
    else if (!options->value[OPTION_DB])
        session->database = "demo.db";
    struct plan plan;
    if (!session_may_write(session, err) ||
        !setup_read_plan(SETUP_PLAN, &session->arena, &plan, err) ||
        !sample_name_owners(&plan, &session->arena, err) ||
        !setup_make(session, session->database, &plan, sample_fill, NULL, err))
        return false;
    struct buf out = {0};
    buf_printf(&out, _("%s: made with sample data; nothing in it is real\n"),
               session_shown(session, session->database));
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok && (options->value[OPTION_NO_OPEN] || cmd_monitor(session, err));
}
