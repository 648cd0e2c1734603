/* bulletin_own.c - the own figures of a town or a school: what it reports of itself. */
#include <stdlib.h>

#include "duban/lang.h"
#include "report/bulletin.h"
#include "report/show.h"

/* "18 schools with 240 goals of their own, the worst overdue: ...", and what changed of them. */
static void add_whole(const struct bulletin *bulletin)
{
    const struct own_figures *own = bulletin->filter->own;
    struct page *page = bulletin->page;
    struct buf of = {0};
    struct rollup_change change;
    if (own->whole.count == 0) {
        page_line(page, PAGE_PLAIN, _("no target sets a school a goal of its own"));
        return;
    }
    const struct group *group = &own->whole.rows[0];
    const struct rollup *rollup = &group->rollup;
    const char *worst = lang_standing(rollup->worst);
    if (bulletin->filter->school)
        buf_printf(&of,
                   ngettext("%d target, the worst %s", "%d targets, the worst %s",
                            (unsigned long)rollup->total),
                   rollup->total, worst);
    else
        buf_printf(&of,
                   ngettext("%zu school with %d goals of its own, the worst %s",
                            "%zu schools with %d goals of their own, the worst %s",
                            own->schools.count),
                   own->schools.count, rollup->total, worst);
    bool compared = bulletin->filter->since && groups_change(&own->then, group, &change);
    bulletin_summary(bulletin, buf_text(&of), rollup, compared ? &change : NULL);
    buf_free(&of);
}

static void add_schools(const struct bulletin *bulletin)
{
    const struct groups *schools = &bulletin->filter->own->schools;
    const struct page_heads heads = bulletin_rollup_heads(_("code"), _("school"));
    struct page *page = bulletin->page;
    size_t shown = schools->count < BULLETIN_SCHOOLS_MAX ? schools->count : BULLETIN_SCHOOLS_MAX;
    page_table(page, heads.at, COUNT_OF(heads.at));
    for (size_t i = 0; i < shown; i++) {
        const struct group *school = &schools->rows[i];
        bulletin_rollup_row(bulletin, school->code, name_in(&school->name, page->lang),
                            &school->rollup);
    }
    page_table_end(page, NULL);
    if (shown == schools->count)
        return;
    struct buf text = {0};
    buf_printf(&text, _("The worst %zu of %zu schools"), shown, schools->count);
    page_line(page, PAGE_SMALL, buf_text(&text));
    buf_free(&text);
}

/* A report of the school with what it makes of its target. */
struct own_row {
    const struct value *value;
    enum standing standing; /* STANDING_TOTAL: the target sets no goal for a single school */
};

static enum standing own_standing(const struct board *board, const struct value *value)
{
    const struct latest latest = {value->date, value->value, value->of};
    struct target own;
    if (!school_target(&board->plan->targets[value->target], &own))
        return STANDING_TOTAL;
    return school_judge(&own, &latest, board->as_of).standing;
}

static int worst_first(const void *a, const void *b)
{
    const struct own_row *left = a, *right = b;
    if (left->standing != right->standing)
        return left->standing < right->standing ? -1 : 1;
    return left->value->target < right->value->target ? -1 : 1;
}

static void add_row(const struct bulletin *bulletin, const struct own_row *row)
{
    struct page *page = bulletin->page;
    const struct value *value = row->value;
    struct buf text = {0};
    bulletin_name_cells(bulletin, (size_t)value->target);
    value_text(&text, value);
    page_take(page, &text);
    page_date(page, value->date);
    if (row->standing == STANDING_TOTAL)
        page_cell(page, "-");
    else
        page_standing(page, row->standing);
    buf_free(&text);
}

static void add_values(const struct bulletin *bulletin)
{
    struct page *page = bulletin->page;
    const struct values *values = &bulletin->filter->own->values;
    const struct page_head heads[] = {{COLUMN_CODE, _("No.")},
                                      {COLUMN_NAME, _("target")},
                                      {COLUMN_NUMBER, _("value")},
                                      {COLUMN_DATE, _("last report")},
                                      {COLUMN_STANDING, _("standing")}};
    struct arena arena = {0};
    struct own_row *rows = arena_array(&arena, values->count, sizeof(*rows));
    size_t count = 0;
    for (size_t i = 0; i < values->count; i++) {
        const struct value *value = &values->rows[i];
        if (bulletin_shows(bulletin, (size_t)value->target))
            rows[count++] = (struct own_row){value, own_standing(bulletin->board, value)};
    }
    if (count > 0)
        qsort(rows, count, sizeof(*rows), worst_first);
    page_table(page, heads, COUNT_OF(heads));
    for (size_t i = 0; i < count; i++)
        add_row(bulletin, &rows[i]);
    page_table_end(page, NULL);
    arena_free(&arena);
}

void bulletin_own(const struct bulletin *bulletin)
{
    bool school = bulletin->filter->school != NULL;
    page_heading(bulletin->page, 2,
                 school ? _("The school's own figures") : _("The town's own schools"));
    add_whole(bulletin);
    if (school)
        add_values(bulletin);
    else
        add_schools(bulletin);
    page_line(bulletin->page, PAGE_SMALL,
              _("Each school is judged by its own latest reports, on the targets that set a goal "
                "for a single school."));
}
