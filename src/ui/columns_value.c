/* columns_value.c - columns of single values and of how schools report, as loaded for a screen. */
#include <math.h>

#include "ui/columns.h"
#include "ui/ui.h"

static const struct value *value_of(const struct ui *ui, const struct row *row)
{
    return &ui_data(ui)->values.rows[row->n];
}

static void cell_value(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct value *value = value_of(ui, row);
    char number[AMOUNT_TEXT_MAX];
    if (value->date == DAY_NONE) {
        buf_putc(out, '-');
        return;
    }
    buf_puts(out, amount_format(value->value, number));
    if (value->of != AMOUNT_NONE)
        buf_printf(out, "/%s", amount_format(value->of, number));
}

static double rank_value(const struct ui *ui, const struct row *row)
{
    const struct value *value = value_of(ui, row);
    return value->date == DAY_NONE ? NAN : (double)value->value;
}

static void cell_date(const struct ui *ui, const struct row *row, struct buf *out)
{
    char date[DATE_TEXT_MAX];
    buf_puts(out, date_format(value_of(ui, row)->date, date));
}

/* File and line, or who entered it. */
static void cell_source(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct value *value = value_of(ui, row);
    if (value->file[0] != '\0')
        buf_printf(out, "%s:%u", value->file, value->line);
    else
        buf_puts(out, value->who);
}

static void cell_note(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, value_of(ui, row)->note);
}

const struct column column_value = {
    .name = N_("value"), .width = 11, .right = true, .cell = cell_value, .rank = rank_value};
const struct column column_date = {.name = N_("date"), .width = 10, .drop = 1, .cell = cell_date};
const struct column column_source = {
    .name = N_("source"), .width = 14, .stretch = 2, .drop = 4, .cell = cell_source};
const struct column column_note = {
    .name = N_("note"), .width = 16, .stretch = 2, .drop = 5, .cell = cell_note};

void columns_add_stamp(const char *at, struct buf *out)
{
    char shown[STAMP_MAX];
    buf_puts(out, stamp_shown(at, shown));
}

/* ---- how schools report ---- */

static const struct reporting *reporting_of(const struct ui *ui, const struct row *row)
{
    return &ui_data(ui)->reporting[row->school];
}

static double rank_asked(const struct ui *ui, const struct row *row)
{
    return reporting_of(ui, row)->due;
}

static double rank_received(const struct ui *ui, const struct row *row)
{
    return reporting_of(ui, row)->received;
}

static double rank_late(const struct ui *ui, const struct row *row)
{
    return reporting_of(ui, row)->late;
}

static double rank_silent(const struct ui *ui, const struct row *row)
{
    return reporting_of(ui, row)->silent;
}

static void cell_asked(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%d", reporting_of(ui, row)->due);
}

static void cell_received(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%d", reporting_of(ui, row)->received);
}

static void cell_late(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%d", reporting_of(ui, row)->late);
}

static void cell_silent(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%d", reporting_of(ui, row)->silent);
}

static void cell_last(const struct ui *ui, const struct row *row, struct buf *out)
{
    char date[DATE_TEXT_MAX];
    daynum last = reporting_of(ui, row)->last_report;
    buf_puts(out, last == DAY_NONE ? "-" : date_format(last, date));
}

static enum role role_late(const struct ui *ui, const struct row *row)
{
    return reporting_of(ui, row)->late > 0 ? ROLE_AMBER : ROLE_TEXT;
}

static enum role role_silent(const struct ui *ui, const struct row *row)
{
    return reporting_of(ui, row)->silent > 0 ? ROLE_RED : ROLE_TEXT;
}

const struct column column_asked = {
    .name = N_("asked"), .width = 6, .right = true, .cell = cell_asked, .rank = rank_asked};
const struct column column_received = {.name = N_("received"),
                                       .width = 8,
                                       .right = true,
                                       .cell = cell_received,
                                       .rank = rank_received};
const struct column column_late = {.name = N_("late"),
                                   .width = 6,
                                   .right = true,
                                   .cell = cell_late,
                                   .rank = rank_late,
                                   .role = role_late};
const struct column column_silent = {.name = N_("silent"),
                                     .width = 6,
                                     .right = true,
                                     .cell = cell_silent,
                                     .rank = rank_silent,
                                     .role = role_silent};
const struct column column_last = {.name = N_("last"), .width = 10, .drop = 2, .cell = cell_last};
