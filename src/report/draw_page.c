/* draw_page.c - a draw as a sheet to print and to hang out. */
#include "duban/i18n.h"
#include "report/draw.h"
#include "report/page.h"

static void add_row(struct page *page, const struct plan *plan,
                    const struct draw_candidate *candidate)
{
    struct name name = draw_candidate_name(plan, candidate);
    struct buf text = {0};
    if (candidate->rank > 0)
        buf_printf(&text, "%d", candidate->rank);
    page_take(page, &text);
    page_cell(page, candidate->role == DRAW_SCHOOL ? candidate->code : "");
    page_cell(page, name_in(&name, page->lang));
    buf_printf(&text, "%d", candidate->weight);
    page_take(page, &text);
    buf_printf(&text, "%012llx", (unsigned long long)candidate->number);
    page_take(page, &text);
    buf_free(&text);
}

static void begin_table(struct page *page, struct page_head heads[5])
{
    heads[0] = (struct page_head){COLUMN_NUMBER, _("No.")};
    heads[1] = (struct page_head){COLUMN_WORD, _("code")};
    heads[2] = (struct page_head){COLUMN_NAME, _("name")};
    heads[3] = (struct page_head){COLUMN_NUMBER, _("weight")};
    heads[4] = (struct page_head){COLUMN_WORD, _("number")};
    page_table(page, heads, 5);
}

static void add_drawn(struct page *page, const struct plan *plan, const struct draw *draw,
                      enum draw_role role, const char *title)
{
    struct page_head heads[5];
    const struct draw_candidate *candidate;
    if (draw->drawn_of[role] == 0)
        return;
    page_heading(page, 2, title);
    begin_table(page, heads);
    for (int rank = 1; (candidate = draw_ranked(draw, role, rank)) != NULL; rank++)
        add_row(page, plan, candidate);
    page_table_end(page, NULL);
}

static void add_candidates(struct page *page, const struct plan *plan, const struct draw *draw)
{
    struct page_head heads[5];
    page_heading(page, 2, _("All candidates"));
    begin_table(page, heads);
    for (size_t i = 0; i < draw->count; i++)
        add_row(page, plan, &draw->candidates[i]);
    page_table_end(page, NULL);
}

void report_draw_page(struct buf *out, const struct plan *plan, const struct draw *draw,
                      enum bulletin_format format, const struct report_filter *filter)
{
    if (format == BULLETIN_CSV) {
        report_draw(out, plan, draw, REPORT_CSV, filter);
        return;
    }
    struct page page = {.format = format == BULLETIN_HTML ? &page_html : &page_markdown,
                        .out = out,
                        .lang = filter->lang};
    struct buf text = {0};
    buf_printf(&text, _("Random inspection, draw %lld"), (long long)draw->id);
    page_begin(&page, buf_text(&text));
    page_line(&page, PAGE_LEAD, name_in(&plan->authority, page.lang));
    if (plan->sample)
        page_line(&page, PAGE_NOTICE, _("SAMPLE DATA: schools and figures are made up"));
    for (int fact = 0; fact < DRAW_FACT_TOTAL; fact++) {
        buf_clear(&text);
        draw_facts(&text, draw, (enum draw_fact)fact);
        page_line(&page, fact == DRAW_FACT_METHOD ? PAGE_SMALL : PAGE_PLAIN, buf_text(&text));
    }
    add_drawn(&page, plan, draw, DRAW_SCHOOL, _("Schools drawn"));
    add_drawn(&page, plan, draw, DRAW_INSPECTOR, _("Inspectors drawn"));
    add_candidates(&page, plan, draw);
    page_end(&page);
    buf_free(&text);
}
