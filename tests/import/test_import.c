#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "../support/import_run.h"
#include "import/issue.h"

static void expect_counts(const struct import_result *result, int64_t fresh, int64_t rejected,
                          int64_t warnings)
{
    assert_int_equal(result->fresh, fresh);
    assert_int_equal(result->rejected, rejected);
    assert_int_equal(result->warnings, warnings);
    assert_int_equal(result->rows,
                     result->fresh + result->changed + result->same + result->rejected);
}

/* Rows that are all right, and what becomes of them. */
static const struct {
    const char *text, *taken;
} good[] = {
    {LONG_FORM "001,5.1,2021-09-15,6590,,第一批\n", "2 001 5.1 2021-09-15 6590 第一批\n"},
    {LONG_FORM "007,5.1,2021-01-01,0,,\n", "2 007 5.1 2021-01-01 0\n"},
    {LONG_FORM "南河幼儿园,5.1,2021/9/1,5,,\n", "2 001 5.1 2021-09-01 5\n"},
    {LONG_FORM "鳴凰中學,課後服務,2021年9月1日,280,300,\n", "2 011 8.3 2021-09-01 280/300\n"},
    {LONG_FORM "Niutang Primary,New school places,20210901,5,,\n", "2 007 5.1 2021-09-01 5\n"},
    {LONG_FORM "=\"001\",'5.1,2021-09-01 00:00,5,,\n", "2 001 5.1 2021-09-01 5\n"},
    {LONG_FORM "\"=\"\"001\"\"\",5.1,2021-09-01,5,,\n", "2 001 5.1 2021-09-01 5\n"},
    {LONG_FORM "\t001,\xE3\x80\x80"
               "5.1 ,２０２１－０９－０１,１２,,\n",
     "2 001 5.1 2021-09-01 12\n"},
    {LONG_FORM "００１,５．１,2021-09-01,5,,\n", "2 001 5.1 2021-09-01 5\n"},
    {LONG_FORM "001,5.1,44440,\"1,234\",,\n", "2 001 5.1 2021-09-01 1234\n"},
    {LONG_FORM "001,1.1,2021-09-01,是,,\n", "2 001 1.1 2021-09-01 1\n"},
    {LONG_FORM "001,1.1,2021-09-01,否,,\n", "2 001 1.1 2021-09-01 0\n"},
    {LONG_FORM "001,1.1,2021-09-01,85%,,\n", "2 001 1.1 2021-09-01 0.85\n"},
    {LONG_FORM "001,1.1,2021-09-01,８５．５％,,\n", "2 001 1.1 2021-09-01 0.855\n"},
    {LONG_FORM "001,1.1,2021-09-01,66.666666%,,\n", "2 001 1.1 2021-09-01 0.666667\n"},
    {LONG_FORM "001,1.1,2021-09-01,1,1,\n", "2 001 1.1 2021-09-01 1/1\n"},
    {LONG_FORM "002,8.3,2021-09-01,0,0,\n", "2 002 8.3 2021-09-01 0/0\n"},
    {LONG_FORM "001,5.2,2021-09-01,完成,,\n", "2 001 5.2 2021-09-01 1\n"},
    {LONG_FORM "002,5.4,2021-09-01,45%,,\n", "2 002 5.4 2021-09-01 45\n"},
    {LONG_FORM "002,5.4,2021-09-01,45,,\n", "2 002 5.4 2021-09-01 45\n"},
    {LONG_FORM "002,5.4,2021-09-01,已完成,,\n", "2 002 5.4 2021-09-01 100\n"},
    {LONG_FORM "002,5.4,2021-09-01,未完成,,\n", "2 002 5.4 2021-09-01 0\n"},
    {LONG_FORM "001,5.1,2021-09-01,无,,\n", "2 001 5.1 2021-09-01 0\n"},
    {LONG_FORM "district,1.2,2021-09-01,yes,,\n", "2 district 1.2 2021-09-01 100\n"},
    {LONG_FORM "测试教育局,1.2,2021-09-01,40,,\n", "2 district 1.2 2021-09-01 40\n"},
    {LONG_FORM "district,5.1,2021-09-01,4000,,\n", "2 district 5.1 2021-09-01 4000\n"},
    {LONG_FORM "district,8.1,2021-09-01,1,,\n", "2 district 8.1 2021-09-01 1\n"},
    {LONG_FORM "001,8.2,2021-09-01,1.5,,\n", "2 001 8.2 2021-09-01 1.5\n"},
    {LONG_FORM "002,8.1,2021-09-01,有,,\n", "2 002 8.1 2021-09-01 1\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\"a \"\"b\"\", c\"\n", "2 001 5.1 2021-09-01 5 a \"b\", c\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\"two\r\nlines\tand\"\n",
     "2 001 5.1 2021-09-01 5 two lines and\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,'=1+1\n", "2 001 5.1 2021-09-01 5 =1+1\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,'tis\n", "2 001 5.1 2021-09-01 5 'tis\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,\xE4\xB6\xAE\n", "2 001 5.1 2021-09-01 5 䶮\n"},
    {LONG_FORM "001,5.1,2021-09-01,5,,a\x1B[31mb\n", "2 001 5.1 2021-09-01 5 a\xEF\xBF\xBD[31mb\n"},
    {WIDE_FORM "001,2021-09-01,5,是\n\n002,2021-09-02,,85%\n",
     "2 001 1.1 2021-09-01 1\n2 001 5.1 2021-09-01 5\n4 002 1.1 2021-09-02 0.85\n"},
    {"新增學位,學校,日期\n5,001,2021-09-01\n", "2 001 5.1 2021-09-01 5\n"},
    {"５．１,单位,截止日期\n5,001,2021-09-01\n", "2 001 5.1 2021-09-01 5\n"},
    {"school;date;5.1\n001;2021-09-01;\"1,234\"\n", "2 001 5.1 2021-09-01 1234\n"},
};

