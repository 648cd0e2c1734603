#include "duban/import.h"

#include <stdlib.h>

#include "duban/i18n.h"
#include "duban/mem.h"
#include "import/csv_reader.h"
#include "import/decode.h"
#include "import/dialect.h"
#include "import/foreign.h"
#include "import/header.h"
#include "import/issue.h"
#include "import/rows.h"

/* A date for the whole file is wrong once, not in each row. */
static bool check_options(const struct plan *plan, const struct import_options *options,
                          struct err *err)
{
    char date[DATE_TEXT_MAX];
    if (options->date == DAY_NONE)
        return true;
    date_format(options->date, date);
    if (options->date < plan->starts || options->date > plan->ends)
        return err_set(err, ERR_USAGE,
                       _("the date given, %s, lies outside the plan's year; "
                         "correct it"),
                       date);
    if (options->date > options->as_of)
        return err_set(err, ERR_USAGE,
                       _("the date given, %s, is later than the day this is "
                         "judged on; correct it"),
                       date);
    return true;
}

static bool check_file(struct sv bytes, const char *name, struct err *err)
{
    if (bytes.len == 0)
        return err_at(err, ERR_DATA, name, 0, 0, _("the file is empty; send it again"));
    if (bytes.len > (size_t)IMPORT_FILE_MAX)
        return err_at(err, ERR_DATA, name, 0, 0, _("the file is larger than 1 GiB; split it"));
    return foreign_refuse(bytes, name, err);
}

/* The first record, after a `sep=` line. */
static bool read_header(struct rows *rows, struct csv_reader *reader, struct header *header)
{
    const struct import_options *options = rows->checks.options;
    const struct header_given given = {
        .file = options->name,
        .school = options->school >= 0,
        .date = options->date != DAY_NONE,
    };
    struct csv_record record;
    enum csv_read kind = csv_reader_next(reader, &record);
    if (kind == CSV_READ_END)
        return err_at(rows->err, ERR_DATA, options->name, 0, 0,
                      _("the file has no rows; send it again"));
    if (kind == CSV_READ_FAULT) {
        issue_describe(&rows->text, record.fault, "", "");
        return err_at(rows->err, ERR_DATA, options->name, record.line, record.column, "%s",
                      buf_text(&rows->text));
    }
    rows->header_row = record.raw;
    if (!header_read(header, rows->checks.plan, &record, &given, &rows->result->needs_date,
                     rows->err))
        return false;
    rows->result->wide = header->wide;
    return rows_warn_header(rows, &record);
}

static bool read_rows(struct rows *rows, struct csv_reader *reader)
{
    struct csv_record record;
    enum csv_read kind;
    while ((kind = csv_reader_next(reader, &record)) != CSV_READ_END) {
        bool going = kind == CSV_READ_FAULT ? rows_fault(rows, &record) : rows_take(rows, &record);
        if (!going)
            return false;
    }
    return true;
}

static bool read_text(struct rows *rows, struct sv text)
{
    struct dialect dialect = dialect_of(text);
    struct csv_reader *reader = xcalloc(1, sizeof(*reader));
    struct header *header = xcalloc(1, sizeof(*header));
    struct sv line;
    csv_reader_open(reader, text, dialect.separator);
    if (dialect.stated && !lines_next(&reader->lines, &line))
        BUG("a stated separator without its line");
    rows->result->separator = dialect.separator;
    rows->header = header;
    bool ok = read_header(rows, reader, header) && read_rows(rows, reader);
    csv_reader_close(reader);
    free(reader);
    free(header);
    return ok;
}

bool import_run(struct sv bytes, const struct plan *plan, const struct import_options *options,
                const struct intake_sink *sink, const struct issue_sink *issues,
                struct import_result *result, struct err *err)
{
    struct decoded decoded;
    *result = (struct import_result){.encoding = ""};
    if (!check_options(plan, options, err) || !check_file(bytes, options->name, err))
        return false;
    import_sha256(bytes, result->sha256);
    if (!decode(bytes, options->name, options->encoding, &decoded, err))
        return false;
    result->encoding = encoding_name(decoded.encoding);
    struct rows rows = {
        .checks = {plan, options, decoded.encoding, decoded.broken},
        .sink = sink,
        .issues = issues,
        .result = result,
        .err = err,
    };
    bool ok = read_text(&rows, decoded.text);
    rows_end(&rows);
    decode_free(&decoded);
    return ok;
}
