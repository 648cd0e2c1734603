#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "duban/buf.h"
#include "duban/mem.h"
#include "import/csv_reader.h"

/* What the reader says of a text after its first `skip` lines: "1[a|b]" is a row of line 1,
 * "2!bad-quote@3" a fault of line 2 in cell 3. */
static void read_after(unsigned skip, struct sv text, char separator, struct buf *out)
{
    struct csv_reader *reader = xcalloc(1, sizeof(*reader));
    struct csv_record record;
    enum csv_read kind;
    csv_reader_open(reader, text, separator);
    while ((kind = csv_reader_next(reader, &record)) != CSV_READ_END) {
        if (record.line <= skip)
            continue;
        if (out->len > 0)
            buf_putc(out, ' ');
        buf_printf(out, "%u", record.line - skip);
        if (kind == CSV_READ_FAULT) {
            buf_printf(out, "!%s@%u", issue_word(record.fault), record.column);
            continue;
        }
        buf_putc(out, '[');
        for (size_t i = 0; i < record.count; i++)
            buf_printf(out, "%s%.*s", i ? "|" : "", SV_ARG(record.cells[i]));
        buf_putc(out, ']');
    }
    csv_reader_close(reader);
    free(reader);
}

static void read_all(struct sv text, char separator, struct buf *out)
{
    read_after(0, text, separator, out);
}

static const struct {
    const char *text, *events;
} texts[] = {
    {"", ""},
    {"\n\r\n \t\n", ""},
    {"a", "1[a]"},
    {"a,b\n", "1[a|b]"},
    {"a,b", "1[a|b]"},
    {"a,b,", "1[a|b|]"},
    {",\n", "1[|]"},
    {"a\nb\nc\n", "1[a] 2[b] 3[c]"},
    {"a\r\nb\r\nc\r\n", "1[a] 2[b] 3[c]"},
    {"a\rb\rc", "1[a] 2[b] 3[c]"},
    {"a\rb\nc\r\nd\r\re", "1[a] 2[b] 3[c] 4[d] 6[e]"},
    {"a\n\n\nb\n", "1[a] 4[b]"},
    {"a\r\n\r\nb\r\n", "1[a] 3[b]"},
    {" a , b\t\n", "1[a|b]"},
    {"\"a\" , \"b\"\n", "1[a|b]"},
    {"\" a \",b\n", "1[ a |b]"},
    {"\"a,b\",c\n", "1[a,b|c]"},
    {"\"a\"\"b\"\n", "1[a\"b]"},
    {"\"\"\n", "1[]"},
    {"\"\"\"\"\n", "1[\"]"},
    {"\"a\nb\",c\nd\n", "1[a\nb|c] 3[d]"},
    {"\"a\r\nb\",c\r\nd\r\n", "1[a\r\nb|c] 3[d]"},
    {"\"a\rb\",c\rd\r", "1[a\rb|c] 3[d]"},
    {"\"a\n\n\nb\"\nc\n", "1[a\n\n\nb] 5[c]"},
    {"x,\"a\"", "1[x|a]"},
    /* A formula that only keeps a code as text. */
    {"=\"007\",b\n", "1[007|b]"},
    {"a, =\"007\" ,=\"\"\n", "1[a|007|]"},
    {"\"=\"\"007\"\"\",b\n", "1[=\"007\"|b]"},
    {"\"a,=\"\"b\"\"\",=\"c\"\n", "1[a,=\"b\"|c]"},
    {"\"a\n=\"\"b\",c\n", "1[a\n=\"b|c]"},
    {"a=\"b\"\nc\n", "1!bad-quote@1 2[c]"},
    {"=\"a,b\nc\n", "1!bad-quote@1 2[c]"},
    {"=\"a\n=\"b\"\n", "1!bad-quote@1 2[b]"},
    {"=1+1,==\"a\"\n", "1!bad-quote@2"},
    /* Only the broken record is lost. */
    {"a\"b,c\nd\n", "1!bad-quote@1 2[d]"},
    {"a,b\"c\nd\n", "1!bad-quote@2 2[d]"},
    {"\"a\"b,c\nd\n", "1!bad-quote@1 2[d]"},
    {"a,\"abc\"def,\nd,e\nf,g\n", "1!bad-quote@2 2[d|e] 3[f|g]"},
    {"a,\"b\" \"c\nd\n", "1!bad-quote@2 2[d]"},
    {"a,\"b\nc,d\ne,f\n", "1!bad-quote@2 2[c|d] 3[e|f]"},
    {"a,\"b\nc,\"d\"\ne,f\n", "1!bad-quote@2 2[c|d] 3[e|f]"},
    {"a\nb,\"c", "1[a] 2!bad-quote@2"},
    {"a\nb,\"c\n", "1[a] 2!bad-quote@2"},
    {"\"", "1!bad-quote@1"},
    {"\"\n\"", "1[\n]"},
    {"a,\"b\r\nc,d\r\n", "1!bad-quote@2 2[c|d]"},
    {"a,\"b\rc,d\r", "1!bad-quote@2 2[c|d]"},
    {"a\"\nb\"\nc\"\nd", "1!bad-quote@1 2!bad-quote@1 3!bad-quote@1 4[d]"},
    {"\"a\nb\"c\nd\n", "1!bad-quote@1 2!bad-quote@1 3[d]"},
    {"1,\"x\n2,\"y\n3,z\n", "1!bad-quote@2 2!bad-quote@2 3[3|z]"},
};

