/* Look-ups, scopes and what plan_finish() completes, on the small plan of the fixture. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "../support/model_bug.h"
#include "../support/model_plan.h"

static int with_plan(void **state)
{
    *state = xcalloc(1, sizeof(struct arena));
    return 0;
}

static int without_plan(void **state)
{
    arena_free(*state);
    free(*state);
    return 0;
}

static void codes_and_numbers_are_found(void **state)
{
    const struct plan *plan = model_fixture_plan(*state);
    for (size_t i = 0; i < plan->target_count; i++)
        assert_int_equal(plan_target(plan, sv_from(plan->targets[i].code)), i);
    for (size_t i = 0; i < plan->school_count; i++)
        assert_int_equal(plan_school(plan, sv_from(plan->schools[i].code)), i);
    for (size_t i = 0; i < plan->item_count; i++)
        assert_int_equal(plan_item(plan, plan->items[i].number), i);
    for (size_t i = 0; i < plan->section_count; i++)
        assert_int_equal(plan_section(plan, plan->sections[i].number), i);
    for (size_t i = 0; i < plan->kind_count; i++)
        assert_int_equal(plan_kind(plan, sv_from(plan->kinds[i].code)), i);
    for (size_t i = 0; i < plan->town_count; i++)
        assert_int_equal(plan_town(plan, sv_from(plan->towns[i].code)), i);
    for (size_t i = 0; i < plan->scope_count; i++)
        assert_int_equal(plan_scope(plan, sv_from(plan->scopes[i].code)), i);
}

static void what_is_not_there_is_not_found(void **state)
{
    const struct plan *plan = model_fixture_plan(*state);
    static const char *const wrong[] = {"", "0", "00", "07", "0077", "p01", "P0", "P011", "z"};
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        struct sv code = sv_from(wrong[i]);
        if (plan_school(plan, code) != -1 || plan_target(plan, code) != -1 ||
            plan_kind(plan, code) != -1 || plan_town(plan, code) != -1 ||
            plan_scope(plan, code) != -1)
            fail_msg("\"%s\" is found", wrong[i]);
    }
    assert_int_equal(plan_item(plan, 0), -1);
    assert_int_equal(plan_item(plan, 4), -1);
    assert_int_equal(plan_section(plan, -1), -1);
    assert_int_equal(plan_section(plan, 3), -1);
}

/* A code is text: 007 and 7 are two schools. */
static void zeros_in_front_count(void **state)
{
    const struct plan *plan = model_fixture_plan(*state);
    assert_int_equal(plan_school(plan, SV("007")), 1);
    assert_int_equal(plan_school(plan, SV("7")), 2);
}

static void names_are_found_in_any_language(void **state)
{
    const struct plan *plan = model_fixture_plan(*state);
    int east = plan_school(plan, SV("P01"));
    assert_int_equal(plan_school_named(plan, SV("East Primary")), east);
    assert_int_equal(plan_school_named(plan, SV("东镇小学")), east);
    assert_int_equal(plan_school_named(plan, SV("東鎮小學")), east);
    assert_int_equal(plan_school_named(plan, SV("测试教育局")), SCHOOL_DISTRICT);
    /* The same in both Chinese scripts, and yet one target. */
    assert_int_equal(plan_target_named(plan, SV("安全事故")), plan_target(plan, SV("3.1")));
    assert_int_equal(plan_target_named(plan, SV("新增学位")), plan_target(plan, SV("1.1")));
}

static void names_must_be_whole_and_unique(void **state)
{
    const struct plan *plan = model_fixture_plan(*state);
    assert_int_equal(plan_school_named(plan, SV("实验学校")), PLAN_NAME_AMBIGUOUS);
    assert_int_equal(plan_school_named(plan, SV("實驗學校")), PLAN_NAME_AMBIGUOUS);
    assert_int_equal(plan_school_named(plan, SV("Canal Primary")), plan_school(plan, SV("P03")));
    assert_int_equal(plan_school_named(plan, SV("East")), PLAN_NAME_UNKNOWN);
    assert_int_equal(plan_school_named(plan, SV("east primary")), PLAN_NAME_UNKNOWN);
    assert_int_equal(plan_school_named(plan, SV("")), PLAN_NAME_UNKNOWN);
    assert_int_equal(plan_target_named(plan, SV("P01")), PLAN_NAME_UNKNOWN);
}

static void paces_that_are_not_stated(void **state)
{
    const struct plan *plan = model_fixture_plan(*state);
    assert_int_equal(plan->targets[plan_target(plan, SV("1.2"))].pace, PACE_LINEAR);
    assert_int_equal(plan->targets[plan_target(plan, SV("2.1"))].pace, PACE_STEPS);
    assert_int_equal(plan->targets[plan_target(plan, SV("2.2"))].pace, PACE_END);
    assert_int_equal(plan->targets[plan_target(plan, SV("2.3"))].pace, PACE_LINEAR);
    assert_int_equal(plan->targets[plan_target(plan, SV("3.5"))].pace, PACE_END); /* stated */
}

