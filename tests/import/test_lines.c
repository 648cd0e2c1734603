/* Lines of a text that comes in pieces: the same as of one that is there, but for lines that are
 * too long to be held. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "duban/import.h"
#include "duban/mem.h"
#include "import/csv_reader.h"

/* A text handed out in pieces. */
struct source {
    struct sv rest;
    size_t piece;
    int fail_in; /* the piece from 1 that cannot be read; 0: none */
};

static bool more(void *context, struct buf *out, bool *ended, struct err *err)
{
    struct source *source = context;
    if (source->fail_in > 0 && --source->fail_in == 0)
        return err_set(err, ERR_IO, "the test's disk fails");
    size_t len = source->rest.len < source->piece ? source->rest.len : source->piece;
    buf_add(out, (struct sv){source->rest.data, len});
    source->rest = sv_skip(source->rest, len);
    *ended = source->rest.len == 0;
    return true;
}

static void add_lines(struct lines *lines, struct buf *out)
{
    struct sv line;
    for (lines_keep(lines); lines_next(lines, &line); lines_keep(lines))
        buf_printf(out, "%u%s[%.*s]", lines->number, lines->cut ? "cut" : "",
                   line.len < 20 ? (int)line.len : 20, line.data);
}

static void parts_lines_in_pieces(void **state)
{
    (void)state;
    static const char *const texts[] = {"",     "a",        "\n",     "\r",       "\r\n",
                                        "a\nb", "a\r\nb\r", "\r\r\n", "a\rb\n\r", "a\n\r\r\nb\r\n"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct buf whole = {0};
        struct lines lines = lines_of(sv_from(texts[i]));
        add_lines(&lines, &whole);
        for (size_t piece = 1; piece < 4; piece++) {
            struct source source = {sv_from(texts[i]), piece, 0};
            const struct feed feed = {&source, more};
            struct buf parted = {0};
            struct err err;
            lines = lines_from(&feed, &err);
            add_lines(&lines, &parted);
            assert_string_equal(buf_text(&parted), buf_text(&whole));
            lines_free(&lines);
            buf_free(&parted);
        }
        buf_free(&whole);
    }
}

/* A line that is too long is cut, its rest passed over, and the next one is whole. */
static void cuts_lines(void **state)
{
    (void)state;
    static const char *const ends[] = {"\n", "\r", "\r\n"};
    static const size_t sizes[] = {IMPORT_RECORD_MAX - 1, IMPORT_RECORD_MAX,
                                   IMPORT_RECORD_MAX + 1, IMPORT_RECORD_MAX + 2,
                                   IMPORT_RECORD_MAX + 3, 3 * IMPORT_RECORD_MAX};
    for (size_t s = 0; s < COUNT_OF(sizes); s++) {
        for (size_t e = 0; e < COUNT_OF(ends); e++) {
            struct buf text = {0}, seen = {0};
            buf_fill(&text, 'x', (int)sizes[s]);
            buf_printf(&text, "%sb%sc", ends[e], ends[e]);
            struct source source = {buf_sv(&text), 4096, 0};
            const struct feed feed = {&source, more};
            struct err err;
            struct lines lines = lines_from(&feed, &err);
            add_lines(&lines, &seen);
            assert_non_null(strstr(buf_text(&seen), "2[b"));
            assert_non_null(strstr(buf_text(&seen), "3[c]"));
            assert_true(lines.held.size <= 1024 * 1024);
            lines_free(&lines);
            buf_free(&text);
            buf_free(&seen);
        }
    }
}

/* Reads a stream; "2[x]" is a record of one cell beginning with x, "1!code" a fault. */
static void read_stream(struct source *source, struct buf *out)
{
    const struct feed feed = {source, more};
    struct csv_reader *reader = xcalloc(1, sizeof(*reader));
    struct csv_record record;
    struct err err;
    enum csv_read kind = CSV_READ_FAILED;
    if (csv_reader_stream(reader, &feed, &err))
        while ((kind = csv_reader_next(reader, &record)) < CSV_READ_END) {
            assert_true(record.raw.len <= IMPORT_RECORD_MAX);
            if (kind == CSV_READ_FAULT)
                buf_printf(out, "%u!%s ", record.line, issue_word(record.fault));
            else
                buf_printf(out, "%u[%.1s] ", record.line, record.cells[0].data);
        }
    buf_puts(out, kind == CSV_READ_FAILED ? "failed" : "end");
    csv_reader_close(reader);
    free(reader);
}

static void loses_only_the_long_row(void **state)
{
    (void)state;
    static const char *const fills[] = {"x", "x,", "\"x\"\"y\",", " ", "\"x\ny\","};
    for (size_t f = 0; f < COUNT_OF(fills); f++) {
        for (size_t piece = 1000; piece < 100000; piece += 17777) {
            struct buf text = {0}, seen = {0};
            buf_puts(&text, "a,b\n");
            while (text.len < 2 * IMPORT_RECORD_MAX)
                buf_puts(&text, fills[f]);
            buf_puts(&text, "\nz,1\n");
            struct source source = {buf_sv(&text), piece, 0};
            read_stream(&source, &seen);
            assert_int_equal(strncmp(buf_text(&seen), "1[a] 2!record-too-long ", 23), 0);
            assert_non_null(strstr(buf_text(&seen), "[z] end"));
            buf_free(&text);
            buf_free(&seen);
        }
    }
}

static void says_that_the_feed_failed(void **state)
{
    (void)state;
    for (int piece = 1; piece < 5; piece++) {
        struct buf seen = {0};
        struct source source = {SV("a,b\nc,d\ne,f\n"), 3, piece};
        read_stream(&source, &seen);
        assert_non_null(strstr(buf_text(&seen), "failed"));
        buf_free(&seen);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_lines_in_pieces),
        cmocka_unit_test(cuts_lines),
        cmocka_unit_test(loses_only_the_long_row),
        cmocka_unit_test(says_that_the_feed_failed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