static void reads_records(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct buf events = {0};
        read_all(sv_from(texts[i].text), ',', &events);
        if (strcmp(buf_text(&events), texts[i].events) != 0)
            fail_msg("text %zu: %s, not %s", i, buf_text(&events), texts[i].events);
        buf_free(&events);
    }
}

/* After a broken record each text reads as it does at the beginning. */
static void starts_afresh_after_a_fault(void **state)
{
    (void)state;
    static const char *const broken[] = {"x\"x\n", "\"x\"x\n", "x,\"x\" \"\n"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        for (size_t b = 0; b < COUNT_OF(broken); b++) {
            struct buf text = {0}, events = {0};
            buf_puts(&text, broken[b]);
            buf_puts(&text, texts[i].text);
            read_after(1, buf_sv(&text), ',', &events);
            if (strcmp(buf_text(&events), texts[i].events) != 0)
                fail_msg("text %zu after %zu: %s", i, b, buf_text(&events));
            buf_free(&text);
            buf_free(&events);
        }
    }
}

static void knows_other_separators(void **state)
{
    (void)state;
    struct buf events = {0};
    read_all(SV("a\tb\t\n\t\n\"c\td\"\te\n"), '\t', &events);
    assert_string_equal(buf_text(&events), "1[a|b|] 2[|] 3[c\td|e]");
    buf_clear(&events);
    read_all(SV("a;b,c\n;\n"), ';', &events);
    assert_string_equal(buf_text(&events), "1[a|b,c] 2[|]");
    buf_free(&events);
}

static void hands_out_the_raw_record(void **state)
{
    (void)state;
    struct csv_reader *reader = xcalloc(1, sizeof(*reader));
    struct csv_record record;
    csv_reader_open(reader, SV("\n a,\"b\r\nc\" \r\nd\"\r\n\"e"), ',');
    assert_int_equal(csv_reader_next(reader, &record), CSV_READ_ROW);
    assert_true(sv_eq(record.raw, SV(" a,\"b\r\nc\" ")));
    assert_int_equal(csv_reader_next(reader, &record), CSV_READ_FAULT);
    assert_true(sv_eq(record.raw, SV("d\"")));
    assert_int_equal(csv_reader_next(reader, &record), CSV_READ_FAULT);
    assert_true(sv_eq(record.raw, SV("\"e")));
    csv_reader_close(reader);
    free(reader);
}

/* `count` times `piece` between `before` and `after`, then a good row. */
static void expect_limit(const char *before, const char *piece, size_t count, const char *after,
                         const char *events)
{
    struct buf text = {0}, got = {0};
    buf_puts(&text, before);
    for (size_t i = 0; i < count; i++)
        buf_puts(&text, piece);
    buf_puts(&text, after);
    buf_puts(&text, "\ngood\n");
    read_all(buf_sv(&text), ',', &got);
    const char *end = buf_text(&got);
    if (strncmp(end, "1[", 2) == 0)
        end = strrchr(end, ']') - strlen("] 2[good");
    assert_string_equal(end, events);
    buf_free(&text);
    buf_free(&got);
}

static void keeps_limits(void **state)
{
    (void)state;
    const char *fine = "] 2[good]";
    expect_limit("a,", "x", IMPORT_FIELD_MAX - 1, "", fine);
    expect_limit("a,", "x", IMPORT_FIELD_MAX, "", "1!field-too-long@2 2[good]");
    expect_limit("a,\"", "x", IMPORT_FIELD_MAX, "\"", "1!field-too-long@2 2[good]");
    expect_limit("", "x,", IMPORT_COLUMNS_MAX - 1, "", fine);
    expect_limit("", "x,", IMPORT_COLUMNS_MAX, "", "1!too-many-columns@513 2[good]");
    expect_limit("", "xxxxxxxxx,", IMPORT_RECORD_MAX / 10, "", "1!too-many-columns@513 2[good]");
    expect_limit("", "xxxxxxxxx,", IMPORT_RECORD_MAX / 10 + 1, "", "1!record-too-long@1 2[good]");
}

/* An open quotation over many lines is cut off at the limit and its lines are read as rows. */
static void gives_back_the_lines_of_an_open_quotation(void **state)
{
    (void)state;
    enum { LINES = 20000 };
    struct buf text = {0}, events = {0};
    buf_puts(&text, "a,\"open\n");
    for (int i = 0; i < LINES; i++)
        buf_puts(&text, "b,c\n");
    read_all(buf_sv(&text), ',', &events);
    const char *start = "1!field-too-long@2 2[b|c] 3[b|c]";
    assert_int_equal(strncmp(buf_text(&events), start, strlen(start)), 0);
    assert_non_null(strstr(buf_text(&events), " 20001[b|c]"));
    buf_free(&text);
    buf_free(&events);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_records),
        cmocka_unit_test(starts_afresh_after_a_fault),
        cmocka_unit_test(knows_other_separators),
        cmocka_unit_test(hands_out_the_raw_record),
        cmocka_unit_test(keeps_limits),
        cmocka_unit_test(gives_back_the_lines_of_an_open_quotation),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
