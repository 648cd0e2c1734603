/* folder.c - a folder of the machine, to choose a file to take in. */
#include <stdio.h>
#include <string.h>

#include "ui/ui.h"

static void needs(const struct ui *ui, struct ui_query *query)
{
    query->data = UI_DATA_FOLDER;
    query->id = ui->folder_number;
    query->text = ui->folder;
}

static const struct ui_entry *entry_of(const struct ui *ui, const struct row *row)
{
    return &ui_data(ui)->entries[row->n];
}

static struct row row_at(const struct ui *ui, int n)
{
    (void)ui;
    return (struct row){.n = n, .target = -1, .school = -1};
}

static void name_cell(const struct ui *ui, const struct row *row, struct buf *out)
{
    buf_printf(out, "%s%s", entry_of(ui, row)->name, entry_of(ui, row)->folder ? "/" : "");
}

static void size_cell(const struct ui *ui, const struct row *row, struct buf *out)
{
    if (!entry_of(ui, row)->folder)
        buf_printf(out, "%lld", (long long)entry_of(ui, row)->size);
}

static double size_rank(const struct ui *ui, const struct row *row)
{
    return entry_of(ui, row)->folder ? -1 : (double)entry_of(ui, row)->size;
}

static void changed_cell(const struct ui *ui, const struct row *row, struct buf *out)
{
    char date[DATE_TEXT_MAX];
    buf_puts(out, date_format(entry_of(ui, row)->changed, date));
}

static const struct column column_name = {
    .name = N_("name"), .width = 30, .stretch = 1, .handle = true, .cell = name_cell};
static const struct column column_size = {
    .name = N_("bytes"), .width = 12, .right = true, .cell = size_cell, .rank = size_rank};
static const struct column column_changed = {
    .name = N_("changed on"), .width = 11, .drop = 1, .cell = changed_cell};
static const struct column *const columns[] = {&column_name, &column_size, &column_changed};

static const struct table table = {columns,
                                   COUNT_OF(columns),
                                   ui_data_count,
                                   row_at,
                                   name_cell,
                                   name_cell,
                                   .empty = N_("nothing lies here")};

/* The path of an entry; false when it is too long for any file. */
static bool path_of(const struct ui *ui, const struct ui_entry *entry, char *out, size_t size)
{
    const char *folder = ui_data(ui)->folder;
    int len = snprintf(out, size, "%s/%s", strcmp(folder, "/") == 0 ? "" : folder, entry->name);
    return len >= 0 && (size_t)len < size;
}

static struct ui_request look(struct ui *ui, const char *path)
{
    struct ui_request request = {
        .type = UI_INTAKE_LOOK, .target = -1, .school = -1, .given = {.date = DAY_NONE}};
    if (ui->options.read_only) {
        ui_say(ui, UI_TONE_ERROR, _("this database is open for reading only"));
        request.type = UI_NONE;
    } else if (strlen(path) >= sizeof(request.text)) {
        ui_say(ui, UI_TONE_ERROR, _("this path is too long; move the file elsewhere"));
        request.type = UI_NONE;
    } else {
        snprintf(request.text, sizeof(request.text), "%s", path);
    }
    return request;
}

static struct ui_request act(struct ui *ui, enum action action, struct key pressed)
{
    struct ui_request nothing = {.type = UI_NONE};
    struct row row;
    char path[PATH_MAX];
    (void)pressed;
    if (!ui_data(ui))
        return nothing;
    if (action == ACTION_PICK_ALL)
        return look(ui, ui_data(ui)->folder);
    if (action != ACTION_OPEN || !table_chosen(ui, &row) ||
        !path_of(ui, entry_of(ui, &row), path, sizeof(path)))
        return nothing;
    if (!entry_of(ui, &row)->folder)
        return look(ui, path);
    snprintf(ui->folder, sizeof(ui->folder), "%s", path);
    ui->folder_number++;
    ui_list(ui)->selected = 0;
    ui_list(ui)->key[0] = '\0';
    ui_list(ui)->filter[0] = '\0';
    ui_list(ui)->fresh = false;
    return nothing;
}

static const char *crumb(const struct ui *ui, const struct place *place)
{
    const struct ui_answer *answer = &ui->answers[UI_DATA_FOLDER];
    (void)place;
    return ui->answered[UI_DATA_FOLDER] && !answer->failed ? answer->folder : _("files");
}

const struct screen screen_folder = {
    .name = N_("files"), .crumb = crumb, .table = &table, .needs = needs, .act = act};
