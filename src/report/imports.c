/* imports.c - the batches that were taken in, one batch with its rejected rows, and an undo. */
#include <inttypes.h>

#include "duban/taken.h"
#include "report/cells.h"
#include "report/heading.h"
#include "report/show.h"
#include "report/table.h"

/* ---- for programs ---- */

static void batch_members(struct json *json, const struct batch *batch)
{
    json_put_int(json, "import", batch->id);
    json_put_text(json, "file", batch->name);
    json_put_text(json, "sha256", batch->sha256);
    json_put_text(json, "encoding", batch->encoding);
    json_put_text(json, "who", batch->who);
    json_put_text(json, "at", batch->at);
    json_put_int(json, "reports", batch->rows);
    json_put_int(json, "new", batch->fresh);
    json_put_int(json, "changed", batch->changed);
    json_put_int(json, "same", batch->same);
    json_put_int(json, "rejected", batch->rejected);
    json_put_bool(json, "undone", batch->undone);
    json_put_code(json, "undone_by", batch->undone ? batch->undone_by : NULL);
    json_put_code(json, "undone_at", batch->undone ? batch->undone_at : NULL);
    json_put_text(json, "given", batch->given);
}

static struct json start(struct buf *out)
{
    struct json json = {.out = out};
    json_open_object(&json, NULL);
    json_put_text(&json, "format", "duban-imports/1");
    return json;
}

static void put_batch(struct json *json, const struct batch *batch)
{
    json_open_object(json, "import");
    batch_members(json, batch);
    json_close(json);
}

static void imports_json(struct buf *out, const struct batch *batches, size_t count)
{
    struct json json = start(out);
    json_open_array(&json, "imports");
    for (size_t i = 0; i < count; i++) {
        json_open_object(&json, NULL);
        batch_members(&json, &batches[i]);
        json_close(&json);
    }
    json_close(&json);
    json_close(&json);
}

static void imports_csv(struct buf *out, const struct batch *batches, size_t count)
{
    buf_puts(out, "import,file,sha256,encoding,who,at,reports,new,changed,same,rejected,undone,"
                  "undone_by,undone_at,given\n");
    for (size_t i = 0; i < count; i++) {
        const struct batch *batch = &batches[i];
        buf_printf(out, "%" PRId64, batch->id);
        cells_text(out, batch->name);
        cells_text(out, batch->sha256);
        cells_text(out, batch->encoding);
        cells_text(out, batch->who);
        cells_text(out, batch->at);
        cells_int(out, batch->rows);
        cells_int(out, batch->fresh);
        cells_int(out, batch->changed);
        cells_int(out, batch->same);
        cells_int(out, batch->rejected);
        cells_int(out, batch->undone);
        cells_text(out, batch->undone_by);
        cells_text(out, batch->undone_at);
        cells_text(out, batch->given);
        cells_end(out);
    }
}

static void issues_csv(struct buf *out, const struct issue_row *issues, size_t count)
{
    buf_puts(out, "file,line,column,code,text,raw\n");
    for (size_t i = 0; i < count; i++) {
        cells_first(out, issues[i].file);
        cells_int(out, issues[i].line);
        cells_int(out, issues[i].column);
        cells_text(out, issues[i].code);
        cells_text(out, issues[i].text);
        cells_text(out, issues[i].raw);
        cells_end(out);
    }
}

static void issues_json(struct json *json, const struct issue_row *issues, size_t count)
{
    json_open_array(json, "issues");
    for (size_t i = 0; i < count; i++) {
        json_open_object(json, NULL);
        json_put_text(json, "file", issues[i].file);
        json_put_int(json, "line", issues[i].line);
        json_put_int(json, "column", issues[i].column);
        json_put_text(json, "code", issues[i].code);
        json_put_text(json, "text", issues[i].text);
        json_put_text(json, "raw", issues[i].raw);
        json_close(json);
    }
    json_close(json);
}

/* ---- for people ---- */

static void add_number(struct table *table, int64_t number)
{
    struct buf cell = {0};
    buf_printf(&cell, "%" PRId64, number);
    table_take(table, &cell);
    buf_free(&cell);
}

static void undone_text(struct buf *out, const struct batch *batch)
{
    buf_printf(out, _("undone by %s, %s"), batch->undone_by, batch->undone_at);
}

