/* taken_json.c - what became of files that were to be taken in, for programs. */
#include "report/taken.h"

static void part_members(struct json *json, const struct taken_part *part)
{
    json_put_int(json, "new", part->fresh);
    json_put_int(json, "changed", part->changed);
    json_put_int(json, "same", part->same);
    json_put_int(json, "rejected", part->rejected);
}

static void put_parts(struct json *json, const struct plan *plan, const struct taken_file *file)
{
    json_open_array(json, "targets");
    for (size_t i = 0; i < file->targets.count; i++) {
        int index = file->targets.rows[i].index;
        json_open_object(json, NULL);
        json_put_code(json, "target", index >= 0 ? plan->targets[index].code : NULL);
        part_members(json, &file->targets.rows[i]);
        json_close(json);
    }
    json_close(json);
    json_open_array(json, "schools");
    for (size_t i = 0; i < file->schools.count; i++) {
        int index = file->schools.rows[i].index;
        json_open_object(json, NULL);
        json_put_code(json, "school", index >= 0 ? plan->schools[index].code : NULL);
        part_members(json, &file->schools.rows[i]);
        json_close(json);
    }
    json_close(json);
}

static void put_issues(struct json *json, const struct taken_file *file)
{
    json_open_array(json, "issues");
    for (size_t i = 0; i < file->issue_count; i++) {
        const struct issue_row *row = &file->issues[i].row;
        json_open_object(json, NULL);
        json_put_int(json, "line", row->line);
        json_put_int(json, "column", row->column);
        json_put_text(json, "code", row->code);
        json_put_bool(json, "warning", file->issues[i].warning);
        json_put_text(json, "text", row->text);
        json_put_text(json, "raw", row->raw);
        json_close(json);
    }
    json_close(json);
    json_put_int(json, "issues_beyond", file->issues_beyond);
}

static void put_error(struct json *json, const struct err *err)
{
    if (err->code == ERR_NONE) {
        json_put_code(json, "error", NULL);
        return;
    }
    json_open_object(json, "error");
    json_put_int(json, "status", err->code);
    json_put_int(json, "line", err->line);
    json_put_int(json, "column", err->column);
    json_put_text(json, "text", err->text);
    json_close(json);
}

static const char *or_null(const char *text)
{
    return text[0] != '\0' ? text : NULL;
}

static const char *separator_name(char separator)
{
    switch (separator) {
    case ',':
        return "comma";
    case ';':
        return "semicolon";
    case '\t':
        return "tab";
    default:
        return NULL;
    }
}

void taken_members(struct json *json, const struct plan *plan, const struct taken_file *file)
{
    json_put_text(json, "file", file->name);
    json_put_text(json, "outcome", taken_word(file->as));
    if (file->import != 0)
        json_put_int(json, "import", file->import);
    else
        json_put_code(json, "import", NULL);
    json_put_code(json, "sha256", or_null(file->sha256));
    json_put_code(json, "encoding", or_null(file->encoding));
    json_put_code(json, "separator", separator_name(file->separator));
    json_put_code(json, "form", !file->separator ? NULL : file->wide ? "wide" : "long");
    json_put_int(json, "reports", file->rows);
    json_put_int(json, "new", file->fresh);
    json_put_int(json, "changed", file->changed);
    json_put_int(json, "same", file->same);
    json_put_int(json, "rejected", file->rejected);
    json_put_int(json, "warnings", file->warnings);
    put_parts(json, plan, file);
    put_issues(json, file);
    json_put_code(json, "rejects", or_null(file->rejects));
    json_put_code(json, "school", or_null(file->school));
    json_put_code(json, "moved", or_null(file->moved));
    put_error(json, &file->err);
}

void report_import_json(struct buf *out, const struct plan *plan, daynum as_of,
                        const struct taken_file *files, size_t count)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-import/1");
    json_put_date(&json, "as_of", as_of);
    json_put_plan(&json, plan);
    json_open_array(&json, "files");
    for (size_t i = 0; i < count; i++) {
        json_open_object(&json, NULL);
        taken_members(&json, plan, &files[i]);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}
