/* command_line.c - the line behind `:`, its history, and the text that a command printed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "duban/mem.h"
#include "ui/ui.h"

/* ---- history: the newest last ---- */

void ui_add_history(struct ui *ui, const char *line)
{
    struct history *history = &ui->history;
    if (history->count > 0 && strcmp(history->lines[history->count - 1], line) == 0)
        return;
    if (history->count == HISTORY_MAX) {
        free(history->lines[0]);
        memmove(history->lines, history->lines + 1, (HISTORY_MAX - 1) * sizeof(history->lines[0]));
        history->count--;
    }
    history->lines[history->count++] = xstrdup(line);
}

void history_free(struct history *history)
{
    for (int i = 0; i < history->count; i++)
        free(history->lines[i]);
    history->count = 0;
}

void history_move(struct ui *ui, int step)
{
    struct history *history = &ui->history;
    int at = history->at + step;
    if (at < 0 || at > history->count)
        return;
    if (history->at == history->count) /* what was being typed comes back at the end */
        snprintf(history->typed, sizeof(history->typed), "%s", ui->input.text);
    history->at = at;
    input_replace(&ui->input, at == history->count ? history->typed : history->lines[at]);
}

/* ---- the question ---- */

static const char *read_command(const struct ui *ui, const char *text, struct ui_request *request)
{
    (void)ui;
    request->type = sv_trim(sv_from(text)).len > 0 ? UI_COMMAND : UI_NONE;
    snprintf(request->text, sizeof(request->text), "%s", text);
    return "";
}

static void complete(const struct ui *ui, struct buf *out)
{
    const struct ui_options *options = &ui->options;
    if (options->complete)
        options->complete(options->context, (struct sv){ui->input.text, ui->input.at}, out);
}

static void done(struct ui *ui, const char *text)
{
    if (sv_trim(sv_from(text)).len > 0)
        ui_add_history(ui, text);
}

static const struct question question_command = {
    .read = read_command, .done = done, .complete = complete, .history = true};

void command_ask(struct ui *ui)
{
    ui->history.at = ui->history.count;
    ui_ask(ui, &question_command, ":", "");
}

/* ---- what it printed ---- */

void ui_show_text(struct ui *ui, const char *title, struct sv text)
{
    free(ui->output);
    free(ui->output_starts);
    ui->output = xcalloc(text.len + 1, 1);
    if (text.len > 0)
        memcpy(ui->output, text.data, text.len);
    int lines = 0;
    for (size_t i = 0; i < text.len; i++)
        lines += text.data[i] == '\n';
    ui->output_starts = xcalloc((size_t)lines + 2, sizeof(*ui->output_starts));
    ui->output_lines = 0;
    for (size_t from = 0; from < text.len;) {
        ui->output_starts[ui->output_lines++] = from;
        const char *end = memchr(text.data + from, '\n', text.len - from);
        from = end ? (size_t)(end - text.data) + 1 : text.len;
    }
    ui->output_starts[ui->output_lines] = text.len;
    text_clean_into(ui->output_title, sizeof(ui->output_title), sv_from(title));
    ui->output_column = 0;
    struct place place = place_at(SCREEN_OUTPUT);
    place.id = ++ui->output_number; /* each its own: none is found as it was left */
    if (ui_here(ui)->screen == SCREEN_OUTPUT)
        ui_leave(ui);
    ui_enter(ui, &place);
}
