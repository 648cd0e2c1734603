/* Changes that are done again after an undo, and writes that give way to what somebody else has
 * written since the cell was shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/store_temp.h"

static const char *const today = "2021-09-15";

static void undo(struct temp_store *temp)
{
    struct err err = {0};
    struct change change;
    struct actor actor = temp_actor();
    temp_expect_ok(store_undo(temp->store, &actor, &temp->arena, &change, &err), &err);
}

static bool redo(struct temp_store *temp, struct err *err)
{
    struct change change;
    struct actor actor = temp_actor();
    return store_redo(temp->store, &actor, &temp->arena, &change, err);
}

static void expect_nothing_to_redo(struct temp_store *temp)
{
    struct err err = {0};
    assert_false(redo(temp, &err));
    temp_expect_err(&err, ERR_FINDING, "nothing of yours to do again");
}

static void expect_places(struct temp_store *temp, int places)
{
    assert_true(temp_actual(temp, "1.1", today) == places * AMOUNT_ONE);
}

static void redo_goes_forward_as_far_as_undo_went_back(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    expect_nothing_to_redo(&temp);
    temp_put(&temp, "1.1", "P01", "2021-03-01", 100, -1);
    temp_put(&temp, "1.1", "P01", "2021-03-01", 120, -1);
    temp_put(&temp, "1.1", "P02", "2021-04-01", 30, -1);
    for (int round = 0; round < 3; round++) {
        undo(&temp);
        expect_places(&temp, 120);
        undo(&temp);
        expect_places(&temp, 100);
        undo(&temp);
        expect_places(&temp, 0);
        temp_expect_ok(redo(&temp, &err), &err);
        expect_places(&temp, 100);
        temp_expect_ok(redo(&temp, &err), &err);
        expect_places(&temp, 120);
        temp_expect_ok(redo(&temp, &err), &err);
        expect_places(&temp, 150);
        expect_nothing_to_redo(&temp);
        temp_expect_sound(&temp);
    }
    temp_store_drop(&temp);
}

static void a_new_change_ends_what_can_be_done_again(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    temp_put(&temp, "1.1", "P01", "2021-03-01", 100, -1);
    undo(&temp);
    temp_put(&temp, "1.1", "P02", "2021-03-01", 7, -1);
    expect_nothing_to_redo(&temp);
    expect_places(&temp, 7);
    temp_store_drop(&temp);
}

static void redo_does_not_overwrite_another(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct actor other = temp_actor();
    other.who = "somebody else";
    temp_put(&temp, "1.1", "P01", "2021-03-01", 100, -1);
    undo(&temp);
    const struct intake_row row = temp_row(&temp, "1.1", "P01", "2021-03-01", 55, -1);
    enum intake_outcome outcome;
    temp_expect_ok(store_set_value(temp.store, &row, &temp.plan, true, &other, &outcome, &err),
                   &err);
    assert_false(redo(&temp, &err));
    temp_expect_err(&err, ERR_NOT_ALLOWED, "changed again");
    expect_places(&temp, 55);
    temp_store_drop(&temp);
}

static void terms_are_done_again_and_imports_are_not(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct actor actor = temp_actor();
    struct plan now;
    int t = plan_target(&temp.plan, SV("3.2"));
    struct terms terms = store_terms_of(&temp.plan.targets[t]);
    terms.goal_min = 320 * AMOUNT_ONE;
    temp_expect_ok(
        store_set_terms(temp.store, &temp.plan.targets[t], &terms, model_day(today), &actor, &err),
        &err);
    undo(&temp);
    temp_expect_ok(redo(&temp, &err), &err);
    temp_expect_ok(store_load_plan(temp.store, DAY_NONE, &temp.arena, &now, &err), &err);
    assert_true(now.targets[t].goal_min == 320 * AMOUNT_ONE);
    const struct intake_row row = temp_row(&temp, "1.1", "P02", "2021-03-01", 20, -1);
    temp_import(&temp, &row, 1, true);
    undo(&temp);
    assert_false(redo(&temp, &err));
    temp_expect_err(&err, ERR_NOT_ALLOWED, "import the file again");
    temp_store_drop(&temp);
}

/* ---- two people on one cell ---- */

