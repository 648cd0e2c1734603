#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "../support/base_child.h"
#include "../support/import_decode.h"
#include "duban/mem.h"
#include "import/decode.h"
#include "import/dialect.h"
#include "import/foreign.h"

#define BYTES(literal)                  \
    {                                   \
        "" literal, sizeof(literal) - 1 \
    }

static const struct {
    struct sv bytes;
    const char *stated; /* NULL: by content */
    enum encoding encoding;
    const char *text;
    bool broken;
} files[] = {
    {BYTES("a,b\n"), NULL, ENCODING_UTF_8, "a,b\n", false},
    {BYTES("\xEF\xBB\xBF"
           "a,b\n"),
     NULL, ENCODING_UTF_8, "a,b\n", false},
    {BYTES("学校,5\n"), NULL, ENCODING_UTF_8, "学校,5\n", false},
    {BYTES("a\xC3\xA9,学\n"), NULL, ENCODING_UTF_8, "aé,学\n", false},
    {BYTES("\xF0\xA0\xAE\xB7\n"), NULL, ENCODING_UTF_8, "𠮷\n", false},
    /* The word for "school" in GBK is valid UTF-8 of two-byte characters. */
    {BYTES("\xD1\xA7\xD0\xA3"), NULL, ENCODING_GB18030, "学校", false},
    {BYTES("\xD1\xA7\xD0\xA3,value\r\n001,5\r\n"), NULL, ENCODING_GB18030,
     "学校,value\r\n001,5\r\n", false},
    {BYTES("\xFE\x9F,\x82\x35\x98\x33\n"), NULL, ENCODING_GB18030, "䶮,ꀀ\n", false},
    {BYTES("\x84\x31\x95\x33\xD1\xA7"), NULL, ENCODING_GB18030, "学", false},
    {BYTES("\xFF\xFE\x61\x00\x66\x5B"), NULL, ENCODING_UTF_16LE, "a学", false},
    {BYTES("\xFE\xFF\x00\x61\x5B\x66"), NULL, ENCODING_UTF_16BE, "a学", false},
    {BYTES("\x61\x00,\x00\x66\x5B\n\x00"), NULL, ENCODING_UTF_16LE, "a,学\n", false},
    {BYTES("\x00\x61\x00,\x5B\x66\x00\n"), NULL, ENCODING_UTF_16BE, "a,学\n", false},
    /* U+4E00, the character for "one", has its NUL where the other byte order has ASCII's. */
    {BYTES("\x00\x4E\x00\x4E,\x00\x00\x4E\n\x00"), NULL, ENCODING_UTF_16LE, "一一,一\n", false},
    {BYTES("\x4E\x00\x4E\x00\x00,\x4E\x00\x00\n"), NULL, ENCODING_UTF_16BE, "一一,一\n", false},
    /* The end of DOS and of padded files. */
    {BYTES("a,b\n\x1A"), NULL, ENCODING_UTF_8, "a,b\n", false},
    {BYTES("a,b\n\0\0\0\0\0\0\0\0\0\0\0\0\0"), NULL, ENCODING_UTF_8, "a,b\n", false},
    {BYTES("a\n\x1A\0\0\0"), NULL, ENCODING_UTF_8, "a\n", false},
    {BYTES("\xD1\xA7\n\x1A"), NULL, ENCODING_GB18030, "学\n", false},
    {BYTES("\xFF\xFE\x61\x00\n\x00\x1A\x00\x00\x00"), NULL, ENCODING_UTF_16LE, "a\n", false},
    /* A stated encoding: what does not fit is marked. */
    {BYTES("\xD1\xA7\xD0\xA3"), "utf-8", ENCODING_UTF_8, "\xD1\xA7\xD0\xA3", false},
    {BYTES("\xD1\xA7\xD0\xA3"), "GBK", ENCODING_GBK, "学校", false},
    {BYTES("\xE5\xAD\xA6"), "UTF-8", ENCODING_UTF_8, "学", false},
    {BYTES("\xEF\xBB\xBF"
           "a"),
     "UTF-8", ENCODING_UTF_8, "a", false},
    {BYTES("\xBE\xC7\xAE\xD5,5\n"), "Big5", ENCODING_BIG5, "學校,5\n", false},
    {BYTES("\xFF\xFE\x61\x00"), "UTF-16LE", ENCODING_UTF_16LE, "a", false},
    {BYTES("\x5B\x66"), "UTF-16BE", ENCODING_UTF_16BE, "学", false},
    {BYTES("\xD1\xA7,\xFF,\xD0\xA3\n"), "GB18030", ENCODING_GB18030, "学,\xFF,校\n", true},
    {BYTES("a,\xFF\xFF,b\n"), "BIG5", ENCODING_BIG5, "a,\xFF\xFF,b\n", true},
    {BYTES("a,\xC3,b\n"), "UTF-8", ENCODING_UTF_8, "a,\xC3,b\n", true},
    {BYTES("\xEF\xBB\xBF\xE5\xAD\xA6,\xFF\n"), NULL, ENCODING_UTF_8, "学,\xFF\n", true},
    {BYTES("\xFF\xFE\x61\x00\x00\xD8\x62\x00"), NULL, ENCODING_UTF_16LE,
     "a\xFF"
     "b",
     true},
    {BYTES("\xFF\xFE\x61\x00\x62"), NULL, ENCODING_UTF_16LE, "a\xFF", true},
    {BYTES("\xD1\xA7\xD0"), "GB18030", ENCODING_GB18030, "学\xFF", true},
};

