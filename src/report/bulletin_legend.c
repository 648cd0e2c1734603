/* bulletin_legend.c - what the standings mean, with the thresholds of the plan. */
#include "duban/lang.h"
#include "report/bulletin.h"

static void add_meaning(struct buf *out, enum standing standing, const struct thresholds *rules)
{
    switch (standing) {
    case STANDING_BREACHED:
        buf_puts(out, _("a limit is passed"));
        break;
    case STANDING_OVERDUE:
        buf_puts(out, _("the due date is past and the goal is not reached"));
        break;
    case STANDING_LAGGING:
        buf_printf(out,
                   _("SPI below %.2f, or the forecast is after the due date by more than %.0f%% of "
                     "the period"),
                   rules->spi_min, rules->forecast_slack * 100);
        break;
    case STANDING_SILENT:
        buf_printf(out, _("no report for more than %d reporting periods of %d days"),
                   rules->silent_periods, rules->reporting_days);
        break;
    case STANDING_DUE_SOON:
        buf_printf(out, _("at most %d days are left"), rules->due_soon_days);
        break;
    case STANDING_NO_GOAL:
        buf_puts(out, _("the plan states no goal and nobody has set one"));
        break;
    case STANDING_ON_TRACK:
        buf_puts(out, _("none of the others"));
        break;
    case STANDING_NOT_STARTED:
        buf_puts(out, _("the start date is to come"));
        break;
    case STANDING_DONE:
        buf_puts(out, _("the goal is reached; a limit or level has held to the end"));
        break;
    case STANDING_TOTAL:
        BUG("no standing");
    }
}

void bulletin_legend(const struct bulletin *bulletin)
{
    struct page *page = bulletin->page;
    const struct page_head heads[] = {{COLUMN_STANDING, _("standing")}, {COLUMN_NAME, _("when")}};
    struct buf text = {0};
    page_heading(page, 2, _("Legend"));
    page_table(page, heads, COUNT_OF(heads));
    for (enum standing i = 0; i < STANDING_TOTAL; i++) {
        page_standing(page, i);
        add_meaning(&text, i, &bulletin->board->plan->thresholds);
        page_take(page, &text);
    }
    page_table_end(page, NULL);
    page_line(page, PAGE_SMALL,
              _("An item or a section shows the worst standing of its targets, in this order. SPI "
                "is the share reached, divided by the share planned by now. "
                "A target may have thresholds of its own."));
    buf_free(&text);
}
