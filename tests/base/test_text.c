#include "duban/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "duban/mem.h"

#define BAD "\xEF\xBF\xBD" /* U+FFFD */

static void test_decode(void **state)
{
    (void)state;
    static const struct {
        struct sv text;
        int len;
        int32_t c;
    } rows[] = {
        {{"a", 1}, 1, 'a'},
        {{"\0", 1}, 1, 0},
        {{"\x7F", 1}, 1, 0x7F},
        {{"\xC2\x80", 2}, 2, 0x80},
        {{"\xDF\xBF", 2}, 2, 0x7FF},
        {{"\xE0\xA0\x80", 3}, 3, 0x800},
        {{"督x", 4}, 3, 0x7763},
        {{"\xED\x9F\xBF", 3}, 3, 0xD7FF},
        {{"\xEE\x80\x80", 3}, 3, 0xE000},
        {{"\xEF\xBF\xBF", 3}, 3, 0xFFFF}, /* a noncharacter is valid UTF-8 */
        {{"\xF0\x90\x80\x80", 4}, 4, 0x10000},
        {{"\xF4\x8F\xBF\xBF", 4}, 4, 0x10FFFF},
        {{"\x80", 1}, 1, -1}, /* a continuation alone */
        {{"\xBF\xBF", 2}, 1, -1},
        {{"\xC0\x80", 2}, 1, -1},         /* overlong NUL */
        {{"\xC1\xBF", 2}, 1, -1},         /* overlong DEL */
        {{"\xE0\x9F\xBF", 3}, 1, -1},     /* overlong U+07FF */
        {{"\xF0\x8F\xBF\xBF", 4}, 1, -1}, /* overlong U+FFFF */
        {{"\xED\xA0\x80", 3}, 1, -1},     /* U+D800 */
        {{"\xED\xBF\xBF", 3}, 1, -1},     /* U+DFFF */
        {{"\xF4\x90\x80\x80", 4}, 1, -1}, /* beyond U+10FFFF */
        {{"\xF8\x88\x80\x80\x80", 5}, 1, -1},
        {{"\xFE", 1}, 1, -1},
        {{"\xFF", 1}, 1, -1},
        {{"\xC2", 1}, 1, -1}, /* cut */
        {{"\xE7\x9D", 2}, 1, -1},
        {{"\xF0\x9F\x98", 3}, 1, -1},
        {{"\xE7x\xA3", 3}, 1, -1},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        /* Its own allocation, so that a sanitizer sees a byte read too many. */
        char *exact = xcalloc(rows[i].text.len, 1);
        memcpy(exact, rows[i].text.data, rows[i].text.len);
        int32_t c = 99;
        int len = text_decode((struct sv){exact, rows[i].text.len}, &c);
        free(exact);
        if (len != rows[i].len || c != rows[i].c)
            fail_msg("row %zu: got U+%X of %d bytes", i, (unsigned)c, len);
    }
}

/* Every character comes back as it was; every surrogate becomes U+FFFD. */
static void test_encode(void **state)
{
    (void)state;
    struct buf out = {0};
    for (int32_t c = 0; c <= 0x2FFFF; c++) {
        buf_clear(&out);
        text_encode(&out, c);
        int32_t back = -1, want = c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
        size_t len = (size_t)text_decode(buf_sv(&out), &back);
        if (back != want || len != out.len)
            fail_msg("U+%04X: got U+%04X", (unsigned)c, (unsigned)back);
    }
    static const int32_t none[] = {-1, INT32_MIN, 0x110000, INT32_MAX};
    for (size_t i = 0; i < COUNT_OF(none); i++) {
        buf_clear(&out);
        text_encode(&out, none[i]);
        assert_string_equal(buf_text(&out), BAD);
    }
    buf_free(&out);
}

