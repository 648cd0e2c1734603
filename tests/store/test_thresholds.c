/* Thresholds in force from a day on, of the plan and of a target; the calendar and sizes kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/store_temp.h"

static struct plan plan_on(struct temp_store *temp, const char *day)
{
    struct err err = {0};
    struct plan plan;
    temp_expect_ok(
        store_load_plan(temp->store, day ? model_day(day) : DAY_NONE, &temp->arena, &plan, &err),
        &err);
    return plan;
}

static double spi_on(struct temp_store *temp, const char *code, const char *day)
{
    struct plan plan = plan_on(temp, day);
    return plan.targets[plan_target(&plan, sv_from(code))].thresholds.spi_min;
}

static void set_plans(struct temp_store *temp, double spi_min, const char *since)
{
    struct err err = {0};
    struct actor actor = temp_actor();
    struct thresholds thresholds = plan_on(temp, since).thresholds;
    assert_true(threshold_set(&thresholds, THRESHOLD_SPI_MIN, spi_min));
    temp_expect_ok(store_set_thresholds(temp->store, &thresholds, model_day(since), &actor, &err),
                   &err);
}

static void set_targets(struct temp_store *temp, const char *code, double spi_min,
                        const char *since)
{
    struct err err = {0};
    struct actor actor = temp_actor();
    struct plan plan = plan_on(temp, since);
    const struct target *target = &plan.targets[plan_target(&plan, sv_from(code))];
    struct terms terms = store_terms_of(target);
    assert_true(threshold_set(&terms.thresholds, THRESHOLD_SPI_MIN, spi_min));
    temp_expect_ok(store_set_terms(temp->store, target, &terms, model_day(since), &actor, &err),
                   &err);
}

static void undo(struct temp_store *temp)
{
    struct err err = {0};
    struct change undone;
    struct actor actor = temp_actor();
    temp_expect_ok(store_undo(temp->store, &actor, &temp->arena, &undone, &err), &err);
}

static void redo(struct temp_store *temp)
{
    struct err err = {0};
    struct change redone;
    struct actor actor = temp_actor();
    temp_expect_ok(store_redo(temp->store, &actor, &temp->arena, &redone, &err), &err);
}

#define EXPECT_SPI(code, day, spi) assert_true(spi_on(&temp, code, day) == (spi))

static void the_plans_hold_for_targets_without_their_own(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    set_targets(&temp, "1.1", 0.8, "2021-03-01");
    set_plans(&temp, 0.95, "2021-05-01");
    /* The day before, the day itself, and before the plan's first day. */
    EXPECT_SPI("1.2", "2021-04-30", 0.9);
    EXPECT_SPI("1.2", "2021-05-01", 0.95);
    EXPECT_SPI("1.2", "2020-01-01", 0.9);
    EXPECT_SPI("1.2", NULL, 0.95);
    assert_true(plan_on(&temp, "2021-05-01").thresholds.spi_min == 0.95);
    assert_true(plan_on(&temp, "2021-04-30").thresholds.spi_min == 0.9);
    /* The target's own stays, from its day on. */
    EXPECT_SPI("1.1", "2021-02-28", 0.9);
    EXPECT_SPI("1.1", "2021-03-01", 0.8);
    EXPECT_SPI("1.1", "2021-06-01", 0.8);
    temp_store_drop(&temp);
}

static void a_threshold_like_the_plans_follows_it(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    set_targets(&temp, "1.1", 0.8, "2021-03-01");
    set_targets(&temp, "1.1", 0.9, "2021-04-01"); /* the plan's again */
    set_plans(&temp, 0.7, "2021-05-01");
    EXPECT_SPI("1.1", "2021-03-31", 0.8);
    EXPECT_SPI("1.1", "2021-04-01", 0.9);
    EXPECT_SPI("1.1", "2021-05-01", 0.7);
    temp_store_drop(&temp);
}

static void undone_and_done_again(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    set_plans(&temp, 0.95, "2021-05-01");
    set_plans(&temp, 0.85, "2021-05-01");
    undo(&temp);
    EXPECT_SPI("1.2", NULL, 0.95);
    undo(&temp);
    EXPECT_SPI("1.2", NULL, 0.9);
    redo(&temp);
    EXPECT_SPI("1.2", NULL, 0.95);
    set_targets(&temp, "1.2", 0.5, "2021-06-01");
    EXPECT_SPI("1.2", NULL, 0.5);
    undo(&temp);
    EXPECT_SPI("1.2", NULL, 0.95);
    temp_store_drop(&temp);
}

