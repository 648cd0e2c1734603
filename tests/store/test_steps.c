/* Moving a target's dated step: journaled, undone, never past another step. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/store_temp.h"

/* Target 2.1 has steps on 2021-03-31, another day and 2021-11-30. */
static const struct target *target_of(struct temp_store *temp)
{
    return &temp->plan.targets[plan_target(&temp->plan, SV("2.1"))];
}

static bool move(struct temp_store *temp, const char *from, const char *to, struct err *err)
{
    struct actor actor = temp_actor();
    return store_move_step(temp->store, target_of(temp), model_day(from), model_day(to), &actor,
                           err);
}

static daynum last_step(struct temp_store *temp)
{
    struct plan plan;
    struct err err = {0};
    temp_expect_ok(store_load_plan(temp->store, DAY_NONE, &temp->arena, &plan, &err), &err);
    return plan.targets[plan_target(&plan, SV("2.1"))].steps[2].date;
}

static bool turn(struct temp_store *temp, bool undo, struct err *err)
{
    struct actor actor = temp_actor();
    struct change change;
    return undo ? store_undo(temp->store, &actor, &temp->arena, &change, err)
                : store_redo(temp->store, &actor, &temp->arena, &change, err);
}

static void moved_undone_and_done_again(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    temp_expect_ok(move(&temp, "2021-11-30", "2021-12-15", &err), &err);
    assert_int_equal(last_step(&temp), model_day("2021-12-15"));
    temp_expect_ok(turn(&temp, true, &err), &err);
    assert_int_equal(last_step(&temp), model_day("2021-11-30"));
    temp_expect_ok(turn(&temp, false, &err), &err);
    assert_int_equal(last_step(&temp), model_day("2021-12-15"));
    const struct change *changes;
    size_t count;
    temp_expect_ok(store_load_changes(temp.store, 10, "~", &temp.arena, &changes, &count, &err),
                   &err);
    assert_string_equal(changes[0].what, "step");
    assert_string_equal(changes[0].before, "80%, 2021-11-30");
    assert_string_equal(changes[0].after, "80%, 2021-12-15");
    temp_store_drop(&temp);
}

static void never_past_another(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    assert_false(move(&temp, "2021-11-30", "2021-03-31", &err));
    temp_expect_err(&err, ERR_DATA, "would pass the one before or after");
    assert_false(move(&temp, "2021-03-31", "2021-11-30", &err));
    temp_expect_err(&err, ERR_DATA, "would pass the one before or after");
    assert_false(move(&temp, "2021-11-29", "2021-12-01", &err));
    temp_expect_err(&err, ERR_DATA, "no step on 2021-11-29 any more");
    assert_int_equal(last_step(&temp), model_day("2021-11-30"));
    temp_store_drop(&temp);
}

/* Another's move since is not undone. */
static void undo_keeps_off_another_move(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct actor other = {.who = "other", .now = "2021-09-15T09:00:00Z"};
    temp_expect_ok(move(&temp, "2021-11-30", "2021-12-15", &err), &err);
    temp_expect_ok(store_move_step(temp.store, target_of(&temp), model_day("2021-12-15"),
                                   model_day("2021-12-16"), &other, &err),
                   &err);
    assert_false(turn(&temp, true, &err));
    temp_expect_err(&err, ERR_NOT_ALLOWED, "2.1 was changed again");
    assert_int_equal(last_step(&temp), model_day("2021-12-16"));
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(moved_undone_and_done_again),
        cmocka_unit_test(never_past_another),
        cmocka_unit_test(undo_keeps_off_another_move),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
