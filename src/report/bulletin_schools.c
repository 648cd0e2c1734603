/* bulletin_schools.c - who has reported: totals, and the schools that keep it worst. */
#include <stdlib.h>

#include "report/bulletin.h"

/* The most silent first, then the latest, then the plan's order. */
static int by_fault(const void *a, const void *b)
{
    const struct reporting *left = *(const struct reporting *const *)a;
    const struct reporting *right = *(const struct reporting *const *)b;
    if (left->silent != right->silent)
        return left->silent < right->silent ? 1 : -1;
    if (left->late != right->late)
        return left->late < right->late ? 1 : -1;
    return (left->school > right->school) - (left->school < right->school);
}

/* Sums over all schools; the district itself is none. */
struct totals {
    int schools, kept, never, due, received, late, silent;
};

static struct totals sum_up(const struct bulletin *bulletin)
{
    struct totals totals = {0};
    for (size_t i = 0; i < bulletin->board->plan->school_count; i++) {
        const struct reporting *row = &bulletin->rows[i];
        if (row->school == SCHOOL_DISTRICT || row->due == 0 ||
            !report_shows_school(bulletin->board->plan, bulletin->filter, row->school))
            continue;
        totals.schools++;
        totals.kept += row->late == 0 && row->silent == 0;
        totals.never += row->last_report == DAY_NONE;
        totals.due += row->due;
        totals.received += row->received;
        totals.late += row->late;
        totals.silent += row->silent;
    }
    return totals;
}

static void add_totals(const struct bulletin *bulletin, const struct totals *totals)
{
    struct page *page = bulletin->page;
    struct buf text = {0};
    buf_printf(&text,
               _("Schools asked to report: %d; up to date in everything: %d; never "
                 "reported: %d"),
               totals->schools, totals->kept, totals->never);
    page_line(page, PAGE_PLAIN, buf_text(&text));
    buf_clear(&text);
    buf_printf(&text, _("Figures due: %d; received in time: %d; late: %d; silent: %d"), totals->due,
               totals->received, totals->late, totals->silent);
    page_line(page, PAGE_PLAIN, buf_text(&text));
    buf_free(&text);
}

static void add_row(const struct bulletin *bulletin, const struct reporting *row)
{
    struct page *page = bulletin->page;
    const struct plan *plan = bulletin->board->plan;
    const struct school *school = &plan->schools[row->school];
    const int numbers[] = {row->due, row->received, row->late, row->silent};
    struct buf text = {0};
    page_cell(page, school->code);
    page_cell(page, name_in(&school->name, page->lang));
    page_cell(page, school->town >= 0 ? name_in(&plan->towns[school->town].name, page->lang) : "-");
    for (size_t i = 0; i < COUNT_OF(numbers); i++) {
        buf_printf(&text, "%d", numbers[i]);
        page_take(page, &text);
    }
    page_date(page, row->last_report);
    buf_free(&text);
}

static void add_worst(const struct bulletin *bulletin, const struct reporting **rows, size_t count)
{
    struct page *page = bulletin->page;
    const struct page_head heads[] = {
        {COLUMN_CODE, _("code")},       {COLUMN_NAME, _("school")},
        {COLUMN_WORD, _("town")},       {COLUMN_NUMBER, _("figures due")},
        {COLUMN_NUMBER, _("received")}, {COLUMN_NUMBER, _("late")},
        {COLUMN_NUMBER, _("silent")},   {COLUMN_DATE, _("last report")}};
    size_t shown = count < BULLETIN_SCHOOLS_MAX ? count : BULLETIN_SCHOOLS_MAX;
    struct buf text = {0};
    if (shown < count)
        buf_printf(&text, _("Late or silent: %zu schools, the worst %zu"), count, shown);
    else
        buf_printf(&text,
                   ngettext("Late or silent: %zu school", "Late or silent: %zu schools", count),
                   count);
    page_heading(page, 3, buf_text(&text));
    page_table(page, heads, COUNT_OF(heads));
    for (size_t i = 0; i < shown; i++)
        add_row(bulletin, rows[i]);
    page_table_end(page, NULL);
    buf_free(&text);
}

void bulletin_schools(const struct bulletin *bulletin)
{
    struct page *page = bulletin->page;
    struct arena arena = {0};
    size_t schools = bulletin->board->plan->school_count, count = 0;
    const struct reporting **rows = arena_array(&arena, schools, sizeof(*rows));
    for (size_t i = 0; i < schools; i++) {
        const struct reporting *row = &bulletin->rows[i];
        if (row->school != SCHOOL_DISTRICT && row->late + row->silent > 0 &&
            report_shows_school(bulletin->board->plan, bulletin->filter, row->school))
            rows[count++] = row;
    }
    qsort(rows, count, sizeof(*rows), by_fault);
    struct totals totals = sum_up(bulletin);
    page_heading(page, 2, _("Reporting by schools"));
    add_totals(bulletin, &totals);
    if (count > 0)
        add_worst(bulletin, rows, count);
    arena_free(&arena);
}
