/* A plan goes out as files and comes back the same, byte for byte and member by member. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "../support/model_plan.h"
#include "duban/plan_files.h"
#include "duban/report.h"

enum { FILES = 10 };

/* A plan's files as they were written. */
struct written {
    struct arena arena;
    struct plan_file files[FILES];
    size_t count;
};

static bool keep(void *context, const char *name, struct sv content, struct err *err)
{
    struct written *written = context;
    (void)err;
    assert_true(written->count < FILES);
    const char *bytes = arena_text(&written->arena, content);
    written->files[written->count++] = (struct plan_file){name, {bytes, content.len}};
    return true;
}

static void write_plan(const struct plan *plan, struct written *written)
{
    struct err err = {0};
    *written = (struct written){0};
    assert_true(report_plan_files(plan, keep, written, &err));
    assert_int_equal(written->count, FILES);
}

static void read_plan(const struct written *written, struct arena *arena, struct plan *plan)
{
    struct err err = {0};
    if (!plan_files_read(written->files, written->count, arena, plan, &err))
        fail_msg("%s:%u:%u: %s", err.file, err.line, err.column, err.text);
}

static void expect_same_files(const struct written *a, const struct written *b)
{
    for (size_t i = 0; i < FILES; i++) {
        assert_string_equal(a->files[i].name, b->files[i].name);
        assert_string_equal(a->files[i].bytes.data, b->files[i].bytes.data);
    }
}

static void expect_same_name(const struct name *a, const struct name *b)
{
    for (int lang = 0; lang < LANG_COUNT; lang++)
        assert_string_equal(a->in[lang], b->in[lang]);
}

static void expect_same_thresholds(const struct thresholds *a, const struct thresholds *b)
{
    assert_true(a->spi_min == b->spi_min);
    assert_true(a->forecast_slack == b->forecast_slack);
    assert_int_equal(a->due_soon_days, b->due_soon_days);
    assert_int_equal(a->reporting_days, b->reporting_days);
    assert_int_equal(a->silent_periods, b->silent_periods);
}

static void expect_same_target(const struct target *a, const struct target *b)
{
    assert_string_equal(a->code, b->code);
    assert_int_equal(a->item, b->item);
    expect_same_name(&a->name, &b->name);
    expect_same_name(&a->unit, &b->unit);
    assert_int_equal(a->measure, b->measure);
    assert_int_equal(a->pace, b->pace);
    assert_true(a->goal_min == b->goal_min);
    assert_true(a->goal_max == b->goal_max);
    assert_true(a->baseline == b->baseline);
    assert_int_equal(a->starts, b->starts);
    assert_int_equal(a->due, b->due);
    assert_int_equal(a->veto, b->veto);
    assert_int_equal(a->within_size, b->within_size);
    assert_true(a->weight == b->weight);
    assert_string_equal(a->owner, b->owner);
    assert_string_equal(a->source_term, b->source_term);
    assert_string_equal(a->basis, b->basis);
    expect_same_thresholds(&a->thresholds, &b->thresholds);
    assert_int_equal(a->scope_type, b->scope_type);
    assert_int_equal(a->scope, b->scope);
    assert_int_equal(a->scope_size, b->scope_size);
    assert_int_equal(a->school_count, b->school_count);
    for (size_t i = 0; i < a->school_count; i++)
        assert_int_equal(a->schools[i], b->schools[i]);
    assert_int_equal(a->step_count, b->step_count);
    for (size_t i = 0; i < a->step_count; i++) {
        assert_int_equal(a->steps[i].date, b->steps[i].date);
        assert_true(a->steps[i].percent == b->steps[i].percent);
        expect_same_name(&a->steps[i].name, &b->steps[i].name);
    }
}

static void expect_same_calendar(const struct calendar *a, const struct calendar *b)
{
    assert_int_equal(a == NULL, b == NULL);
    assert_int_equal(a ? a->count : 0, b ? b->count : 0);
    for (size_t i = 0; a && i < a->count; i++) {
        assert_int_equal(a->spans[i].kind, b->spans[i].kind);
        assert_int_equal(a->spans[i].first, b->spans[i].first);
        assert_int_equal(a->spans[i].last, b->spans[i].last);
        expect_same_name(&a->spans[i].name, &b->spans[i].name);
    }
}

