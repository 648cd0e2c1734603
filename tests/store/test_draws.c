/* Draws are kept with all candidates; damage is an error. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "../support/store_temp.h"

static const struct draw_candidate candidates[] = {
    {DRAW_INSPECTOR, "Wang", 1, 0, 1},
    {DRAW_SCHOOL, "P01", 3, 0, 0},
    {DRAW_SCHOOL, "007", 1, 0, 1},
};

static int64_t save(struct temp_store *temp)
{
    struct err err = {0};
    struct actor actor = temp_actor();
    int64_t id = 0;
    const struct draw draw = {
        .date = model_day("2021-05-01"),
        .seed = "lottery 12",
        .kind = "",
        .town = "east",
        .weighted = true,
        .candidates = candidates,
        .count = COUNT_OF(candidates),
    };
    temp_expect_ok(store_save_draw(temp->store, &draw, &actor, &id, &err), &err);
    return id;
}

static void a_draw_comes_back_as_it_was_kept(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct draw draw;
    const struct draw *draws;
    size_t count;
    int64_t id = save(&temp);
    temp_expect_ok(store_load_draw(temp.store, id, &temp.arena, &draw, &err), &err);
    assert_string_equal(draw.seed, "lottery 12");
    assert_string_equal(draw.town, "east");
    assert_string_equal(draw.who, "clerk");
    assert_string_equal(draw.algorithm, DRAW_ALGORITHM);
    assert_true(draw.weighted);
    assert_int_equal(draw.count, 3);
    assert_string_equal(draw.candidates[0].code, "007");
    assert_string_equal(draw.candidates[1].code, "P01");
    assert_int_equal(draw.candidates[1].weight, 3);
    assert_int_equal(draw.candidates[2].role, DRAW_INSPECTOR);
    assert_int_equal(draw.drawn_of[DRAW_SCHOOL], 1);
    assert_int_equal(draw.candidates_of[DRAW_SCHOOL], 2);
    save(&temp);
    temp_expect_ok(
        store_load_draws(temp.store, model_day("2021-05-01"), &temp.arena, &draws, &count, &err),
        &err);
    assert_int_equal(count, 2);
    assert_int_equal(draws[0].id, 2);
    temp_expect_ok(
        store_load_draws(temp.store, model_day("2021-04-30"), &temp.arena, &draws, &count, &err),
        &err);
    assert_int_equal(count, 0);
    assert_false(store_load_draw(temp.store, 9, &temp.arena, &draw, &err));
    temp_expect_err(&err, ERR_DATA, "no draw 9");
    temp_store_drop(&temp);
}

/* A draw is a record: nobody takes it back. */
static void undo_leaves_draws_alone(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct actor actor = temp_actor();
    struct change change;
    save(&temp);
    assert_false(store_undo(temp.store, &actor, &temp.arena, &change, &err));
    temp_expect_err(&err, ERR_FINDING, "nothing of yours");
    temp_store_drop(&temp);
}

static void a_hostile_draw_is_damage(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct draw draw;
    int64_t id = save(&temp);
    temp_tamper(&temp,
                "PRAGMA ignore_check_constraints = 1;"
                "UPDATE draw_candidate SET weight = -5",
                STORE_READ);
    assert_false(store_load_draw(temp.store, id, &temp.arena, &draw, &err));
    temp_expect_err(&err, ERR_DATA, "damaged");
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_draw_comes_back_as_it_was_kept),
        cmocka_unit_test(undo_leaves_draws_alone),
        cmocka_unit_test(a_hostile_draw_is_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
