/* bulletin_attention.c - what needs care: charts of the most urgent, and the list with what comes
 * next; and the problem list. */
#include "duban/attention.h"
#include "duban/lang.h"
#include "report/bulletin.h"
#include "report/chart.h"
#include "report/status.h"

enum { CHARTS_MAX = 6 };

static void add_subject(const struct bulletin *bulletin, struct buf *text, const struct care *care)
{
    struct page *page = bulletin->page;
    const struct plan *plan = bulletin->board->plan;
    if (care->problem) {
        page_cell(page, care->target >= 0 ? plan->targets[care->target].code : "");
        buf_printf(text, _("problem %lld: %s"), (long long)care->problem->id, care->problem->text);
        page_take(page, text);
        return;
    }
    bulletin_name_cells(bulletin, (size_t)care->target);
}

/* Why it is in the list, and below it what comes next and who does it. */
static void add_why(const struct bulletin *bulletin, struct buf *text, const struct care *care)
{
    const struct board *board = bulletin->board;
    struct page *page = bulletin->page;
    struct buf next = {0};
    if (care->problem) {
        status_problem_subject(text, board->plan, care->problem, page->lang);
    } else {
        lang_reason(text, &board->plan->targets[care->target], &board->verdicts[care->target],
                    board->as_of);
    }
    page_take(page, text);
    lang_next(&next, board, care, page->lang);
    if (care->owner[0] != '\0')
        buf_printf(text, _("%s: %s"), care->owner, buf_text(&next));
    else
        buf_puts(text, buf_text(&next));
    page_take(page, text);
    buf_free(&next);
}

static void add_row(const struct bulletin *bulletin, const struct care *care)
{
    struct page *page = bulletin->page;
    struct buf text = {0};
    add_subject(bulletin, &text, care);
    page_standing(page, care->standing);
    if (care->target >= 0)
        lang_gap(&text, &bulletin->board->plan->targets[care->target], care->gap, page->lang);
    else
        buf_putc(&text, '-');
    page_take(page, &text);
    lang_days(&text, care->days);
    page_take(page, &text);
    add_why(bulletin, &text, care);
    buf_free(&text);
}

/* Charts of the first targets that have a goal to draw towards. */
static void add_charts(const struct bulletin *bulletin, const struct care *list, size_t count)
{
    struct buf *out = bulletin->page->out;
    size_t drawn = 0;
    for (size_t i = 0; i < count && drawn < CHARTS_MAX; i++) {
        if (list[i].problem || !bulletin_shows(bulletin, (size_t)list[i].target) ||
            bulletin->board->plan->targets[list[i].target].goal_min == AMOUNT_NONE)
            continue;
        if (drawn++ == 0) {
            chart_key(out);
            buf_puts(out, "<div class=\"charts\">\n");
        }
        chart_target(out, bulletin->board, (size_t)list[i].target, bulletin->page->lang);
    }
    if (drawn > 0)
        buf_puts(out, "</div>\n");
}

static void add_list(const struct bulletin *bulletin, const struct care *list, size_t count)
{
    struct page *page = bulletin->page;
    const struct page_head heads[] = {
        {COLUMN_CODE, _("No.")},          {COLUMN_NAME, _("target or problem")},
        {COLUMN_STANDING, _("standing")}, {COLUMN_NUMBER, _("gap")},
        {COLUMN_DATE, _("due")},          {COLUMN_TEXT, _("why")},
        {COLUMN_TEXT, _("next step")}};
    page_table(page, heads, COUNT_OF(heads));
    for (size_t i = 0; i < count; i++) {
        if (report_shows_care(bulletin->board, bulletin->filter, &list[i]))
            add_row(bulletin, &list[i]);
    }
    page_table_end(page, _("nothing is breached, overdue, lagging or silent"));
}

void bulletin_attention(const struct bulletin *bulletin)
{
    struct arena arena = {0};
    const struct care *list;
    size_t count = attention_make(bulletin->board, bulletin->problems, &arena, &list);
    page_heading(bulletin->page, 2, _("What needs attention"));
    if (bulletin->page->format->draws)
        add_charts(bulletin, list, count);
    add_list(bulletin, list, count);
    arena_free(&arena);
}

static void add_problem(const struct bulletin *bulletin, const struct problem *problem)
{
    struct page *page = bulletin->page;
    daynum as_of = bulletin->board->as_of;
    enum problem_state state = problem_state(problem, as_of);
    char date[DATE_TEXT_MAX];
    struct buf text = {0};
    buf_printf(&text, "%lld", (long long)problem->id);
    page_take(page, &text);
    buf_puts(&text, problem->text);
    if (problem->remedy[0] != '\0') {
        buf_puts(&text, _("; "));
        buf_printf(&text, _("remedy: %s"), problem->remedy);
    } else if (problem->reopened != DAY_NONE) {
        buf_puts(&text, _("; "));
        buf_printf(&text, _("reopened %s"), date_format(problem->reopened, date));
    }
    page_take(page, &text);
    status_problem_subject(&text, bulletin->board->plan, problem, page->lang);
    page_take(page, &text);
    page_cell(page, problem->owner[0] != '\0' ? problem->owner : "-");
    page_date(page, problem->due);
    if (state == PROBLEM_OVERDUE) {
        page_standing(page, STANDING_OVERDUE);
    } else {
        if (state == PROBLEM_CLOSED)
            buf_printf(&text, _("closed %s"), date_format(problem->closed, date));
        else
            buf_puts(&text, lang_problem_state(state));
        page_take(page, &text);
    }
    buf_free(&text);
}

void bulletin_problems(const struct bulletin *bulletin)
{
    struct page *page = bulletin->page;
    const struct page_head heads[] = {{COLUMN_CODE, _("No.")},   {COLUMN_NAME, _("problem")},
                                      {COLUMN_TEXT, _("about")}, {COLUMN_WORD, _("owner")},
                                      {COLUMN_DATE, _("due")},   {COLUMN_STANDING, _("state")}};
    page_heading(page, 2, _("Problems"));
    page_table(page, heads, COUNT_OF(heads));
    for (size_t i = 0; i < bulletin->problems->count; i++) {
        const struct problem *problem = &bulletin->problems->rows[i];
        bool old = problem->closed != DAY_NONE && problem->closed < bulletin_since(bulletin);
        if (old || !status_shows_problem(bulletin->board, bulletin->filter, problem))
            continue;
        add_problem(bulletin, problem);
    }
    page_table_end(page, _("no problem is noted"));
}
