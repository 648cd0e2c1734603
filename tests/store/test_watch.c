/* What an idle monitor asks all day: has anybody else committed? */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/store_temp.h"
#include "store/store.h"

enum { LOOKS_ENOUGH = 40, LOOKS_AFTER = 3 }; /* stat() is not believed for so long; after a change */

static bool changed(struct store *store)
{
    struct err err = {0};
    bool yes;
    temp_expect_ok(store_changed(store, &yes, &err), &err);
    return yes;
}

static struct store *open_other(const struct temp_store *temp)
{
    struct err err = {0};
    struct store *other;
    temp_expect_ok(store_open(temp->path, STORE_READ, &other, &err), &err);
    return other;
}

static void a_commit_of_another_is_seen_once(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct store *other = open_other(&temp);
    for (int round = 1; round <= 3; round++) {
        assert_false(changed(other));
        temp_put(&temp, "1.1", "P01", "2021-03-01", round, -1);
        assert_true(changed(other));
        for (int i = 0; i < LOOKS_ENOUGH; i++)
            assert_false(changed(other));
    }
    store_close(other);
    temp_store_drop(&temp);
}

static void our_own_is_no_news(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    changed(temp.store);
    temp_put(&temp, "1.1", "P01", "2021-03-01", 5, -1);
    for (int i = 0; i < LOOKS_ENOUGH; i++)
        assert_false(changed(temp.store));
    temp_store_drop(&temp);
}

/* While the files stay as they are SQLite is left alone, nearly always. */
static void nothing_is_asked_while_nothing_happens(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct store *other = open_other(&temp);
    int quiet = 0;
    while (!watch_is_quiet(other))
        continue;
    for (int i = 0; i < LOOKS_ENOUGH; i++)
        quiet += watch_is_quiet(other);
    assert_in_range(quiet, LOOKS_ENOUGH * 9 / 10, LOOKS_ENOUGH - 1);
    temp_put(&temp, "1.1", "P01", "2021-03-01", 5, -1);
    for (int i = 0; i < LOOKS_AFTER; i++)
        assert_false(watch_is_quiet(other));
    assert_true(watch_is_quiet(other));
    store_close(other);
    temp_store_drop(&temp);
}

/* A look in the midst of a commit finds the file changed and SQLite without news; nothing of the
 * file changes after that. */
static void a_commit_under_way_is_seen_at_the_next_look(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct store *other = open_other(&temp);
    assert_false(changed(other));
    temp_put(&temp, "1.1", "P01", "2021-03-01", 5, -1);
    assert_false(watch_is_quiet(other)); /* that look */
    assert_true(changed(other));
    store_close(other);
    temp_store_drop(&temp);
}

/* A clock too coarse to tell two commits apart, or a file system that tells late: it shows all the
 * same, a little later. */
static void what_stat_hides_comes_out(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct store *other = open_other(&temp);
    bool seen = false;
    assert_false(changed(other));
    temp_put(&temp, "1.1", "P01", "2021-03-01", 5, -1);
    while (!watch_is_quiet(other)) /* from now on as if the file had always been so */
        continue;
    for (int i = 0; i < LOOKS_ENOUGH && !seen; i++)
        seen = changed(other);
    assert_true(seen);
    store_close(other);
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_commit_of_another_is_seen_once),
        cmocka_unit_test(our_own_is_no_news),
        cmocka_unit_test(nothing_is_asked_while_nothing_happens),
        cmocka_unit_test(a_commit_under_way_is_seen_at_the_next_look),
        cmocka_unit_test(what_stat_hides_comes_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