static void decodes(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        struct decoded decoded;
        struct err err;
        if (!decode(files[i].bytes, "f", files[i].stated, &decoded, &err))
            fail_msg("file %zu: %s", i, err.text);
        if (decoded.encoding != files[i].encoding || decoded.broken != files[i].broken ||
            !sv_eq(decoded.text, sv_from(files[i].text)))
            fail_msg("file %zu: %s, broken %d: %.*s", i, encoding_name(decoded.encoding),
                     decoded.broken, SV_ARG(decoded.text));
        decode_free(&decoded);
    }
}

static const struct {
    struct sv bytes;
    unsigned line, column;
    const char *says;
} refused[] = {
    {BYTES("\xFF"), 1, 1, "0xFF is no GB18030"},
    {BYTES("a,b\n\xD1\xA7,5\n\xD0\xA3,\xFF,1\n"), 3, 2, "0xFF is no GB18030"},
    {BYTES("a;b\r\n\xD1\xA7;\"x;y\";\xFF\r\n"), 2, 3, "0xFF"},
    {BYTES("a\tb\r\xD1\xA7\t\xD1\r"), 2, 2, "0xD1"},
    {BYTES("a,b\n学校,南河幼儿园,\xFF\n"), 2, 3, "0xFF is no UTF-8"},
    {BYTES("\x80"), 1, 1, "0x80"},
};

static void refuses_what_fits_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(refused); i++) {
        struct decoded decoded;
        struct err err = {0};
        if (decode(refused[i].bytes, "x.csv", NULL, &decoded, &err))
            fail_msg("file %zu was read as %s", i, encoding_name(decoded.encoding));
        decode_free(&decoded);
        if (err.code != ERR_DATA || err.line != refused[i].line ||
            err.column != refused[i].column || strstr(err.text, refused[i].says) == NULL)
            fail_msg("file %zu: %s:%u:%u: %s", i, err.file, err.line, err.column, err.text);
    }
    struct decoded decoded;
    struct err err = {0};
    assert_false(decode(SV("a"), "x.csv", "latin1", &decoded, &err));
    assert_int_equal(err.code, ERR_USAGE);
}

/* A text long enough for several blocks of conversion, and what comes back from each encoding. */
static void converts_long_texts(void **state)
{
    (void)state;
    static const enum encoding encodings[] = {ENCODING_GB18030, ENCODING_UTF_16LE,
                                              ENCODING_UTF_16BE, ENCODING_BIG5};
    struct buf text = {0};
    buf_puts(&text, "學校,指標\n");
    for (int i = 0; i < 20000; i++)
        buf_printf(&text, "%05d,武進區教育局\n", i);
    for (size_t i = 0; i < COUNT_OF(encodings); i++) {
        struct buf bytes = {0};
        bytes.size = text.len * 2;
        bytes.data = malloc(bytes.size);
        iconv_t converter = iconv_open(encoding_iconv(encodings[i]), "UTF-8");
        char *in = text.data, *out = bytes.data;
        size_t in_left = text.len, room = bytes.size;
        assert_int_equal(iconv(converter, &in, &in_left, &out, &room), 0);
        iconv_close(converter);
        bytes.len = bytes.size - room;

        struct decoded decoded;
        struct err err;
        const char *stated = encodings[i] == ENCODING_BIG5 ? "BIG5" : NULL;
        assert_true(decode(buf_sv(&bytes), "f", stated, &decoded, &err));
        assert_int_equal(decoded.encoding, encodings[i]);
        assert_false(decoded.broken);
        assert_true(sv_eq(decoded.text, buf_sv(&text)));
        decode_free(&decoded);
        buf_free(&bytes);
    }
    buf_free(&text);
}

static void refuses_other_formats(void **state)
{
    (void)state;
    static const struct {
        struct sv bytes;
        const char *says;
    } formats[] = {
        {BYTES("PK\x03\x04\x14\x00"), ".xlsx"},
        {BYTES("\xD0\xCF\x11\xE0\xA1\xB1"), ".xls"},
        {BYTES("<html><table>"), "web page"},
        {BYTES("\xEF\xBB\xBF \r\n<!DOCTYPE html>"), "web page"},
        {BYTES("<?xml version=\"1.0\"?>"), "web page"},
        {BYTES("%PDF-1.4"), "PDF"},
        {BYTES("{\\rtf1"), "text document"},
    };
    struct err err;
    for (size_t i = 0; i < COUNT_OF(formats); i++) {
        err = (struct err){0};
        assert_false(foreign_refuse(formats[i].bytes, "x.csv", &err));
        if (err.code != ERR_DATA || strstr(err.text, formats[i].says) == NULL)
            fail_msg("format %zu: %s", i, err.text);
        assert_string_equal(err.file, "x.csv");
    }
    assert_true(foreign_refuse(SV(""), "x.csv", &err));
    assert_true(foreign_refuse(SV("PK,school"), "x.csv", &err));
    assert_true(foreign_refuse(SV("school,<b>"), "x.csv", &err));
}

