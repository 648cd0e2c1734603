/* bulletin.c - the bulletin from title to legend. */
#include "report/bulletin.h"

#include "duban/lang.h"
#include "report/changes.h"
#include "report/chart.h"
#include "report/heading.h"
#include "report/status.h"

bool bulletin_format_parse(struct sv word, enum bulletin_format *out)
{
    static const char *const words[] = {
        [BULLETIN_HTML] = "html", [BULLETIN_MARKDOWN] = "md", [BULLETIN_CSV] = "csv"};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (sv_eq(sv_from(words[i]), word)) {
            *out = (enum bulletin_format)i;
            return true;
        }
    }
    return false;
}

bool bulletin_shows(const struct bulletin *bulletin, size_t target)
{
    return status_shows_target(bulletin->board, bulletin->filter, target);
}

void bulletin_name_cells(const struct bulletin *bulletin, size_t t)
{
    const struct target *target = &bulletin->board->plan->targets[t];
    struct page *page = bulletin->page;
    page_cell(page, target->code);
    page_cell(page, name_in(&target->name, page->lang));
}

int bulletin_sections(const struct bulletin *bulletin)
{
    int count = 0;
    for (size_t s = 0; s < bulletin->board->plan->section_count; s++)
        count += status_shows_section(bulletin->board, bulletin->filter, s);
    return count;
}

/* The authority, and the day or the days that it is about. */
static void add_dates(struct buf *out, const struct bulletin *bulletin)
{
    const struct plan *plan = bulletin->board->plan;
    char date[DATE_TEXT_MAX], first[DATE_TEXT_MAX];
    const char *authority = name_in(&plan->authority, bulletin->page->lang);
    date_format(bulletin->board->as_of, date);
    if (bulletin->filter->since)
        buf_printf(out, _("%s, from %s to %s"), authority,
                   date_format(bulletin_since(bulletin), first), date);
    else
        buf_printf(out, _("%s, as of %s"), authority, date);
}

static void add_title(const struct bulletin *bulletin)
{
    struct page *page = bulletin->page;
    const struct plan *plan = bulletin->board->plan;
    struct buf text = {0};
    buf_printf(&text, _("Progress bulletin: %s"), name_in(&plan->name, page->lang));
    page_begin(page, buf_text(&text));
    buf_clear(&text);
    add_dates(&text, bulletin);
    page_line(page, PAGE_LEAD, buf_text(&text));
    buf_clear(&text);
    heading_scope(&text, plan, bulletin->filter);
    if (text.len > 0)
        page_line(page, PAGE_LEAD, buf_text(&text));
    if (plan->sample)
        page_line(page, PAGE_NOTICE, _("SAMPLE DATA: schools and figures are made up"));
    buf_free(&text);
}

void bulletin_summary(const struct bulletin *bulletin, const char *of, const struct rollup *rollup,
                      const struct rollup_change *change)
{
    struct page *page = bulletin->page;
    char date[DATE_TEXT_MAX];
    struct buf text = {0}, share = {0}, planned = {0};
    lang_percent(&share, rollup->share);
    lang_percent(&planned, rollup->planned);
    buf_printf(&text, _("%s: %s of the goals reached, %s planned by now"), of, buf_text(&share),
               buf_text(&planned));
    page_line(page, PAGE_PLAIN, buf_text(&text));
    if (change) {
        buf_clear(&text);
        buf_clear(&share);
        changes_line(&share, change);
        buf_printf(&text, _("since %s: %s"), date_format(bulletin_since(bulletin), date),
                   buf_text(&share));
        page_line(page, PAGE_PLAIN, buf_text(&text));
    }
    page_counts(page, rollup);
    buf_free(&text);
    buf_free(&share);
    buf_free(&planned);
}

static void add_summary(const struct bulletin *bulletin)
{
    const struct rollup *whole = &bulletin->board->total;
    const struct comparison *since = bulletin->filter->since;
    struct buf of = {0};
    buf_printf(&of, ngettext("%d target", "%d targets", (unsigned long)whole->total), whole->total);
    page_heading(bulletin->page, 2, _("Summary"));
    bulletin_summary(bulletin, buf_text(&of), whole, since ? &since->total : NULL);
    buf_free(&of);
}

