#include "app/command.h"
#include "app/compare.h"
#include "app/deliver.h"
#include "duban/i18n.h"
#include "duban/report.h"

/* The parts of the plan that the options leave. */
static bool read_parts(const struct session *session, struct report_filter *filter, struct err *err)
{
    const struct options *options = session->options;
    const struct plan *plan = session->plan;
    const char *town = options->value[OPTION_TOWN], *code = options->value[OPTION_SCHOOL];
    int school = SCHOOL_DISTRICT, at = town ? plan_town(plan, sv_from(town)) : 0;
    filter->owner = options->value[OPTION_OWNER];
    if (at < 0)
        return err_set(err, ERR_DATA, _("no town %s in this plan; 'duban plan export' lists them"),
                       town);
    if (code && !session_school(session, code, &school, err))
        return false;
    filter->town = town ? &plan->towns[at] : NULL;
    filter->school = code ? &plan->schools[school] : NULL;
    return session_number(session, OPTION_SECTION, &filter->section, err);
}

bool cmd_report(struct session *session, struct err *err)
{
    const char *word = session->options->value[OPTION_FORMAT];
    enum bulletin_format format = BULLETIN_HTML;
    struct report_filter filter = {.lang = session->lang};
    const struct reporting *rows;
    struct problems problems;
    if (word && !bulletin_format_parse(sv_from(word), &format))
        return err_set(err, ERR_USAGE, _("--format %s is unknown; use html, md or csv"), word);
    if (!session_open(session, STORE_READ, err) || !read_parts(session, &filter, err) ||
        !session_judge(session, err) || !compare_read(session, &filter, err) ||
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
