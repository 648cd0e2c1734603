/* What each measure makes of reports, from its definition. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/model_target.h"

/* School 0 is the district itself; of < 0: none. */
struct row {
    int school;
    double value, of;
};

struct example {
    const char *what;
    enum measure measure;
    size_t scope_size;
    struct row rows[5];
    size_t count;
    double actual; /* < 0: nothing to measure */
};

static const struct example examples[] = {
    {"sum of nothing", MEASURE_SUM, 3, {{0}}, 0, 0},
    {"sum", MEASURE_SUM, 3, {{1, 120, -1}, {2, 0.5, -1}, {3, 79.5, -1}}, 3, 200},
    {"sum with the district's own figure", MEASURE_SUM, 3, {{1, 5, -1}, {0, 7, -1}}, 2, 12},
    {"cap", MEASURE_CAP, 3, {{1, 1, -1}, {2, 2, -1}}, 2, 3},
    {"count of nothing", MEASURE_COUNT, 3, {{0}}, 0, 0},
    {"count takes those with 1 or more",
     MEASURE_COUNT,
     4,
     {{1, 1, -1}, {2, 3, -1}, {3, 0.999999, -1}, {4, 0, -1}},
     4,
     2},
    {"count of the district is the figure itself", MEASURE_COUNT, 1, {{0, 2, -1}}, 1, 2},
    {"count adds the district's figure", MEASURE_COUNT, 2, {{1, 1, -1}, {0, 2, -1}}, 2, 3},
    {"share of nothing reported", MEASURE_SHARE, 4, {{0}}, 0, 0},
    {"share without denominators", MEASURE_SHARE, 4, {{1, 1, -1}, {2, 1, -1}, {3, 0, -1}}, 3, 50},
    {"share with denominators", MEASURE_SHARE, 2, {{1, 10, 20}, {2, 50, 60}}, 2, 75},
    {"share with some: the others count 1", MEASURE_SHARE, 3, {{1, 10, 18}, {2, 1, -1}}, 2, 55},
    {"share of nobody", MEASURE_SHARE, 0, {{0}}, 0, -1},
    {"share of an empty denominator", MEASURE_SHARE, 1, {{1, 0, 0}}, 1, -1},
    {"mean of nothing", MEASURE_MEAN, 4, {{0}}, 0, -1},
    {"mean of those that reported", MEASURE_MEAN, 4, {{1, 40, -1}, {2, 81, -1}}, 2, 60.5},
    {"mean is rounded to a millionth",
     MEASURE_MEAN,
     3,
     {{1, 1, -1}, {2, 0, -1}, {3, 1, -1}},
     3,
     0.666667},
    {"level of nothing", MEASURE_AT_MOST, 4, {{0}}, 0, -1},
    {"level", MEASURE_AT_MOST, 4, {{1, 52, -1}, {2, 50, -1}}, 2, 51},
    {"milestone of nothing", MEASURE_MILESTONE, 1, {{0}}, 0, -1},
    {"milestone", MEASURE_MILESTONE, 1, {{0, 35, -1}}, 1, 35},
};

static void each_measure_gives_its_actual(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(examples); i++) {
        const struct example *example = &examples[i];
        struct target target = test_target(example->measure, 100);
        target.scope_size = example->scope_size;
        struct tally tally = {0};
        for (size_t r = 0; r < example->count; r++) {
            const struct row *row = &example->rows[r];
            amount of = row->of < 0 ? AMOUNT_NONE : amount_from_double(row->of);
            tally = tally_add(tally, tally_of(row->school, amount_from_double(row->value), of));
        }
        amount want = example->actual < 0 ? AMOUNT_NONE : amount_from_double(example->actual);
        if (measure_actual(&target, &tally) != want)
            fail_msg("%s: %lld, not %lld", example->what,
                     (long long)measure_actual(&target, &tally), (long long)want);
    }
}

