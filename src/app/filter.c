#include "app/filter.h"

#include <stdlib.h>
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
    return session_number(session, OPTION_SECTION, &filter->section, err) &&
           session_number(session, OPTION_ITEM, &filter->item, err);
}
