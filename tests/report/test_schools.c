/* Reporting by school, in each format. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <string.h>

#include "../support/lang_speak.h"
#include "../support/model_plan.h"
#include "duban/report.h"

enum { SCHOOLS = 9 };

/* School 7 has never reported, the others have all but one of eleven targets. */
static const struct plan *with_rows(struct arena *arena, struct reporting rows[SCHOOLS])
{
    const struct plan *plan = model_fixture_plan(arena);
    assert_int_equal(plan->school_count, SCHOOLS);
    for (int i = 0; i < SCHOOLS; i++)
        rows[i] = (struct reporting){.school = i,
                                     .due = 11,
                                     .received = 10,
                                     .late = 1,
                                     .silent = 0,
                                     .last_report = model_day("2021-09-14")};
    int never = plan_school(plan, SV("7"));
    rows[never] =
        (struct reporting){.school = never, .due = 11, .silent = 11, .last_report = DAY_NONE};
    return plan;
}

static void test_csv(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct buf out = {0};
    struct reporting rows[SCHOOLS];
    const struct plan *plan = with_rows(&arena, rows);
    report_schools(&out, plan, rows, model_day("2021-09-15"), REPORT_CSV,
                   &(struct report_filter){0});
    const char *want =
        "school,name,name_zh_CN,name_zh_TW,kind,town,due,received,late,silent,last_report\n"
        "007,Sunrise Kindergarten,朝阳幼儿园,朝陽幼兒園,kinder,east,11,10,1,0,2021-09-14\n"
        "7,Seven Stars Kindergarten,七星幼儿园,七星幼兒園,kinder,west,11,0,0,11,\n";
    if (strncmp(buf_text(&out), want, strlen(want)) != 0)
        fail_msg("%s", buf_text(&out));
    assert_non_null(strstr(buf_text(&out), "\nJ02,Lake Junior High,实验学校,實驗學校,junior,,11,"));
    assert_null(strstr(buf_text(&out), DISTRICT_CODE));
    buf_free(&out);
    arena_free(&arena);
}

static void test_json(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct buf out = {0};
    struct reporting rows[SCHOOLS];
    const struct plan *plan = with_rows(&arena, rows);
    report_schools(&out, plan, rows, model_day("2021-09-15"), REPORT_JSON,
                   &(struct report_filter){0});
    json_t *document = json_loadb(out.data, out.len, JSON_REJECT_DUPLICATES, NULL);
    assert_non_null(document);
    const json_t *schools = json_object_get(document, "schools");
    assert_int_equal(json_array_size(schools), SCHOOLS - 1);
    const json_t *never = json_array_get(schools, 1);
    assert_string_equal(json_string_value(json_object_get(document, "format")), "duban-schools/1");
    assert_string_equal(json_string_value(json_object_get(never, "school")), "7");
    assert_int_equal(json_integer_value(json_object_get(never, "silent")), 11);
    assert_true(json_is_null(json_object_get(never, "last_report")));
    json_decref(document);
    buf_free(&out);
    arena_free(&arena);
}

static void test_text(void **state)
{
    (void)state;
    static const struct {
        enum lang lang;
        const char *head, *row;
    } rows_wanted[] = {
        {LANG_EN, "school  asked  received  late  silent  last        name\n",
         "7          11         0     0      11  -           Seven Stars Kindergarten\n"},
        {LANG_ZH_CN, "学校  应报  已报  迟报  未报  最近填报    名称\n",
         "7       11     0     0    11  -           七星幼儿园\n"},
        {LANG_ZH_TW, "學校  應報  已報  遲報  未報  最近填報    名稱\n",
         "7       11     0     0    11  -           七星幼兒園\n"},
    };
    for (size_t i = 0; i < COUNT_OF(rows_wanted); i++) {
        struct arena arena = {0};
        struct buf out = {0};
        struct reporting rows[SCHOOLS];
        const struct plan *plan = with_rows(&arena, rows);
        lang_speak(rows_wanted[i].lang);
        report_schools(&out, plan, rows, model_day("2021-09-15"), REPORT_TEXT,
                       &(struct report_filter){.lang = rows_wanted[i].lang});
        if (!strstr(buf_text(&out), rows_wanted[i].head) ||
            !strstr(buf_text(&out), rows_wanted[i].row))
            fail_msg("row %zu:\n%s", i, buf_text(&out));
        buf_free(&out);
        arena_free(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
