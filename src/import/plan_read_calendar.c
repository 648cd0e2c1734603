#include "duban/i18n.h"
#include "import/plan_read.h"
#include "import/plan_table.h"

enum { SPAN_KIND, SPAN_FIRST, SPAN_LAST, SPAN_NAME };

static const struct plan_column span_columns[] = {
    {"kind", true},
    {"first", true},
    {"last", false},
    PLAN_NAME_COLUMNS("name"),
};

/* Returns whether to go on. */
static bool read_span(struct plan_row *row, struct span *span)
{
    if (!span_parse(sv_from(row_text(row, SPAN_KIND)), &span->kind))
        row_fault(row, SPAN_KIND, _("\"%s\" is no kind of days; write term, holiday or workday"),
                  row_text(row, SPAN_KIND));
    span->first = row_date(row, SPAN_FIRST, DAY_NONE);
    span->last = row_date(row, SPAN_LAST, span->first);
    row_name_maybe(row, SPAN_NAME, &span->name);
    if (span->first == DAY_NONE)
        row_fault(row, SPAN_FIRST, _("the first day is missing; write it like 2021-01-01"));
    if (span->last < span->first)
        row_fault(row, SPAN_LAST, _("the last day is before the first; correct one of them"));
    return row_done(row);
}

bool plan_read_calendar(struct plan_read *read, const struct plan_file *file)
{
    struct plan_table table;
    if (!plan_table_open(&table, file, span_columns, COUNT_OF(span_columns), read->arena,
                         read->faults))
        return false;
    size_t count = 0;
    struct span *spans = arena_array(read->arena, table.csv.row_count, sizeof(*spans));
    for (size_t i = 0; i < table.csv.row_count; i++) {
        struct plan_row row = plan_row_of(&table, i, read->faults);
        if (!read_span(&row, &spans[count]))
            return false;
        if (row.failed)
            continue;
        if (calendar_possible(spans, count + 1))
            count++;
        else
            row_fault(&row, SPAN_FIRST,
                      _("the calendar would be longer than %d years; correct the date"),
                      CALENDAR_DAYS_MAX / 366);
        if (!row_done(&row))
            return false;
    }
    if (count > 0)
        read->plan->calendar = calendar_make(spans, count, read->arena);
    return true;
}
