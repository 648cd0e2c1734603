#include "app/filter.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/output.h"
#include "duban/i18n.h"

bool filter_read(const struct session *session, enum report_format *format,
                 struct report_filter *filter, struct err *err)
{
    const char *word = session->options->value[OPTION_FORMAT];
    *format = REPORT_TEXT;
    if (word && !report_format_parse(sv_from(word), format))
        return err_set(err, ERR_USAGE, _("--format %s is unknown; use text, json or csv"), word);
    *filter = (struct report_filter){.lang = session->lang, .columns = output_columns()};
    const char *no_colour = getenv("NO_COLOR");
    filter->colour = isatty(STDOUT_FILENO) && (!no_colour || no_colour[0] == '\0');
    return true;
}

/* A name that is mistyped must not look like one with nothing amiss. */
static bool check_owner(struct session *session, const char *name, struct err *err)
{
    const struct plan *plan = session->plan;
    struct problems problems;
    for (size_t i = 0; i < plan->target_count; i++) {
        if (strcmp(plan->targets[i].owner, name) == 0)
            return true;
    }
    if (!session_problems(session, &problems, err))
        return false;
    for (size_t i = 0; i < problems.count; i++) {
        if (strcmp(problems.rows[i].owner, name) == 0)
            return true;
    }
    return err_set(err, ERR_DATA,
                   _("nobody called %s answers for a target or a problem; 'duban status --by "
                     "owner' lists who does"),
                   name);
}

bool filter_parts(struct session *session, struct report_filter *filter, struct err *err)
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
    if (filter->owner && !check_owner(session, filter->owner, err))
        return false;
    filter->town = town ? &plan->towns[at] : NULL;
    filter->school = code ? &plan->schools[school] : NULL;
    return session_number(session, OPTION_SECTION, &filter->section, err) &&
           session_number(session, OPTION_ITEM, &filter->item, err);
}