static void what_was_added_can_be_taken_away(void **state)
{
    (void)state;
    struct tally a = tally_of(1, 5 * AMOUNT_ONE, 9 * AMOUNT_ONE);
    struct tally b = tally_of(0, 7 * AMOUNT_ONE, AMOUNT_NONE);
    struct tally c = tally_subtract(tally_add(a, b), a);
    assert_memory_equal(&c, &b, sizeof(c));
}

struct check {
    enum measure measure;
    double value, of;
    enum value_fault fault;
};

static void impossible_values_are_found(void **state)
{
    (void)state;
    static const struct check checks[] = {
        {MEASURE_SUM, 0, -1, VALUE_OK},
        {MEASURE_SUM, -0.000001, -1, VALUE_NEGATIVE},
        {MEASURE_SUM, 5, 6, VALUE_OF_UNUSED},
        {MEASURE_SUM, 5000, -1, VALUE_OK},
        {MEASURE_SHARE, 1, -1, VALUE_OK},
        {MEASURE_SHARE, 1.000001, -1, VALUE_OVER_ONE},
        {MEASURE_SHARE, 3, 3, VALUE_OK},
        {MEASURE_SHARE, 3.000001, 3, VALUE_OVER_OF},
        {MEASURE_SHARE, 0, 0, VALUE_OK},
        {MEASURE_SHARE, 1, 0, VALUE_OF_ZERO},
        {MEASURE_MILESTONE, 100, -1, VALUE_OK},
        {MEASURE_MILESTONE, 100.000001, -1, VALUE_OVER_PERCENT},
        {MEASURE_MEAN, 100.000001, -1, VALUE_OVER_PERCENT},
        {MEASURE_MILESTONE, 50, 100, VALUE_OF_UNUSED},
        {MEASURE_AT_MOST, 150, -1, VALUE_OK},
        {MEASURE_CAP, 3, -1, VALUE_OK},
        {MEASURE_COUNT, 3, 4, VALUE_OF_UNUSED},
    };
    for (size_t i = 0; i < COUNT_OF(checks); i++) {
        struct target target = test_target(checks[i].measure, 100);
        amount of = checks[i].of < 0 ? AMOUNT_NONE : amount_from_double(checks[i].of);
        enum value_fault got = measure_check(&target, amount_from_double(checks[i].value), of);
        if (got != checks[i].fault)
            fail_msg("row %zu: fault %d, not %d", i, got, checks[i].fault);
    }
    struct target share = test_target(MEASURE_SHARE, 100), people = test_target(MEASURE_MEAN, 100);
    assert_int_equal(measure_check(&share, 0, -1), VALUE_OF_ZERO);
    people.unit = (struct name){{"people", "", ""}}; /* not in percent: any number will do */
    assert_int_equal(measure_check(&people, 150 * AMOUNT_ONE, AMOUNT_NONE), VALUE_OK);
}

static void sums_of_a_province_stay_exact(void **state)
{
    (void)state;
    struct target target = test_target(MEASURE_SHARE, 100);
    struct tally tally = {0};
    for (int i = 0; i < 9000; i++) /* 9 million million in all: the most that is exact */
        tally = tally_add(tally, tally_of(1, AMOUNT_VALUE_MAX / 2, AMOUNT_VALUE_MAX));
    target.scope_size = 9000;
    assert_true(measure_actual(&target, &tally) == 50 * AMOUNT_ONE);
}