static void the_journal_says_what_it_was(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    const struct change *changes;
    size_t count;
    set_plans(&temp, 0.85, "2021-05-01");
    set_targets(&temp, "1.2", 0.5, "2021-06-01");
    temp_expect_ok(store_load_changes(temp.store, 9, "~", &temp.arena, &changes, &count, &err),
                   &err);
    assert_string_equal(changes[0].what, "terms");
    assert_string_equal(changes[0].after, "4, 2021-12-31, spi_min 0.5");
    assert_string_equal(changes[1].what, "thresholds");
    assert_string_equal(changes[1].before, "");
    assert_string_equal(changes[1].after, "spi_min 0.85, forecast_slack 0.1, due_soon_days 30, "
                                          "reporting_days 31, silent_periods 2");
    /* Stamps are 2021-09-15T08:00:00Z; the day before knows nothing of them. */
    temp_expect_ok(store_load_changes(temp.store, 9, "2021-09-14T23:59:59Z", &temp.arena, &changes,
                                      &count, &err),
                   &err);
    assert_int_equal(count, 0);
    temp_store_drop(&temp);
}

/* A database of the first format had thresholds in the plan and in each target. */
static void an_older_database_keeps_its_thresholds(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    set_targets(&temp, "1.1", 0.8, "2021-01-01");
    temp_migrate(&temp);
    EXPECT_SPI("1.1", NULL, 0.8);
    EXPECT_SPI("1.2", NULL, 0.9);
    set_plans(&temp, 0.95, "2021-05-01");
    EXPECT_SPI("1.1", NULL, 0.8);
    EXPECT_SPI("1.2", NULL, 0.95);
    undo(&temp); /* the plan's */
    undo(&temp); /* the target's terms, journaled before: they said nothing of thresholds */
    EXPECT_SPI("1.1", NULL, 0.8);
    temp_store_drop(&temp);
}

static void a_calendar_and_sizes_come_back(void **state)
{
    (void)state;
    struct temp_store temp = temp_dir_make();
    struct err err = {0};
    struct actor actor = temp_actor();
    struct plan plan = *model_fixture_plan(&temp.arena), back;
    struct span *spans = arena_array(&temp.arena, 2, sizeof(*spans));
    spans[0] = (struct span){SPAN_TERM, plan.starts, plan.ends - 9, {{"term", "学期", "學期"}}};
    spans[1] = (struct span){SPAN_WORKDAY, plan.starts, plan.starts, {{"", "", ""}}};
    plan.calendar = calendar_make(spans, 2, &temp.arena);
    plan.schools[2].size = 800;
    plan.targets[0].within_size = true;
    temp_expect_ok(store_open(temp.path, STORE_CREATE, &temp.store, &err), &err);
    temp_expect_ok(store_save_plan(temp.store, &plan, &actor, &err), &err);
    temp_expect_ok(store_load_plan(temp.store, DAY_NONE, &temp.arena, &back, &err), &err);
    assert_int_equal(back.calendar->count, 2);
    assert_int_equal(back.calendar->spans[0].kind, SPAN_TERM);
    assert_int_equal(back.calendar->spans[0].last, plan.ends - 9);
    assert_string_equal(back.calendar->spans[0].name.in[LANG_ZH_CN], "学期");
    assert_int_equal(back.calendar->spans[1].kind, SPAN_WORKDAY);
    assert_ptr_equal(back.targets[3].calendar, back.calendar);
    assert_int_equal(back.schools[2].size, 800);
    assert_int_equal(back.schools[1].size, 0);
    assert_true(back.targets[0].within_size);
    assert_false(back.targets[1].within_size);
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_plans_hold_for_targets_without_their_own),
        cmocka_unit_test(a_threshold_like_the_plans_follows_it),
        cmocka_unit_test(undone_and_done_again),
        cmocka_unit_test(the_journal_says_what_it_was),
        cmocka_unit_test(an_older_database_keeps_its_thresholds),
        cmocka_unit_test(a_calendar_and_sizes_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
