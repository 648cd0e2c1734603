#include "import_sink.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "duban/measure.h"

static bool same_unit(const struct intake_row *a, const struct intake_row *b)
{
    return a->target == b->target && a->school == b->school;
}

static enum intake_outcome judge(struct import_sinks *sinks, const struct intake_row *row,
                                 bool allow_decrease, struct intake_row **at)
{
    bool grows = measure_grows(sinks->plan->targets[row->target].measure);
    *at = NULL;
    for (int i = 0; i < sinks->kept_count; i++) {
        struct intake_row *kept = &sinks->kept[i];
        if (!same_unit(kept, row))
            continue;
        if (kept->date == row->date)
            *at = kept;
        bool falls = (kept->date < row->date && row->value < kept->value) ||
                     (kept->date > row->date && row->value > kept->value);
        if (grows && falls && !allow_decrease)
            return INTAKE_DECREASED;
    }
    if (!*at)
        return INTAKE_NEW;
    return (*at)->value == row->value && (*at)->of == row->of ? INTAKE_SAME : INTAKE_CHANGED;
}

static void write_row(struct import_sinks *sinks, const struct intake_row *row)
{
    char date[DATE_TEXT_MAX], value[AMOUNT_TEXT_MAX], of[AMOUNT_TEXT_MAX];
    buf_printf(&sinks->taken, "%u %s %s %s %s", row->line, sinks->plan->schools[row->school].code,
               sinks->plan->targets[row->target].code, date_format(row->date, date),
               amount_format(row->value, value));
    if (row->of != AMOUNT_NONE)
        buf_printf(&sinks->taken, "/%s", amount_format(row->of, of));
    if (row->note.len > 0)
        buf_printf(&sinks->taken, " %.*s", SV_ARG(row->note));
    buf_putc(&sinks->taken, '\n');
}

static bool put_row(void *context, const struct intake_row *row, bool allow_decrease,
                    enum intake_outcome *outcome, struct err *err)
{
    struct import_sinks *sinks = context;
    struct intake_row *at;
    if (++sinks->row_count == sinks->fail_at)
        return err_set(err, ERR_IO, "the test's store fails");
    *outcome = judge(sinks, row, allow_decrease, &at);
    if (*outcome == INTAKE_DECREASED)
        return true;
    if (!at && sinks->kept_count == IMPORT_SINK_ROWS)
        abort();
    if (!at)
        at = &sinks->kept[sinks->kept_count++];
    *at = *row;
    write_row(sinks, row);
    return true;
}

static bool put_issue(void *context, const struct issue *issue, struct err *err)
{
    struct import_sinks *sinks = context;
    buf_printf(&sinks->found, "%u:%u %s\n", issue->line, issue->column, issue_word(issue->code));
    buf_printf(&sinks->texts, "%s\n", issue->text);
    buf_printf(&sinks->raws, "%s\n", issue->raw);
    buf_printf(&sinks->rows_text, "%.*s\n", SV_ARG(issue->row));
    if (++sinks->issue_count == sinks->stop_at)
        return err_set(err, ERR_FINDING, "the test's user stops");
    return true;
}

void import_sinks_open(struct import_sinks *sinks, const struct plan *plan)
{
    *sinks = (struct import_sinks){.plan = plan};
    sinks->rows = (struct intake_sink){sinks, put_row};
    sinks->issues = (struct issue_sink){sinks, put_issue};
}

/* Takes the entry with the lowest line, the first of these, out of `from` and adds it to `to`. */
static void move_lowest(struct buf *from, struct buf *to)
{
    char *lowest = NULL;
    unsigned long line = 0;
    for (char *at = from->data; *at; at = strchr(at, '\n') + 1) {
        if (lowest && strtoul(at, NULL, 10) >= line)
            continue;
        lowest = at;
        line = strtoul(at, NULL, 10);
    }
    size_t len = (size_t)(strchr(lowest, '\n') + 1 - lowest);
    buf_add(to, (struct sv){lowest, len});
    memmove(lowest, lowest + len, strlen(lowest + len) + 1);
    from->len -= len;
}

void import_sinks_sort(struct import_sinks *sinks)
{
    struct buf sorted = {0};
    while (sinks->taken.len > 0)
        move_lowest(&sinks->taken, &sorted);
    buf_free(&sinks->taken);
    sinks->taken = sorted;
}

void import_sinks_close(struct import_sinks *sinks)
{
    buf_free(&sinks->taken);
    buf_free(&sinks->found);
    buf_free(&sinks->texts);
    buf_free(&sinks->raws);
    buf_free(&sinks->rows_text);
}