/* What a damaged database may hold does not wrap round. */
static void totals_out_of_range_stay_in_it(void **state)
{
    (void)state;
    static const enum measure measures[] = {MEASURE_SUM, MEASURE_COUNT, MEASURE_SHARE,
                                            MEASURE_MEAN};
    struct tally most = {INT64_MAX, INT64_MAX, INT64_MAX, INT64_MAX, INT64_MAX};
    struct tally least = {INT64_MIN, INT64_MIN, INT64_MIN, INT64_MIN, INT64_MIN};
    assert_true(tally_add(most, most).reporters == INT64_MAX);
    assert_true(tally_subtract(most, least).value == INT64_MAX);
    assert_true(tally_subtract(least, most).with_of == INT64_MIN + 1);
    most.reporters = least.reporters = 1;
    most.with_of = 1;
    most.of = least.of = 1;
    for (size_t i = 0; i < COUNT_OF(measures); i++) {
        struct target target = test_target(measures[i], 100);
        assert_true(measure_actual(&target, &most) == INT64_MAX);
    }
    struct target mean = test_target(MEASURE_MEAN, 100), share = test_target(MEASURE_SHARE, 100);
    assert_true(measure_actual(&mean, &least) == INT64_MIN + 1);
    assert_true(measure_actual(&share, &least) <= 0);
    struct tally below = {.value = -3, .reporters = 2}; /* -1.5 millionths */
    assert_true(measure_actual(&mean, &below) == -2);
    /* More denominators than units in scope: no unit counts 1 beside them. */
    struct tally crowd = {.value = 30 * AMOUNT_ONE, .of = 60 * AMOUNT_ONE, .with_of = 3};
    assert_true(measure_actual(&share, &crowd) == 50 * AMOUNT_ONE);
}

static void values_are_read_as_typed(void **state)
{
    (void)state;
    struct target share = test_target(MEASURE_SHARE, 100), sum = test_target(MEASURE_SUM, 5);
    sum.unit = (struct name){{"places", "", ""}};
    struct target milestone = test_target(MEASURE_MILESTONE, 100);
    amount value, of;
    assert_true(measure_read(&sum, SV("12"), &value, &of));
    assert_true(value == 12 * AMOUNT_ONE && of == AMOUNT_NONE);
    assert_true(measure_read(&share, SV("12/30"), &value, &of));
    assert_true(value == 12 * AMOUNT_ONE && of == 30 * AMOUNT_ONE);
    assert_true(measure_read(&share, SV("98%"), &value, &of));
    assert_true(value == 98 * AMOUNT_ONE / 100 && of == AMOUNT_NONE);
    assert_true(measure_read(&milestone, SV("98%"), &value, &of));
    assert_true(value == 98 * AMOUNT_ONE);
    assert_false(measure_read(&sum, SV("98%"), &value, &of)); /* not 98 places */
    assert_false(measure_read(&share, SV("/30"), &value, &of));
    assert_false(measure_read(&share, SV("%"), &value, &of));
    assert_false(measure_read(&share, SV(""), &value, &of));
}

static void what_only_grows(void **state)
{
    (void)state;
    static const bool grows[MEASURE_TOTAL] = {
        [MEASURE_SUM] = true,       [MEASURE_COUNT] = true, [MEASURE_SHARE] = true,
        [MEASURE_MILESTONE] = true, [MEASURE_CAP] = true,
    };
    for (int i = 0; i < MEASURE_TOTAL; i++) {
        if (measure_grows((enum measure)i) != grows[i])
            fail_msg("%s", measure_word((enum measure)i));
    }
}

static void figures_are_found_by_date(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct figures figures = test_figures(
        &arena, (const struct test_point[]){{"2021-02-28", 1}, {"2021-03-01", 2}, {NULL, 0}});
    assert_null(figures_at(&figures, test_day("2021-02-27")));
    assert_ptr_equal(figures_at(&figures, test_day("2021-02-28")), &figures.points[0]);
    assert_ptr_equal(figures_at(&figures, test_day("2021-03-01")), &figures.points[1]);
    assert_ptr_equal(figures_at(&figures, test_day("2022-03-01")), &figures.points[1]);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_measure_gives_its_actual),
        cmocka_unit_test(what_was_added_can_be_taken_away),
        cmocka_unit_test(impossible_values_are_found),
        cmocka_unit_test(sums_of_a_province_stay_exact),
        cmocka_unit_test(totals_out_of_range_stay_in_it),
        cmocka_unit_test(values_are_read_as_typed),
        cmocka_unit_test(what_only_grows),
        cmocka_unit_test(figures_are_found_by_date),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
