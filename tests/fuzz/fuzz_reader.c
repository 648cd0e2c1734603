/* Records come in the order of their lines, at most one a line, and a fault costs one record:
 * reading on from the line after it gives the same records. */
#include <stdint.h>
#include <stdlib.h>

#include "duban/mem.h"
#include "import/csv_reader.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The text after its first `count` lines. */
static struct sv after_lines(struct sv text, unsigned count)
{
    struct lines lines = lines_of(text);
    struct sv line;
    while (lines.number < count && lines_next(&lines, &line))
        continue;
    return sv_skip(lines.text, lines.at);
}

/* The first record after a fault must be what a fresh reader sees there. */
static void check_resumed(struct sv text, char separator, unsigned fault_line, enum csv_read kind,
                          const struct csv_record *record)
{
    struct csv_reader *fresh = xcalloc(1, sizeof(*fresh));
    struct csv_record first;
    csv_reader_open(fresh, after_lines(text, fault_line), separator);
    if (csv_reader_next(fresh, &first) != kind)
        BUG("another kind of record after a fault");
    if (kind != CSV_READ_END &&
        (first.line + fault_line != record->line || !sv_eq(first.raw, record->raw)))
        BUG("another record after a fault");
    csv_reader_close(fresh);
    free(fresh);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char separators[] = ",;\t";
    if (size == 0)
        return 0;
    struct csv_reader *reader = xcalloc(1, sizeof(*reader));
    struct csv_record record;
    enum csv_read kind;
    unsigned line = 0, fault_line = 0;
    char separator = separators[data[0] % (sizeof(separators) - 1)];
    struct sv text = {(const char *)data + 1, size - 1};
    csv_reader_open(reader, text, separator);
    do {
        kind = csv_reader_next(reader, &record);
        if (fault_line > 0)
            check_resumed(text, separator, fault_line, kind, &record);
        if (kind != CSV_READ_END && record.line <= line)
            BUG("records out of order");
        line = record.line;
        fault_line = kind == CSV_READ_FAULT ? record.line : 0;
    } while (kind != CSV_READ_END);
    csv_reader_close(reader);
    free(reader);
    return 0;
}