static void takes_good_rows(void **state)
{
    const struct import_fixture *fixture = *state;
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        struct import_trial run;
        import_try(&run, fixture, sv_from(good[i].text));
        if (strcmp(buf_text(&run.sinks.taken), good[i].taken) != 0)
            fail_msg("file %zu: %s%s", i, buf_text(&run.sinks.taken), buf_text(&run.sinks.found));
        import_sinks_close(&run.sinks);
    }
}

/* Files that cannot be used at all. */
static void refuses_files(void **state)
{
    const struct import_fixture *fixture = *state;
    static const struct {
        const char *text;
        unsigned line, column;
        const char *says;
    } files[] = {
        {"", 0, 0, "empty"},
        {"\n \n", 0, 0, "no rows"},
        {"\xEF\xBB\xBF", 0, 0, "no rows"},
        {"sep=;\n", 0, 0, "no rows"},
        {"PK\x03\x04", 0, 0, "xlsx"},
        {"<table>", 0, 0, "web page"},
        {"a,b\n\xFF\n", 2, 1, "0xFF"},
        {"001,5.1,2021-09-01,5\n", 1, 0, "no header"},
        {"1\n2\n3\n4\n5\n6\nschool,target,date,value\n", 1, 0, "no header"}, /* titles end */
        {"\nReport of the schools\n", 2, 0, "no header"},
        {"school,date,9.9\n", 1, 0, "no header"},
        {"school,target,date\n", 1, 0, "only one"},
        {"school,value,date\n", 1, 0, "only one"},
        {"target,date,value\n", 1, 0, "no column school"},
        {"school,target,value\n", 1, 0, "no column date"},
        {"school,5.1\n", 1, 0, "no column date"},
        {"school,target,date,value,Value\n", 1, 5, "\"Value\" means the same"},
        {"school,学校,target,date,value\n", 1, 2, "means the same"},
        {"school,date,5.1,新增学位\n", 1, 4, "means the same"},
        {"\nschool,\"target,date,value\n", 2, 2, "quotation mark"},
    };
    for (size_t i = 0; i < COUNT_OF(files); i++) {
        struct import_trial run;
        import_try_with(&run, fixture, &fixture->options, sv_from(files[i].text));
        if (run.ok || run.err.code != ERR_DATA || run.err.line != files[i].line ||
            run.err.column != files[i].column || strstr(run.err.text, files[i].says) == NULL ||
            strcmp(run.err.file, "t.csv") != 0)
            fail_msg("file %zu: %s:%u:%u: %s", i, run.err.file, run.err.line, run.err.column,
                     run.err.text);
        bool date_only = strstr(files[i].says, "column date") != NULL;
        assert_int_equal(run.result.needs_date, date_only);
        assert_int_equal(run.sinks.row_count, 0);
        import_sinks_close(&run.sinks);
    }
}