static void finds_the_separator(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        char separator;
        bool stated;
    } texts[] = {
        {"", ',', false},
        {"school", ',', false},
        {"a,b,c\n", ',', false},
        {"a;b;c\n", ';', false},
        {"a\tb\tc\n", '\t', false},
        {"a,b;c;d\n", ';', false},
        {"\"a;b;c\",d\n", ',', false},
        {"\r\n \na;b\n1,2,3\n", ';', false},
        {"sep=;\na,b\n", ';', true},
        {"sep=,\r\na;b\r\n", ',', true},
        {"SEP=\t\na\n", '\t', true},
        {"sep=;", ';', true},
        {"sep=x\na,b\n", ',', false},
        {"sep=\na,b\n", ',', false},
        {"sep=;;\na,b\n", ';', false},
        {"\nsep=;\n", ';', false},
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct dialect dialect = dialect_of(sv_from(texts[i].text));
        if (dialect.separator != texts[i].separator || dialect.stated != texts[i].stated)
            fail_msg("text %zu: '%c' %d", i, dialect.separator, dialect.stated);
    }
    assert_int_equal(dialect_of(SV("sep=\0\n")).separator, ',');
}

static bool read_fails(void *context, int64_t offset, void *out, size_t size, size_t *got,
                       struct err *err)
{
    (void)context, (void)offset, (void)out, (void)size, (void)got;
    return err_set(err, ERR_IO, "the disk is broken; take another");
}

static bool read_ends(void *context, int64_t offset, void *out, size_t size, size_t *got,
                      struct err *err)
{
    (void)context, (void)offset, (void)out, (void)size, (void)err;
    *got = 0;
    return true;
}

/* Both while it is being read: neither is taken for the end of the file. */
static void a_file_that_fails_or_shrinks_is_an_error(void **state)
{
    (void)state;
    const struct import_input inputs[] = {{.size = 100, .read_at = read_fails},
                                          {.size = 100, .read_at = read_ends}};
    static const char *const texts[] = {"the disk is broken", "became shorter"};
    for (size_t i = 0; i < COUNT_OF(inputs); i++) {
        struct decoder *decoder = xcalloc(1, sizeof(*decoder));
        struct buf out = {0};
        struct err err = {0};
        bool ended;
        decoder_open(decoder, &inputs[i], ENCODING_GB18030, 0, inputs[i].size);
        assert_false(decoder_more(decoder, &out, &ended, &err));
        assert_int_equal(err.code, ERR_IO);
        assert_non_null(strstr(err.text, texts[i]));
        decoder_close(decoder);
        buf_free(&out);
        free(decoder);
    }
}

/* The C library's tables are files; where they are not, UTF-8 is still read. */
static void read_without_tables(void)
{
    static const struct sv gb18030 = BYTES("\xD1\xA7\xD0\xA3\n"), utf8 = BYTES("学校\n");
    struct rlimit usual, no_more_files;
    struct decoded decoded;
    struct err err;
    getrlimit(RLIMIT_NOFILE, &usual);
    no_more_files = (struct rlimit){3, usual.rlim_max};
    setrlimit(RLIMIT_NOFILE, &no_more_files);
    bool reads_utf8 = decode(utf8, "f", NULL, &decoded, &err);
    decode_free(&decoded);
    bool reads_gb18030 = decode(gb18030, "f", NULL, &decoded, &err);
    decode_free(&decoded);
    setrlimit(RLIMIT_NOFILE, &usual);
    if (!reads_utf8 || reads_gb18030)
        fprintf(stderr, "UTF-8 %d, GB18030 %d", reads_utf8, reads_gb18030);
    else
        fprintf(stderr, "%d: %s", (int)err.code, err.text);
}

static void an_encoding_without_tables_is_an_error(void **state)
{
    (void)state;
    struct base_child child;
    base_child_run(&child, read_without_tables);
    assert_int_equal(child.status, 0);
    assert_string_equal(child.err,
                        "74: cannot read GB18030 on this computer; save the file as UTF-8");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_encoding_without_tables_is_an_error), /* before they are loaded */
        cmocka_unit_test(decodes),
        cmocka_unit_test(refuses_what_fits_nothing),
        cmocka_unit_test(converts_long_texts),
        cmocka_unit_test(a_file_that_fails_or_shrinks_is_an_error),
        cmocka_unit_test(refuses_other_formats),
        cmocka_unit_test(finds_the_separator),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
