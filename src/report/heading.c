#include "report/heading.h"

#include "duban/wrap.h"

enum { COLUMNS_DEFAULT = 80 };

int heading_columns(const struct report_filter *filter)
{
    return filter->columns > 0 ? filter->columns : COLUMNS_DEFAULT;
}

void heading_add(struct buf *out, const struct plan *plan, daynum as_of,
                 const struct report_filter *filter)
{
    char date[DATE_TEXT_MAX];
    struct buf title = {0};
    buf_printf(&title, _("%s, %s"), name_in(&plan->name, filter->lang),
               name_in(&plan->authority, filter->lang));
    wrap_text(out, buf_sv(&title), 0, heading_columns(filter));
    buf_printf(out,
               plan->sample ? _("as of %s; SAMPLE DATA: schools and figures are made up")
                            : _("as of %s"),
               date_format(as_of, date));
    buf_putc(out, '\n');
    buf_free(&title);
}
