/* What may be opened, and what is refused without being touched. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "../support/store_temp.h"
#include "store/store.h"

static void refused(const char *path, enum store_mode mode, enum err_code code, const char *part)
{
    struct store *store = NULL;
    struct err err = {0};
    if (store_open(path, mode, &store, &err)) {
        store_close(store);
        fail_msg("%s was opened", path);
    }
    temp_expect_err(&err, code, part);
}

static void write_file(const char *path, const char *bytes)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(bytes, file);
    fclose(file);
}

static void a_new_file_is_made_once(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct stat info;
    assert_int_equal(stat(temp.path, &info), 0);
    assert_int_equal(info.st_mode & 0007, 0); /* not for others, whatever the umask allows */
    refused(temp.path, STORE_CREATE, ERR_CANT_WRITE, "there already");
    temp_store_drop(&temp);
}

static void what_is_not_ours_is_refused(void **state)
{
    (void)state;
    struct temp_store temp = temp_dir_make();
    refused(temp_path(&temp, "none.db"), STORE_READ, ERR_NO_FILE, "duban init");
    refused(temp_path(&temp, "none.db"), STORE_WRITE, ERR_NO_FILE, "duban init");
    refused(temp.dir, STORE_READ, ERR_NO_FILE, "no regular file");
    refused(temp_path(&temp, "no/such/dir.db"), STORE_CREATE, ERR_CANT_WRITE, "--db");

    const char *pipe = temp_path(&temp, "pipe.db");
    assert_int_equal(mkfifo(pipe, 0600), 0);
    refused(pipe, STORE_READ, ERR_NO_FILE, "no regular file");

    const char *link_to_nothing = temp_path(&temp, "link.db");
    assert_int_equal(symlink("nowhere", link_to_nothing), 0);
    refused(link_to_nothing, STORE_READ, ERR_NO_FILE, "duban init");

    const char *text = temp_path(&temp, "text.db");
    write_file(text, "school,target,date,value\nthis is no database, but long enough to be one, "
                     "so that SQLite looks at its header and at its first page\n");
    refused(text, STORE_READ, ERR_DATA, "no duban database");
    refused(text, STORE_WRITE, ERR_DATA, "no duban database");
    write_file(temp_path(&temp, "empty.db"), "");
    refused(temp_path(&temp, "empty.db"), STORE_WRITE, ERR_DATA, "no duban database");
    temp_store_drop(&temp);
}

/* Under another name of the file the lock must be the same, or two would write at once. */
static void a_link_meets_in_one_lock(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct store *store;
    struct err err = {0};
    const char *link = temp_path(&temp, "link.db");
    assert_int_equal(symlink("plan.db", link), 0);
    temp_expect_ok(store_open(link, STORE_WRITE, &store, &err), &err);
    assert_true(lock_take(temp.store, 0, &err));
    assert_false(lock_take(store, 0, &err));
    lock_drop(temp.store);
    store_close(store);
    temp_store_drop(&temp);
}

static void a_foreign_or_newer_schema_is_refused(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    store_close(temp.store);
    temp.store = NULL;
    temp_run_sql(temp.path, "PRAGMA user_version = 999");
    refused(temp.path, STORE_READ, ERR_DATA, "newer duban");
    refused(temp.path, STORE_WRITE, ERR_DATA, "newer duban");
    temp_make_old(temp.path);
    temp_run_sql(temp.path,
                 "CREATE TRIGGER spy AFTER INSERT ON report BEGIN DELETE FROM change; END");
    refused(temp.path, STORE_WRITE, ERR_DATA, "foreign");
    temp_run_sql(temp.path, "DROP TRIGGER spy; CREATE VIEW spy AS SELECT 1");
    refused(temp.path, STORE_READ, ERR_DATA, "foreign");
    temp_run_sql(temp.path, "DROP VIEW spy; PRAGMA application_id = 1");
    refused(temp.path, STORE_READ, ERR_DATA, "no duban database");
    temp_store_drop(&temp);
}

static void damage_is_an_error_and_no_crash(void **state)
{
    (void)state;
    static const char *const blows[] = {
        "PRAGMA ignore_check_constraints = ON; UPDATE item SET section_id = 77",
        "UPDATE target SET measure = 'guess' WHERE id = 3",
        "UPDATE terms SET due = 999999999, starts = 0",
        "DELETE FROM terms WHERE target_id = 2",
        "UPDATE plan_terms SET reporting_days = 2147483647",
        "UPDATE terms SET silent_periods = -1 WHERE target_id = 2",
        "DELETE FROM plan_terms",
        "INSERT INTO calendar VALUES (1, 'term', 0, 99999, '', '', '')",
        "DELETE FROM school WHERE id = 4",
        "DELETE FROM school",
        "DELETE FROM plan",
        "PRAGMA ignore_check_constraints = ON; UPDATE school SET kind_id = NULL",
    };
    for (size_t i = 0; i < COUNT_OF(blows); i++) {
        struct temp_store temp = temp_store_make();
        temp_tamper(&temp, blows[i], STORE_READ);
        struct err err = {0};
        if (store_load_plan(temp.store, DAY_NONE, &temp.arena, &temp.plan, &err))
            fail_msg("blow %zu went unnoticed", i);
        temp_expect_err(&err, ERR_DATA, "damaged");
        temp_store_drop(&temp);
    }
}