/* "overdue: 2; lagging: 1": what is red or amber. */
static void add_troubles(struct buf *out, const struct rollup *rollup)
{
    const char *before = "";
    if (rollup->veto) {
        buf_puts(out, _("VETO"));
        before = _("; ");
    }
    for (enum standing i = 0; i < STANDING_NO_GOAL; i++) {
        if (rollup->counts[i] == 0)
            continue;
        buf_puts(out, before);
        buf_printf(out, _("%s: %d"), lang_standing(i), rollup->counts[i]);
        before = _("; ");
    }
}

struct page_heads bulletin_rollup_heads(const char *code, const char *name)
{
    return (struct page_heads){{{COLUMN_CODE, code},
                                {COLUMN_NAME, name},
                                {COLUMN_BAR, _("reached")},
                                {COLUMN_NUMBER, _("planned")},
                                {COLUMN_STANDING, _("standing")},
                                {COLUMN_TEXT, _("needs attention")}}};
}

void bulletin_rollup_row(const struct bulletin *bulletin, const char *code, const char *name,
                         const struct rollup *rollup)
{
    struct page *page = bulletin->page;
    struct buf text = {0};
    page_cell(page, code);
    page_cell(page, name);
    page_bar(page, rollup->share, rollup->planned);
    lang_percent(&text, rollup->planned);
    page_take(page, &text);
    page_standing(page, rollup->worst);
    add_troubles(&text, rollup);
    page_take(page, &text);
    buf_free(&text);
}

static void add_section(const struct bulletin *bulletin, size_t s)
{
    const struct section *section = &bulletin->board->plan->sections[s];
    struct buf number = {0};
    buf_printf(&number, "%d", section->number);
    bulletin_rollup_row(bulletin, buf_text(&number), name_in(&section->name, bulletin->page->lang),
                        &bulletin->board->sections[s]);
    buf_free(&number);
}

static void add_sections(const struct bulletin *bulletin)
{
    struct page *page = bulletin->page;
    const struct page_heads heads = bulletin_rollup_heads(_("No."), _("section"));
    page_heading(page, 2, _("Sections"));
    if (page->format->draws && bulletin_sections(bulletin) > 1)
        chart_sections(page->out, bulletin->board, bulletin->filter);
    page_table(page, heads.at, COUNT_OF(heads.at));
    for (size_t s = 0; s < bulletin->board->plan->section_count; s++) {
        if (status_shows_section(bulletin->board, bulletin->filter, s))
            add_section(bulletin, s);
    }
    page_table_end(page, NULL);
}

static void add_bulletin(const struct bulletin *bulletin)
{
    add_title(bulletin);
    add_summary(bulletin);
    if (bulletin->filter->own)
        bulletin_own(bulletin);
    add_sections(bulletin);
    bulletin_attention(bulletin);
    if (bulletin->filter->since)
        bulletin_changes(bulletin);
    else
        bulletin_news(bulletin);
    bulletin_problems(bulletin);
    bulletin_targets(bulletin);
    if (bulletin->filter->section == 0 && !bulletin->filter->owner)
        bulletin_schools(bulletin);
    bulletin_legend(bulletin);
    page_end(bulletin->page);
}

void report_bulletin(struct buf *out, const struct board *board, const struct reporting *rows,
                     const struct problems *problems, enum bulletin_format format,
                     const struct report_filter *filter)
{
    if (format == BULLETIN_CSV) {
        report_status(out, board, REPORT_CSV, filter);
        return;
    }
    struct page page = {.format = format == BULLETIN_HTML ? &page_html : &page_markdown,
                        .out = out,
                        .lang = filter->lang};
    struct arena arena = {0};
    const struct narrowed *left = status_narrow(board, filter, &arena);
    const struct bulletin bulletin = {.page = &page,
                                      .board = &left->board,
                                      .rows = rows,
                                      .problems = problems,
                                      .filter = &left->filter};
    add_bulletin(&bulletin);
    arena_free(&arena);
}
