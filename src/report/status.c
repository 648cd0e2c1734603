/* status.c - which format a report is asked for, and the parts of a plan that it shows. */
#include "report/status.h"

bool report_format_parse(struct sv word, enum report_format *out)
{
    static const char *const words[] = {
        [REPORT_TEXT] = "text", [REPORT_JSON] = "json", [REPORT_CSV] = "csv"};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (sv_eq(sv_from(words[i]), word)) {
            *out = (enum report_format)i;
            return true;
        }
    }
    return false;
}

bool status_shows_item(const struct board *board, const struct report_filter *filter, size_t item)
{
    const struct item *shown = &board->plan->items[item];
    if (filter->item != 0 && shown->number != filter->item)
        return false;
    return filter->section == 0 || board->plan->sections[shown->section].number == filter->section;
}

bool status_shows_section(const struct board *board, const struct report_filter *filter,
                          size_t section)
{
    if (filter->section != 0 && board->plan->sections[section].number != filter->section)
        return false;
    if (filter->item == 0)
        return true;
    int item = plan_item(board->plan, filter->item);
    return item >= 0 && board->plan->items[item].section == (int)section;
}

void report_status(struct buf *out, const struct board *board, enum report_format format,
                   const struct report_filter *filter)
{
    switch (format) {
    case REPORT_TEXT:
        status_text(out, board, filter);
        break;
    case REPORT_JSON:
        status_json(out, board, filter);
        break;
    case REPORT_CSV:
        status_csv_header(out, filter);
        for (size_t t = 0; t < board->plan->target_count; t++) {
            if (status_shows_item(board, filter, (size_t)board->plan->targets[t].item))
                status_csv_row(out, board, filter, t);
        }
        break;
    }
}
