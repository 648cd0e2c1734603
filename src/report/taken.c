/* taken.c - what became of a file that was to be taken in, in words. */
#include <inttypes.h>

#include "report/heading.h"
#include "report/table.h"
#include "report/taken.h"

static void add_number(struct table *table, int64_t number)
{
    struct buf cell = {0};
    buf_printf(&cell, "%" PRId64, number);
    table_take(table, &cell);
    buf_free(&cell);
}

static void add_part(struct table *table, const struct taken_part *part, const char *code,
                     const char *name)
{
    table_cell(table, code);
    add_number(table, part->fresh);
    add_number(table, part->changed);
    add_number(table, part->same);
    add_number(table, part->rejected);
    table_cell(table, name);
}

static struct table start_parts(const char *what, const struct report_filter *filter)
{
    struct table table = {.align = "lrrrrf",
                          .indent = 2,
                          .columns = heading_columns(filter),
                          .colour = filter->colour};
    const char *const heads[] = {what, _("new"), _("changed"), _("same"), _("rejected"), _("name")};
    for (size_t i = 0; i < COUNT_OF(heads); i++)
        table_cell(&table, heads[i]);
    return table;
}

static void parts_text(struct buf *out, const struct plan *plan, const struct taken_file *file,
                       const struct report_filter *filter)
{
    struct table targets = start_parts(_("target"), filter);
    for (size_t i = 0; i < file->targets.count; i++) {
        const struct taken_part *part = &file->targets.rows[i];
        const struct target *target = part->index >= 0 ? &plan->targets[part->index] : NULL;
        add_part(&targets, part, target ? target->code : "?",
                 target ? name_in(&target->name, filter->lang) : _("not known"));
    }
    table_print(&targets, out);
    struct table schools = start_parts(_("school"), filter);
    for (size_t i = 0; i < file->schools.count; i++) {
        const struct taken_part *part = &file->schools.rows[i];
        const struct school *school = part->index >= 0 ? &plan->schools[part->index] : NULL;
        add_part(&schools, part, school ? school->code : "?",
                 school ? name_in(&school->name, filter->lang) : _("not known"));
    }
    table_print(&schools, out);
}

static void add_ending(struct buf *out, const struct taken_file *file)
{
    switch (file->as) {
    case TAKEN_IN:
        buf_printf(out, _("import %lld"), (long long)file->import);
        break;
    case TAKEN_DRY:
        buf_puts(out, _("nothing kept (--dry-run)"));
        break;
    case TAKEN_REFUSED:
        buf_puts(out, _("nothing kept (--strict)"));
        break;
    default:
        buf_puts(out, _("nothing to keep"));
        break;
    }
}

void report_taken(struct buf *out, const struct plan *plan, const struct taken_file *file,
                  const struct report_filter *filter)
{
    if (file->as == TAKEN_SEEN) {
        buf_printf(out,
                   _("%s: the same file as import %lld, nothing changed; to have it read again, "
                     "undo that import\n"),
                   file->name, (long long)file->import);
        return;
    }
    if (file->as == TAKEN_UNUSABLE || file->as == TAKEN_QUARANTINED)
        return; /* its error says all */
    buf_printf(out,
               _("%s: %lld reports: %lld new, %lld changed, %lld the same, %lld rejected (%s, %s)"),
               file->name, (long long)file->rows, (long long)file->fresh, (long long)file->changed,
               (long long)file->same, (long long)file->rejected, file->encoding,
               file->wide ? _("wide form") : _("long form"));
    buf_puts(out, _("; "));
    add_ending(out, file);
    buf_putc(out, '\n');
    if (file->as == TAKEN_DRY || file->as == TAKEN_REFUSED)
        parts_text(out, plan, file, filter);
}

void report_taken_full(struct buf *out, const struct plan *plan, const struct taken_file *file,
                       const struct report_filter *filter)
{
    char text[ERR_TEXT_MAX + ERR_FILE_MAX + 32];
    report_taken(out, plan, file, filter);
    if (file->err.code != ERR_NONE)
        buf_printf(out, "%s\n", err_format(&file->err, text, sizeof(text)));
    for (size_t i = 0; i < file->issue_count; i++) {
        const struct issue_row *row = &file->issues[i].row;
        buf_printf(out, "%s:%u:%u: %s\n", row->file, row->line, row->column, row->text);
    }
    if (file->issues_beyond > 0)
        buf_printf(out, _("and %lld more\n"), (long long)file->issues_beyond);
}