static void test_valid_and_whole(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool valid;
        size_t whole; /* bytes that text_whole() leaves */
    } rows[] = {
        {"", true, 0},
        {"abc", true, 3},
        {"督办", true, 6},
        {"a\xF0\x9F\x98\x80", true, 5},
        {"a\xC2", false, 1}, /* begun, and cut */
        {"a\xE7", false, 1},
        {"a\xE7\x9D", false, 1},
        {"a\xF0", false, 1},
        {"a\xF0\x9F", false, 1},
        {"a\xF0\x9F\x98", false, 1},
        {"\xE7\x9D", false, 0},
        {"\xE0\xA0", false, 0}, /* the edges of what a second byte may be */
        {"\xE0\x9F", false, 2},
        {"\xED\x9F", false, 0},
        {"\xED\xA0", false, 2},
        {"\xF0\x90", false, 0},
        {"\xF0\x8F", false, 2},
        {"\xF4\x8F\xBF", false, 0},
        {"\xF4\x90\x80", false, 3},
        {"\x80", false, 1}, /* wrong whatever follows: stays */
        {"\x80\x80\x80", false, 3},
        {"\x80\x80\x80\x80", false, 4},
        {"\xC0", false, 1},
        {"\xC1", false, 1},
        {"\xF5", false, 1},
        {"\xFF", false, 1},
        {"\xC2\x80\x80", false, 3},
        {"\xE7\x9D\xA3\xA3", false, 4},
        {"\xFF\xE7", false, 1},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct sv text = sv_from(rows[i].text);
        if (text_valid(text) != rows[i].valid)
            fail_msg("row %zu: valid?", i);
        size_t whole = text_whole(text).len;
        if (whole != rows[i].whole)
            fail_msg("row %zu: %zu bytes are whole", i, whole);
    }
}

static void test_hostile_and_width(void **state)
{
    (void)state;
    static const struct {
        int32_t c;
        int width;
        bool hostile;
    } rows[] = {
        {-1, 1, true},        {0, 1, true},
        {'\t', 1, true},      {'\n', 1, true},
        {0x1B, 1, true},      {' ', 1, false},
        {'~', 1, false},      {0x7F, 1, true},
        {0x80, 1, true},                        /* C1 */
        {0x9B, 1, true},                        /* CSI in one byte */
        {0x9F, 1, true},      {0xA0, 1, false}, /* no-break space */
        {0xAD, 1, true},                        /* soft hyphen */
        {0x301, 0, false},    {0x34F, 0, false},
        {0x378, 1, false}, /* not assigned */
        {0x61C, 1, true},  /* Arabic letter mark */
        {0x115F, 1, true}, /* Hangul fillers: letters that show nothing */
        {0x1160, 1, true},    {0x3164, 1, true},
        {0xFFA0, 1, true},    {0x180E, 1, true},
        {0x200B, 1, true}, /* zero width space, joiners, marks of direction */
        {0x200D, 1, true},    {0x200F, 1, true},
        {0x2014, 1, false}, /* the dash, the ellipsis, quotes, circled numbers: ambiguous */
        {0x2026, 1, false},   {0x201C, 1, false},
        {0x2460, 1, false},   {0x2588, 1, false},
        {0x2028, 1, true},                       /* line and paragraph separators */
        {0x2029, 1, true},    {0x202A, 1, true}, /* bidi embeddings, overrides */
        {0x202E, 1, true},    {0x2060, 1, true},
        {0x2069, 1, true},    {0x20DD, 0, false},
        {0x3000, 2, false}, /* ideographic space */
        {0x4E2D, 2, false},   {0xAC00, 2, false},
        {0xD800, 1, true},    {0xDFFF, 1, true},
        {0xE000, 1, false},                      /* private use: GB18030 puts Han letters there */
        {0xFDCF, 1, false},   {0xFDD0, 1, true}, /* noncharacters */
        {0xFDEF, 1, true},    {0xFDF0, 1, false},
        {0xFE0F, 0, false}, /* a variation selector is a mark */
        {0xFEFF, 1, true},  /* byte order mark */
        {0xFF10, 2, false},   {0xFF76, 1, false},
        {0xFFF9, 1, true},    {0xFFFD, 1, false},
        {0xFFFE, 1, true},    {0xFFFF, 1, true},
        {0x1F600, 2, false},  {0x1FFFF, 1, true},
        {0x20000, 2, false},  {0x2EBF0, 2, false}, /* Han letters newer than the tables */
        {0x2FFFF, 1, true},   {0x3FFFD, 2, false},
        {0x40000, 1, false},  {0xE0001, 1, true}, /* tags */
        {0xE0041, 1, true},   {0xE007F, 1, true},
        {0xE0100, 0, false},  {0x10FFFD, 1, false},
        {0x10FFFF, 1, true},  {0x110000, 1, true},
        {INT32_MAX, 1, true}, {INT32_MIN, 1, true},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        int width = text_char_width(rows[i].c);
        if (width != rows[i].width || text_hostile(rows[i].c) != rows[i].hostile)
            fail_msg("row %zu, U+%04X: width %d", i, (unsigned)rows[i].c, width);
    }
}

