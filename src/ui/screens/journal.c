/* journal.c - who changed what, when, from what to what; newest first. */
#include <string.h>

#include "ui/columns.h"
#include "ui/ui.h"

static void needs(const struct ui *ui, struct ui_query *query)
{
    (void)ui;
    query->data = UI_DATA_JOURNAL;
}

static const struct change *change_of(const struct ui *ui, const struct row *row)
{
    return &ui_data(ui)->changes[row->n];
}

/* Codes that the plan of this day does not know are about nothing that can be opened. */
static struct row row_at(const struct ui *ui, int n)
{
    const struct change *change = &ui_data(ui)->changes[n];
    const struct plan *plan = ui->board->plan;
    return (struct row){.n = n,
                        .target = plan_target(plan, sv_from(change->target)),
                        .school = plan_school(plan, sv_from(change->school))};
}

static void key(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%lld", (long long)change_of(ui, row)->id);
}

static void cell_change(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct change *change = change_of(ui, row);
    if (change->import != 0)
        buf_printf(out, "%lld %s  ", (long long)change->import, change->file);
    lang_change_text(out, change);
}

static void words(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct change *change = change_of(ui, row);
    buf_printf(out, "%s ", change->who);
    columns_add_stamp(change->at, out);
    buf_printf(out, " %s ", lang_change(change->what));
    cell_change(ui, row, out);
}

/* ---- columns ---- */

static double rank_number(const struct ui *ui, const struct row *row)
{
    return (double)change_of(ui, row)->id;
}

static void cell_when(const struct ui *ui, const struct row *row, struct buf *out)
{
    columns_add_stamp(change_of(ui, row)->at, out);
}

static void cell_who(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, change_of(ui, row)->who);
}

static void cell_what(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, lang_change(change_of(ui, row)->what));
}

static void cell_subject(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct change *change = change_of(ui, row);
    bool both = change->target[0] != '\0' && change->school[0] != '\0';
    buf_printf(out, "%s%s%s", change->target, both ? " " : "", change->school);
}

static void cell_date(const struct ui *ui, const struct row *row, struct buf *out)
{
    char date[DATE_TEXT_MAX];
    buf_puts(out, date_format(change_of(ui, row)->date, date));
}

static enum role role_change(const struct ui *ui, const struct row *row)
{
    return change_of(ui, row)->undone ? ROLE_HINT : ROLE_TEXT;
}

static const struct column columns_of[] = {
    {.name = N_("no."),
     .width = 6,
     .right = true,
     .handle = true,
     .cell = key,
     .rank = rank_number},
    {.name = N_("time"), .width = STAMP_COLUMNS, .drop = 3, .cell = cell_when},
    {.name = N_("who"), .width = 8, .cell = cell_who},
    {.name = N_("what"), .width = 13, .cell = cell_what},
    {.name = N_("of"), .width = 13, .cell = cell_subject},
    {.name = N_("date"), .width = 10, .drop = 4, .cell = cell_date},
    {.name = N_("before -> after"),
     .width = 16,
     .stretch = 1,
     .cell = cell_change,
     .role = role_change},
};

static const struct column *const columns[] = {&columns_of[0], &columns_of[1], &columns_of[2],
                                               &columns_of[3], &columns_of[4], &columns_of[5],
                                               &columns_of[6]};

static const struct table table = {columns,
                                   COUNT_OF(columns),
                                   ui_data_count,
                                   row_at,
                                   key,
                                   words,
                                   .empty = N_("nothing was changed yet")};

/* ---- the screen ---- */

/* What the cells say, without cutting any. */
static void add_in_full(const struct ui *ui, const struct row *row, struct buf *out)
{
    for (size_t i = 0; i < COUNT_OF(columns); i++) {
        size_t before = out->len;
        columns[i]->cell(ui, row, out);
        buf_puts(out, out->len > before ? "  " : "");
    }
}

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    table_draw_full(ui, canvas, area, ROLE_STRONG, add_in_full);
}

/* To the thing that was changed: the value, the target, the problem, the import. */
static void open(struct ui *ui, const struct row *row)
{
    const struct change *change = change_of(ui, row);
    struct place place = place_at(SCREEN_REJECTS);
    if (change->import != 0) {
        place.id = change->import;
        ui_enter(ui, &place);
    } else if (change->problem != 0) {
        ui_open_problem(ui, change->problem);
    } else if (!ui_open_subject(ui, row->target, row->school)) {
        ui_say(ui, UI_TONE_INFO, _("this change is about the whole plan; Esc leads back"));
    }
}

static struct ui_request act(struct ui *ui, enum action action, struct key pressed)
{
    struct row row;
    (void)pressed;
    if (action == ACTION_OPEN && ui_data(ui) && table_chosen(ui, &row))
        open(ui, &row);
    return (struct ui_request){.type = UI_NONE};
}

const struct screen screen_journal = {
    .name = N_("journal"), .table = &table, .draw = draw, .act = act, .needs = needs};