static const struct {
    const char *target, *schools; /* each code with a blank behind it */
    const char *own;              /* "" = schools must be named */
} scopes[] = {
    {"1.1", "P01 P02 P03 J01 J02 ", "district"},
    {"1.2", "P01 P02 P03 J01 J02 ", "district"},
    {"1.3", "007 7 ", ""},
    {"1.4", "J01 J02 ", ""},
    {"2.1", "district ", "district"},
    {"2.3", "007 7 P01 P02 P03 J01 J02 C01 ", "district"},
    {"2.4", "P03 J02 ", ""},
    {"3.3", "P01 ", "P01"},
    {"3.4", "C01 ", "C01"},
    {"3.5", "P01 P02 P03 J01 J02 ", ""},
};

static void who_is_in_scope(void **state)
{
    const struct plan *plan = model_fixture_plan(*state);
    for (size_t i = 0; i < COUNT_OF(scopes); i++) {
        const struct target *target = &plan->targets[plan_target(plan, sv_from(scopes[i].target))];
        const int *schools;
        size_t count = plan_scope_schools(plan, target, &schools);
        const char *codes = "";
        for (size_t s = 0; s < count; s++)
            codes = arena_printf(*state, "%s%s ", codes, plan->schools[schools[s]].code);
        if (strcmp(codes, scopes[i].schools) != 0 || count != target->scope_size)
            fail_msg("%s: %zu: %s", target->code, target->scope_size, codes);
    }
}

static void scope_is_the_same_asked_one_by_one(void **state)
{
    const struct plan *plan = model_fixture_plan(*state);
    for (size_t t = 0; t < plan->target_count; t++) {
        const int *schools;
        size_t count = plan_scope_schools(plan, &plan->targets[t], &schools), at = 0;
        for (int s = 0; s < (int)plan->school_count; s++) {
            bool listed = at < count && schools[at] == s;
            if (plan_in_scope(plan, &plan->targets[t], s) != listed)
                fail_msg("%s and %s", plan->targets[t].code, plan->schools[s].code);
            at += listed;
        }
    }
}

static void whose_figure_it_is_when_nobody_is_named(void **state)
{
    const struct plan *plan = model_fixture_plan(*state);
    for (size_t i = 0; i < COUNT_OF(scopes); i++) {
        const struct target *target = &plan->targets[plan_target(plan, sv_from(scopes[i].target))];
        int own = plan_own_unit(plan, target);
        const char *code = own < 0 ? "" : plan->schools[own].code;
        if (strcmp(code, scopes[i].own) != 0)
            fail_msg("%s: \"%s\"", target->code, code);
    }
}

/* What the bureau itself reports is its own, whatever the measure. */
static void the_district_owns_its_own_figures(void **state)
{
    const struct plan *plan = model_fixture_plan(*state);
    struct target target = plan->targets[plan_target(plan, SV("2.1"))];
    for (int i = 0; i < MEASURE_TOTAL; i++) {
        target.measure = (enum measure)i;
        assert_int_equal(plan_own_unit(plan, &target), SCHOOL_DISTRICT);
    }
}

/* A scope that nobody is in, and a target that names nobody. */
static void an_empty_scope(void **state)
{
    struct kind kinds[] = {{"none", {{"None", "", ""}}}};
    struct scope nobody[] = {{"nobody", {{"Nobody", "", ""}}, 1, NULL, 0}};
    struct section section = {.number = 1};
    struct item item = {.number = 1};
    struct school district = {
        .code = DISTRICT_CODE, .name = {{"", "", ""}}, .kind = -1, .town = -1};
    struct target targets[] = {
        {.code = "1.1", .name = {{"", "", ""}}, .scope_type = SCOPE_KINDS},
        {.code = "1.2", .name = {{"", "", ""}}, .scope_type = SCOPE_NAMED, .scope = -1},
    };
    struct plan plan = {.kinds = kinds,
                        .kind_count = 1,
                        .scopes = nobody,
                        .scope_count = 1,
                        .sections = &section,
                        .section_count = 1,
                        .items = &item,
                        .item_count = 1,
                        .schools = &district,
                        .school_count = 1,
                        .targets = targets,
                        .target_count = 2};
    plan_finish(&plan, *state);
    for (int i = 0; i < 2; i++) {
        const int *schools;
        assert_int_equal(targets[i].scope_size, 0);
        assert_int_equal(plan_scope_schools(&plan, &targets[i], &schools), 0);
        assert_false(plan_in_scope(&plan, &targets[i], SCHOOL_DISTRICT));
        assert_int_equal(plan_own_unit(&plan, &targets[i]), SCHOOL_DISTRICT);
        targets[i].measure = MEASURE_MEAN;
        assert_int_equal(plan_own_unit(&plan, &targets[i]), -1);
    }
}

