/* Files that come in pieces of any size, or over a machine that gives up the processor at any
 * moment, are read as those that are there whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "../support/import_decode.h"
#include "../support/import_defects.h"

/* All that a run gave, as one text. */
static void describe(const struct import_trial *run, struct buf *out)
{
    const struct import_result *result = &run->result;
    buf_printf(out, "%d %s %s %c %d %lld %lld %lld %lld %lld %lld %s\n", run->ok, result->sha256,
               result->encoding, result->separator ? result->separator : '-', result->wide,
               (long long)result->rows, (long long)result->fresh, (long long)result->changed,
               (long long)result->same, (long long)result->rejected, (long long)result->warnings,
               run->ok ? "" : run->err.text);
    buf_add(out, buf_sv(&run->sinks.taken));
    buf_add(out, buf_sv(&run->sinks.found));
    buf_add(out, buf_sv(&run->sinks.texts));
    buf_add(out, buf_sv(&run->sinks.rows_text));
}

static void try_pieces(const struct import_fixture *fixture, struct sv bytes, size_t piece,
                       struct buf *out)
{
    struct pieces pieces = {bytes, piece};
    struct import_input input = pieces_input(&pieces);
    struct import_trial run = {0};
    import_sinks_open(&run.sinks, &fixture->plan);
    import_try_input(&run, fixture, &fixture->options, &input);
    describe(&run, out);
    import_sinks_close(&run.sinks);
}

static void expect_same_in_pieces(const struct import_fixture *fixture, struct sv bytes)
{
    struct buf whole = {0}, parted = {0};
    try_pieces(fixture, bytes, bytes.len + 1, &whole);
    for (size_t piece = 1; piece <= bytes.len; piece++) {
        buf_clear(&parted);
        try_pieces(fixture, bytes, piece, &parted);
        if (!sv_eq(buf_sv(&whole), buf_sv(&parted)))
            fail_msg("in pieces of %zu:\n%.*s\n%s\nnot\n%s", piece, SV_ARG(bytes),
                     buf_text(&parted), buf_text(&whole));
    }
    buf_free(&whole);
    buf_free(&parted);
}

static void expect_defect_in_pieces(const struct import_fixture *fixture,
                                    const struct import_defect *defect)
{
    if (strlen(defect->text) < 400) /* the long ones are about lengths */
        expect_same_in_pieces(fixture, sv_from(defect->text));
}

static void reads_defects_in_pieces(void **state)
{
    import_each_defect(*state, expect_defect_in_pieces);
}

static void read_file(const char *name, struct buf *out)
{
    char path[256], block[4096];
    size_t got;
    snprintf(path, sizeof(path), "tests/data/import/%s", name);
    FILE *stream = fopen(path, "rb");
    if (!stream)
        fail_msg("%s: run this from the project's root", path);
    while ((got = fread(block, 1, sizeof(block), stream)) > 0)
        buf_add(out, (struct sv){block, got});
    fclose(stream);
}

static void reads_files_in_pieces(void **state)
{
    static const char *const names[] = {"excel-utf8.csv", "excel-gb18030.csv", "excel-utf16.csv",
                                        "sep-line.csv",   "wide.csv",          "broken-quotes.csv"};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct buf bytes = {0};
        read_file(names[i], &bytes);
        expect_same_in_pieces(*state, buf_sv(&bytes));
        buf_free(&bytes);
    }
}

static void expect_same_without_meanings(const struct import_fixture *fixture,
                                         const struct import_defect *defect)
{
    struct buf kept = {0}, alone = {0};
    struct sv bytes = sv_from(defect->text);
    struct import_fixture without = *fixture;
    without.options.meanings = NULL;
    try_pieces(fixture, bytes, bytes.len + 1, &kept);
    try_pieces(&without, bytes, bytes.len + 1, &alone);
    assert_string_equal(buf_text(&kept), buf_text(&alone));
    buf_free(&kept);
    buf_free(&alone);
}

/* What files before have meant changes nothing; files about one school and others in turn. */
static void reads_files_one_after_the_other(void **state)
{
    struct import_fixture fixture = *(const struct import_fixture *)*state;
    fixture.options.meanings = import_meanings_open();
    for (int school = -1; school < 2; school++) {
        fixture.options.school = school;
        import_each_defect(&fixture, expect_same_without_meanings);
    }
    import_meanings_close(fixture.options.meanings);
    import_meanings_close(NULL);
}

#define BYTES(literal)                  \
    {                                   \
        "" literal, sizeof(literal) - 1 \
    }

