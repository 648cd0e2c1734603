/* The sentence of every rule, with its numbers and thresholds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/lang_cases.h"
#include "duban/lang.h"

static void test_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < lang_case_count; i++) {
        const struct lang_case *row = &lang_cases[i];
        struct buf got = {0};
        lang_reason_english(&got, &row->target, &row->verdict, LANG_CASE_DAY);
        if (!sv_eq(buf_sv(&got), sv_from(row->english)))
            fail_msg("row %zu: got \"%s\", want \"%s\"", i, buf_text(&got), row->english);
        buf_free(&got);
    }
}

static void test_every_rule_has_a_case(void **state)
{
    (void)state;
    bool seen[RULE_TOTAL] = {0};
    for (size_t i = 0; i < lang_case_count; i++)
        seen[lang_cases[i].verdict.rule] = true;
    for (int rule = 0; rule < RULE_TOTAL; rule++) {
        if (!seen[rule])
            fail_msg("no case for rule %s", rule_word((enum rule)rule));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sentences),
        cmocka_unit_test(test_every_rule_has_a_case),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
