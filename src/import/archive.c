/* archive.c - the CSV files of an archive, row by row (duban/archive.h). */
#include "duban/archive.h"

#include <stdlib.h>
#include <string.h>

#include "duban/amount.h"
#include "duban/date.h"
#include "duban/formula.h"
#include "duban/i18n.h"
#include "duban/mem.h"
#include "duban/plan_files.h"
#include "duban/text.h"
#include "import/csv_reader.h"
#include "import/issue.h"

enum { PIECE = 64 * 1024 };

struct reading {
    const char *path;
    const char *types, *header;
    struct import_input input;
    int64_t at; /* so far the file has been read */
    struct err *err;
};

static bool more(void *context, struct buf *out, bool *ended, struct err *err)
{
    struct reading *reading = context;
    char piece[PIECE];
    size_t got;
    if (!reading->input.read_at(reading->input.context, reading->at, piece, PIECE, &got, err))
        return false;
    buf_add(out, (struct sv){piece, got});
    reading->at += (int64_t)got;
    *ended = got == 0;
    return true;
}

static bool fault(const struct reading *reading, const struct csv_record *record, size_t column,
                  const char *format, struct sv cell)
{
    return err_at(reading->err, ERR_DATA, reading->path, record->line, (unsigned)column + 1, format,
                  SV_ARG(cell));
}

static bool broken(const struct reading *reading, const struct csv_record *record)
{
    struct buf text = {0};
    issue_describe(&text, record->fault, "", "");
    bool result = err_at(reading->err, ERR_DATA, reading->path, record->line, record->column, "%s",
                         buf_text(&text));
    buf_free(&text);
    return result;
}

static bool read_number(struct sv text, char type, int64_t *out)
{
    daynum day;
    if (type != 'd') {
        if (!amount_parse(text, out) || (type == 'i' && *out % AMOUNT_ONE != 0))
            return false;
        *out /= type == 'i' ? AMOUNT_ONE : 1;
        return true;
    }
    if (!date_parse(text, &day))
        return false;
    *out = day;
    return true;
}

static bool read_cell(const struct reading *reading, const struct csv_record *record, size_t i,
                      struct archive_cell *out)
{
    struct sv text = record->cells[i];
    char type = reading->types[i];
    if (!text_valid(text) || !text_is_clean(text))
        return fault(reading, record, i,
                     _("the cell holds a line break or a character that does not print; "
                       "remove it"),
                     text);
    *out = (struct archive_cell){.none = text.len == 0};
    if (archive_is_text(type)) {
        out->text = formula_unguard(text);
        return true;
    }
    if (out->none || read_number(text, type, &out->number))
        return true;
    return fault(reading, record, i,
                 type == 'd' ? _("\"%.*s\" is no date; write it like 2021-09-15")
                             : _("\"%.*s\" is no number that may stand here; correct it"),
                 text);
}

static bool check_header(const struct reading *reading, const struct csv_record *record)
{
    struct buf header = {0};
    for (size_t i = 0; i < record->count; i++) {
        if (i > 0)
            buf_putc(&header, ',');
        buf_add(&header, record->cells[i]);
    }
    bool same = sv_eq(buf_sv(&header), sv_from(reading->header));
    buf_free(&header);
    return same || err_at(reading->err, ERR_DATA, reading->path, record->line, 0,
                          _("the header is not that of an archive (%s); export once more"),
                          reading->header);
}

static bool hand_out(const struct reading *reading, const struct csv_record *record,
                     archive_row_fn *each, void *context)
{
    struct archive_cell cells[ARCHIVE_COLUMNS_MAX];
    size_t width = strlen(reading->types);
    if (record->count != width)
        return err_at(reading->err, ERR_DATA, reading->path, record->line, 0,
                      _("the row has %zu cells, but the header has %zu; add or remove separators"),
                      record->count, width);
    for (size_t i = 0; i < width; i++) {
        if (!read_cell(reading, record, i, &cells[i]))
            return false;
    }
    if (each(context, cells, reading->err))
        return true;
    struct err said = *reading->err;
    return said.file[0] == '\0' ? err_at(reading->err, said.code, reading->path, record->line,
                                         said.column, "%s", said.text)
                                : false;
}

static bool read_rows(const struct reading *reading, struct csv_reader *reader,
                      archive_row_fn *each, void *context)
{
    struct csv_record record;
    bool first = true;
    for (enum csv_read kind; (kind = csv_reader_next(reader, &record)) != CSV_READ_END;) {
        if (kind == CSV_READ_FAILED)
            return false;
        if (kind == CSV_READ_FAULT)
            return broken(reading, &record);
        if (!(first ? check_header(reading, &record) : hand_out(reading, &record, each, context)))
            return false;
        first = false;
    }
    return !first || err_at(reading->err, ERR_DATA, reading->path, 1, 0,
                            _("the file is empty; give it a header line"));
}

bool archive_read(const char *path, enum archive_table table, archive_row_fn *each, void *context,
                  struct err *err)
{
    struct reading reading = {
        .path = path, .types = archive_types(table), .header = archive_header(table), .err = err};
    if (!import_input_open(path, &reading.input, err))
        return false;
    const struct feed feed = {&reading, more};
    struct csv_reader *reader = xcalloc(1, sizeof(*reader));
    bool ok = csv_reader_stream(reader, &feed, err) && read_rows(&reading, reader, each, context);
    csv_reader_close(reader);
    free(reader);
    import_input_close(&reading.input);
    return ok;
}
