/* Cells of CSV: quoted by RFC 4180, clean, harmless; and reports in the long form. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/model_plan.h"
#include "duban/report.h"

static void test_cells(void **state)
{
    (void)state;
    static const struct {
        const char *text, *want;
    } rows[] = {
        {"", ""},
        {"plain", "plain"},
        {"学校", "学校"},
        {"a,b", "\"a,b\""},
        {"say \"yes\"", "\"say \"\"yes\"\"\""},
        {" padded ", "\" padded \""},
        {"a\nb", "a\xEF\xBF\xBD"
                 "b"},
        {"\033[2J", "\xEF\xBF\xBD[2J"},
        {"\xFF", "\xEF\xBF\xBD"},
        {"=1+1", "'=1+1"},
        {"@x,y", "\"'@x,y\""},
        {"＝1", "'＝1"},
        {"-12.5", "-12.5"},
        {"-", "'-"},
        {"\t=1", "'\xEF\xBF\xBD=1"},
        {"'=1", "''=1"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct buf first = {0}, second = {0};
        csv_cell(&first, sv_from(rows[i].text), true);
        csv_cell(&second, sv_from(rows[i].text), false);
        if (!sv_eq(buf_sv(&first), sv_from(rows[i].want)))
            fail_msg("row %zu: got %s, want %s", i, buf_text(&first), rows[i].want);
        assert_string_equal(buf_text(&second)[0] == ',' ? buf_text(&second) + 1 : "no comma",
                            rows[i].want);
        buf_free(&first);
        buf_free(&second);
    }
}

static void test_reports(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct plan *plan = model_fixture_plan(&arena);
    struct buf out = {0};
    struct value share = {
        .target = plan_target(plan, SV("1.3")),
        .school = plan_school(plan, SV("007")),
        .date = model_day("2021-09-01"),
        .value = 28500000,
        .of = 30 * AMOUNT_ONE,
        .note = "=cmd, \"now\"",
    };
    struct value own = {
        .target = plan_target(plan, SV("2.1")),
        .school = SCHOOL_DISTRICT,
        .date = model_day("2021-06-30"),
        .value = 60 * AMOUNT_ONE,
        .of = AMOUNT_NONE,
        .note = "",
    };
    report_value_csv_header(&out);
    report_value_csv(&out, plan, &share);
    report_value_csv(&out, plan, &own);
    assert_string_equal(buf_text(&out), "school,target,date,value,of,note\n"
                                        "007,1.3,2021-09-01,28.5,30,\"'=cmd, \"\"now\"\"\"\n"
                                        "district,2.1,2021-06-30,60,,\n");
    buf_free(&out);
    arena_free(&arena);
}

static void test_format_words(void **state)
{
    (void)state;
    enum report_format format;
    assert_true(report_format_parse(SV("text"), &format));
    assert_int_equal(format, REPORT_TEXT);
    assert_true(report_format_parse(SV("json"), &format));
    assert_int_equal(format, REPORT_JSON);
    assert_true(report_format_parse(SV("csv"), &format));
    assert_int_equal(format, REPORT_CSV);
    assert_false(report_format_parse(SV("CSV"), &format));
    assert_false(report_format_parse(SV(""), &format));
    assert_false(report_format_parse(SV("xml"), &format));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells),
        cmocka_unit_test(test_reports),
        cmocka_unit_test(test_format_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
