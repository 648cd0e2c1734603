/* Who looks on at the store's work may stop it at any moment; then nothing of it is kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#include "../support/store_temp.h"

enum { ROWS = 2000 };

/* Says no to one question. */
struct onlooker {
    int asked, no_to; /* from 1; 0: to none */
};

static bool go_on(void *context)
{
    struct onlooker *onlooker = context;
    return ++onlooker->asked != onlooker->no_to;
}

/* Many days of one school. */
static int64_t import_many(struct temp_store *temp)
{
    struct intake_row *rows = calloc(ROWS, sizeof(*rows));
    const struct intake_row first = temp_row(temp, "1.1", "P01", "2021-01-01", 1, -1);
    for (int i = 0; i < ROWS; i++) {
        rows[i] = first;
        rows[i].date += i;
    }
    int64_t id = temp_import(temp, rows, ROWS, true);
    free(rows);
    return id;
}

static bool take_back(struct temp_store *temp, int64_t import, struct onlooker *onlooker,
                      struct err *err)
{
    struct actor actor = temp_actor();
    struct batch_undo undone;
    store_look_on(temp->store, go_on, onlooker);
    bool ok = store_undo_import(temp->store, &temp->plan, import, &actor, &temp->arena, &undone,
                                err);
    store_look_on(temp->store, NULL, NULL);
    return ok;
}

static void a_write_is_stopped_at_any_moment(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct onlooker onlooker = {0};
    struct err err = {0};
    int64_t import = import_many(&temp);
    amount before = temp_actual(&temp, "1.1", "2021-12-31");
    int stopped = 0;
    for (onlooker.no_to = 1; !take_back(&temp, import, &onlooker, &err); onlooker.no_to *= 2) {
        temp_expect_err(&err, ERR_BUSY, "stopped; nothing of it was kept");
        assert_int_equal(temp_actual(&temp, "1.1", "2021-12-31"), before);
        temp_expect_sound(&temp);
        onlooker.asked = 0;
        stopped++;
    }
    assert_true(stopped > 2);
    assert_true(temp_actual(&temp, "1.1", "2021-12-31") != before);
    temp_expect_sound(&temp);
    temp_store_drop(&temp);
}

static bool back_up(struct temp_store *temp, struct onlooker *onlooker, struct err *err)
{
    const char *path = temp_path(temp, "copy.db");
    int fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    close(fd);
    store_look_on(temp->store, go_on, onlooker);
    bool ok = store_backup(temp->store, path, err);
    store_look_on(temp->store, NULL, NULL);
    unlink(path);
    return ok;
}

static void a_copy_is_stopped(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct onlooker onlooker = {.no_to = 1};
    struct err err = {0};
    import_many(&temp);
    assert_false(back_up(&temp, &onlooker, &err));
    temp_expect_err(&err, ERR_BUSY, "stopped; nothing of it was kept");
    temp_expect_ok(back_up(&temp, &(struct onlooker){0}, &err), &err);
    temp_store_drop(&temp);
}

static void say_nothing(void *context, const char *text)
{
    (void)context;
    (void)text;
}

/* SQLite's own check, which is one statement, and ours. */
static void looking_a_database_over_is_stopped(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct onlooker onlooker = {.no_to = 1};
    struct err err = {0};
    import_many(&temp);
    store_look_on(temp.store, go_on, &onlooker);
    assert_false(store_examine(temp.store, say_nothing, NULL, &err));
    temp_expect_err(&err, ERR_BUSY, "stopped; nothing of it was kept");
    int asked = onlooker.asked;
    onlooker = (struct onlooker){0};
    temp_expect_ok(store_examine(temp.store, say_nothing, NULL, &err), &err);
    assert_true(onlooker.asked > asked); /* there was more to come */
    store_look_on(temp.store, NULL, NULL);
    temp_store_drop(&temp);
}

static void waiting_for_another_is_stopped(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct onlooker onlooker = {.no_to = 3};
    struct store *other;
    struct err err = {0};
    int64_t import = import_many(&temp);
    temp_expect_ok(store_open(temp.path, STORE_WRITE, &other, &err), &err);
    temp_expect_ok(store_group_begin(other, &err), &err);
    assert_false(take_back(&temp, import, &onlooker, &err));
    temp_expect_err(&err, ERR_BUSY, "stopped; nothing of it was kept");
    assert_int_equal(onlooker.asked, 3);
    temp_expect_ok(store_group_end(other, false, &err), &err);
    store_close(other);
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_write_is_stopped_at_any_moment),
        cmocka_unit_test(a_copy_is_stopped),
        cmocka_unit_test(looking_a_database_over_is_stopped),
        cmocka_unit_test(waiting_for_another_is_stopped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