static void refuses_files_that_are_too_large(void **state)
{
    const struct import_fixture *fixture = *state;
    struct import_trial run;
    struct sv huge = {"school", (size_t)IMPORT_FILE_MAX + 1}; /* refused before it is read */
    import_try_with(&run, fixture, &fixture->options, huge);
    assert_false(run.ok);
    assert_non_null(strstr(run.err.text, "1 GiB"));
    import_sinks_close(&run.sinks);
}

static void counts_rows(void **state)
{
    const struct import_fixture *fixture = *state;
    struct import_trial run;
    import_try(&run, fixture,
               SV("school,target,date,value,fax\n"
                  "001,5.1,2021-09-01,5,\n"
                  "001,5.1,44440,6,\n" /* repeated, and warned of its date */
                  "003,5.1,2021-09-01,5,\n"
                  "001,5.1,2021-09-02,,\n" /* no report */
                  "002,5.1,2021-09-02,7,\n"));
    expect_counts(&run.result, 2, 2, 2);
    assert_false(run.result.wide);
    assert_string_equal(run.result.encoding, "UTF-8");
    import_sinks_close(&run.sinks);

    import_try(&run, fixture,
               SV("school,date,5.1,1.1,8.2\n"
                  "001,2021-09-01,5,x,1\n"
                  "003,2021-09-01,5,,1\n"
                  "002,2021-09-01,,,\n"));
    expect_counts(&run.result, 2, 3, 0); /* the unknown school's two values are lost */
    assert_true(run.result.wide);
    import_sinks_close(&run.sinks);
}

static void counts_what_the_sink_says(void **state)
{
    const struct import_fixture *fixture = *state;
    struct import_trial run, again;
    struct sv text = SV(LONG_FORM "001,5.1,2021-09-01,5,,\n002,5.1,2021-09-01,7,,\n");
    import_try(&run, fixture, text);
    again = run;
    again.err = (struct err){0};
    struct sv changed = SV(LONG_FORM "001,5.1,2021-09-01,5,,\n002,5.1,2021-09-01,8,,\n");
    again.sinks.rows.context = &again.sinks;
    again.sinks.issues.context = &again.sinks;
    struct import_input input = import_input_of(&changed);
    import_try_input(&again, fixture, &fixture->options, &input);
    assert_true(again.ok);
    assert_int_equal(again.result.same, 1);
    assert_int_equal(again.result.changed, 1);
    expect_counts(&again.result, 0, 0, 0);
    import_sinks_close(&again.sinks);
}

static void allows_a_decrease_when_told(void **state)
{
    const struct import_fixture *fixture = *state;
    struct import_options options = fixture->options;
    struct import_trial run;
    options.allow_decrease = true;
    import_try_with(&run, fixture, &options,
                    SV(LONG_FORM "001,5.1,2021-08-01,9,,\n001,5.1,2021-09-01,8,,\n"));
    assert_true(run.ok);
    expect_counts(&run.result, 2, 0, 0);
    import_sinks_close(&run.sinks);
}

static void takes_the_given_date(void **state)
{
    const struct import_fixture *fixture = *state;
    struct import_options options = fixture->options;
    struct import_trial run;
    assert_true(date_parse(SV("2021-08-31"), &options.date));
    import_try_with(&run, fixture, &options, SV("school,5.1\n001,5\n"));
    assert_true(run.ok);
    assert_string_equal(buf_text(&run.sinks.taken), "2 001 5.1 2021-08-31 5\n");
    import_sinks_close(&run.sinks);
    import_try_with(&run, fixture, &options,
                    SV("school,target,date,value\n001,5.1,,5\n002,5.1,2021-09-01,6\n"));
    assert_string_equal(buf_text(&run.sinks.taken),
                        "2 001 5.1 2021-08-31 5\n3 002 5.1 2021-09-01 6\n");
    import_sinks_close(&run.sinks);

    static const char *const wrong[] = {"2020-12-31", "2022-01-01", "2021-09-16"};
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        assert_true(date_parse(sv_from(wrong[i]), &options.date));
        import_try_with(&run, fixture, &options, SV("school,5.1\n001,5\n"));
        assert_false(run.ok);
        assert_int_equal(run.err.code, ERR_USAGE);
        import_sinks_close(&run.sinks);
    }
}

