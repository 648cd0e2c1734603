/* Which texts a spreadsheet would run, and that a guard goes on and comes off without a trace. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/formula.h"

static const struct {
    const char *text;
    bool guarded;
} rows[] = {
    {"=1+1", true},  {"+cmd", true}, {"-cmd", true}, {"@SUM(A1)", true}, {"\tx", true},
    {"\rx", true},   {"＝1", true},  {"＋1", true},  {"－1", true},      {"＠x", true},
    {"-", true},     {"+", true},    {"-1e5", true}, {"+86 519", true},  {"'=1", true},
    {"''-x", true},  {"'-5", true},  {"-5", false},  {"+5.25", false},   {"5.1", false},
    {"", false},     {"'", false},   {"'x", false},  {"a=b", false},     {" =1", false},
    {"正常", false}, {"3-5", false},
};

static void test_guard(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (formula_wants_guard(sv_from(rows[i].text)) != rows[i].guarded)
            fail_msg("row %zu: \"%s\"", i, rows[i].text);
    }
}

static void test_there_and_back(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct buf cell = {0};
        if (formula_wants_guard(sv_from(rows[i].text)))
            buf_putc(&cell, '\'');
        buf_puts(&cell, rows[i].text);
        if (!sv_eq(formula_unguard(buf_sv(&cell)), sv_from(rows[i].text)))
            fail_msg("row %zu: \"%s\" comes back as \"%.*s\"", i, rows[i].text,
                     SV_ARG(formula_unguard(buf_sv(&cell))));
        buf_free(&cell);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_guard),
        cmocka_unit_test(test_there_and_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