static struct value shown(struct temp_store *temp, const char *target, const char *school)
{
    struct err err = {0};
    struct values values;
    int t = plan_target(&temp->plan, sv_from(target));
    int s = plan_school(&temp->plan, sv_from(school));
    temp_expect_ok(store_load_target(temp->store, &temp->plan, t, model_day(today), &temp->arena,
                                     &values, &err),
                   &err);
    for (size_t i = 0; i < values.count; i++) {
        if (values.rows[i].school == s)
            return values.rows[i];
    }
    fail_msg("%s is not in the scope of %s", school, target);
    return (struct value){0};
}

static enum intake_outcome replace(struct temp_store *temp, const struct value *seen, double value)
{
    struct err err = {0};
    struct actor actor = temp_actor();
    enum intake_outcome outcome;
    const struct intake_row row = temp_row(temp, "1.1", "P01", today, value, -1);
    const struct seen_value shown = {seen, model_day(today)};
    temp_expect_ok(store_replace_value(temp->store, &row, &temp->plan, true, &shown, &actor,
                                       &outcome, &err),
                   &err);
    return outcome;
}

static void a_value_gives_way_to_one_that_was_not_seen(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct value none = shown(&temp, "1.1", "P01");
    assert_int_equal(none.date, DAY_NONE);
    temp_put(&temp, "1.1", "P02", "2021-03-01", 3, -1); /* another cell matters not */
    assert_int_equal(replace(&temp, &none, 10), INTAKE_NEW);
    assert_int_equal(replace(&temp, &none, 11), INTAKE_OVERTAKEN);
    expect_places(&temp, 13);
    struct value ten = shown(&temp, "1.1", "P01");
    temp_put(&temp, "1.1", "P01", today, 12, -1);
    assert_int_equal(replace(&temp, &ten, 11), INTAKE_OVERTAKEN);
    struct value twelve = shown(&temp, "1.1", "P01");
    assert_int_equal(replace(&temp, &twelve, 11), INTAKE_CHANGED);
    expect_places(&temp, 14);
    temp_expect_sound(&temp);
    temp_store_drop(&temp);
}

static void terms_give_way_to_those_that_were_not_seen(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct actor actor = temp_actor();
    const struct target *target = &temp.plan.targets[plan_target(&temp.plan, SV("1.1"))];
    const struct terms seen = store_terms_of(target);
    struct terms mine = seen, theirs = seen;
    mine.goal_min = 6600 * AMOUNT_ONE;
    theirs.owner = "office";
    bool overtaken;
    temp_expect_ok(store_replace_terms(temp.store, target, &theirs, model_day("2021-05-01"), &seen,
                                       &actor, &overtaken, &err),
                   &err);
    assert_false(overtaken);
    temp_expect_ok(store_replace_terms(temp.store, target, &mine, model_day(today), &seen, &actor,
                                       &overtaken, &err),
                   &err);
    assert_true(overtaken);
    temp_expect_ok(store_replace_terms(temp.store, target, &mine, model_day("2021-04-30"), &seen,
                                       &actor, &overtaken, &err),
                   &err);
    assert_false(overtaken); /* before theirs began, those that were seen still hold */
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(redo_goes_forward_as_far_as_undo_went_back),
        cmocka_unit_test(a_new_change_ends_what_can_be_done_again),
        cmocka_unit_test(redo_does_not_overwrite_another),
        cmocka_unit_test(terms_are_done_again_and_imports_are_not),
        cmocka_unit_test(a_value_gives_way_to_one_that_was_not_seen),
        cmocka_unit_test(terms_give_way_to_those_that_were_not_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
