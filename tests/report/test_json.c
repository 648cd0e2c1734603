/* The JSON that we write: strict, in a stable order, exact, and the same in every language. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <math.h>
#include <string.h>

#include "../support/lang_speak.h"
#include "../support/report_board.h"
#include "duban/report.h"
#include "report/json.h"

static const struct report_filter everything = {.lang = LANG_EN};

/* A report as it was written, and as a JSON library reads it back. */
struct reading {
    struct arena arena;
    struct board board;
    struct buf out;
    json_t *document;
};

typedef void report_fn(struct buf *out, const struct board *board, enum report_format format,
                       const struct report_filter *filter);

static void read_report(struct reading *reading, struct board (*make)(struct arena *),
                        report_fn *report, struct report_filter filter)
{
    json_error_t error;
    *reading = (struct reading){0};
    reading->board = make(&reading->arena);
    report(&reading->out, &reading->board, REPORT_JSON, &filter);
    reading->document =
        json_loadb(reading->out.data, reading->out.len, JSON_REJECT_DUPLICATES, &error);
    if (!reading->document)
        fail_msg("line %d: %s", error.line, error.text);
}

static void forget(struct reading *reading)
{
    json_decref(reading->document);
    buf_free(&reading->out);
    arena_free(&reading->arena);
}

static void expect_keys(const json_t *object, const char *const *keys, size_t count)
{
    size_t i = 0;
    const char *key;
    json_t *value;
    json_object_foreach((json_t *)(uintptr_t)object, key, value)
    {
        if (i >= count)
            fail_msg("one member too many: %s", key);
        assert_string_equal(key, keys[i++]);
    }
    assert_int_equal(i, count);
}

static json_t *sections_of(const json_t *document)
{
    return json_object_get(json_object_get(document, "plan"), "sections");
}

/* The target with this code in a status document. */
static const json_t *find_target(const json_t *document, const char *code)
{
    size_t s, i, t;
    json_t *section, *item, *target;
    json_array_foreach(sections_of(document), s, section)
    {
        json_array_foreach(json_object_get(section, "items"), i, item)
        {
            json_array_foreach(json_object_get(item, "targets"), t, target)
            {
                if (strcmp(json_string_value(json_object_get(target, "code")), code) == 0)
                    return target;
            }
        }
    }
    fail_msg("no target %s", code);
    return NULL;
}

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));
    return text ? text : "(no text)";
}

static double number_of(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!json_is_number(value))
        fail_msg("%s is no number", key);
    return json_number_value(value);
}

