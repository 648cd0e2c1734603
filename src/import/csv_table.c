#include <stdlib.h>
#include <string.h>

#include "duban/formula.h"
#include "duban/i18n.h"
#include "duban/mem.h"
#include "duban/plan_files.h"
#include "duban/text.h"
#include "import/csv_reader.h"
#include "import/issue.h"
#include "import/plan_faults.h"

/* What is being read, for messages. */
struct place {
    const char *file;
    struct plan_faults *faults;
};

static bool fault(const struct place *at, const struct csv_record *record)
{
    struct buf text = {0};
    issue_describe(&text, record->fault, "", "");
    bool go_on =
        plan_fault(at->faults, at->file, record->line, record->column, "%s", buf_text(&text));
    buf_free(&text);
    return go_on;
}

/* Copies the record's cells into the arena; none may hold what a terminal must not see. After a
 * fault *out is NULL; the result is whether to go on. */
static bool keep_cells(const struct place *at, const struct csv_record *record, struct arena *arena,
                       const char ***out)
{
    const char **cells = arena_array(arena, record->count, sizeof(*cells));
    *out = NULL;
    for (size_t i = 0; i < record->count; i++) {
        unsigned column = (unsigned)i + 1;
        if (!text_valid(record->cells[i]))
            return plan_fault(at->faults, at->file, record->line, column,
                              _("the cell holds bytes that are no UTF-8; save the file as UTF-8"));
        if (!text_is_clean(record->cells[i]))
            return plan_fault(at->faults, at->file, record->line, column,
                              _("the cell holds a line break or a character that does not print; "
                                "remove it"));
        cells[i] = arena_text(arena, formula_unguard(record->cells[i]));
    }
    *out = cells;
    return true;
}

/* The next record that is no comment: no row that begins with #. */
static enum csv_read next_record(struct csv_reader *reader, struct csv_record *record)
{
    enum csv_read kind;
    do {
        kind = csv_reader_next(reader, record);
    } while (kind == CSV_READ_ROW && record->count > 0 && record->cells[0].len > 0 &&
             record->cells[0].data[0] == '#');
    return kind;
}

static bool read_header(const struct place *at, struct csv_reader *reader, struct arena *arena,
                        struct csv_table *out)
{
    struct csv_record record;
    enum csv_read kind = next_record(reader, &record);
    if (kind == CSV_READ_END)
        return plan_fault(at->faults, at->file, 1, 0,
                          _("the file is empty; give it a header line")) &&
               false;
    if (kind == CSV_READ_FAULT)
        return fault(at, &record) && false;
    const char **header;
    if (!keep_cells(at, &record, arena, &header) || !header)
        return false;
    for (size_t i = 0; i < record.count; i++) {
        *out = (struct csv_table){.header = header, .column_count = i, .header_line = record.line};
        if (csv_table_column(out, header[i]) >= 0)
            return plan_fault(at->faults, at->file, record.line, (unsigned)i + 1,
                              _("the column \"%s\" is there twice; remove one"), header[i]) &&
                   false;
    }
    out->column_count = record.count;
    out->header_line = record.line;
    return true;
}

static bool wrong_width(const struct place *at, const struct csv_record *record, size_t width)
{
    size_t shorter = record->count < width ? record->count : width;
    return plan_fault(at->faults, at->file, record->line, (unsigned)shorter + 1,
                      _("the row has %zu cells, but the header has %zu; add or remove separators"),
                      record->count, width);
}

/* Rows as they come in; the arena gets the array once its length is known. */
struct rows {
    const char *const **cells;
    unsigned *lines;
    size_t count, size;
};

static void add_row(struct rows *rows, const char *const *cells, unsigned line)
{
    size_t lines = rows->size;
    rows->cells = xroom(rows->cells, rows->count, &rows->size, sizeof(*rows->cells));
    rows->lines = xroom(rows->lines, rows->count, &lines, sizeof(*rows->lines));
    rows->cells[rows->count] = cells;
    rows->lines[rows->count++] = line;
}

static bool read_rows(const struct place *at, struct csv_reader *reader, struct arena *arena,
                      size_t width, struct rows *rows)
{
    struct csv_record record;
    enum csv_read kind;
    while ((kind = next_record(reader, &record)) != CSV_READ_END) {
        const char **cells = NULL;
        bool go_on = kind == CSV_READ_FAULT  ? fault(at, &record)
                     : record.count != width ? wrong_width(at, &record, width)
                                             : keep_cells(at, &record, arena, &cells);
        if (!go_on)
            return false;
        if (cells)
            add_row(rows, cells, record.line);
        else
            plan_faults_skip(at->faults, at->file);
    }
    return true;
}

static void keep_rows(const struct rows *rows, struct arena *arena, struct csv_table *out)
{
    out->row_count = rows->count;
    out->rows = arena_array(arena, rows->count, sizeof(*out->rows));
    unsigned *lines = arena_array(arena, rows->count, sizeof(*lines));
    if (rows->count > 0) {
        memcpy(out->rows, rows->cells, rows->count * sizeof(*out->rows));
        memcpy(lines, rows->lines, rows->count * sizeof(*lines));
    }
    out->lines = lines;
}

bool csv_table_read(const struct plan_file *file, struct arena *arena, struct csv_table *out,
                    struct err *err)
{
    struct plan_faults faults = {.err = err};
    return plan_faults_table(&faults, file, arena, out);
}

bool plan_faults_table(struct plan_faults *faults, const struct plan_file *file,
                       struct arena *arena, struct csv_table *out)
{
    struct place at = {file->name, faults};
    struct sv bytes = file->bytes, bom = SV("\xEF\xBB\xBF");
    if (bytes.len >= bom.len && sv_eq((struct sv){bytes.data, bom.len}, bom))
        bytes = sv_skip(bytes, bom.len);
    struct csv_reader *reader = xcalloc(1, sizeof(*reader));
    struct rows rows = {0};
    csv_reader_open(reader, bytes, ',');
    bool ok = read_header(&at, reader, arena, out) &&
              read_rows(&at, reader, arena, out->column_count, &rows);
    if (ok)
        keep_rows(&rows, arena, out);
    csv_reader_close(reader);
    free(reader);
    free(rows.cells);
    free(rows.lines);
    return ok;
}

int csv_table_column(const struct csv_table *table, const char *name)
{
    for (size_t i = 0; i < table->column_count; i++) {
        if (strcmp(table->header[i], name) == 0)
            return (int)i;
    }
    return -1;
}