/* Where ambiguous characters take two columns, only they grow: not their neighbours, not ASCII, and
 * nothing that is wide, a mark or replaced. */
static void test_ambiguous_width(void **state)
{
    (void)state;
    static const struct {
        int32_t c;
        bool ambiguous;
        int width;
    } rows[] = {
        {'a', false, 1},    {0xA0, false, 1},   {0xA1, true, 2},    {0xA2, false, 1},
        {0xA7, true, 2},    {0xA8, true, 2},    {0xA9, false, 1},   {0x301, false, 0},
        {0x2014, true, 2},  {0x2026, true, 2},  {0x201C, true, 2},  {0x2460, true, 2},
        {0x24E9, true, 2},  {0x24EA, false, 1}, {0x2588, true, 2},  {0x4E2D, false, 2},
        {0x200B, false, 1}, {0xFFFD, true, 2},  {0x1F1AC, true, 2}, {0x1F1AD, false, 1},
    };
    text_ambiguous_width(2);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        int width = text_char_width(rows[i].c);
        if (width != rows[i].width || text_is_ambiguous(rows[i].c) != rows[i].ambiguous)
            fail_msg("row %zu, U+%04X: width %d", i, (unsigned)rows[i].c, width);
    }
    assert_int_equal(text_width(SV("“督办”…")), 10);
    text_ambiguous_width(1);
    assert_int_equal(text_width(SV("“督办”…")), 7);
}

static const struct {
    const char *text, *clean;
    int width;
} texts[] = {
    {"", "", 0},
    {"abc", "abc", 3},
    {"督办", "督办", 4},
    {"a督b", "a督b", 4},
    {"e\u0301a", "e\u0301a", 2},
    {"e\u0301\u0302\u0303\u0304a", "e\u0301\u0302\u0303\u0304a", 2},
    {"e\u0301\u0302\u0303\u0304\u0305a", "e\u0301\u0302\u0303\u0304" BAD "a", 3},
    {"e\u0301\u0302\u0303\u0304\u0305\u0306", "e\u0301\u0302\u0303\u0304" BAD BAD, 3},
    {"ab\u0301", "ab\u0301", 2},
    {"\u0301a", BAD "a", 2}, /* nothing to stand on */
    {"\u0301\u0302a", BAD BAD "a", 3},
    {"a\x1b[31m", "a" BAD "[31m", 6},
    {"\r\n\t", BAD BAD BAD, 3},
    {"a\u202Eb", "a" BAD "b", 3},
    {"\xFF\xC2", BAD BAD, 2},
    {"\xED\xA0\x80", BAD BAD BAD, 3}, /* each byte of a surrogate */
    {"督\xE5\x8A", "督" BAD BAD, 4},
    {"\uFEFF学", BAD "学", 3},
    {"👨\u200D👩", "👨" BAD "👩", 5},
    {"“—…①█", "“—…①█", 5},
};

static void test_clean(void **state)
{
    (void)state;
    struct buf out = {0};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct sv text = sv_from(texts[i].text);
        buf_clear(&out);
        text_clean(&out, text);
        if (strcmp(buf_text(&out), texts[i].clean) != 0)
            fail_msg("row %zu: cleaned \"%s\"", i, buf_text(&out));
        bool is_clean = strcmp(texts[i].text, texts[i].clean) == 0;
        if (text_is_clean(text) != is_clean)
            fail_msg("row %zu: clean already?", i);
        if (text_width(text) != texts[i].width || text_width(buf_sv(&out)) != texts[i].width)
            fail_msg("row %zu: width %d, cleaned %d", i, text_width(text),
                     text_width(buf_sv(&out)));
    }
    buf_free(&out);
}