static void a_viewer_writes_nothing(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct store *viewer;
    struct err err = {0};
    struct actor actor = temp_actor();
    enum intake_outcome outcome;
    struct intake_row row = temp_row(&temp, "1.1", "P01", "2021-03-01", 1, -1);
    temp_expect_ok(store_open(temp.path, STORE_READ, &viewer, &err), &err);
    assert_false(store_set_value(viewer, &row, &temp.plan, true, &actor, &outcome, &err));
    temp_expect_err(&err, ERR_NOT_ALLOWED, "reading only");
    assert_int_not_equal(sqlite3_exec(viewer->db, "DELETE FROM report", NULL, NULL, NULL),
                         SQLITE_OK);
    store_close(viewer);
    temp_store_drop(&temp);
}

static void others_commits_are_seen(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct store *viewer;
    struct err err = {0};
    bool changed = true;
    temp_expect_ok(store_open(temp.path, STORE_READ, &viewer, &err), &err);
    temp_expect_ok(store_changed(viewer, &changed, &err), &err);
    assert_false(changed);
    temp_put(&temp, "1.1", "P01", "2021-03-01", 1, -1);
    temp_expect_ok(store_changed(viewer, &changed, &err), &err);
    assert_true(changed);
    temp_expect_ok(store_changed(viewer, &changed, &err), &err);
    assert_false(changed);
    store_close(viewer);
    temp_store_drop(&temp);
}

/* The text made at build time is what the migrations make, and one letter more is too much. */
static void the_known_schema_is_that_of_the_migrations(void **state)
{
    (void)state;
    sqlite3 *db;
    sqlite3_stmt *stmt;
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    for (int i = 0; i < SQL_SCHEMA_VERSION; i++)
        assert_int_equal(sqlite3_exec(db, sql_schema[i], NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, sql_text[SQL_DOCTOR_SCHEMA], -1, &stmt, NULL),
                     SQLITE_OK);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    assert_string_equal((const char *)sqlite3_column_text(stmt, 0), sql_schema_text);
    sqlite3_finalize(stmt);
    sqlite3_close(db);
}

static void refused_to_write(const char *sql)
{
    struct temp_store temp = temp_store_make();
    struct intake_row row = temp_row(&temp, "1.1", "P01", "2021-03-01", 1, -1);
    struct actor actor = temp_actor();
    enum intake_outcome outcome;
    struct err err = {0};
    temp_tamper(&temp, sql, STORE_WRITE);
    if (store_set_value(temp.store, &row, &temp.plan, true, &actor, &outcome, &err))
        fail_msg("written in spite of: %s", sql);
    temp_expect_err(&err, ERR_DATA, "foreign");
    temp_store_drop(&temp);
}

static void another_schema_is_not_written_to(void **state)
{
    (void)state;
    refused_to_write("CREATE TABLE more (id INTEGER)");
    refused_to_write("ALTER TABLE report ADD COLUMN more INTEGER");
    refused_to_write("DROP INDEX change_who");
    refused_to_write("DROP INDEX change_who; CREATE INDEX change_who ON change (who)");
}

static void every_statement_prepares(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    for (int i = 0; i < SQL_TOTAL; i++) {
        struct err err = {0};
        if (!stmt_get(temp.store, (enum sql)i, &err))
            fail_msg("%s: %s", sql_name[i], err.text);
    }
    temp_store_drop(&temp);
}

/* What screens read must be found by key, not by walking the reports. */
static void screens_do_not_scan_reports(void **state)
{
    (void)state;
    static const enum sql screens[] = {SQL_REPORT_LATEST, SQL_REPORT_GET, SQL_REPORT_PREVIOUS,
                                       SQL_REPORT_NEXT,   SQL_DAY_ALL,    SQL_PLAN_TARGETS};
    struct temp_store temp = temp_store_make();
    for (size_t i = 0; i < COUNT_OF(screens); i++) {
        const char *sql = arena_printf(&temp.arena, "EXPLAIN QUERY PLAN %s", sql_text[screens[i]]);
        sqlite3_stmt *stmt;
        assert_int_equal(sqlite3_prepare_v2(temp.store->db, sql, -1, &stmt, NULL), SQLITE_OK);
        while (sqlite3_step(stmt) == SQLITE_ROW) {
            const char *detail = (const char *)sqlite3_column_text(stmt, 3);
            if (strstr(detail, "SCAN r") || strstr(detail, "SCAN report"))
                fail_msg("%s: %s", sql_name[screens[i]], detail);
        }
        sqlite3_finalize(stmt);
    }
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_file_is_made_once),
        cmocka_unit_test(what_is_not_ours_is_refused),
        cmocka_unit_test(a_link_meets_in_one_lock),
        cmocka_unit_test(a_foreign_or_newer_schema_is_refused),
        cmocka_unit_test(damage_is_an_error_and_no_crash),
        cmocka_unit_test(a_viewer_writes_nothing),
        cmocka_unit_test(others_commits_are_seen),
        cmocka_unit_test(the_known_schema_is_that_of_the_migrations),
        cmocka_unit_test(another_schema_is_not_written_to),
        cmocka_unit_test(every_statement_prepares),
        cmocka_unit_test(screens_do_not_scan_reports),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
