/* status_text.c - a board as text for a terminal, in the user's language. */
#include <math.h>

#include "duban/lang.h"
#include "report/changes.h"
#include "report/heading.h"
#include "report/phrase.h"
#include "report/status.h"
#include "report/table.h"

enum { ROW_INDENT = 5 };

/* "[###|##....]  VETO  overdue:1  lagging:3": how many have which standing, worst first. */
static void add_counts(struct buf *out, const struct rollup *rollup)
{
    phrase_bar(out, rollup->share, rollup->planned);
    if (rollup->veto)
        buf_printf(out, "  %s", _("VETO"));
    for (enum standing i = 0; i < STANDING_TOTAL; i++) {
        if (rollup->counts[i] > 0)
            buf_printf(out, "  %s:%d", lang_standing(i), rollup->counts[i]);
    }
}

/* One section or item: its shares and its worst standing; below it, what it holds. */
void status_rollup_row(struct table *table, const char *code, const char *name,
                       const struct rollup *rollup, const struct rollup_change *change)
{
    struct buf text = {0};
    table_cell(table, code);
    table_cell(table, name);
    lang_percent(&text, rollup->share);
    table_take(table, &text);
    lang_percent(&text, rollup->planned);
    table_take(table, &text);
    table_standing(table, rollup->worst);
    add_counts(&text, rollup);
    table_line(table, ROW_INDENT, buf_text(&text));
    if (change) {
        buf_clear(&text);
        changes_line(&text, change);
        table_line(table, ROW_INDENT, buf_text(&text));
    }
    buf_free(&text);
}

static void add_rollup(struct table *table, int number, const char *name,
                       const struct rollup *rollup, const struct rollup_change *change)
{
    struct buf code = {0};
    buf_printf(&code, "%*d ", ROW_INDENT - 3, number);
    status_rollup_row(table, buf_text(&code), name, rollup, change);
    buf_free(&code);
}

struct table status_rollup_table(const struct report_filter *filter, const char *what)
{
    struct table table = {
        .align = "lfrrl", .columns = heading_columns(filter), .colour = filter->colour};
    const char *const heads[] = {"", what, _("reached"), _("planned"), _("standing")};
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        table_cell(&table, heads[i]);
    return table;
}

static void add_sections(struct buf *out, const struct board *board,
                         const struct report_filter *filter)
{
    struct table table = status_rollup_table(filter, _("section"));
    for (size_t s = 0; s < board->plan->section_count; s++) {
        const struct section *section = &board->plan->sections[s];
        if (status_shows_section(board, filter, s))
            add_rollup(&table, section->number, name_in(&section->name, filter->lang),
                       &board->sections[s], filter->since ? &filter->since->sections[s] : NULL);
    }
    buf_putc(out, '\n');
    table_print(&table, out);
}

static void add_items(struct buf *out, const struct board *board,
                      const struct report_filter *filter)
{
    struct table table = status_rollup_table(filter, _("item"));
    for (size_t i = 0; i < board->plan->item_count; i++) {
        const struct item *item = &board->plan->items[i];
        if (status_shows_item(board, filter, i))
            add_rollup(&table, item->number, name_in(&item->name, filter->lang), &board->items[i],
                       filter->since ? &filter->since->items[i] : NULL);
    }
    buf_putc(out, '\n');
    table_print(&table, out);
}

static struct table start_targets(const struct report_filter *filter)
{
    struct table table = {.align = "rrrll",
                          .indent = ROW_INDENT,
                          .columns = heading_columns(filter),
                          .colour = filter->colour};
    const char *const heads[] = {_("actual"), _("goal"), _("SPI"), _("due"), _("standing")};
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        table_cell(&table, heads[i]);
    return table;
}

/* Code, bar and name of a target, its figures in a row, and the reason of its standing. */
static void add_target(struct table *table, const struct board *board, enum lang lang, size_t t)
{
    const struct target *target = &board->plan->targets[t];
    const struct verdict *verdict = &board->verdicts[t];
    char due[DATE_TEXT_MAX];
    struct buf text = {0};
    buf_printf(&text, "%-*s ", ROW_INDENT - 1, target->code);
    phrase_bar(&text, verdict->actual_share, verdict->planned_share);
    buf_printf(&text, "  %s", name_in(&target->name, lang));
    table_line(table, 0, buf_text(&text));
    buf_clear(&text);
    lang_figure(&text, target, verdict->actual);
    table_take(table, &text);
    lang_goal(&text, target);
    table_take(table, &text);
    lang_spi(&text, verdict->spi);
    table_take(table, &text);
    table_cell(table, date_format(target->due, due));
    table_standing(table, verdict->standing);
    lang_reason(&text, target, verdict, board->as_of);
    table_line(table, ROW_INDENT, buf_text(&text));
    buf_free(&text);
}

static void add_targets(struct buf *out, const struct board *board,
                        const struct report_filter *filter)
{
    struct table table = start_targets(filter);
    for (size_t t = 0; t < board->plan->target_count; t++) {
        if (status_shows_target(board, filter, t))
            add_target(&table, board, filter->lang, t);
    }
    buf_putc(out, '\n');
    table_print(&table, out);
}

/* "since 2021-06-30: +24 points; better: 3; worse: 2". */
static void add_since(struct buf *out, const struct report_filter *filter)
{
    char date[DATE_TEXT_MAX];
    struct buf changes = {0};
    changes_line(&changes, &filter->since->total);
    buf_printf(out, _("since %s: %s"), date_format(filter->since->before->as_of, date),
               buf_text(&changes));
    buf_putc(out, '\n');
    buf_free(&changes);
}

void status_text(struct buf *out, const struct board *board, const struct report_filter *filter)
{
    heading_add(out, board->plan, board->as_of, filter);
    if (filter->since)
        add_since(out, filter);
    add_sections(out, board, filter);
    if (filter->since)
        changes_text(out, board, filter);
    if (filter->section == 0 && filter->item == 0 && !status_is_narrow(filter))
        return;
    add_items(out, board, filter);
    add_targets(out, board, filter);
}

/* When the goal is reached at the recent pace, and what changed. */
static void add_outlook(struct table *table, const struct board *board,
                        const struct report_filter *filter, size_t t)
{
    struct buf text = {0}, forecast = {0};
    lang_forecast(&forecast, &board->verdicts[t], board->as_of);
    buf_printf(&text, _("forecast: %s"), buf_text(&forecast));
    table_line(table, ROW_INDENT, buf_text(&text));
    if (filter->since) {
        char date[DATE_TEXT_MAX];
        buf_clear(&text);
        buf_clear(&forecast);
        lang_target_change(&forecast, &filter->since->targets[t]);
        buf_printf(&text, _("since %s: %s"), date_format(filter->since->before->as_of, date),
                   buf_text(&forecast));
        table_line(table, ROW_INDENT, buf_text(&text));
    }
    buf_free(&text);
    buf_free(&forecast);
}

void status_target_text(struct buf *out, const struct board *board,
                        const struct report_filter *filter, size_t target)
{
    struct table table = start_targets(filter);
    heading_add(out, board->plan, board->as_of, filter);
    add_target(&table, board, filter->lang, target);
    add_outlook(&table, board, filter, target);
    buf_putc(out, '\n');
    table_print(&table, out);
}
