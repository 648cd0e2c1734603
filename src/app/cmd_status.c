#include "app/command.h"

#include "app/compare.h"
#include "app/filter.h"
#include "app/output.h"
#include "app/rolled_up.h"
#include "duban/i18n.h"
#include "duban/report.h"

bool cmd_status(struct session *session, struct err *err)
{
    enum report_format format;
    struct report_filter filter;
    if (!session_open(session, STORE_READ, err) || !filter_read(session, &format, &filter, err) ||
        !filter_parts(session, &filter, err))
        return false;
    if (session->options->value[OPTION_BY])
        return print_groups(session, format, &filter, err);
    if (!session_judge(session, err) || !compare_read(session, &filter, err))
        return false;
    struct buf out = {0};
    report_status(&out, session->board, format, &filter);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

bool cmd_schools(struct session *session, struct err *err)
{
    enum report_format format;
    struct report_filter filter;
    const struct reporting *rows;
    if (!session_open(session, STORE_READ, err) || !filter_read(session, &format, &filter, err) ||
        !filter_parts(session, &filter, err))
        return false;
    if (session->options->value[OPTION_OUTLIERS])
        return print_outliers(session, format, &filter, err);
    if (!store_load_reporting(session->store, session->plan, session->as_of, &session->arena, &rows,
                              err) ||
        !compare_read_reporting(session, &filter, err))
        return false;
    struct buf out = {0};
    report_schools(&out, session->plan, rows, session->as_of, format, &filter);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

/* A target's code or a school's: codes of targets come first. */
bool cmd_show(struct session *session, struct err *err)
{
    enum report_format format;
    struct report_filter filter;
    const char *code = session->options->operands[0];
    if (!session_open(session, STORE_READ, err) || !filter_read(session, &format, &filter, err) ||
        !session_judge(session, err) || !compare_read(session, &filter, err))
        return false;
    struct values values;
    struct buf out = {0};
    int target = plan_target(session->plan, sv_from(code));
    int school = plan_school(session->plan, sv_from(code));
    bool ok = true;
    if (target >= 0) {
        ok = store_load_target(session->store, session->plan, target, session->as_of,
                               &session->arena, &values, err);
        if (ok)
            report_show_target(&out, session->board, target, &values, format, &filter);
    } else if (school >= 0) {
        ok = store_load_school(session->store, session->plan, school, session->as_of,
                               &session->arena, &values, err);
        if (ok)
            report_show_school(&out, session->board, school, &values, format, &filter);
    } else {
        ok = err_set(err, ERR_DATA,
                     _("no target or school %s; 'duban status' and 'duban schools' list them"),
                     code);
    }
    ok = ok && output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
