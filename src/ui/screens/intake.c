/* intake.c - files being taken in: what would happen, how far it is, what happened. */
#include <math.h>

#include "ui/findings.h"
#include "ui/given.h"
#include "ui/say_keys.h"

enum { HEAD_LEAST = 3, FILES_SHOWN = 4 };

bool ui_at_work(const struct ui *ui)
{
    return ui->intake.phase == UI_INTAKE_LOOKING || ui->intake.phase == UI_INTAKE_TAKING;
}

bool ui_previews(const struct ui *ui)
{
    return ui_here(ui)->screen == SCREEN_INTAKE && ui->intake.phase == UI_INTAKE_LOOKED;
}

/* ---- the findings of all files, one after the other ---- */

static int count(const struct ui *ui)
{
    size_t sum = 0;
    for (size_t i = 0; i < ui->intake.count; i++)
        sum += ui->intake.files[i].issue_count;
    return (int)sum;
}

static const struct taken_issue *taken_at(const struct ui *ui, int n)
{
    size_t at = (size_t)n, i = 0;
    while (at >= ui->intake.files[i].issue_count)
        at -= ui->intake.files[i++].issue_count;
    return &ui->intake.files[i].issues[at];
}

static const struct issue_row *issue_at(const struct ui *ui, int n)
{
    return &taken_at(ui, n)->row;
}

static struct row row_at(const struct ui *ui, int n)
{
    (void)ui;
    return (struct row){.n = n, .target = -1, .school = -1};
}

static void key(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct issue_row *issue = issue_at(ui, row->n);
    buf_printf(out, "%u:%u %s %s", issue->line, issue->column, issue->code, issue->file);
}

static void words(const struct ui *ui, const struct row *row, struct buf *out)
{
    const struct issue_row *issue = issue_at(ui, row->n);
    buf_printf(out, "%s %s %s %s", issue->file, issue->code, issue->text, issue->raw);
}

static void cell_place(const struct ui *ui, const struct row *row, struct buf *out)
{
    if (ui->intake.count > 1)
        buf_printf(out, "%s:", issue_at(ui, row->n)->file);
    findings_place(issue_at(ui, row->n), out);
}

static void cell_text(const struct ui *ui, const struct row *row, struct buf *out)
{
    if (taken_at(ui, row->n)->warning)
        buf_puts(out, _("warning: "));
    say_keys(ui, out, sv_from(issue_at(ui, row->n)->text));
}

static enum role role_text(const struct ui *ui, const struct row *row)
{
    return taken_at(ui, row->n)->warning ? ROLE_TEXT : ROLE_AMBER;
}

static const struct column column_place = {
    .name = N_("line"), .width = 16, .handle = true, .cell = cell_place};
static const struct column column_text = {.name = N_("what is wrong; what to do"),
                                          .width = 30,
                                          .stretch = 1,
                                          .cell = cell_text,
                                          .role = role_text};
static const struct column *const columns[] = {&column_place, &column_text};

static const struct table table = {columns,
                                   COUNT_OF(columns),
                                   count,
                                   row_at,
                                   key,
                                   words,
                                   .empty = N_("nothing is wrong with any row")};

void ui_show_intake(struct ui *ui, const struct ui_intake *intake)
{
    bool worked = ui_at_work(ui), begins = !worked && intake->phase == UI_INTAKE_LOOKING;
    bool here = ui_here(ui)->screen == SCREEN_INTAKE; /* the same files are looked at anew */
    if (here)
        table_remember(ui, ui_list(ui), &table);
    ui->intake = *intake;
    if (worked && !ui_at_work(ui))
        ui->message[0] = '\0'; /* it was said of the work */
    if (begins && !here) {
        struct place place = place_at(SCREEN_INTAKE);
        place.id = ++ui->intake_number;
        ui_enter(ui, &place);
    }
    ui_list(ui)->fresh = false;
}

/* ---- the head ---- */

static void draw_progress(const struct ui *ui, struct canvas *canvas, const struct area *area)
{
    const struct ui_intake *intake = &ui->intake;
    struct buf text = {0};
    const struct bar bar = {(double)intake->permille / 1000, NAN, NAN};
    buf_printf(&text, _("file %d of %d: %lld rows, %lld rejected, %lld rows a second"),
               intake->file, intake->total, (long long)intake->rows, (long long)intake->rejected,
               (long long)intake->rate);
    canvas_put_cut(canvas, area->y + 1, area->x, area->columns, ROLE_TEXT, buf_sv(&text));
    buf_clear(&text);
    buf_printf(&text, "%3d%%", intake->permille / 10);
    canvas_put(canvas, area->y + 2, area->x, 5, ROLE_STRONG, buf_sv(&text));
    bar_draw(canvas, area->y + 2, area->x + 5, area->columns - 6, &bar, ROLE_HINT);
    buf_free(&text);
}

