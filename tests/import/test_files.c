/* The files of tests/data/import, as they came from the programs that write such files. Run from
 * the project's root, as `make check` does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "../support/import_plan.h"
#include "../support/import_sink.h"

#define THREE_ROWS                          \
    "2 001 5.1 2021-09-01 1234 第一批\n" \
    "3 002 8.3 2021-09-01 280/300 龚\n"    \
    "4 007 1.1 2021-09-01 1\n"

static const struct {
    const char *name, *encoding, *taken, *found;
} files[] = {
    {"excel-utf8.csv", "UTF-8", THREE_ROWS, "5:1 unknown-school\n"},
    {"excel-gb18030.csv", "GB18030", THREE_ROWS, "5:1 unknown-school\n"},
    {"excel-utf16.csv", "UTF-16LE", THREE_ROWS, "5:1 unknown-school\n"},
    {"sep-line.csv", "UTF-8", "3 001 5.1 2021-09-01 5 two lines\n", "5:4 percent-unused\n"},
    {"wide.csv", "UTF-8",
     "2 001 1.1 2021-09-01 0.85\n2 001 5.1 2021-09-01 5\n2 001 8.2 2021-09-01 1.5\n"
     "3 002 1.1 2021-09-01 0\n",
     "4:2 bad-date\n"},
    {"broken-quotes.csv", "UTF-8", "5 010 5.1 2021-09-01 5 fine\n",
     "2:5 bad-quote\n3:4 bad-quote\n4:5 bad-quote\n"},
};

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
    assert_int_equal(fclose(stream), 0);
}

static void reads_files(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plan plan;
    import_plan_load(&arena, &plan);
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        struct import_options options = {.name = files[i].name, .date = DAY_NONE, .school = -1};
        struct buf bytes = {0};
        struct import_sinks sinks;
        struct import_result result;
        struct err err;
        assert_true(date_parse(SV("2021-09-15"), &options.as_of));
        read_file(files[i].name, &bytes);
        import_sinks_open(&sinks, &plan);
        struct sv all = buf_sv(&bytes);
        struct import_input input = import_input_of(&all);
        if (!import_run(&input, &plan, &options, &sinks.rows, &sinks.issues, &result, &err))
            fail_msg("%s: %s", files[i].name, err.text);
        import_sinks_sort(&sinks);
        assert_string_equal(result.encoding, files[i].encoding);
        if (strcmp(buf_text(&sinks.taken), files[i].taken) != 0 ||
            strcmp(buf_text(&sinks.found), files[i].found) != 0)
            fail_msg("%s:\n%s%s", files[i].name, buf_text(&sinks.taken), buf_text(&sinks.found));
        import_sinks_close(&sinks);
        buf_free(&bytes);
    }
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_files)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
