#include "report/heading.h"

#include "duban/text.h"
#include "report/wrap.h"

enum { COLUMNS_DEFAULT = 80 };

int heading_columns(const struct report_filter *filter)
{
    return filter->columns > 0 ? filter->columns : COLUMNS_DEFAULT;
}

void heading_add(struct buf *out, const struct plan *plan, daynum as_of,
                 const struct report_filter *filter)
{
    char date[DATE_TEXT_MAX];
    struct buf title = {0}, clean = {0};
    buf_printf(&title, _("%s, %s"), name_in(&plan->name, filter->lang),
               name_in(&plan->authority, filter->lang));
    text_clean(&clean, buf_sv(&title));
    wrap_text(out, buf_sv(&clean), 0, heading_columns(filter));
    buf_printf(out,
               plan->sample ? _("as of %s; SAMPLE DATA: schools and figures are made up")
                            : _("as of %s"),
               date_format(as_of, date));
    buf_putc(out, '\n');
    buf_free(&title);
    buf_free(&clean);
}