/* What is hard to cut: characters of up to four bytes, byte order marks, ends. */
static void decodes_pieces(void **state)
{
    (void)state;
    static const struct {
        struct sv bytes;
        const char *stated;
    } files[] = {
        {BYTES("\xEF\xBB\xBFschool,学校,𠮷\r\n\x1A\0\0"), NULL},
        {BYTES("\xD1\xA7\xD0\xA3"), NULL},
        {BYTES("\xFE\x9F,\x82\x35\x98\x33\n\x1A"), NULL},
        {BYTES("\x84\x31\x95\x33\xD1\xA7\r"), NULL},
        {BYTES("\xFF\xFE\x61\x00\x66\x5B\x0D\x00\x0A\x00\x1A\x00"), NULL},
        {BYTES("\xFE\xFF\x00\x61\xD8\x42\xDF\xB7\x00\x0A"), NULL},
        {BYTES("\xFF\xFE\x61\x00\x00\xD8\x62\x00\x63"), NULL},
        {BYTES("\xBE\xC7\xAE\xD5,5\xFF\n"), "BIG5"},
        {BYTES("\xD1\xA7\xFF\xD0"), "GB18030"},
        {BYTES("a,\xC3\xA9,\xE5\xAD\n"), "UTF-8"},
        {BYTES("a,b\n\xD1\xA7,5\n\xD0\xA3,\xFF,1\n"), NULL},
    };
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        struct decoded whole, parted;
        struct err err, again;
        bool ok = decode(files[i].bytes, "f", files[i].stated, &whole, &err);
        for (size_t piece = 1; piece <= files[i].bytes.len; piece++) {
            struct pieces pieces = {files[i].bytes, piece};
            struct import_input input = pieces_input(&pieces);
            assert_int_equal(decode_input(&input, "f", files[i].stated, &parted, &again), ok);
            if (!ok)
                assert_string_equal(again.text, err.text);
            else if (!sv_eq(parted.text, whole.text) || parted.broken != whole.broken ||
                     parted.encoding != whole.encoding)
                fail_msg("file %zu in pieces of %zu: %.*s", i, piece, SV_ARG(parted.text));
            decode_free(&parted);
        }
        decode_free(&whole);
    }
}

/* So many rows are read by two threads. */
enum { MANY = 3000 };

/* Steps without time: the stages come in order, the progress never falls, and the end is the
 * same. */
static void goes_by_steps(void **state)
{
    const struct import_fixture *fixture = *state;
    struct buf text = {0};
    buf_puts(&text, LONG_FORM);
    for (int i = 0; i < MANY; i++)
        buf_printf(&text, "%s,5.1,2021-0%d-%02d,%d,,\n", i % 9 ? "001" : "x", 1 + i / 100 % 8,
                   1 + i % 28, i);
    struct sv bytes = buf_sv(&text);
    struct import_input input = import_input_of(&bytes);
    struct import *import;
    struct import_progress progress = {0};
    struct import_trial run = {0};
    import_sinks_open(&run.sinks, &fixture->plan);
    assert_true(import_open(&input, &fixture->plan, &fixture->options, &import, &run.err));
    int steps = 0, permille = 0, stops = 0;
    for (enum import_stage stage = IMPORT_SCAN; progress.stage != IMPORT_DONE; steps++) {
        assert_true(import_step(import, 0, &progress, &run.err));
        assert_true(progress.stage >= stage && progress.permille >= permille);
        assert_true(progress.done <= progress.total);
        stops += progress.stage != stage &&
                 (progress.stage == IMPORT_SCANNED || progress.stage == IMPORT_READ);
        if (progress.stage == IMPORT_SCANNED)
            assert_int_equal(strlen(import_result(import)->sha256), IMPORT_SHA256_TEXT - 1);
        if (progress.stage == IMPORT_READ)
            import_set_sinks(import, &run.sinks.rows, &run.sinks.issues);
        stage = progress.stage;
        permille = progress.permille;
    }
    assert_int_equal(stops, 2);
    assert_int_equal(permille, 1000);
    assert_true(steps > 10);
    assert_int_equal(import_result(import)->rows, MANY);
    assert_true(run.sinks.issue_count > 100);
    import_close(import);
    import_sinks_close(&run.sinks);
    buf_free(&text);
}

static void give_up_at_any_step(const struct import_fixture *fixture, struct sv bytes)
{
    struct import_input input = import_input_of(&bytes);
    bool done = false;
    for (int steps = 0; !done; steps++) {
        struct import *import;
        struct import_progress progress = {0};
        struct import_trial run = {0};
        import_sinks_open(&run.sinks, &fixture->plan);
        assert_true(import_open(&input, &fixture->plan, &fixture->options, &import, &run.err));
        import_set_sinks(import, &run.sinks.rows, &run.sinks.issues);
        for (int i = 0; i < steps && progress.stage != IMPORT_DONE; i++)
            assert_true(import_step(import, 0, &progress, &run.err));
        done = progress.stage == IMPORT_DONE;
        import_close(import);
        import_sinks_close(&run.sinks);
    }
}

/* An import may be given up after any step. */
static void is_given_up_at_any_step(void **state)
{
    struct buf text = {0};
    buf_puts(&text, LONG_FORM);
    give_up_at_any_step(*state, SV(LONG_FORM "001,5.1,2021-09-01,5,,\nx,,,5,,\n"));
    for (int i = 0; i < MANY; i++)
        buf_printf(&text, "001,5.1,2021-0%d-%02d,%d,,\n", 1 + i / 400, 1 + i % 28, i);
    give_up_at_any_step(*state, buf_sv(&text));
    buf_free(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_defects_in_pieces),
        cmocka_unit_test(reads_files_in_pieces),
        cmocka_unit_test(decodes_pieces),
        cmocka_unit_test(goes_by_steps),
        cmocka_unit_test(is_given_up_at_any_step),
        cmocka_unit_test(reads_files_one_after_the_other),
    };
    return cmocka_run_group_tests(tests, import_fixture_set_up, import_fixture_tear_down);
}
