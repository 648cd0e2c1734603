/* A copy takes a database's place whole or not at all, and no row is lost of what was there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../support/store_temp.h"

/* A database with value 5, and one with 1 to take its place, while somebody else has it open. */
struct scene {
    struct temp_store here, there;
    struct store *other;
    bool refused; /* keep() says no */
    int kept;
};

static void set_scene(struct scene *scene)
{
    struct err err = {0};
    *scene = (struct scene){.here = temp_store_make(), .there = temp_store_make()};
    temp_put(&scene->here, "1.1", "P01", "2021-03-01", 5, -1);
    temp_put(&scene->there, "1.1", "P01", "2021-03-01", 1, -1);
    temp_expect_ok(store_open(scene->here.path, STORE_WRITE, &scene->other, &err), &err);
    store_set_wait(scene->other, 0);
}

static void drop_scene(struct scene *scene)
{
    store_close(scene->other);
    temp_store_drop(&scene->here);
    temp_store_drop(&scene->there);
}

static bool other_writes(struct scene *scene, struct err *err)
{
    struct actor actor = temp_actor();
    enum intake_outcome outcome;
    const struct intake_row row = temp_row(&scene->here, "1.1", "P02", "2021-03-01", 7, -1);
    return store_set_value(scene->other, &row, &scene->here.plan, true, &actor, &outcome, err);
}

static bool keep(void *context, struct err *err)
{
    struct scene *scene = context;
    struct err busy = {0};
    scene->kept++;
    assert_int_equal(temp_actual(&scene->here, "1.1", "2021-12-31"), 5 * AMOUNT_ONE);
    assert_false(other_writes(scene, &busy));
    temp_expect_err(&busy, ERR_BUSY, "somebody else is writing");
    return !scene->refused || err_set(err, ERR_IO, "no room to keep it");
}

static bool restore(struct scene *scene, struct err *err)
{
    struct actor actor = temp_actor();
    const struct store_keeper keeper = {keep, scene};
    return store_restore(scene->here.store, scene->there.store, &keeper, &actor, err);
}

static const char *last_change(struct scene *scene)
{
    size_t count;
    struct err err = {0};
    const struct change *changes;
    temp_expect_ok(store_load_changes(scene->here.store, 1, "~", &scene->here.arena, &changes,
                                      &count, &err),
                   &err);
    assert_int_equal(count, 1);
    return changes[0].what;
}

static void nobody_writes_between_the_copy_and_the_change(void **state)
{
    (void)state;
    struct scene scene;
    struct err err = {0};
    set_scene(&scene);
    temp_expect_ok(restore(&scene, &err), &err);
    assert_int_equal(scene.kept, 1);
    assert_int_equal(temp_actual(&scene.here, "1.1", "2021-12-31"), 1 * AMOUNT_ONE);
    assert_string_equal(last_change(&scene), "restore");
    temp_expect_ok(other_writes(&scene, &err), &err);
    assert_int_equal(temp_actual(&scene.here, "1.1", "2021-12-31"), 8 * AMOUNT_ONE);
    temp_expect_sound(&scene.here);
    drop_scene(&scene);
}

/* After a restore that came to nothing: all is as it was, and others can write. */
static void expect_untouched(struct scene *scene)
{
    struct err err = {0};
    assert_int_equal(temp_actual(&scene->here, "1.1", "2021-12-31"), 5 * AMOUNT_ONE);
    assert_string_equal(last_change(scene), "report");
    temp_expect_ok(other_writes(scene, &err), &err);
    temp_expect_sound(&scene->here);
}

/* Whoever has a plan in memory from before: what he writes would go to other rows. */
static void a_plan_of_before_writes_nothing(void **state)
{
    (void)state;
    struct scene scene;
    struct err err = {0};
    struct plan before, after;
    set_scene(&scene);
    temp_expect_ok(store_load_plan(scene.other, DAY_NONE, &scene.here.arena, &before, &err), &err);
    store_use_plan(scene.other, &before);
    temp_expect_ok(restore(&scene, &err), &err);
    assert_false(other_writes(&scene, &err));
    temp_expect_err(&err, ERR_BUSY, "the database was replaced meanwhile; look again");
    temp_expect_ok(store_load_plan(scene.other, DAY_NONE, &scene.here.arena, &after, &err), &err);
    assert_false(store_same_plan(scene.other, &after, &err));
    temp_expect_err(&err, ERR_BUSY, "the database was replaced meanwhile; look again");
    assert_true(store_same_plan(scene.other, &before, &err));
    store_use_plan(scene.other, &after);
    temp_expect_ok(other_writes(&scene, &err), &err);
    assert_int_equal(temp_actual(&scene.here, "1.1", "2021-12-31"), 8 * AMOUNT_ONE);
    drop_scene(&scene);
}

static void what_cannot_be_kept_stays(void **state)
{
    (void)state;
    struct scene scene;
    struct err err = {0};
    set_scene(&scene);
    scene.refused = true;
    assert_false(restore(&scene, &err));
    temp_expect_err(&err, ERR_IO, "no room to keep it");
    expect_untouched(&scene);
    drop_scene(&scene);
}

/* A file that is moved away, or another in its place: what is written there nobody would see. */
static void a_file_that_was_replaced_takes_nothing(void **state)
{
    (void)state;
    for (int replaced = 0; replaced <= 1; replaced++) {
        struct scene scene;
        struct err err = {0};
        bool changed;
        set_scene(&scene);
        const char *away = temp_path(&scene.here, "away.db");
        assert_int_equal(rename(scene.here.path, away), 0);
        if (replaced)
            assert_int_equal(link(scene.there.path, scene.here.path), 0);
        assert_false(other_writes(&scene, &err));
        temp_expect_err(&err, ERR_BUSY, "moved or replaced; leave duban and start it again");
        err = (struct err){0};
        bool told = false;
        for (int i = 0; i < 30 && !told; i++) /* an idle monitor does not look each time */
            told = !store_changed(scene.other, &changed, &err);
        temp_expect_err(&err, ERR_BUSY, "moved or replaced");
        if (replaced)
            assert_int_equal(unlink(scene.here.path), 0);
        assert_int_equal(rename(away, scene.here.path), 0);
        temp_expect_ok(other_writes(&scene, &err), &err);
        drop_scene(&scene);
    }
}

/* Says no from some question on. */
struct onlooker {
    int asked, no_from;
};

static bool go_on(void *context)
{
    struct onlooker *onlooker = context;
    return ++onlooker->asked < onlooker->no_from;
}

static void it_is_stopped_at_any_moment(void **state)
{
    (void)state;
    struct scene scene;
    struct err err = {0};
    bool restored = false;
    int stopped = 0;
    for (int no_from = 1; !restored; no_from++) {
        struct onlooker onlooker = {.no_from = no_from};
        set_scene(&scene);
        store_look_on(scene.here.store, go_on, &onlooker);
        restored = restore(&scene, &err);
        store_look_on(scene.here.store, NULL, NULL);
        if (!restored) {
            temp_expect_err(&err, ERR_BUSY, "stopped; nothing of it was kept");
            expect_untouched(&scene);
            stopped++;
        }
        drop_scene(&scene);
    }
    assert_true(stopped > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_writes_between_the_copy_and_the_change),
        cmocka_unit_test(a_plan_of_before_writes_nothing),
        cmocka_unit_test(what_cannot_be_kept_stays),
        cmocka_unit_test(a_file_that_was_replaced_takes_nothing),
        cmocka_unit_test(it_is_stopped_at_any_moment),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
