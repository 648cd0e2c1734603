#include "duban/amount.h"

#include <inttypes.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "duban/attr.h"

#define MILLIONTHS(n) INT64_C(n)

static void test_parse(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        amount want; /* AMOUNT_NONE = refused */
    } rows[] = {
        {"0", 0},
        {"-0", 0},
        {"+7", MILLIONTHS(7000000)},
        {"66.5", MILLIONTHS(66500000)},
        {"-66.5", MILLIONTHS(-66500000)},
        {"007", MILLIONTHS(7000000)},
        {".5", MILLIONTHS(500000)},
        {"5.", MILLIONTHS(5000000)},
        {"0.000001", 1},
        {"0.0000004", 0},
        {"0.0000005", 1},
        {"-0.0000005", -1},
        {"0.00000049", 0}, /* the seventh decimal alone decides */
        {"0.9999995", MILLIONTHS(1000000)},
        {"1.123456789", MILLIONTHS(1123457)},
        {"1000000000", AMOUNT_VALUE_MAX},
        {"-1000000000", -AMOUNT_VALUE_MAX},
        {"1000000000.0000004", AMOUNT_VALUE_MAX},
        {"1000000000.0000005", AMOUNT_NONE},
        {"1000000000.000001", AMOUNT_NONE},
        {"999999999.999999", AMOUNT_VALUE_MAX - 1},
        {"999999999.9999995", AMOUNT_VALUE_MAX},
        {"1000000001", AMOUNT_NONE},
        {"9223372036854775808", AMOUNT_NONE},
        {"99999999999999999999999999999999999999999", AMOUNT_NONE},
        {"00000000000000000000000000000000000000001", MILLIONTHS(1000000)},
        {"", AMOUNT_NONE},
        {"-", AMOUNT_NONE},
        {"+", AMOUNT_NONE},
        {".", AMOUNT_NONE},
        {"-.", AMOUNT_NONE},
        {"--1", AMOUNT_NONE},
        {"1.2.3", AMOUNT_NONE},
        {"1,000", AMOUNT_NONE},
        {"1e3", AMOUNT_NONE},
        {"0x10", AMOUNT_NONE},
        {" 1", AMOUNT_NONE},
        {"1 ", AMOUNT_NONE},
        {"1/2", AMOUNT_NONE}, /* '/' and ':' stand beside the digits in ASCII */
        {"1:2", AMOUNT_NONE},
        {"1.2:", AMOUNT_NONE},
        {"１", AMOUNT_NONE},
        {"nan", AMOUNT_NONE},
        {"inf", AMOUNT_NONE},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        amount got = AMOUNT_NONE;
        bool read = amount_parse(sv_from(rows[i].text), &got);
        if (got != rows[i].want || read != (rows[i].want != AMOUNT_NONE))
            fail_msg("row %zu \"%s\": got %" PRId64, i, rows[i].text, got);
    }
}

static void test_format(void **state)
{
    (void)state;
    static const struct {
        amount value;
        const char *want;
    } rows[] = {
        {AMOUNT_NONE, ""},
        {0, "0"},
        {1, "0.000001"},
        {-1, "-0.000001"},
        {MILLIONTHS(66500000), "66.5"},
        {MILLIONTHS(-3000000), "-3"},
        {MILLIONTHS(100000000), "100"},
        {AMOUNT_VALUE_MAX, "1000000000"},
        {INT64_MAX, "9223372036854.775807"},
        {AMOUNT_NONE + 1, "-9223372036854.775807"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char text[AMOUNT_TEXT_MAX];
        assert_ptr_equal(amount_format(rows[i].value, text), text);
        if (!sv_eq(sv_from(text), sv_from(rows[i].want)))
            fail_msg("row %zu: got \"%s\"", i, text);
    }
}

static void test_add(void **state)
{
    (void)state;
    static const amount low = AMOUNT_NONE + 1;
    const struct {
        amount a, b, want;
    } rows[] = {
        {1, 2, 3},
        {INT64_MAX, 0, INT64_MAX},
        {INT64_MAX, 1, INT64_MAX},
        {1, INT64_MAX, INT64_MAX},
        {INT64_MAX, INT64_MAX, INT64_MAX},
        {INT64_MAX, low, 0},
        {low, 0, low},
        {low, -1, low}, /* the sum is AMOUNT_NONE itself */
        {low, -2, low},
        {-2, low, low},
        {low, low, low},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        amount got = amount_add(rows[i].a, rows[i].b);
        if (got != rows[i].want)
            fail_msg("row %zu: got %" PRId64, i, got);
    }
}

static void test_double(void **state)
{
    (void)state;
    assert_true(amount_double(MILLIONTHS(66500000)) == 66.5);
    assert_true(amount_double(-1) == -0.000001);
    static const struct {
        double value;
        amount want;
    } rows[] = {
        {0.0, 0},
        {66.5, MILLIONTHS(66500000)},
        {-0.0000005, -1}, /* half away from zero */
        {0.0000004, 0},
        {1e13, INT64_MAX},
        {-1e13, AMOUNT_NONE + 1},
        {9223372036854.775808, INT64_MAX},
        {(double)INFINITY, INT64_MAX},
        {-(double)INFINITY, AMOUNT_NONE + 1},
        {(double)NAN, AMOUNT_NONE},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        amount got = amount_from_double(rows[i].value);
        if (got != rows[i].want)
            fail_msg("row %zu: got %" PRId64, i, got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parse),
        cmocka_unit_test(test_format),
        cmocka_unit_test(test_add),
        cmocka_unit_test(test_double),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