static void test_numbers_are_exact(void **state)
{
    (void)state;
    static const struct {
        amount value;
        const char *want;
    } rows[] = {
        {0, "0\n"},
        {1, "0.000001\n"},
        {-1500000, "-1.5\n"},
        {100000, "0.1\n"},
        {INT64_C(1000000) * AMOUNT_ONE, "1000000\n"},
        {INT64_C(9000000000000) * AMOUNT_ONE + 1, "9000000000000.000001\n"},
        {AMOUNT_NONE, "null\n"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct buf out = {0};
        struct json json = {.out = &out};
        json_open_array(&json, NULL);
        json_put_amount(&json, NULL, rows[i].value);
        json_close(&json);
        struct sv number = sv_skip(buf_sv(&out), 4); /* "[\n  " */
        number.len -= 2;                             /* "]\n" */
        if (!sv_eq(number, sv_from(rows[i].want)))
            fail_msg("row %zu: %.*s", i, SV_ARG(number));
        buf_free(&out);
    }
}

static void test_members(void **state)
{
    (void)state;
    static const char *const top[] = {"format", "as_of", "total", "plan"};
    static const char *const plan[] = {"code",   "name", "name_zh_CN", "name_zh_TW",
                                       "starts", "ends", "sample",     "sections"};
    static const char *const total[] = {"standing", "veto", "share", "planned", "counts"};
    static const char *const section[] = {"section",  "name", "name_zh_CN", "name_zh_TW",
                                          "standing", "veto", "share",      "planned",
                                          "counts",   "items"};
    static const char *const item[] = {"item", "name",  "name_zh_CN", "name_zh_TW", "standing",
                                       "veto", "share", "planned",    "counts",     "targets"};
    static const char *const target[] = {"target",
                                         "code",
                                         "section",
                                         "item",
                                         "name",
                                         "name_zh_CN",
                                         "name_zh_TW",
                                         "measure",
                                         "unit",
                                         "goal_min",
                                         "goal_max",
                                         "baseline",
                                         "actual",
                                         "planned_share",
                                         "actual_share",
                                         "spi",
                                         "standing",
                                         "rule",
                                         "reason",
                                         "starts",
                                         "due",
                                         "forecast",
                                         "last_report",
                                         "reporters",
                                         "scope_size",
                                         "days",
                                         "veto",
                                         "owner",
                                         "pace",
                                         "forecast_earliest",
                                         "forecast_latest"};
    struct reading reading;
    read_report(&reading, report_board, report_status, everything);
    const json_t *document = reading.document;
    const json_t *first = json_array_get(sections_of(document), 0);
    expect_keys(document, top, COUNT_OF(top));
    expect_keys(json_object_get(document, "plan"), plan, COUNT_OF(plan));
    expect_keys(json_object_get(document, "total"), total, COUNT_OF(total));
    expect_keys(first, section, COUNT_OF(section));
    expect_keys(json_array_get(json_object_get(first, "items"), 0), item, COUNT_OF(item));
    expect_keys(find_target(document, "1.1"), target, COUNT_OF(target));
    assert_string_equal(text_of(document, "format"), "duban-status/1");
    assert_string_equal(text_of(document, "as_of"), "2021-09-15");
    forget(&reading);
}

static void test_target_by_hand(void **state)
{
    (void)state;
    struct reading reading;
    read_report(&reading, report_board, report_status, everything);
    const json_t *document = reading.document;

    /* 257 of 364 days gone, 5500 of 6590 places. */
    const json_t *places = find_target(document, "1.1");
    assert_string_equal(text_of(places, "name"), "New school places");
    assert_string_equal(text_of(places, "name_zh_CN"), "新增学位");
    assert_string_equal(text_of(places, "measure"), "sum");
    assert_string_equal(text_of(places, "unit"), "places");
    assert_true(number_of(places, "actual") == 5500);
    assert_true(number_of(places, "goal_min") == 6590);
    assert_true(json_is_null(json_object_get(places, "goal_max")));
    assert_true(json_is_null(json_object_get(places, "baseline")));
    assert_true(fabs(number_of(places, "planned_share") - 257.0 / 364) < 1e-6);
    assert_true(fabs(number_of(places, "actual_share") - 5500.0 / 6590) < 1e-6);
    assert_true(fabs(number_of(places, "spi") - 5500.0 / 6590 / (257.0 / 364)) < 1e-6);
    assert_true(number_of(places, "days") == 107);
    assert_string_equal(text_of(places, "standing"), "on_track");
    assert_string_equal(text_of(places, "rule"), "on_track");
    assert_string_equal(text_of(places, "reason"), "SPI 1.18, at least 0.90: 83% of the goal "
                                                   "reached, 70% planned by now");
    assert_string_equal(text_of(places, "due"), "2021-12-31");
    assert_string_equal(text_of(places, "pace"), "linear");

    const json_t *lessons = find_target(document, "3.2");
    static const char *const unknown[] = {"goal_min", "planned_share", "actual_share", "spi",
                                          "forecast"};
    for (size_t i = 0; i < COUNT_OF(unknown); i++)
        assert_true(json_is_null(json_object_get(lessons, unknown[i])));
    assert_true(json_is_true(json_object_get(find_target(document, "3.1"), "veto")));
    forget(&reading);
}

static void test_counts_add_up(void **state)
{
    (void)state;
    struct reading reading;
    read_report(&reading, report_board, report_status, everything);
    const json_t *document = reading.document;
    const json_t *counts = json_object_get(json_object_get(document, "total"), "counts");
    json_int_t sum = 0;
    for (enum standing i = 0; i < STANDING_TOTAL; i++)
        sum += json_integer_value(json_object_get(counts, standing_word(i)));
    assert_int_equal(sum, reading.board.plan->target_count);
    forget(&reading);
}

static void test_filters(void **state)
{
    (void)state;
    static const struct {
        struct report_filter filter;
        size_t items;
        int first;
    } rows[] = {{{.item = 2}, 1, 2}, {{.section = 1}, 2, 1}, {{.section = 1, .item = 1}, 1, 1}};
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct reading reading;
        read_report(&reading, report_board, report_status, rows[i].filter);
        const json_t *sections = sections_of(reading.document);
        assert_int_equal(json_array_size(sections), 1);
        const json_t *items = json_object_get(json_array_get(sections, 0), "items");
        assert_int_equal(json_array_size(items), rows[i].items);
        assert_int_equal(json_integer_value(json_object_get(json_array_get(items, 0), "item")),
                         rows[i].first);
        forget(&reading);
    }
}

static void test_hostile_texts_and_numbers(void **state)
{
    (void)state;
    struct reading reading;
    read_report(&reading, report_board_hostile, report_status, everything);
    const json_t *document = reading.document;
    const json_t *target = find_target(document, "1.1");
    assert_string_equal(text_of(target, "name"), REPORT_HOSTILE_SHOWN);
    assert_string_equal(text_of(target, "owner"), REPORT_HOSTILE_SHOWN);
    assert_string_equal(text_of(target, "forecast"), "never");
    assert_non_null(strstr(buf_text(&reading.out), "\"actual\": 0.000001,"));
    assert_non_null(strstr(buf_text(&reading.out), "\"goal_min\": 1000000000,"));
    assert_non_null(strstr(buf_text(&reading.out), "\"spi\": 0.3,"));
    assert_true(json_is_true(json_object_get(json_object_get(document, "plan"), "sample")));
    forget(&reading);
}

