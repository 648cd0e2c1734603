/* The words of files and machine formats, which scripts rely on: they may not change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "../support/model_bug.h"
#include "duban/standing.h"

static void words_of_measures(void **state)
{
    (void)state;
    static const char *const words[MEASURE_TOTAL] = {
        "sum", "count", "share", "mean", "milestone", "cap", "at_most",
    };
    for (int i = 0; i < MEASURE_TOTAL; i++) {
        enum measure measure = MEASURE_TOTAL;
        assert_string_equal(measure_word((enum measure)i), words[i]);
        assert_true(measure_parse(sv_from(words[i]), &measure));
        assert_int_equal(measure, i);
    }
}

static void words_of_paces(void **state)
{
    (void)state;
    static const char *const words[PACE_TOTAL] = {"linear", "school_days", "working_days", "steps",
                                                  "end"};
    for (int i = 0; i < PACE_TOTAL; i++) {
        enum pace pace = PACE_TOTAL;
        assert_string_equal(pace_word((enum pace)i), words[i]);
        assert_true(pace_parse(sv_from(words[i]), &pace));
        assert_int_equal(pace, i);
    }
}

static void thresholds_by_word_and_within_their_range(void **state)
{
    (void)state;
    static const char *const words[THRESHOLD_TOTAL] = {"spi_min", "forecast_slack", "due_soon_days",
                                                       "reporting_days", "silent_periods"};
    struct thresholds thresholds = {0.90, 0.10, 30, 31, 2};
    for (enum threshold i = 0; i < THRESHOLD_TOTAL; i++) {
        enum threshold threshold = THRESHOLD_TOTAL;
        assert_string_equal(threshold_word(i), words[i]);
        assert_true(threshold_parse(sv_from(words[i]), &threshold));
        assert_int_equal(threshold, i);
        const struct threshold_range range = threshold_range(i);
        assert_false(threshold_set(&thresholds, i, range.least - 1));
        assert_false(threshold_set(&thresholds, i, range.most + 1));
        assert_int_equal(threshold_set(&thresholds, i, range.most - 0.5), !range.whole);
        assert_true(threshold_set(&thresholds, i, range.most));
        assert_true(threshold_get(&thresholds, i) == range.most);
        assert_true(threshold_set(&thresholds, i, range.least));
        assert_true(threshold_get(&thresholds, i) == range.least);
    }
    assert_true(thresholds.spi_min == 0 && thresholds.reporting_days == 1);
    enum threshold threshold;
    assert_false(threshold_parse(SV("spi"), &threshold));
}

static const struct {
    const char *word, *name;
    char mark;
    enum rag rag;
} standings[STANDING_TOTAL] = {
    {"breached", "breached", 'X', RAG_RED},   {"overdue", "overdue", '!', RAG_RED},
    {"lagging", "lagging", 'L', RAG_AMBER},   {"silent", "silent", '?', RAG_AMBER},
    {"due_soon", "due soon", 'S', RAG_AMBER}, {"no_goal", "no goal", 'G', RAG_GREY},
    {"on_track", "on track", '+', RAG_GREEN}, {"not_started", "not started", '-', RAG_GREY},
    {"done", "done", '=', RAG_GREEN},
};

static void words_of_standings_worst_first(void **state)
{
    (void)state;
    for (int i = 0; i < STANDING_TOTAL; i++) {
        enum standing standing = STANDING_TOTAL;
        assert_string_equal(standing_word((enum standing)i), standings[i].word);
        assert_string_equal(standing_name((enum standing)i), standings[i].name);
        assert_int_equal(standing_mark((enum standing)i), standings[i].mark);
        assert_int_equal(standing_rag((enum standing)i), standings[i].rag);
        assert_true(standing_parse(sv_from(standings[i].word), &standing));
        assert_int_equal(standing, i);
    }
}

/* A mark stands for its standing where there is no colour. */
static void marks_differ(void **state)
{
    (void)state;
    char marks[STANDING_TOTAL + 1] = "";
    for (int i = 0; i < STANDING_TOTAL; i++) {
        char mark = standing_mark((enum standing)i);
        assert_null(strchr(marks, mark));
        marks[i] = mark;
    }
}

static void words_of_rules(void **state)
{
    (void)state;
    static const char *const words[RULE_TOTAL] = {
        "no_goal",   "cap_passed", "goal_reached", "period_held", "past_due", "before_start",
        "no_report", "spi",        "forecast",     "due_soon",    "on_track",
    };
    for (int i = 0; i < RULE_TOTAL; i++)
        assert_string_equal(rule_word((enum rule)i), words[i]);
}

static void other_words_are_refused(void **state)
{
    (void)state;
    static const char *const wrong[] = {"", "Sum", "su", "sums", " sum", "at most", "due soon"};
    enum measure measure;
    enum pace pace;
    enum standing standing;
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        struct sv word = sv_from(wrong[i]);
        if (measure_parse(word, &measure) || pace_parse(word, &pace) ||
            standing_parse(word, &standing))
            fail_msg("\"%s\" is taken for a word", wrong[i]);
    }
}

static void word_of_no_pace(void)
{
    (void)pace_word(PACE_TOTAL);
}

static void name_of_no_standing(void)
{
    (void)standing_name(STANDING_TOTAL);
}

static void what_has_no_word_is_a_bug(void **state)
{
    (void)state;
    assert_true(model_is_bug(word_of_no_pace));
    assert_true(model_is_bug(name_of_no_standing));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_measures),
        cmocka_unit_test(words_of_paces),
        cmocka_unit_test(thresholds_by_word_and_within_their_range),
        cmocka_unit_test(words_of_standings_worst_first),
        cmocka_unit_test(marks_differ),
        cmocka_unit_test(words_of_rules),
        cmocka_unit_test(other_words_are_refused),
        cmocka_unit_test(what_has_no_word_is_a_bug),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
