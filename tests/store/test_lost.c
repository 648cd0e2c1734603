/* A write whose transaction SQLite has rolled back by itself, as it does for want of memory: what
 * comes after it is not kept statement by statement. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../support/store_temp.h"
#include "store/rows.h"
#include "store/store.h"

static int64_t count_thresholds(struct store *store)
{
    sqlite3_stmt *stmt;
    assert_int_equal(
        sqlite3_prepare_v2(store->db, "SELECT count(*) FROM plan_terms", -1, &stmt, NULL),
        SQLITE_OK);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    int64_t count = sqlite3_column_int64(stmt, 0);
    sqlite3_finalize(stmt);
    return count;
}

static void roll_back(struct store *store)
{
    assert_int_equal(sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
}

static void nothing_is_written_after_it(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct store *store = temp.store;
    struct err err = {0};
    int64_t before = count_thresholds(store);
    temp_expect_ok(write_begin(store, &err), &err);
    roll_back(store);
    assert_false(rows_put_thresholds(store, &temp.plan.thresholds, temp.plan.starts + 9, &err));
    temp_expect_err(&err, ERR_IO, "nothing of this command was saved");
    assert_false(write_end(store, false, &err));
    assert_int_equal(count_thresholds(store), before);
    temp_expect_sound(&temp);
    temp_store_drop(&temp);
}

static void its_end_says_so(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    temp_expect_ok(write_begin(temp.store, &err), &err);
    roll_back(temp.store);
    assert_false(write_end(temp.store, true, &err));
    temp_expect_err(&err, ERR_IO, "nothing of this command was saved");
    temp_expect_ok(write_begin(temp.store, &err), &err); /* and the next one begins */
    temp_expect_ok(
        rows_put_thresholds(temp.store, &temp.plan.thresholds, temp.plan.starts + 9, &err), &err);
    temp_expect_ok(write_end(temp.store, true, &err), &err);
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_written_after_it),
        cmocka_unit_test(its_end_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
