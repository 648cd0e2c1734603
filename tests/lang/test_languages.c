/* The three languages say the same: other words, the same numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/lang_cases.h"
#include "../support/lang_speak.h"
#include "duban/lang.h"

static void test_same_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < lang_case_count; i++) {
        const struct lang_case *row = &lang_cases[i];
        struct buf want = {0};
        lang_numbers(&want, row->english);
        for (enum lang lang = LANG_EN; lang < LANG_COUNT; lang++) {
            struct buf text = {0}, got = {0};
            lang_speak(lang);
            lang_reason(&text, &row->target, &row->verdict, LANG_CASE_DAY);
            lang_numbers(&got, buf_text(&text));
            if (!sv_eq(buf_sv(&got), buf_sv(&want)))
                fail_msg("row %zu, %s: \"%s\" has the numbers %s, not %s", i, lang_tag(lang),
                         buf_text(&text), buf_text(&got), buf_text(&want));
            buf_free(&text);
            buf_free(&got);
        }
        buf_free(&want);
    }
}

static void test_machine_sentences_stay_english(void **state)
{
    (void)state;
    lang_speak(LANG_ZH_TW);
    for (size_t i = 0; i < lang_case_count; i++) {
        const struct lang_case *row = &lang_cases[i];
        struct buf english = {0}, chinese = {0};
        lang_reason_english(&english, &row->target, &row->verdict, LANG_CASE_DAY);
        lang_reason(&chinese, &row->target, &row->verdict, LANG_CASE_DAY);
        assert_string_equal(buf_text(&english), row->english);
        assert_string_not_equal(buf_text(&chinese), row->english);
        buf_free(&english);
        buf_free(&chinese);
    }
}

static void test_standings(void **state)
{
    (void)state;
    static const struct {
        enum standing standing;
        const char *in[LANG_COUNT];
    } rows[] = {
        {STANDING_BREACHED, {"breached", "已突破", "已超限"}},
        {STANDING_OVERDUE, {"overdue", "逾期", "逾期"}},
        {STANDING_LAGGING, {"lagging", "滞后", "落後"}},
        {STANDING_SILENT, {"silent", "未报", "未報"}},
        {STANDING_DUE_SOON, {"due soon", "临近到期", "即將到期"}},
        {STANDING_NO_GOAL, {"no goal", "未定目标", "未定目標"}},
        {STANDING_ON_TRACK, {"on track", "按序时进度", "符合進度"}},
        {STANDING_NOT_STARTED, {"not started", "未开始", "未開始"}},
        {STANDING_DONE, {"done", "已完成", "已完成"}},
    };
    assert_int_equal(COUNT_OF(rows), STANDING_TOTAL);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        for (enum lang lang = LANG_EN; lang < LANG_COUNT; lang++) {
            lang_speak(lang);
            assert_string_equal(lang_standing(rows[i].standing), rows[i].in[lang]);
        }
    }
}

/* Every name is there in every language, and all of a kind differ. */
static void test_names_differ(void **state)
{
    (void)state;
    static const char *const changes[] = {"report", "terms", "import", "plan", "schools", "sample"};
    for (enum lang lang = LANG_EN; lang < LANG_COUNT; lang++) {
        lang_speak(lang);
        for (int a = 0; a < MEASURE_TOTAL; a++) {
            for (int b = 0; b < a; b++)
                assert_string_not_equal(lang_measure((enum measure)a),
                                        lang_measure((enum measure)b));
        }
        for (size_t a = 0; a < COUNT_OF(changes); a++) {
            for (size_t b = 0; b < a; b++)
                assert_string_not_equal(lang_change(changes[a]), lang_change(changes[b]));
        }
        for (int a = VALUE_NEGATIVE; a <= VALUE_OF_UNUSED; a++) {
            for (int b = VALUE_OK; b < a; b++)
                assert_string_not_equal(lang_value_fault((enum value_fault)a),
                                        lang_value_fault((enum value_fault)b));
        }
    }
    assert_string_equal(lang_change("a word of tomorrow"), "a word of tomorrow");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_same_numbers),
        cmocka_unit_test(test_machine_sentences_stay_english),
        cmocka_unit_test(test_standings),
        cmocka_unit_test(test_names_differ),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
