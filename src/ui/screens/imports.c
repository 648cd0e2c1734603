/* imports.c - the files taken in, newest first. */
#include <stdio.h>

#include "ui/columns.h"
#include "ui/ui.h"

static void needs(const struct ui *ui, struct ui_query *query)
{
    (void)ui;
    query->data = UI_DATA_IMPORTS;
}

static const struct batch *batch_of(const struct ui *ui, const struct row *row)
{
    return &ui_data(ui)->batches[row->n];
}

static struct row row_at(const struct ui *ui, int n)
{
    (void)ui;
    return (struct row){.n = n, .target = -1, .school = -1};
}

static void key(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%lld", (long long)batch_of(ui, row)->id);
}

static void words(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct batch *batch = batch_of(ui, row);
    buf_printf(out, "%s %s ", batch->name, batch->who);
    columns_add_stamp(batch->at, out);
}

/* ---- columns ---- */

static double rank_number(const struct ui *ui, const struct row *row)
{
    return (double)batch_of(ui, row)->id;
}

static void cell_when(const struct ui *ui, const struct row *row, struct buf *out)
{
    columns_add_stamp(batch_of(ui, row)->at, out);
}

static void cell_who(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_puts(out, batch_of(ui, row)->who);
}

static void cell_new(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%lld", (long long)batch_of(ui, row)->fresh);
}

static double rank_new(const struct ui *ui, const struct row *row)
{
    return (double)batch_of(ui, row)->fresh;
}

static void cell_changed(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%lld", (long long)batch_of(ui, row)->changed);
}

static double rank_changed(const struct ui *ui, const struct row *row)
{
    return (double)batch_of(ui, row)->changed;
}

static void cell_rejected(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%lld", (long long)batch_of(ui, row)->rejected);
}

static double rank_rejected(const struct ui *ui, const struct row *row)
{
    return (double)batch_of(ui, row)->rejected;
}

static enum role role_rejected(const struct ui *ui, const struct row *row)
{
    return batch_of(ui, row)->rejected > 0 ? ROLE_AMBER : ROLE_TEXT;
}

static void cell_file(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct batch *batch = batch_of(ui, row);
    if (batch->undone)
        buf_printf(out, _("[undone] %s"), batch->name);
    else
        buf_puts(out, batch->name);
}

static enum role role_file(const struct ui *ui, const struct row *row)
{
    return batch_of(ui, row)->undone ? ROLE_HINT : ROLE_TEXT;
}

static const struct column columns_of[] = {
    {.name = N_("no."),
     .width = 6,
     .right = true,
     .handle = true,
     .cell = key,
     .rank = rank_number},
    {.name = N_("time"), .width = 16, .drop = 2, .cell = cell_when},
    {.name = N_("who"), .width = 10, .drop = 3, .cell = cell_who},
    {.name = N_("new"), .width = 7, .right = true, .cell = cell_new, .rank = rank_new},
    {.name = N_("changed"),
     .width = 8,
     .right = true,
     .drop = 1,
     .cell = cell_changed,
     .rank = rank_changed},
    {.name = N_("rejected"),
     .width = 9,
     .right = true,
     .cell = cell_rejected,
     .rank = rank_rejected,
     .role = role_rejected},
    {.name = N_("file"), .width = 16, .stretch = 1, .cell = cell_file, .role = role_file},
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
                                   .empty = N_("no file was taken in yet; + takes one in"),
                                   .empty_for_readers = N_("no file was taken in yet")};

/* ---- keys ---- */

static const char *read_undo(const struct ui *ui, const char *text, struct ui_request *request)
{
    struct row row;
    if (text[0] != '\0')
        return _("press Enter to take it back, Esc to leave it");
    if (!table_chosen(ui, &row))
        return _("the row has gone meanwhile; choose it again");
    request->type = UI_UNDO_IMPORT;
    request->id = batch_of(ui, &row)->id;
    return "";
}

static const struct question question_undo = {.read = read_undo, .about_row = true};

static void ask_undo(struct ui *ui, const struct batch *batch)
{
    char prompt[200];
    if (batch->undone) {
        ui_say(ui, UI_TONE_ERROR, _("this import is undone already"));
        return;
    }
    const long long values = batch->fresh + batch->changed;
    snprintf(prompt, sizeof(prompt), _("Take import %lld back, %lld values? Enter: yes, Esc: no"),
             (long long)batch->id, values);
    ui_ask(ui, &question_undo, prompt, "");
}

static struct ui_request act(struct ui *ui, enum action action, struct key pressed)
{
    struct row row;
    struct place place;
    (void)pressed;
    bool chosen = ui_data(ui) && table_chosen(ui, &row);
    if (action == ACTION_OPEN && chosen) {
        place = place_at(SCREEN_REJECTS);
        place.id = batch_of(ui, &row)->id;
        ui_enter(ui, &place);
    } else if (action == ACTION_UNDO_IMPORT && chosen) {
        ask_undo(ui, batch_of(ui, &row));
    } else if (action == ACTION_PICK) {
        place = place_at(SCREEN_FOLDER);
        ui_enter(ui, &place);
    }
    return (struct ui_request){.type = UI_NONE};
}

const struct screen screen_imports = {
    .name = N_("imports"), .table = &table, .needs = needs, .act = act};
