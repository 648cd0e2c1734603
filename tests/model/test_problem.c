/* When a problem is open, overdue, closed; what is wrong with one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/model_plan.h"
#include "duban/problem.h"

static struct problem sound(void)
{
    return (struct problem){.target = 0,
                            .school = -1,
                            .noted = model_day("2021-03-01"),
                            .due = model_day("2021-04-01"),
                            .closed = DAY_NONE,
                            .reopened = DAY_NONE,
                            .text = "no land",
                            .owner = "",
                            .remedy = ""};
}

static void its_state_follows_the_day(void **state)
{
    (void)state;
    struct problem problem = sound();
    assert_int_equal(problem_state(&problem, model_day("2021-04-01")), PROBLEM_OPEN);
    assert_int_equal(problem_state(&problem, model_day("2021-04-02")), PROBLEM_OVERDUE);
    assert_int_equal(problem_days(&problem, model_day("2021-04-15")), -14);
    problem.closed = model_day("2021-04-10");
    assert_int_equal(problem_state(&problem, model_day("2021-04-09")), PROBLEM_OVERDUE);
    assert_int_equal(problem_state(&problem, model_day("2021-04-10")), PROBLEM_CLOSED);
    problem = sound();
    problem.due = DAY_NONE;
    assert_int_equal(problem_state(&problem, model_day("2099-01-01")), PROBLEM_OPEN);
    assert_int_equal(problem_days(&problem, model_day("2099-01-01")), 0);
}

static void each_fault_has_its_name(void **state)
{
    (void)state;
    char long_text[PROBLEM_TEXT_MAX + 2];
    memset(long_text, 'x', sizeof(long_text) - 1);
    long_text[sizeof(long_text) - 1] = '\0';
    struct problem problem = sound();
    assert_int_equal(problem_check(&problem), PROBLEM_OK);
    problem.text = long_text + 1;
    assert_int_equal(problem_check(&problem), PROBLEM_OK);
    problem.text = long_text;
    assert_int_equal(problem_check(&problem), PROBLEM_TEXT_LONG);
    problem.text = "";
    assert_int_equal(problem_check(&problem), PROBLEM_NO_TEXT);
    problem = sound();
    problem.owner = long_text;
    assert_int_equal(problem_check(&problem), PROBLEM_OWNER_LONG);
    problem = sound();
    problem.remedy = long_text;
    assert_int_equal(problem_check(&problem), PROBLEM_REMEDY_LONG);
    problem = sound();
    problem.target = -1;
    assert_int_equal(problem_check(&problem), PROBLEM_NO_SUBJECT);
    problem = sound();
    problem.due = model_day("2021-02-28");
    assert_int_equal(problem_check(&problem), PROBLEM_DUE_BEFORE);
    problem = sound();
    problem.closed = model_day("2021-02-28");
    assert_int_equal(problem_check(&problem), PROBLEM_CLOSED_BEFORE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(its_state_follows_the_day),
        cmocka_unit_test(each_fault_has_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