static void expect_same_plan(const struct plan *a, const struct plan *b)
{
    assert_string_equal(a->code, b->code);
    expect_same_name(&a->name, &b->name);
    expect_same_name(&a->authority, &b->authority);
    assert_int_equal(a->starts, b->starts);
    assert_int_equal(a->ends, b->ends);
    expect_same_thresholds(&a->thresholds, &b->thresholds);
    expect_same_calendar(a->calendar, b->calendar);
    assert_int_equal(a->section_count, b->section_count);
    assert_int_equal(a->item_count, b->item_count);
    assert_int_equal(a->school_count, b->school_count);
    assert_int_equal(a->target_count, b->target_count);
    for (size_t i = 0; i < a->item_count; i++) {
        assert_int_equal(a->items[i].number, b->items[i].number);
        assert_int_equal(a->items[i].section, b->items[i].section);
        expect_same_name(&a->items[i].summary, &b->items[i].summary);
    }
    for (size_t i = SCHOOL_DISTRICT + 1; i < a->school_count; i++) {
        assert_string_equal(a->schools[i].code, b->schools[i].code);
        expect_same_name(&a->schools[i].name, &b->schools[i].name);
        assert_int_equal(a->schools[i].kind, b->schools[i].kind);
        assert_int_equal(a->schools[i].town, b->schools[i].town);
        assert_int_equal(a->schools[i].size, b->schools[i].size);
    }
    for (size_t i = 0; i < a->target_count; i++)
        expect_same_target(&a->targets[i], &b->targets[i]);
}

static void expect_round_trip(const struct plan *plan)
{
    struct arena arena = {0};
    struct plan back;
    struct written first, second;
    write_plan(plan, &first);
    read_plan(&first, &arena, &back);
    expect_same_plan(plan, &back);
    write_plan(&back, &second);
    expect_same_files(&first, &second);
    arena_free(&first.arena);
    arena_free(&second.arena);
    arena_free(&arena);
}

static void test_fixture(void **state)
{
    (void)state;
    struct arena arena = {0};
    expect_round_trip(model_fixture_plan(&arena));
    arena_free(&arena);
}

static void test_built_in_plan(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plan plan;
    struct err err = {0};
    struct buf dir = {0};
    const char *tests = getenv("DUBAN_TESTS");
    buf_printf(&dir, "%s/../assets/plans/wujin-2021", tests ? tests : "tests");
    if (!plan_files_read_dir(buf_text(&dir), &arena, &plan, &err))
        fail_msg("%s: %s", err.file, err.text);
    expect_round_trip(&plan);
    buf_free(&dir);
    arena_free(&arena);
}

/* Texts and numbers that a careless writer would change. */
static void test_awkward_plan(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plan plan = *model_fixture_plan(&arena);
    struct target *targets = arena_array(&arena, plan.target_count, sizeof(*targets));
    memcpy(targets, plan.targets, plan.target_count * sizeof(*targets));
    targets[0].name = (struct name){{"=1+1, \"quoted\"", "'-开头", "＝１"}};
    targets[0].owner = "@office";
    targets[0].basis = " padded ";
    targets[0].weight = 0.001;
    targets[1].weight = 1000;
    targets[1].goal_min = 123456789;
    targets[1].thresholds.spi_min = 0.123456;
    targets[1].thresholds.silent_periods = 1;
    targets[1].within_size = true;
    targets[2].pace = PACE_SCHOOL_DAYS;
    targets[3].pace = PACE_WORKING_DAYS;
    plan.targets = targets;
    struct span *spans = arena_array(&arena, 2, sizeof(*spans));
    spans[0] = (struct span){SPAN_HOLIDAY, plan.ends, plan.ends, {{"-1, \"x\"", "", ""}}};
    spans[1] = (struct span){SPAN_TERM, plan.starts, plan.ends, {{"", "学期", "學期"}}};
    plan.calendar = calendar_make(spans, 2, &arena);
    struct school *schools = arena_array(&arena, plan.school_count, sizeof(*schools));
    memcpy(schools, plan.schools, plan.school_count * sizeof(*schools));
    schools[2].size = 1234;
    plan.schools = schools;
    expect_round_trip(&plan);
    arena_free(&arena);
}

static bool refuse(void *context, const char *name, struct sv content, struct err *err)
{
    (void)name;
    (void)content;
    ++*(int *)context;
    return err_set(err, ERR_CANT_WRITE, "the disk is full");
}

static void test_writer_that_fails(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct err err = {0};
    int calls = 0;
    assert_false(report_plan_files(model_fixture_plan(&arena), refuse, &calls, &err));
    assert_int_equal(calls, 1);
    assert_int_equal(err.code, ERR_CANT_WRITE);
    arena_free(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fixture),
        cmocka_unit_test(test_built_in_plan),
        cmocka_unit_test(test_awkward_plan),
        cmocka_unit_test(test_writer_that_fails),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
