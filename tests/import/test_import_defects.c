/* Files with one thing wrong with them: each is named with its line, its cell and its code, in
 * every encoding and with every line end, and stops no good row. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <iconv.h>
#include <string.h>

#include "../support/import_defects.h"

static void expect_plain(const struct import_fixture *fixture, const struct import_defect *defect)
{
    import_expect_defect(fixture, defect, sv_from(defect->text), "as it is");
}

static void finds_defects(void **state)
{
    import_each_defect(*state, expect_plain);
}

static void has_enough(void **state)
{
    enum { ENOUGH = 250 };
    (void)state;
    assert_true(import_defect_count() >= ENOUGH);
}

/* Each file once more with a good row behind it, which must be taken whatever came before. */
static void expect_good_row(const struct import_fixture *fixture,
                            const struct import_defect *defect)
{
    struct buf text = {0};
    struct import_trial run;
    if (strncmp(defect->text, LONG_FORM, strlen(LONG_FORM)) != 0)
        return;
    buf_puts(&text, defect->text);
    buf_puts(&text, "011,1.1,2021-03-03,yes,,good\n");
    import_try(&run, fixture, buf_sv(&text));
    if (strstr(buf_text(&run.sinks.taken), "011 1.1 2021-03-03 1 good\n") == NULL)
        fail_msg("the good row is lost behind\n%s", defect->text);
    import_sinks_close(&run.sinks);
    buf_free(&text);
}

static void keeps_the_good_rows(void **state)
{
    import_each_defect(*state, expect_good_row);
}

/* The text with `end` for every line end. */
static void with_ends(const char *text, const char *end, struct buf *out)
{
    for (; *text; text++) {
        if (text[0] == '\r' && text[1] == '\n')
            continue;
        if (*text == '\n')
            buf_puts(out, end);
        else
            buf_putc(out, *text);
    }
}

static void expect_with_ends(const struct import_fixture *fixture,
                             const struct import_defect *defect)
{
    static const char *const ends[] = {"\n", "\r\n", "\r"};
    for (size_t i = 0; i < COUNT_OF(ends); i++) {
        struct buf text = {0};
        with_ends(defect->text, ends[i], &text);
        import_expect_defect(fixture, defect, buf_sv(&text), "with other line ends");
        buf_free(&text);
    }
}

static void line_ends_change_nothing(void **state)
{
    import_each_defect(*state, expect_with_ends);
}

/* `text` in an encoding, behind its byte order mark. */
static struct sv encode(const char *text, const char *encoding, struct sv mark, char *room,
                        size_t size)
{
    char *in = (char *)(uintptr_t)text, *out = room;
    size_t in_left = strlen(text), out_left = size;
    iconv_t converter = iconv_open(encoding, "UTF-8");
    assert_true(converter != (iconv_t)-1);
    memcpy(out, mark.data, mark.len);
    out += mark.len;
    out_left -= mark.len;
    if (iconv(converter, &in, &in_left, &out, &out_left) == (size_t)-1)
        fail_msg("%s cannot hold %s", encoding, text);
    iconv_close(converter);
    return (struct sv){room, (size_t)(out - room)};
}

static void expect_encoded(const struct import_fixture *fixture, const struct import_defect *defect)
{
    static const struct {
        const char *encoding;
        struct sv mark;
    } forms[] = {
        {"UTF-8", {"\xEF\xBB\xBF", 3}},
        {"GB18030", {"", 0}},
        {"GB18030", {"\x84\x31\x95\x33", 4}},
        {"UTF-16LE", {"\xFF\xFE", 2}},
        {"UTF-16BE", {"\xFE\xFF", 2}},
        {"UTF-16LE", {"", 0}},
        {"UTF-16BE", {"", 0}},
    };
    for (size_t i = 0; i < COUNT_OF(forms); i++) {
        static char room[16384];
        struct sv bytes =
            encode(defect->text, forms[i].encoding, forms[i].mark, room, sizeof(room));
        import_expect_defect(fixture, defect, bytes, forms[i].encoding);
    }
}

static void encodings_change_nothing(void **state)
{
    import_each_defect(*state, expect_encoded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(has_enough),
        cmocka_unit_test(finds_defects),
        cmocka_unit_test(keeps_the_good_rows),
        cmocka_unit_test(line_ends_change_nothing),
        cmocka_unit_test(encodings_change_nothing),
    };
    return cmocka_run_group_tests(tests, import_fixture_set_up, import_fixture_tear_down);
}
