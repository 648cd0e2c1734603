#include "import/csv_reader.h"

#include <string.h>

#include "duban/mem.h"
#include "import/dialect.h"

enum { GROW_BY = 4096 };

/* libcsv's buffer holds one cell. Refusing to grow it is how a cell's length is limited. */
static void *grow_cell(void *memory, size_t size)
{
    return size > IMPORT_FIELD_MAX ? NULL : xrealloc(memory, size, 1);
}

static void start_parser(struct csv_reader *reader)
{
    if (csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        BUG("libcsv does not start");
    csv_set_delim(&reader->parser, (unsigned char)reader->separator);
    csv_set_realloc_func(&reader->parser, grow_cell);
    csv_set_blk_size(&reader->parser, GROW_BY);
}

void csv_reader_open(struct csv_reader *reader, struct sv text, char separator)
{
    *reader = (struct csv_reader){.separator = separator, .lines = lines_of(text)};
    start_parser(reader);
}

bool csv_reader_stream(struct csv_reader *reader, const struct feed *feed, struct err *err)
{
    *reader = (struct csv_reader){.lines = lines_from(feed, err)};
    struct dialect dialect = dialect_of(lines_peek(&reader->lines, IMPORT_RECORD_MAX));
    struct sv line;
    reader->separator = dialect.separator;
    start_parser(reader);
    if (dialect.stated && !lines_next(&reader->lines, &line))
        BUG("a stated separator without its line");
    return !reader->lines.failed;
}

void csv_reader_close(struct csv_reader *reader)
{
    csv_free(&reader->parser);
    buf_free(&reader->bytes);
    lines_free(&reader->lines);
}

static void on_cell(void *bytes, size_t len, void *context)
{
    struct csv_reader *reader = context;
    if (reader->count < IMPORT_COLUMNS_MAX) {
        struct buf *to = &reader->bytes;
        if (len < to->size - to->len) { /* as ever but for the first rows */
            memcpy(to->data + to->len, bytes, len);
            to->len += len;
        } else {
            buf_add(to, (struct sv){bytes, len});
        }
        reader->ends[reader->count] = reader->bytes.len;
    }
    reader->count++;
}

static void on_row(int end, void *context)
{
    (void)end;
    struct csv_reader *reader = context;
    reader->complete = true;
}

/* Goes back to the line after the one where the record began. The parser may not be used again
 * after an error, and csv_fini() would hand out half a row. */
static enum csv_read fault(struct csv_reader *reader, enum issue_code code, struct csv_record *out)
{
    out->fault = code;
    out->column = (unsigned)reader->count + 1;
    out->raw = lines_kept(&reader->lines);
    out->raw.len = reader->first < IMPORT_RECORD_MAX ? reader->first : IMPORT_RECORD_MAX;
    out->raw = lines_bare(out->raw);
    lines_back(&reader->lines, &reader->resume);
    csv_free(&reader->parser);
    start_parser(reader);
    return CSV_READ_FAULT;
}

static enum csv_read row(struct csv_reader *reader, struct csv_record *out)
{
    if (reader->count > IMPORT_COLUMNS_MAX) {
        reader->count = IMPORT_COLUMNS_MAX;
        return fault(reader, ISSUE_TOO_MANY_COLUMNS, out);
    }
    size_t from = 0;
    for (size_t i = 0; i < reader->count; i++) {
        reader->cells[i] = (struct sv){reader->bytes.data + from, reader->ends[i] - from};
        from = reader->ends[i];
    }
    out->cells = reader->cells;
    out->count = reader->count;
    out->raw = lines_bare(lines_kept(&reader->lines));
    return CSV_READ_ROW;
}

/* libcsv reports nothing for a line of nothing but blanks. */
static bool is_blank(struct sv line, char separator)
{
    if (line.len > IMPORT_RECORD_MAX)
        return false; /* nobody has seen the end of it */
    for (size_t i = 0; i < line.len; i++) {
        char c = line.data[i];
        if (c == separator || (c != ' ' && c != '\t' && c != '\r' && c != '\n'))
            return false;
    }
    return true;
}

/* Finds the line where the next record begins. */
static bool begin(struct csv_reader *reader, struct sv *line, struct csv_record *out)
{
    do {
        lines_keep(&reader->lines);
        if (!lines_next(&reader->lines, line))
            return false;
    } while (is_blank(*line, reader->separator));
    buf_clear(&reader->bytes);
    reader->count = 0;
    reader->complete = false;
    reader->quoted = false;
    reader->first = line->len;
    reader->resume = lines_mark(&reader->lines);
    *out = (struct csv_record){.line = reader->lines.number};
    return true;
}

static bool feed(struct csv_reader *reader, const char *from, const char *to)
{
    size_t len = (size_t)(to - from);
    return csv_parse(&reader->parser, from, len, on_cell, on_row, reader) == len;
}

static bool odd_quotes(const char *from, const char *to)
{
    bool odd = false;
    for (; from < to; from++)
        odd ^= *from == '"';
    return odd;
}

/* Is there nothing but blanks between `at` and the separator or line start before it? */
static bool starts_cell(const char *line, const char *at, char separator)
{
    while (at > line && at[-1] != separator && (at[-1] == ' ' || at[-1] == '\t'))
        at--;
    return at == line || at[-1] == separator;
}

/* Feeds a line, without the '=' of cells written ="0123": many systems write codes so, without
 * quoting the quotation marks, to make spreadsheets keep them as text. */
static bool feed_line(struct csv_reader *reader, struct sv line)
{
    const char *from = line.data, *seen = from, *end = from + line.len, *mark;
    while ((mark = memchr(seen, '=', (size_t)(end - seen))) != NULL) {
        reader->quoted ^= odd_quotes(seen, mark);
        seen = mark + 1;
        if (seen == end || *seen != '"' || reader->quoted ||
            !starts_cell(line.data, mark, reader->separator))
            continue;
        if (!feed(reader, from, mark))
            return false;
        from = seen;
    }
    bool ok = feed(reader, from, end);
    if (!reader->complete) /* else nobody asks */
        reader->quoted ^= odd_quotes(seen, end);
    return ok;
}

/* Is what was handed out of the record longer than a record may be? */
static bool too_long(const struct csv_reader *reader)
{
    return lines_kept(&reader->lines).len > IMPORT_RECORD_MAX;
}

enum csv_read csv_reader_next(struct csv_reader *reader, struct csv_record *out)
{
    struct sv line;
    bool more = begin(reader, &line, out);
    if (!more)
        return reader->lines.failed ? CSV_READ_FAILED : CSV_READ_END;
    for (; more && !reader->complete;
         more = reader->complete || lines_next(&reader->lines, &line)) {
        if (too_long(reader))
            return fault(reader, ISSUE_RECORD_TOO_LONG, out);
        if (!feed_line(reader, line))
            return fault(reader,
                         csv_error(&reader->parser) == CSV_EPARSE ? ISSUE_BAD_QUOTE
                                                                  : ISSUE_FIELD_TOO_LONG,
                         out);
    }
    if (reader->lines.failed)
        return CSV_READ_FAILED;
    if (!reader->complete && csv_fini(&reader->parser, on_cell, on_row, reader) != 0)
        return fault(reader, ISSUE_BAD_QUOTE, out);
    return row(reader, out);
}
