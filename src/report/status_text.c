#include <math.h>

#include "duban/lang.h"
#include "duban/text.h"
#include "report/status.h"
#include "report/table.h"

enum { COLUMNS_DEFAULT = 80, BAR_COLUMNS = 10 };

static int columns_of(const struct report_filter *filter)
{
    return filter->columns > 0 ? filter->columns : COLUMNS_DEFAULT;
}

static void add_title(struct buf *out, const struct board *board,
                      const struct report_filter *filter)
{
    char date[DATE_TEXT_MAX];
    buf_printf(out, _("%s, %s, as of %s"), name_in(&board->plan->authority, filter->lang),
               name_in(&board->plan->name, filter->lang), date_format(board->as_of, date));
    buf_putc(out, '\n');
    if (board->plan->sample) {
        buf_puts(out, _("SAMPLE DATA: schools and figures are made up"));
        buf_putc(out, '\n');
    }
}

/* "####|--": done, the tick of what is planned by now, and the rest. */
static void add_bar(struct buf *out, double actual, double planned)
{
    int filled = isnan(actual) ? 0 : (int)(actual * BAR_COLUMNS + 1e-9);
    int tick = isnan(planned) ? -1 : (int)(planned * BAR_COLUMNS + 1e-9);
    buf_putc(out, '[');
    for (int i = 0; i < BAR_COLUMNS; i++)
        buf_putc(out, i == tick ? '|' : i < filled ? '#' : '.');
    buf_putc(out, ']');
}

/* "2 overdue, 1 lagging": what has a standing, worst first. */
static void add_counts(struct buf *out, const struct rollup *rollup)
{
    const char *before = "";
    for (enum standing i = 0; i < STANDING_TOTAL; i++) {
        if (rollup->counts[i] == 0)
            continue;
        buf_printf(out, "%s%d %s", before, rollup->counts[i], lang_standing(i));
        before = ", ";
    }
}

static void take_standing(struct table *table, struct buf *cell, enum standing standing)
{
    buf_printf(cell, "%c %s", standing_mark(standing), lang_standing(standing));
    table_take(table, cell);
}

static void add_rollup_row(struct table *table, int number, const char *name,
                           const struct rollup *rollup)
{
    struct buf cell = {0};
    buf_printf(&cell, "%d", number);
    table_take(table, &cell);
    table_cell(table, name);
    add_bar(&cell, rollup->share, rollup->planned);
    table_take(table, &cell);
    lang_percent(&cell, rollup->share);
    table_take(table, &cell);
    take_standing(table, &cell, rollup->worst);
    add_counts(&cell, rollup);
    table_take(table, &cell);
    buf_free(&cell);
}

/* The sections, a line each with what they hold below it. */
static void add_sections(struct buf *out, const struct board *board,
                         const struct report_filter *filter)
{
    struct buf counts = {0};
    for (size_t s = 0; s < board->plan->section_count; s++) {
        const struct section *section = &board->plan->sections[s];
        const struct rollup *rollup = &board->sections[s];
        if (!status_shows_section(board, filter, s))
            continue;
        buf_printf(out, "\n%d %s%s\n  ", section->number, name_in(&section->name, filter->lang),
                   rollup->veto ? _(" [VETO]") : "");
        add_bar(out, rollup->share, rollup->planned);
        buf_putc(out, ' ');
        lang_percent(out, rollup->share);
        buf_printf(out, "  %c %s: ", standing_mark(rollup->worst), lang_standing(rollup->worst));
        add_counts(&counts, rollup);
        buf_add(out, text_clip(buf_sv(&counts), columns_of(filter)));
        buf_putc(out, '\n');
        buf_clear(&counts);
    }
    buf_free(&counts);
}

static void add_items(struct buf *out, const struct board *board,
                      const struct report_filter *filter)
{
    struct table table = {.align = "rllrll"};
    for (size_t i = 0; i < board->plan->item_count; i++) {
        if (status_shows_item(board, filter, i))
            add_rollup_row(&table, board->plan->items[i].number,
                           name_in(&board->plan->items[i].name, filter->lang), &board->items[i]);
    }
    buf_putc(out, '\n');
    table_print(&table, out, columns_of(filter));
}

/* Code, figures and standing of one target; its name and the reason follow below. */
static void add_target(struct buf *out, const struct board *board,
                       const struct report_filter *filter, size_t t)
{
    const struct target *target = &board->plan->targets[t];
    const struct verdict *verdict = &board->verdicts[t];
    char due[DATE_TEXT_MAX];
    buf_printf(out, "\n%c %s %s\n    ", standing_mark(verdict->standing), target->code,
               name_in(&target->name, filter->lang));
    add_bar(out, verdict->actual_share, verdict->planned_share);
    buf_putc(out, ' ');
    lang_figure(out, target, verdict->actual);
    buf_puts(out, " / ");
    lang_goal(out, target);
    if (!isnan(verdict->spi))
        buf_printf(out, "  SPI %.2f", floor(verdict->spi * 100 + 1e-9) / 100);
    buf_printf(out, _("  due %s"), date_format(target->due, due));
    buf_printf(out, "\n    %s: ", lang_standing(verdict->standing));
    lang_reason(out, target, verdict, board->as_of);
    buf_putc(out, '\n');
}

static void add_targets(struct buf *out, const struct board *board,
                        const struct report_filter *filter)
{
    for (size_t t = 0; t < board->plan->target_count; t++) {
        if (status_shows_item(board, filter, (size_t)board->plan->targets[t].item))
            add_target(out, board, filter, t);
    }
}

void status_text(struct buf *out, const struct board *board, const struct report_filter *filter)
{
    add_title(out, board, filter);
    add_sections(out, board, filter);
    if (filter->section != 0 || filter->item != 0)
        add_items(out, board, filter);
    if (filter->item != 0)
        add_targets(out, board, filter);
}

void attention_text(struct buf *out, const struct board *board, const struct report_filter *filter,
                    const int *targets, size_t count)
{
    add_title(out, board, filter);
    for (size_t i = 0; i < count; i++)
        add_target(out, board, filter, (size_t)targets[i]);
    if (count == 0)
        buf_printf(out, "%s\n", _("nothing is breached, overdue, lagging or silent"));
}
