#include "app/command.h"
#include "app/compare.h"
#include "app/deliver.h"
#include "app/filter.h"
#include "app/rolled_up.h"
#include "duban/i18n.h"
#include "duban/report.h"

bool cmd_report(struct session *session, struct err *err)
{
    const char *word = session->options->value[OPTION_FORMAT];
    enum bulletin_format format = BULLETIN_HTML;
    struct report_filter filter = {.lang = session->lang};
    const struct reporting *rows;
    struct problems problems;
    if (word && !bulletin_format_parse(sv_from(word), &format))
        return err_set(err, ERR_USAGE, _("--format %s is unknown; use html, md or csv"), word);
    if (!session_open(session, STORE_READ, err) || !filter_parts(session, &filter, err) ||
        !session_judge(session, err) || !compare_read(session, &filter, err) ||
        (format != BULLETIN_CSV && !rolled_up_own(session, &filter, err)) ||
        !session_problems(session, &problems, err) ||
        !store_load_reporting(session->store, session->plan, session->as_of, &session->arena, &rows,
                              err))
        return false;
    struct buf out = {0};
    report_bulletin(&out, session->board, rows, &problems, format, &filter);
    bool ok = deliver(session, buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