static void imports_text(struct buf *out, const struct batch *batches, size_t count,
                         const struct report_filter *filter)
{
    struct table table = {
        .align = "rllrrrrf", .columns = heading_columns(filter), .colour = filter->colour};
    const char *const heads[] = {_("import"),  _("time"), _("who"),      _("new"),
                                 _("changed"), _("same"), _("rejected"), _("file")};
    if (count == 0) {
        buf_printf(out, "%s\n", _("no file was taken in yet"));
        return;
    }
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        table_cell(&table, heads[i]);
    for (size_t i = 0; i < count; i++) {
        const struct batch *batch = &batches[i];
        add_number(&table, batch->id);
        table_cell(&table, batch->at);
        table_cell(&table, batch->who);
        add_number(&table, batch->fresh);
        add_number(&table, batch->changed);
        add_number(&table, batch->same);
        add_number(&table, batch->rejected);
        table_cell(&table, batch->name);
        if (batch->undone) {
            struct buf line = {0};
            undone_text(&line, batch);
            table_line(&table, 8, buf_text(&line));
            buf_free(&line);
        }
    }
    table_print(&table, out);
}

static void batch_text(struct buf *out, const struct batch *batch, const struct issue_row *issues,
                       size_t count)
{
    buf_printf(out, _("import %lld: %s"), (long long)batch->id, batch->name);
    buf_printf(out, "\n  %s  %s  %s%s%s\n", batch->at, batch->who, batch->encoding,
               batch->given[0] != '\0' ? "  " : "", batch->given);
    buf_printf(out, "  SHA-256 %s\n  ", batch->sha256);
    buf_printf(out, _("%lld reports: %lld new, %lld changed, %lld the same, %lld rejected"),
               (long long)batch->rows, (long long)batch->fresh, (long long)batch->changed,
               (long long)batch->same, (long long)batch->rejected);
    buf_putc(out, '\n');
    if (batch->undone) {
        buf_puts(out, "  ");
        undone_text(out, batch);
        buf_putc(out, '\n');
    }
    for (size_t i = 0; i < count; i++)
        buf_printf(out, "%s:%u:%u: %s\n", issues[i].file, issues[i].line, issues[i].column,
                   issues[i].text);
    if (count == TAKEN_ISSUES_MAX)
        buf_printf(out, _("no more than %d findings are kept\n"), TAKEN_ISSUES_MAX);
}

static void undo_text(struct buf *out, const struct plan *plan, const struct batch_undo *undone)
{
    buf_printf(out,
               _("import %lld (%s) is undone: %lld values stand again as before, %lld are gone, "
                 "%zu were changed since and are left"),
               (long long)undone->batch.id, undone->batch.name, (long long)undone->restored,
               (long long)undone->removed, undone->left.count);
    buf_putc(out, '\n');
    for (size_t i = 0; i < undone->left.count; i++) {
        const struct value *value = &undone->left.rows[i];
        char number[AMOUNT_TEXT_MAX], date[DATE_TEXT_MAX];
        buf_printf(out, _("  left: %s %s %s: %s, by %s"), plan->targets[value->target].code,
                   plan->schools[value->school].code, date_format(value->date, date),
                   amount_format(value->value, number), value->who);
        if (value->import != 0)
            buf_printf(out, _(", import %lld (%s:%u)"), (long long)value->import, value->file,
                       value->line);
        buf_putc(out, '\n');
    }
}

/* ---- what to choose from ---- */

void report_imports(struct buf *out, const struct batch *batches, size_t count,
                    enum report_format format, const struct report_filter *filter)
{
    switch (format) {
    case REPORT_TEXT:
        imports_text(out, batches, count, filter);
        break;
    case REPORT_JSON:
        imports_json(out, batches, count);
        break;
    case REPORT_CSV:
        imports_csv(out, batches, count);
        break;
    }
}

void report_import(struct buf *out, const struct batch *batch, const struct issue_row *issues,
                   size_t count, enum report_format format)
{
    if (format == REPORT_TEXT) {
        batch_text(out, batch, issues, count);
    } else if (format == REPORT_CSV) {
        issues_csv(out, issues, count);
    } else {
        struct json json = start(out);
        put_batch(&json, batch);
        issues_json(&json, issues, count);
        json_close(&json);
    }
}

void report_import_undo(struct buf *out, const struct plan *plan, const struct batch_undo *undone,
                        enum report_format format)
{
    if (format == REPORT_TEXT) {
        undo_text(out, plan, undone);
    } else if (format == REPORT_CSV) {
        values_csv(out, plan, &undone->left);
    } else {
        struct json json = start(out);
        put_batch(&json, &undone->batch);
        json_put_int(&json, "restored", undone->restored);
        json_put_int(&json, "removed", undone->removed);
        values_json(&json, "left", plan, &undone->left);
        json_close(&json);
    }
}
