#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "../support/import_plan.h"
#include "import/header.h"
#include "import/lookup.h"

static const struct {
    const char *heading;
    enum column column;
} known_headings[] = {
    {"school", COLUMN_SCHOOL},
    {" School ", COLUMN_SCHOOL},
    {"SCHOOL_CODE", COLUMN_SCHOOL},
    {"School-Code*", COLUMN_SCHOOL},
    {"学校", COLUMN_SCHOOL},
    {"学校代码", COLUMN_SCHOOL},
    {"學校", COLUMN_SCHOOL},
    {"學校代碼", COLUMN_SCHOOL},
    {"单位", COLUMN_SCHOOL},
    {"填报单位", COLUMN_SCHOOL},
    {"學校名稱", COLUMN_SCHOOL_NAME},
    {"target", COLUMN_TARGET},
    {"指标", COLUMN_TARGET},
    {"指标代码", COLUMN_TARGET},
    {"指標代碼", COLUMN_TARGET},
    {"指标名称", COLUMN_TARGET_NAME},
    {"date", COLUMN_DATE},
    {"日期", COLUMN_DATE},
    {"统计\n日期", COLUMN_DATE},
    {"完成值\r\n（累计）", COLUMN_VALUE},
    {"填报日期（如 2021-09-15）", COLUMN_DATE},
    {"Date (YYYY-MM-DD)", COLUMN_DATE},
    {"填報日期", COLUMN_DATE},
    {"ｄａｔｅ", COLUMN_DATE},
    {"value", COLUMN_VALUE},
    {"数值", COLUMN_VALUE},
    {"完成值", COLUMN_VALUE},
    {"值", COLUMN_VALUE},
    {"數值", COLUMN_VALUE},
    {"of", COLUMN_OF},
    {"总数", COLUMN_OF},
    {"分母", COLUMN_OF},
    {"總數", COLUMN_OF},
    {"note", COLUMN_NOTE},
    {"备注", COLUMN_NOTE},
    {"備註", COLUMN_NOTE},
    {"unit", COLUMN_LABEL},
    {"last value", COLUMN_LABEL},
    {"計量單位", COLUMN_LABEL},
    {"", COLUMN_EMPTY},
    {" \xE3\x80\x80", COLUMN_EMPTY},
    {"_", COLUMN_UNKNOWN},
    {"(date)", COLUMN_UNKNOWN},
    {"schools", COLUMN_UNKNOWN},
    {"5.1", COLUMN_UNKNOWN},
    {"学", COLUMN_UNKNOWN},
    {"\xFF", COLUMN_UNKNOWN},
};

static void knows_headings(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(known_headings); i++) {
        enum column column = header_column(sv_from(known_headings[i].heading));
        if (column != known_headings[i].column)
            fail_msg("heading %zu (%s): %d", i, known_headings[i].heading, (int)column);
    }
    char longest[1000];
    memset(longest, 'x', sizeof(longest));
    assert_int_equal(header_column((struct sv){longest, sizeof(longest)}), COLUMN_UNKNOWN);
}

static void finds_schools_and_targets(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plan plan;
    import_plan_load(&arena, &plan);
    assert_int_equal(lookup_school(&plan, SV("001")), 1);
    assert_int_equal(lookup_school(&plan, SV(" '001 ")), 1);
    assert_int_equal(lookup_school(&plan, SV("００１")), 1);
    assert_int_equal(lookup_school(&plan, SV("南河幼兒園")), 1);
    assert_int_equal(lookup_school(&plan, SV("Nanhe Kindergarten")), 1);
    assert_int_equal(lookup_school(&plan, SV("nanhe kindergarten")), PLAN_NAME_UNKNOWN);
    assert_int_equal(lookup_school(&plan, SV("Central Middle")), PLAN_NAME_AMBIGUOUS);
    assert_int_equal(lookup_school(&plan, SV("district")), SCHOOL_DISTRICT);
    assert_int_equal(lookup_school(&plan, SV("")), PLAN_NAME_UNKNOWN);
    assert_int_equal(lookup_target(&plan, SV("=\"5.1\"")), 2);
    assert_int_equal(lookup_target(&plan, SV("５．１")), 2);
    assert_int_equal(lookup_target(&plan, SV("新增学位")), 2);
    assert_int_equal(lookup_target(&plan, SV("5.10")), PLAN_NAME_UNKNOWN);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_headings),
        cmocka_unit_test(finds_schools_and_targets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
