/* One target or one school, with where every figure came from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <string.h>

#include "../support/lang_speak.h"
#include "../support/model_plan.h"
#include "../support/report_board.h"
#include "duban/report.h"

enum { FROM_FILE, BY_HAND, NEVER, ROWS };

/* Target 1.3 of two schools, and what school 7 has never reported. */
struct shown {
    struct arena arena;
    struct board board;
    struct value rows[ROWS];
    struct values values;
    struct buf out;
};

static void show(struct shown *shown, struct board (*make)(struct arena *))
{
    *shown = (struct shown){0};
    shown->board = make(&shown->arena);
    const struct plan *plan = shown->board.plan;
    const int target = plan_target(plan, SV("1.3"));
    shown->rows[FROM_FILE] = (struct value){.target = target,
                                            .school = plan_school(plan, SV("007")),
                                            .date = model_day("2021-09-01"),
                                            .value = 28500000,
                                            .of = 30 * AMOUNT_ONE,
                                            .note = "\033[2J=counted",
                                            .import = 4,
                                            .line = 17,
                                            .file = "=a.csv",
                                            .who = "wang"};
    shown->rows[BY_HAND] = (struct value){.target = target,
                                          .school = plan_school(plan, SV("P01")),
                                          .date = model_day("2021-09-02"),
                                          .value = AMOUNT_ONE,
                                          .of = AMOUNT_NONE,
                                          .note = "",
                                          .file = "",
                                          .who = "li"};
    shown->rows[NEVER] = (struct value){.target = target,
                                        .school = plan_school(plan, SV("7")),
                                        .date = DAY_NONE,
                                        .value = AMOUNT_NONE,
                                        .of = AMOUNT_NONE,
                                        .note = "",
                                        .file = "",
                                        .who = ""};
    shown->values = (struct values){shown->rows, ROWS};
}

static void forget(struct shown *shown)
{
    buf_free(&shown->out);
    arena_free(&shown->arena);
}

static void expect_in(const struct shown *shown, const char *text)
{
    if (!strstr(buf_text(&shown->out), text))
        fail_msg("no \"%s\" in:\n%s", text, buf_text(&shown->out));
}

static void test_csv(void **state)
{
    (void)state;
    struct shown shown;
    show(&shown, report_board);
    report_show_target(&shown.out, &shown.board, shown.rows[0].target, &shown.values, REPORT_CSV,
                       &(struct report_filter){0});
    assert_string_equal(buf_text(&shown.out),
                        "school,target,date,value,of,note,import,file,line,who\n"
                        "007,1.3,2021-09-01,28.5,30,\xEF\xBF\xBD[2J=counted,4,'=a.csv,17,wang\n"
                        "P01,1.3,2021-09-02,1,,,0,,0,li\n"
                        "7,1.3,,,,,0,,0,\n");
    forget(&shown);
}

static void test_json(void **state)
{
    (void)state;
    for (int by_school = 0; by_school <= 1; by_school++) {
        struct shown shown;
        show(&shown, report_board);
        if (by_school)
            report_show_school(&shown.out, &shown.board, shown.rows[0].school, &shown.values,
                               REPORT_JSON, &(struct report_filter){0});
        else
            report_show_target(&shown.out, &shown.board, shown.rows[0].target, &shown.values,
                               REPORT_JSON, &(struct report_filter){0});
        json_t *document = json_loadb(shown.out.data, shown.out.len, JSON_REJECT_DUPLICATES, NULL);
        assert_non_null(document);
        const json_t *what = json_object_get(document, by_school ? "school" : "target");
        const json_t *code = json_object_get(what, by_school ? "school" : "code");
        assert_string_equal(json_string_value(code), by_school ? "007" : "1.3");
        const json_t *values = json_object_get(document, "values");
        assert_int_equal(json_array_size(values), ROWS);
        const json_t *first = json_array_get(values, FROM_FILE);
        assert_string_equal(json_string_value(json_object_get(first, "note")),
                            "\xEF\xBF\xBD[2J=counted");
        assert_int_equal(json_integer_value(json_object_get(first, "line")), 17);
        assert_true(json_is_null(json_object_get(json_array_get(values, NEVER), "value")));
        assert_true(json_is_null(json_object_get(json_array_get(values, NEVER), "date")));
        json_decref(document);
        forget(&shown);
    }
}

static void test_text(void **state)
{
    (void)state;
    struct shown shown;
    lang_speak(LANG_EN);
    show(&shown, report_board);
    report_show_target(&shown.out, &shown.board, shown.rows[0].target, &shown.values, REPORT_TEXT,
                       &(struct report_filter){0});
    expect_in(&shown, "1.3  [#######|##]  Children enrolled\n");
    expect_in(&shown, "school    value  date        source     name\n"
                      "007     28.5/30  2021-09-01  =a.csv:17  Sunrise Kindergarten\n");
    expect_in(&shown, "P01           1  2021-09-02  li         East Primary\n");
    expect_in(&shown, "7             -  -           -          Seven Stars Kindergarten\n");
    forget(&shown);

    show(&shown, report_board);
    report_show_school(&shown.out, &shown.board, shown.rows[0].school, &shown.values, REPORT_TEXT,
                       &(struct report_filter){0});
    expect_in(&shown, "\n007  Sunrise Kindergarten  Kindergarten  East Town\n");
    expect_in(&shown, "1.3     28.5/30  2021-09-01  =a.csv:17  Children enrolled\n");
    forget(&shown);
}

static void test_hostile_texts(void **state)
{
    (void)state;
    struct shown shown;
    show(&shown, report_board_hostile);
    report_show_school(&shown.out, &shown.board, 1, &shown.values, REPORT_TEXT,
                       &(struct report_filter){0});
    report_show_target(&shown.out, &shown.board, 0, &shown.values, REPORT_TEXT,
                       &(struct report_filter){0});
    expect_in(&shown, "007  " REPORT_HOSTILE_SHOWN);
    assert_null(strchr(buf_text(&shown.out), '\033'));
    forget(&shown);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_csv),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_text),
        cmocka_unit_test(test_hostile_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