/* At every size the array holds whole characters of the clean text, as many as fit. */
static void test_clean_into(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        size_t last = 0;
        for (size_t size = 1; size <= 64; size++) {
            char out[64];
            memset(out, 'x', sizeof(out));
            text_clean_into(out, size, sv_from(texts[i].text));
            size_t len = strlen(out);
            if (len >= size || !text_valid(sv_from(out)) ||
                strncmp(out, texts[i].clean, len) != 0 || len < last)
                fail_msg("row %zu, size %zu: \"%s\"", i, size, out);
            if (len + 4 < size && texts[i].clean[len] != '\0')
                fail_msg("row %zu, size %zu: \"%s\" is too short", i, size, out);
            last = len;
        }
        assert_int_equal(last, strlen(texts[i].clean));
    }
}

static void test_clip(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int columns;
        const char *want;
    } rows[] = {
        {"", 5, ""},
        {"abc", -1, ""},
        {"abc", 0, ""},
        {"abc", 2, "ab"},
        {"abc", 3, "abc"},
        {"abc", 99, "abc"},
        {"督办", 1, ""},
        {"督办", 2, "督"},
        {"督办", 3, "督"}, /* never half of a wide one */
        {"督办", 4, "督办"},
        {"a督b", 2, "a"},
        {"督\u0301办", 2, "督\u0301"}, /* the marks come along */
        {"督\u0301办", 3, "督\u0301"},
        {"e\u0301\u0302\u0303\u0304\u0305", 1, "e\u0301\u0302\u0303\u0304"},
        {"e\u0301\u0302\u0303\u0304\u0305", 2, "e\u0301\u0302\u0303\u0304\u0305"},
        {"\u0301a", 0, ""},
        {"\x1b[0m", 2, "\x1b["}, /* as wide as what it is shown as */
        {"\xFF督", 1, "\xFF"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct sv got = text_clip(sv_from(rows[i].text), rows[i].columns);
        if (!sv_eq(got, sv_from(rows[i].want)))
            fail_msg("row %zu: got \"%.*s\"", i, SV_ARG(got));
    }
}

/* No piece of a text is wider than asked for, whatever the bytes are; a clean one stays clean. */
static void test_random_bytes(void **state)
{
    (void)state;
    unsigned seed = 20210915;
    struct buf out = {0};
    for (int round = 0; round < 20000; round++) {
        char bytes[24];
        for (size_t i = 0; i < sizeof(bytes); i++) {
            seed = seed * 1103515245u + 12345u;
            bytes[i] = (char)(seed >> 16);
        }
        struct sv text = {bytes, sizeof(bytes)};
        buf_clear(&out);
        text_clean(&out, text);
        assert_true(text_valid(buf_sv(&out)));
        assert_true(text_is_clean(buf_sv(&out)));
        assert_int_equal(text_width(text), text_width(buf_sv(&out)));
        int columns = round % 30;
        assert_true(text_width(text_clip(text, columns)) <= columns);
        assert_true(text_whole(text).len + 3 >= text.len);
    }
    buf_free(&out);
}

/* Every character of the first three planes, alone between letters and cut short: a text is clean
 * exactly when cleaning leaves it as it is. */
static void test_clean_means_unchanged(void **state)
{
    (void)state;
    struct buf text = {0}, out = {0};
    for (int32_t c = 1; c <= 0x2FFFF; c++) {
        for (size_t cut = 0; cut < 4; cut++) {
            buf_clear(&text);
            buf_clear(&out);
            buf_printf(&text, "a");
            text_encode(&text, c);
            struct sv all = buf_sv(&text);
            if (cut >= all.len)
                break;
            all.len -= cut;
            text_clean(&out, all);
            if (text_is_clean(all) != sv_eq(all, buf_sv(&out)))
                fail_msg("U+%04X, %zu bytes cut", (unsigned)c, cut);
        }
    }
    buf_free(&text);
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decode),          cmocka_unit_test(test_encode),
        cmocka_unit_test(test_valid_and_whole), cmocka_unit_test(test_hostile_and_width),
        cmocka_unit_test(test_ambiguous_width), cmocka_unit_test(test_clean),
        cmocka_unit_test(test_clean_into),      cmocka_unit_test(test_clip),
        cmocka_unit_test(test_random_bytes),    cmocka_unit_test(test_clean_means_unchanged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