static void takes_only_the_given_school(void **state)
{
    const struct import_fixture *fixture = *state;
    struct import_options options = fixture->options;
    struct import_trial run;
    options.school = 1; /* 001 */
    import_try_with(&run, fixture, &options,
                    SV(LONG_FORM "002,5.1,2021-09-01,5,,\n001,5.1,2021-09-01,6,,\n"));
    assert_true(run.ok);
    assert_string_equal(buf_text(&run.sinks.found), "2:1 not-your-school\n");
    assert_non_null(strstr(buf_text(&run.sinks.texts), "001"));
    assert_string_equal(buf_text(&run.sinks.taken), "3 001 5.1 2021-09-01 6\n");
    import_sinks_close(&run.sinks);
    import_try_with(&run, fixture, &options, SV("target,date,value\n5.1,2021-09-01,5\n"));
    assert_true(run.ok);
    assert_string_equal(buf_text(&run.sinks.taken), "2 001 5.1 2021-09-01 5\n");
    import_sinks_close(&run.sinks);
}

/* A stated encoding: bytes that do not fit cost their row only. */
static void rejects_rows_with_bad_bytes(void **state)
{
    const struct import_fixture *fixture = *state;
    static const struct {
        const char *row, *found;
    } rows[] = {
        {"0\xFF"
         "1,5.1,2021-09-01,5,,\n",
         "2:1 bad-bytes\n"},
        {"001,\xE6\x96,2021-09-01,5,,\n", "2:2 bad-bytes\n"},
        {"001,5.1,2021\xFF,5,,\n", "2:3 bad-bytes\n"},
        {"001,5.1,2021-09-01,\xC3,,\n", "2:4 bad-bytes\n"},
        {"002,8.3,2021-09-01,5,\xFF,\n", "2:5 bad-bytes\n"},
        {"001,5.1,2021-09-01,5,,\xE5\xAD\n", "2:6 note-cleaned\n"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct buf text = {0};
        struct import_trial run;
        buf_puts(&text, "\xEF\xBB\xBF" LONG_FORM);
        buf_puts(&text, rows[i].row);
        buf_puts(&text, "002,5.1,2021-09-01,5,,学\n");
        import_try(&run, fixture, buf_sv(&text));
        if (strcmp(buf_text(&run.sinks.found), rows[i].found) != 0)
            fail_msg("row %zu: %s", i, buf_text(&run.sinks.found));
        assert_non_null(strstr(buf_text(&run.sinks.taken), "3 002 5.1 2021-09-01 5 学\n"));
        import_sinks_close(&run.sinks);
        buf_free(&text);
    }
}

/* Files as spreadsheets and old systems write them: the same two rows each time. */
static void reads_files_as_they_are_made(void **state)
{
    const struct import_fixture *fixture = *state;
    static const char *const texts[] = {
        /* Excel, "CSV UTF-8" */
        "\xEF\xBB\xBF学校代码,指标代码,填报日期,完成值,备注\r\n"
        "001,5.1,2021/9/1,5,龚\r\n007,5.1,2021/9/2,\"1,234\",\r\n",
        /* Excel in China, "CSV" */
        "\xD1\xA7\xD0\xA3\xB4\xFA\xC2\xEB,\xD6\xB8\xB1\xEA\xB4\xFA\xC2\xEB,\xCC\xEE\xB1\xA8\xC8\xD5"
        "\xC6\xDA,\xCD\xEA\xB3\xC9\xD6\xB5,\xB1\xB8\xD7\xA2\r\n"
        "001,5.1,2021/9/1,5,\xB9\xA8\r\n007,5.1,2021/9/2,\"1,234\",\r\n",
        /* exports with a separator line */
        "sep=,\r\nschool,target,date,value,note\r\n001,5.1,2021-09-01,5,龚\r\n"
        "007,5.1,2021-09-02,1234,\r\n",
        "sep=;\r\nschool;target;date;value;note\r\n001;5.1;2021-09-01;5;龚\r\n"
        "007;5.1;2021-09-02;1234;\r\n",
        /* WPS and mail programs: TAB, old Mac: CR, DOS: ^Z at the end */
        "school\ttarget\tdate\tvalue\tnote\n\n001\t5.1\t2021-09-01\t5\t龚\n"
        "007\t5.1\t2021-09-02\t\"1,234\"\t\n",
        "school,target,date,value,note\r\r001,5.1,2021-09-01,5,龚\r007,5.1,2021-09-02,1234,\r\x1A",
        /* everything quoted, no line end */
        "\"school\",\"target\",\"date\",\"value\",\"note\"\n\n\"001\",\"5.1\",\"2021-09-01\",\"5\","
        "\"龚\"\n\"007\",\"5.1\",\"2021-09-02\",\"1,234\",\"\"",
        /* codes kept as text by a formula */
        "school,target,date,value,note\n\n=\"001\",=\"5.1\",2021-09-01,5,龚\n=\"007\",=\"5.1\","
        "2021-09-02,1234,\n",
        /* wide tables of many columns saved with separators at every line's end */
        "school,target,date,value,note,,,\n,,,,,,,\n001,5.1,2021-09-01,5,龚,,,\n"
        "007,5.1,2021-09-02,1234,,,,\n,,,,,,,\n",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        struct import_trial run;
        import_try(&run, fixture, sv_from(texts[i]));
        unsigned first = i < 2 ? 2 : 3; /* the line of the first row */
        struct buf taken = {0};
        buf_printf(&taken, "%u 001 5.1 2021-09-01 5 龚\n%u 007 5.1 2021-09-02 1234\n", first,
                   first + 1);
        if (strcmp(buf_text(&run.sinks.taken), buf_text(&taken)) != 0)
            fail_msg("file %zu: %s%s", i, buf_text(&run.sinks.taken), buf_text(&run.sinks.found));
        assert_string_equal(run.result.encoding, i == 1 ? "GB18030" : "UTF-8");
        assert_int_equal(run.sinks.issue_count, 0);
        import_sinks_close(&run.sinks);
        buf_free(&taken);
    }
}

/* Every issue has words of its own, and they name what they should. */
static void says_what_is_wrong_and_what_to_do(void **state)
{
    const struct import_fixture *fixture = *state;
    static const struct {
        const char *row, *says, *raw;
    } rows[] = {
        {"003,5.1,2021-09-01,5,,\n", "\"003\"", "003"},
        {"Central Middle,5.1,2021-09-01,5,,\n", "\"Central Middle\"", "Central Middle"},
        {"001,9.9,2021-09-01,5,,\n", "\"9.9\"", "9.9"},
        {"002,5.2,2021-09-01,5,,\n", "target 5.2 does not concern school 002", "5.2"},
        {"001,5.1,2022-01-01,5,,\n", "2021-01-01 - 2021-12-31", "2022-01-01"},
        {"001,5.1,2021-09-20,5,,\n", "2021-09-20 is later than 2021-09-15", "2021-09-20"},
        {"001,5.1,44440,5,,\n", "\"44440\" was taken for a spreadsheet's day number, 2021-09-01",
         "44440"},
        {"002,8.3,2021-09-01,301,300,\n", "301 is more than the total, 300", "301"},
        {"001,5.1,2021-09-01,5,10,\n", "10 has no use, because target 5.1", "10"},
        {"001,5.1,2021-09-01,50%,,\n", "\"50%\" is a percentage, but target 5.1 counts", "50%"},
        {"001,5.1\n", "after \"5.1\" (cells missing: 2)", "5.1"},
        {"001,5.1,2021-09-01,5,,a,b\n", "\"b\" stands under no heading; give its column one", "b"},
        {"0\x1B[2J,5.1,2021-09-01,5,,\n", "\"0\xEF\xBF\xBD[2J\"", "0\xEF\xBF\xBD[2J"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct buf text = {0}, raw = {0};
        struct import_trial run;
        buf_printf(&text, "%s%s", LONG_FORM, rows[i].row);
        buf_printf(&raw, "%s\n", rows[i].raw);
        import_try(&run, fixture, buf_sv(&text));
        if (strstr(buf_text(&run.sinks.texts), rows[i].says) == NULL ||
            strchr(buf_text(&run.sinks.texts), ';') == NULL ||
            strcmp(buf_text(&run.sinks.raws), buf_text(&raw)) != 0 ||
            strcmp(buf_text(&run.sinks.rows_text), rows[i].row) != 0)
            fail_msg("row %zu: %s%s%s", i, buf_text(&run.sinks.texts), buf_text(&run.sinks.raws),
                     buf_text(&run.sinks.rows_text));
        import_sinks_close(&run.sinks);
        buf_free(&text);
        buf_free(&raw);
    }
    struct import_trial run;
    import_try(&run, fixture, SV(LONG_FORM "001,5.1,2021-09-01,5,,\n\n001,5.1,2021-09-01,6,,\n"));
    assert_non_null(strstr(buf_text(&run.sinks.texts), "line 2"));
    import_sinks_close(&run.sinks);
}

static void shortens_what_it_shows(void **state)
{
    const struct import_fixture *fixture = *state;
    struct buf text = {0};
    struct import_trial run;
    buf_puts(&text, LONG_FORM);
    buf_fill(&text, 'x', 1000);
    buf_puts(&text, ",5.1,2021-09-01,5,,\n\"");
    buf_fill(&text, 'x', 1000);
    import_try(&run, fixture, buf_sv(&text));
    assert_string_equal(buf_text(&run.sinks.found), "2:1 unknown-school\n3:1 bad-quote\n");
    buf_free(&text);
    assert_int_equal(run.sinks.raws.len, 2 * 200); /* 199 bytes and a line end each */
    import_sinks_close(&run.sinks);
}

static void stops_when_a_sink_says_so(void **state)
{
    const struct import_fixture *fixture = *state;
    struct sv text =
        SV(LONG_FORM "001,5.1,2021-09-01,5,,\n002,5.1,2021-09-01,5,,\nx,,,1,,\ny,,,1,,\n");
    struct import_input input = import_input_of(&text);
    struct import_trial run = {.ok = true};
    import_sinks_open(&run.sinks, &fixture->plan);
    run.sinks.fail_at = 2;
    import_try_input(&run, fixture, &fixture->options, &input);
    assert_false(run.ok);
    assert_int_equal(run.err.code, ERR_IO);
    assert_int_equal(run.sinks.row_count, 2);
    import_sinks_close(&run.sinks);

    import_sinks_open(&run.sinks, &fixture->plan);
    run.sinks.stop_at = 1;
    import_try_input(&run, fixture, &fixture->options, &input);
    assert_false(run.ok);
    assert_int_equal(run.err.code, ERR_FINDING);
    assert_int_equal(run.sinks.issue_count, 1);
    import_sinks_close(&run.sinks);
}

static void sums_up_the_bytes(void **state)
{
    (void)state;
    char sum[IMPORT_SHA256_TEXT];
    import_sha256(SV(""), sum);
    assert_string_equal(sum, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    import_sha256(SV("abc"), sum);
    assert_string_equal(sum, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static void has_words_for_each_issue(void **state)
{
    (void)state;
    for (int a = 0; a < ISSUE_TOTAL; a++) {
        struct buf text = {0};
        assert_non_null(issue_word((enum issue_code)a));
        issue_describe(&text, (enum issue_code)a, "cell", "detail");
        if (strstr(buf_text(&text), "; ") == NULL) /* what is wrong; what to do */
            fail_msg("%s: %s", issue_word((enum issue_code)a), buf_text(&text));
        buf_free(&text);
        for (int b = 0; b < a; b++)
            assert_string_not_equal(issue_word((enum issue_code)a), issue_word((enum issue_code)b));
    }
    assert_true(issue_is_warning(ISSUE_SERIAL_DATE));
    assert_false(issue_is_warning(ISSUE_BAD_DATE));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_good_rows),
        cmocka_unit_test(refuses_files),
        cmocka_unit_test(refuses_files_that_are_too_large),
        cmocka_unit_test(counts_rows),
        cmocka_unit_test(counts_what_the_sink_says),
        cmocka_unit_test(allows_a_decrease_when_told),
        cmocka_unit_test(takes_the_given_date),
        cmocka_unit_test(takes_only_the_given_school),
        cmocka_unit_test(rejects_rows_with_bad_bytes),
        cmocka_unit_test(reads_files_as_they_are_made),
        cmocka_unit_test(says_what_is_wrong_and_what_to_do),
        cmocka_unit_test(shortens_what_it_shows),
        cmocka_unit_test(stops_when_a_sink_says_so),
        cmocka_unit_test(sums_up_the_bytes),
        cmocka_unit_test(has_words_for_each_issue),
    };
    return cmocka_run_group_tests(tests, import_fixture_set_up, import_fixture_tear_down);
}