/* Machine formats do not know what language the user has. */
static void test_free_of_language(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct board board = report_board(&arena);
    struct problems problems = report_problem_list(&arena);
    for (int format = REPORT_JSON; format <= REPORT_CSV; format++) {
        struct buf english = {0}, chinese = {0};
        lang_speak(LANG_EN);
        report_status(&english, &board, (enum report_format)format, &everything);
        report_attention(&english, &board, &problems, (enum report_format)format, &everything);
        report_problems(&english, board.plan, &problems, board.as_of, (enum report_format)format,
                        &everything);
        lang_speak(LANG_ZH_TW);
        const struct report_filter filter = {.lang = LANG_ZH_TW, .columns = 60, .colour = true};
        report_status(&chinese, &board, (enum report_format)format, &filter);
        report_attention(&chinese, &board, &problems, (enum report_format)format, &filter);
        report_problems(&chinese, board.plan, &problems, board.as_of, (enum report_format)format,
                        &filter);
        assert_string_equal(buf_text(&english), buf_text(&chinese));
        buf_free(&english);
        buf_free(&chinese);
    }
    arena_free(&arena);
}

static void attend(struct buf *out, const struct board *board, enum report_format format,
                   const struct report_filter *filter)
{
    struct arena arena = {0};
    struct problems problems = report_problem_list(&arena);
    report_attention(out, board, &problems, format, filter);
    arena_free(&arena);
}

static void list_problems(struct buf *out, const struct board *board, enum report_format format,
                          const struct report_filter *filter)
{
    struct arena arena = {0};
    struct problems problems = report_problem_list(&arena);
    report_problems(out, board->plan, &problems, board->as_of, format, filter);
    arena_free(&arena);
}

static void test_attention(void **state)
{
    (void)state;
    static const char *const worst_first[] = {"3.1", "1.1", "2.2", "1.2", "2.4"};
    struct reading reading;
    read_report(&reading, report_board, attend, everything);
    const json_t *document = reading.document;
    const json_t *rows = json_object_get(document, "rows");
    assert_string_equal(text_of(document, "format"), "duban-attention/1");
    assert_int_equal(json_array_size(rows), COUNT_OF(worst_first));
    for (size_t i = 0; i < COUNT_OF(worst_first); i++) {
        const json_t *row = json_array_get(rows, i);
        assert_string_equal(text_of(row, "target"), worst_first[i]);
        assert_string_equal(text_of(row, "kind"), i == 1 ? "problem" : "target");
    }
    const json_t *problem = json_array_get(rows, 1), *overdue = json_array_get(rows, 2);
    assert_string_equal(text_of(problem, "name"), REPORT_HOSTILE_SHOWN);
    assert_true(json_is_null(json_object_get(problem, "gap")));
    assert_int_equal(json_integer_value(json_object_get(problem, "days")), -106);
    assert_int_equal(json_integer_value(json_object_get(overdue, "gap")), 20);
    assert_string_equal(text_of(overdue, "next_text"),
                        "finish what is missing, or set a new due date and say why");
    forget(&reading);
}

static void test_problems(void **state)
{
    (void)state;
    struct reading reading;
    read_report(&reading, report_board, list_problems, everything);
    const json_t *rows = json_object_get(reading.document, "problems");
    const json_t *overdue = json_array_get(rows, 0), *closed = json_array_get(rows, 1);
    assert_string_equal(text_of(reading.document, "format"), "duban-problems/1");
    assert_int_equal(json_array_size(rows), 2);
    assert_string_equal(text_of(overdue, "state"), "overdue");
    assert_string_equal(text_of(overdue, "text"), REPORT_HOSTILE_SHOWN);
    assert_true(json_is_null(json_object_get(overdue, "school")));
    assert_string_equal(text_of(closed, "state"), "closed");
    assert_string_equal(text_of(closed, "school"), "P01");
    assert_true(json_is_null(json_object_get(closed, "target")));
    assert_true(json_is_null(json_object_get(closed, "days")));
    assert_string_equal(text_of(closed, "closed"), "2021-08-01");
    forget(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers_are_exact), cmocka_unit_test(test_members),
        cmocka_unit_test(test_target_by_hand),    cmocka_unit_test(test_counts_add_up),
        cmocka_unit_test(test_filters),           cmocka_unit_test(test_hostile_texts_and_numbers),
        cmocka_unit_test(test_free_of_language),  cmocka_unit_test(test_attention),
        cmocka_unit_test(test_problems),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