static void add_file(const struct ui *ui, const struct taken_file *file, struct buf *out)
{
    if (file->as == TAKEN_SEEN) {
        buf_printf(out,
                   _("%s: the same file as import %lld, nothing changed; to have it read again, "
                     "undo that import"),
                   file->name, (long long)file->import);
        return;
    }
    if (file->err.code != ERR_NONE && file->rows == 0) {
        char text[ERR_TEXT_MAX + ERR_FILE_MAX + 32];
        say_keys(ui, out, sv_from(err_format(&file->err, text, sizeof(text))));
        return;
    }
    buf_printf(out, _("%s (%s): %lld new, %lld changed, %lld the same, %lld rejected"), file->name,
               file->encoding, (long long)file->fresh, (long long)file->changed,
               (long long)file->same, (long long)file->rejected);
    if (file->as == TAKEN_IN)
        buf_printf(out, "%s%s %lld", _("; "), _("import"), (long long)file->import);
    if (file->as == TAKEN_REFUSED)
        buf_printf(out, "%s%s", _("; "), _("nothing is kept, as rows are rejected"));
    if (file->rejects[0] != '\0')
        buf_printf(out, " -> %s", file->rejects);
}

/* The files that are through, the last ones when there are many; returns the rows used. */
static int draw_files(const struct ui *ui, struct canvas *canvas, int y, const struct area *area)
{
    const struct ui_intake *intake = &ui->intake;
    size_t first = intake->count > FILES_SHOWN ? intake->count - FILES_SHOWN : 0;
    int used = 0;
    for (size_t i = first; i < intake->count; i++) {
        struct buf text = {0};
        const struct taken_file *file = &intake->files[i];
        bool bad = file->err.code != ERR_NONE || file->rejected > 0;
        add_file(ui, file, &text);
        used += wrap_draw(canvas, y + used, area->x, area->columns, 2, bad ? ROLE_AMBER : ROLE_TEXT,
                          buf_text(&text));
        buf_free(&text);
    }
    return used;
}

/* Did, or would, any file come in? */
static bool any_in(const struct ui *ui)
{
    for (size_t i = 0; i < ui->intake.count; i++) {
        if (ui->intake.files[i].as == TAKEN_IN || ui->intake.files[i].as == TAKEN_DRY)
            return true;
    }
    return false;
}

static const char *phase_text(const struct ui *ui)
{
    switch (ui->intake.phase) {
    case UI_INTAKE_LOOKING:
        return _("Looking at the file; nothing is changed");
    case UI_INTAKE_LOOKED:
        return any_in(ui) ? _("Preview, nothing is changed: Enter takes it in, Esc leaves")
                          : _("Preview: there is nothing to take in. Esc leaves it");
    case UI_INTAKE_TAKING:
        return _("Taking the file in; c stops it and takes everything back");
    case UI_INTAKE_DONE:
        return any_in(ui) ? _("Done. u takes it back, i lists all imports")
                          : _("Nothing was taken in");
    case UI_INTAKE_STOPPED:
        break;
    case UI_INTAKE_NONE:
        return _("No file was chosen");
    }
    return _("Stopped. Nothing of the file at work was kept");
}

static void draw(struct ui *ui, struct canvas *canvas, const struct area *area)
{
    head_draw(canvas, area, phase_text(ui), "");
    int y = area->y + 1;
    if (ui_at_work(ui)) {
        draw_progress(ui, canvas, area);
        y = area->y + HEAD_LEAST;
    }
    y += given_draw(ui, canvas, y, area);
    y += draw_files(ui, canvas, y, area) + (area->rows >= ROOMY);
    const struct area rest = {y, area->x, area->y + area->rows - y, area->columns};
    if (rest.rows > 1 && !ui_at_work(ui) && ui->intake.count > 0) /* some file is through */
        findings_draw(ui, canvas, &rest, issue_at);
}

static struct ui_request act(struct ui *ui, enum action action, struct key pressed)
{
    struct ui_request request = {.type = UI_NONE, .target = -1, .school = -1};
    (void)pressed;
    if (action == ACTION_CANCEL)
        ui_leave(ui);
    else if (ui->intake.phase != UI_INTAKE_LOOKED)
        ui_say(ui, UI_TONE_INFO, _("no file waits to be taken in; i, then + chooses one"));
    else if (action != ACTION_TAKE)
        given_act(ui, action, &request);
    else if (any_in(ui))
        request.type = UI_INTAKE_TAKE;
    else
        ui_say(ui, UI_TONE_ERROR,
               _("there is nothing to take in; mend the file, or choose another"));
    return request;
}

/* At work nothing can be done but to stop it; what is in, or stopped, takes no more changes. */
static bool idle(const struct ui *ui, enum action action)
{
    bool looking = ui->intake.phase == UI_INTAKE_LOOKING;
    if (ui_at_work(ui))
        return action != ACTION_CANCEL && action != ACTION_QUIT &&
               !(looking && given_action(action));
    bool waits = ui->intake.phase == UI_INTAKE_LOOKED;
    return (!(waits && any_in(ui)) && action == ACTION_TAKE) ||
           (!waits && (action == ACTION_CANCEL || given_action(action)));
}

static const char *crumb(const struct ui *ui, const struct place *place)
{
    (void)place;
    return ui->intake.path ? ui->intake.path : _("import");
}

const struct screen screen_intake = {.name = N_("taking files in"),
                                     .crumb = crumb,
                                     .table = &table,
                                     .draw = draw,
                                     .act = act,
                                     .idle = idle};