/* Thousands of schools, in no order, some of one name. */
static void a_province_is_found(void **state)
{
    enum { SCHOOLS = 20000, STEP = 7919 }; /* a prime: every number comes once */
    struct arena *arena = *state;
    struct kind kind = {"school", {{"School", "", ""}}};
    struct school *schools = arena_array(arena, SCHOOLS + 1, sizeof(*schools));
    schools[0] =
        (struct school){.code = DISTRICT_CODE, .name = {{"", "", ""}}, .kind = -1, .town = -1};
    for (int i = 1; i <= SCHOOLS; i++)
        schools[i] = (struct school){
            .code = arena_printf(arena, "S%05d", (int)((int64_t)i * STEP % SCHOOLS)),
            .name = {{arena_printf(arena, "School %d", i / 2), "", ""}},
            .town = -1};
    struct plan plan = {
        .kinds = &kind, .kind_count = 1, .schools = schools, .school_count = SCHOOLS + 1};
    plan_finish(&plan, arena);
    for (int i = 1; i <= SCHOOLS; i++)
        assert_int_equal(plan_school(&plan, sv_from(schools[i].code)), i);
    assert_int_equal(plan_school_named(&plan, SV("School 0")), 1);
    assert_int_equal(plan_school_named(&plan, SV("School 1")), PLAN_NAME_AMBIGUOUS);
    assert_int_equal(plan_school_named(&plan, SV("School 10000")), SCHOOLS);
}

/* ---- broken promises of a loader ------------------------------------------------------------ */

static struct arena broken_arena;
static struct plan broken;

static void finish_broken(void)
{
    plan_finish(&broken, &broken_arena);
}

static const int beyond[] = {5, 9}, below[] = {-1, 3};

/* What is wrong, and how to make it so; `district`, `kinds` and `named` are targets. */
#define BREACH_LIST(X)                                              \
    X("too many kinds", broken.kind_count = PLAN_KINDS_MAX + 1)     \
    X("no school at all", broken.school_count = 0)                  \
    X("a district with a kind", broken.schools[0].kind = 0)         \
    X("a school without a kind", broken.schools[3].kind = -1)       \
    X("a kind beyond the last", broken.schools[3].kind = 4)         \
    X("a town beyond the last", broken.schools[3].town = 2)         \
    X("a town below none", broken.schools[3].town = -2)             \
    X("a section beyond the last", broken.items[1].section = 2)     \
    X("a target without item", district->item = -1)                 \
    X("no measure", district->measure = MEASURE_TOTAL)              \
    X("no pace", district->pace = (enum pace)(PACE_TOTAL + 1))      \
    X("due before it starts", district->due = district->starts - 1) \
    X("no scope", kinds->scope = -1)                                \
    X("a scope beyond the last", kinds->scope = 4)                  \
    X("a named school beyond the last", named->schools = beyond)    \
    X("a named school before the first", named->schools = below)    \
    X("no scope type", named->scope_type = (enum scope_type)(SCOPE_NAMED + 1))

/* Breaks promise `which` and says what it is; NULL when there are no more. */
static const char *break_promise(int which)
{
    struct target *district = &broken.targets[plan_target(&broken, SV("2.1"))];
    struct target *kinds = &broken.targets[plan_target(&broken, SV("1.1"))];
    struct target *named = &broken.targets[plan_target(&broken, SV("2.4"))];
    int at = 0;
#define X(what, breach)  \
    if (at++ == which) { \
        breach;          \
        return what;     \
    }
    BREACH_LIST(X)
#undef X
    return NULL;
}

static void broken_promises_are_bugs(void **state)
{
    (void)state;
    for (int which = 0;; which++) {
        broken = *model_fixture_plan(&broken_arena);
        assert_false(model_is_bug(finish_broken));
        const char *what = break_promise(which);
        if (!what)
            break;
        if (!model_is_bug(finish_broken))
            fail_msg("%s is taken", what);
    }
    arena_free(&broken_arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(codes_and_numbers_are_found, with_plan, without_plan),
        cmocka_unit_test_setup_teardown(what_is_not_there_is_not_found, with_plan, without_plan),
        cmocka_unit_test_setup_teardown(zeros_in_front_count, with_plan, without_plan),
        cmocka_unit_test_setup_teardown(names_are_found_in_any_language, with_plan, without_plan),
        cmocka_unit_test_setup_teardown(names_must_be_whole_and_unique, with_plan, without_plan),
        cmocka_unit_test_setup_teardown(paces_that_are_not_stated, with_plan, without_plan),
        cmocka_unit_test_setup_teardown(who_is_in_scope, with_plan, without_plan),
        cmocka_unit_test_setup_teardown(scope_is_the_same_asked_one_by_one, with_plan,
                                        without_plan),
        cmocka_unit_test_setup_teardown(whose_figure_it_is_when_nobody_is_named, with_plan,
                                        without_plan),
        cmocka_unit_test_setup_teardown(the_district_owns_its_own_figures, with_plan, without_plan),
        cmocka_unit_test_setup_teardown(an_empty_scope, with_plan, without_plan),
        cmocka_unit_test_setup_teardown(a_province_is_found, with_plan, without_plan),
        cmocka_unit_test(broken_promises_are_bugs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
