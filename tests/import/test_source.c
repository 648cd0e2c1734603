#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "../support/base_threads.h"
#include "duban/buf.h"
#include "import/source.h"

/* A source of bytes that are UTF-8, read as a whole. */
static struct source *open_text(const struct import_input *input, bool ahead, struct err *err)
{
    const struct scanned found = {.encoding = ENCODING_UTF_8, .end = input->size};
    struct source *source = source_open(input, &found, err);
    if (source && ahead)
        source_go_ahead(source);
    return source;
}

/* What a record is, in a line. */
static void describe(enum csv_read kind, const struct csv_record *record, struct buf *out)
{
    buf_printf(out, "%d %u ", (int)kind, record->line);
    if (kind == CSV_READ_FAULT)
        buf_printf(out, "%s@%u %.*s", issue_word(record->fault), record->column,
                   SV_ARG(record->raw));
    for (size_t i = 0; kind == CSV_READ_ROW && i < record->count; i++)
        buf_printf(out, "[%.*s]", SV_ARG(record->cells[i]));
    buf_putc(out, '\n');
}

static void expect_same_ahead(const struct import_input *input)
{
    struct err err;
    struct source *sources[] = {open_text(input, false, &err), open_text(input, true, &err)};
    struct buf events[] = {{0}, {0}};
    enum csv_read kind = CSV_READ_ROW;
    assert_true(sources[0] && sources[1]);
    while (kind != CSV_READ_END) {
        for (int i = 0; i < 2; i++) {
            struct csv_record record = {0};
            kind = source_next(sources[i], &record, &err);
            buf_clear(&events[i]);
            describe(kind, &record, &events[i]);
        }
        assert_string_equal(buf_text(&events[0]), buf_text(&events[1]));
    }
    for (int i = 0; i < 2; i++) {
        assert_true(source_at(sources[i]) == input->size);
        source_close(sources[i]);
        buf_free(&events[i]);
    }
}

/* Rows of all kinds: long and short, of many cells, and broken ones. */
static void add_rows(struct buf *out, int count)
{
    buf_puts(out, "a,b,c\n");
    for (int i = 0; i < count; i++) {
        buf_printf(out, "%d,\"x\ny\",\"", i);
        buf_fill(out, 'z', i % 37 == 0 ? 40000 : i % 7);
        buf_puts(out, i % 11 == 0 ? "\"q,1\n" : "\"\n");
        if (i % 13 == 0)
            buf_fill(out, ',', i % 2 == 0 ? IMPORT_COLUMNS_MAX - 1 : IMPORT_COLUMNS_MAX);
        buf_puts(out, i % 5 == 0 ? "\n\n" : "\n");
    }
}

static void records_are_the_same_ahead(void **state)
{
    (void)state;
    struct buf text = {0}, wide = {0};
    add_rows(&text, 5000);
    for (int i = 0; i < 1000; i++) {
        buf_fill(&wide, ',', IMPORT_COLUMNS_MAX - 1);
        buf_puts(&wide, "\n");
    }
    struct sv whole = buf_sv(&text), none = SV(""), one = SV("a"), commas = buf_sv(&wide);
    struct import_input input = import_input_of(&whole), empty = import_input_of(&none),
                        single = import_input_of(&one), cells = import_input_of(&commas);
    expect_same_ahead(&input);
    expect_same_ahead(&empty);
    expect_same_ahead(&single);
    expect_same_ahead(&cells);
    threads_refused = true;
    expect_same_ahead(&input);
    threads_refused = false;
    buf_free(&text);
    buf_free(&wide);
}

/* Bytes that cannot be read from a place on. */
struct failing {
    struct sv bytes;
    size_t good;
};

static bool read_failing(void *context, int64_t offset, void *out, size_t size, size_t *got,
                         struct err *err)
{
    const struct failing *failing = context;
    struct sv rest = sv_skip((struct sv){failing->bytes.data, failing->good}, (size_t)offset);
    if (rest.len == 0)
        return err_set(err, ERR_IO, "the disk is gone; look for it");
    *got = rest.len < size ? rest.len : size;
    memcpy(out, rest.data, *got);
    return true;
}

static void an_input_that_fails_is_told_behind_its_records(void **state)
{
    (void)state;
    struct buf text = {0};
    struct err err = {.code = ERR_NONE};
    for (int i = 0; i < 50000; i++)
        buf_puts(&text, "1,2,3\n");
    struct failing failing = {buf_sv(&text), text.len - 5 * 1000};
    struct import_input input = {&failing, (int64_t)text.len, read_failing};
    struct source *source = open_text(&input, true, &err);
    assert_non_null(source);
    struct csv_record record;
    enum csv_read kind;
    size_t rows = 0;
    while ((kind = source_next(source, &record, &err)) == CSV_READ_ROW)
        rows++;
    source_close(source);
    assert_int_equal(kind, CSV_READ_FAILED);
    assert_int_equal(rows, failing.good / 6);
    assert_string_equal(err.text, "the disk is gone; look for it");
    buf_free(&text);
}

static void is_closed_anywhere(void **state)
{
    (void)state;
    struct buf text = {0};
    add_rows(&text, 4000);
    struct sv whole = buf_sv(&text);
    struct import_input input = import_input_of(&whole);
    for (int taken = 0; taken < 3000; taken = taken * 3 + 1) {
        struct err err;
        struct csv_record record;
        struct source *source = open_text(&input, true, &err);
        assert_non_null(source);
        for (int i = 0; i < taken; i++)
            assert_int_not_equal(source_next(source, &record, &err), CSV_READ_END);
        source_close(source);
    }
    source_close(NULL);
    buf_free(&text);
}

/* What does not belong is known of at the latest when its record is there; the first 256 KiB are
 * looked at beforehand. */
static void tells_of_broken_bytes_in_time(void **state)
{
    (void)state;
    struct buf text = {0};
    struct err err;
    for (int i = 0; i < 100000; i++)
        buf_puts(&text, i == 90000 ? "bad,\xFF,3\n" : "1,2,3\n");
    struct sv whole = buf_sv(&text);
    struct import_input input = import_input_of(&whole);
    const struct scanned found = {.encoding = ENCODING_GB18030, .end = input.size};
    struct source *source = source_open(&input, &found, &err);
    assert_non_null(source);
    source_go_ahead(source);
    struct csv_record record;
    assert_int_equal(source_next(source, &record, &err), CSV_READ_ROW);
    assert_false(source_broken(source));
    while (source_next(source, &record, &err) == CSV_READ_ROW) {
        if (record.line == 90001)
            assert_true(source_broken(source));
    }
    assert_true(source_broken(source));
    source_close(source);
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(records_are_the_same_ahead),
        cmocka_unit_test(an_input_that_fails_is_told_behind_its_records),
        cmocka_unit_test(is_closed_anywhere),
        cmocka_unit_test(tells_of_broken_bytes_in_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
