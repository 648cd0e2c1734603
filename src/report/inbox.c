/* inbox.c - what became of a drop folder's files. */
#include <string.h>

#include "report/taken.h"

static const char *why_text(const char *why)
{
    if (strcmp(why, LEFT_UNKNOWN_SCHOOL) == 0)
        return _("left alone: the folder has no school's code as its name; rename it");
    if (strcmp(why, LEFT_DIRECTORY) == 0)
        return _("left alone: a folder in a school's folder; put the files beside it");
    if (strcmp(why, LEFT_UNREADABLE) == 0)
        return _("left alone: it cannot be read; check its permissions");
    return NULL; /* it comes in with a later run */
}

static void file_text(struct buf *out, const struct plan *plan, const struct taken_file *file,
                      const struct report_filter *filter)
{
    if (file->err.code != ERR_NONE) {
        char text[ERR_TEXT_MAX + ERR_FILE_MAX + 32];
        buf_printf(out, "%s\n", err_format(&file->err, text, sizeof(text)));
    }
    report_taken(out, plan, file, filter);
    if (file->moved[0] != '\0')
        buf_printf(out, "  -> %s\n", file->moved);
    if (file->rejects[0] != '\0')
        buf_printf(out, "  -> %s\n", file->rejects);
}

static void inbox_json(struct buf *out, const struct plan *plan, const struct report_inbox *inbox)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-inbox/1");
    json_put_date(&json, "as_of", inbox->as_of);
    json_put_plan(&json, plan);
    json_put_text(&json, "dir", inbox->dir);
    json_open_array(&json, "files");
    for (size_t i = 0; i < inbox->count; i++) {
        json_open_object(&json, NULL);
        taken_members(&json, plan, &inbox->files[i]);
        json_close(&json);
    }
    json_close(&json);
    json_open_array(&json, "left");
    for (size_t i = 0; i < inbox->left_count; i++) {
        json_open_object(&json, NULL);
        json_put_text(&json, "file", inbox->left[i].path);
        json_put_text(&json, "why", inbox->left[i].why);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}

void report_inbox(struct buf *out, const struct plan *plan, const struct report_inbox *inbox,
                  enum report_format format, const struct report_filter *filter)
{
    if (format == REPORT_JSON) {
        inbox_json(out, plan, inbox);
        return;
    }
    for (size_t i = 0; i < inbox->count; i++)
        file_text(out, plan, &inbox->files[i], filter);
    for (size_t i = 0; i < inbox->left_count; i++) {
        const char *why = why_text(inbox->left[i].why);
        if (why)
            buf_printf(out, "%s: %s\n", inbox->left[i].path, why);
    }
}
