#include "report/heading.h"

#include "duban/i18n.h"
#include "duban/wrap.h"
#include "report/status.h"

enum { COLUMNS_DEFAULT = 80 };

int heading_columns(const struct report_filter *filter)
{
    return filter->columns > 0 ? filter->columns : COLUMNS_DEFAULT;
}

/* The parts of the plan. Returns what goes between them and more. */
static const char *add_parts(struct buf *out, const struct plan *plan,
                             const struct report_filter *filter)
{
    const int section = filter->section != 0 ? plan_section(plan, filter->section) : -1;
    const struct {
        const char *what, *which;
    } parts[] = {
        {_("section"), section >= 0 ? name_in(&plan->sections[section].name, filter->lang) : NULL},
        {_("owner"), filter->owner},
        {_("town"), filter->town ? name_in(&filter->town->name, filter->lang) : NULL},
        {_("school"), filter->school ? name_in(&filter->school->name, filter->lang) : NULL},
    };
    const char *before = "";
    for (size_t i = 0; i < COUNT_OF(parts); i++) {
        if (!parts[i].which)
            continue;
        buf_puts(out, before);
        buf_printf(out, _("%s: %s"), parts[i].what, parts[i].which);
        before = _("; ");
    }
    return before;
}

void heading_scope(struct buf *out, const struct plan *plan, const struct report_filter *filter)
{
    const char *before = add_parts(out, plan, filter);
    if (filter->town || filter->school)
        buf_printf(out, "%s%s", before,
                   filter->own ? _("figures are the whole district's, except its own ones")
                               : _("figures are the whole district's"));
}

static void add(struct buf *out, const struct plan *plan, daynum as_of,
                const struct report_filter *filter, bool of_schools)
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
    if (status_is_narrow(filter)) {
        buf_clear(&title);
        if (of_schools)
            add_parts(&title, plan, filter);
        else
            heading_scope(&title, plan, filter);
        wrap_text(out, buf_sv(&title), 0, heading_columns(filter));
    }
    buf_free(&title);
}

void heading_add(struct buf *out, const struct plan *plan, daynum as_of,
                 const struct report_filter *filter)
{
    add(out, plan, as_of, filter, false);
}

void heading_add_schools(struct buf *out, const struct plan *plan, daynum as_of,
                         const struct report_filter *filter)
{
    add(out, plan, as_of, filter, true);
}
