/* Archives of databases made up by a generator: loaded they make an equal database, exported once
 * more the same bytes, and what is done to both afterwards has the same outcome. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "../support/lang_speak.h"
#include "../support/store_random.h"
#include "../support/store_temp.h"
#include "app/archive.h"
#include "app/output.h"

enum { ROUNDS = 16 };

static const char *const plan_files[] = {
    "plan/plan.csv",  "plan/sections.csv", "plan/items.csv",   "plan/kinds.csv",
    "plan/towns.csv", "plan/scopes.csv",   "plan/schools.csv", "plan/targets.csv",
    "plan/steps.csv", "plan/calendar.csv",
};

/* A session on a database of the test's directory. */
static void start(struct session *session, struct options *options, const char *path,
                  const char *as_of)
{
    struct err err = {0};
    *options = (struct options){.value = {[OPTION_DB] = path, [OPTION_AS_OF] = as_of}};
    temp_expect_ok(session_start(session, options, &err), &err);
}

static void write_archive(struct temp_store *temp, const char *db, const char *dir,
                          const char *as_of)
{
    struct session session;
    struct options options;
    struct err err = {0};
    start(&session, &options, temp_path(temp, db), as_of);
    temp_expect_ok(session_open(&session, STORE_READ, &err) &&
                       archive_write(&session, temp_path(temp, dir), &err),
                   &err);
    session_close(&session);
}

static void load_archive(struct temp_store *temp, const char *dir, const char *db)
{
    struct session session;
    struct options options;
    struct plan plan;
    struct err err = {0};
    start(&session, &options, temp_path(temp, db), NULL);
    temp_expect_ok(archive_load(&session, temp_path(temp, dir), &plan, &err), &err);
    session_close(&session);
}

static void expect_same_file(struct temp_store *temp, const char *a, const char *b,
                             const char *name, int round)
{
    struct buf left = {0}, right = {0};
    struct err err = {0};
    temp_expect_ok(input_file(arena_printf(&temp->arena, "%s/%s/%s", temp->dir, a, name), 1 << 24,
                              &left, &err) &&
                       input_file(arena_printf(&temp->arena, "%s/%s/%s", temp->dir, b, name),
                                  1 << 24, &right, &err),
                   &err);
    if (!sv_eq(buf_sv(&left), buf_sv(&right)))
        fail_msg("round %d: %s\n%s\n--- and ---\n%s", round, name, buf_text(&left),
                 buf_text(&right));
    buf_free(&left);
    buf_free(&right);
}

static void expect_same_archives(struct temp_store *temp, const char *a, const char *b, int round)
{
    for (size_t i = 0; i < COUNT_OF(plan_files); i++)
        expect_same_file(temp, a, b, plan_files[i], round);
    for (enum archive_table table = 0; table < ARCHIVE_TOTAL; table++)
        expect_same_file(temp, a, b, archive_file(table), round);
}

/* Every row of every table as one text; what lies in the file, whatever it means. */
static void dump(struct temp_store *temp, const char *db, struct buf *out)
{
    sqlite3 *file;
    sqlite3_stmt *tables, *rows;
    assert_int_equal(sqlite3_open(temp_path(temp, db), &file), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(file,
                                        "SELECT name FROM sqlite_schema WHERE type = 'table' AND "
                                        "name NOT LIKE 'sqlite%' ORDER BY name",
                                        -1, &tables, NULL),
                     SQLITE_OK);
    while (sqlite3_step(tables) == SQLITE_ROW) {
        const char *name = (const char *)sqlite3_column_text(tables, 0);
        const char *sql = arena_printf(&temp->arena, "SELECT * FROM \"%s\"", name);
        assert_int_equal(sqlite3_prepare_v2(file, sql, -1, &rows, NULL), SQLITE_OK);
        while (sqlite3_step(rows) == SQLITE_ROW) {
            buf_puts(out, name);
            for (int i = 0; i < sqlite3_column_count(rows); i++) {
                int size = sqlite3_column_bytes(rows, i);
                buf_printf(out, "|%d:", sqlite3_column_type(rows, i));
                buf_add(out, (struct sv){sqlite3_column_blob(rows, i), (size_t)size});
            }
            buf_putc(out, '\n');
        }
        sqlite3_finalize(rows);
    }
    sqlite3_finalize(tables);
    sqlite3_close(file);
}

static void expect_same_tables(struct temp_store *temp, const char *a, const char *b, int round)
{
    struct buf left = {0}, right = {0};
    dump(temp, a, &left);
    dump(temp, b, &right);
    if (!sv_eq(buf_sv(&left), buf_sv(&right)))
        fail_msg("round %d: the tables differ\n%s\n--- and ---\n%s", round, buf_text(&left),
                 buf_text(&right));
    assert_true(left.len > 100);
    buf_free(&left);
    buf_free(&right);
}

static void complain(void *context, const char *text)
{
    fail_msg("round %d: %s", *(int *)context, text);
}

/* Some more changes to a database, the same ones for the same round. */
static void go_on(struct temp_store *temp, const char *db, int round)
{
    struct dice dice = dice_of(round + 1000);
    struct arena arena = {0};
    struct store *store;
    struct plan plan;
    struct err err = {0};
    temp_expect_ok(store_open(temp_path(temp, db), STORE_WRITE, &store, &err) &&
                       store_examine(store, complain, &round, &err) &&
                       store_load_plan(store, DAY_NONE, &arena, &plan, &err),
                   &err);
    for (int i = 0; i < 10; i++)
        random_change(store, &plan, &dice, &arena);
    temp_expect_ok(store_settle(store, &err), &err);
    store_close(store);
    arena_free(&arena);
}

static void make(struct temp_store *temp, const char *db, int round)
{
    struct dice dice = dice_of(round);
    struct store *store;
    struct err err = {0};
    temp_expect_ok(store_open(temp_path(temp, db), STORE_CREATE, &store, &err), &err);
    random_database(store, &dice, &temp->arena);
    temp_expect_ok(store_settle(store, &err), &err);
    store_close(store);
}

static void sweep(struct temp_store *temp)
{
    const char *command = arena_printf(&temp->arena, "rm -rf %s/one %s/two", temp->dir, temp->dir);
    assert_int_equal(system(command), 0);
    temp_store_drop(temp);
}

static void archives_make_equal_databases(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        struct temp_store temp = temp_dir_make();
        make(&temp, "a.db", round);
        write_archive(&temp, "a.db", "one", NULL);
        load_archive(&temp, "one", "b.db");
        write_archive(&temp, "b.db", "two", NULL);
        expect_same_archives(&temp, "one", "two", round);
        expect_same_tables(&temp, "a.db", "b.db", round);
        go_on(&temp, "a.db", round);
        go_on(&temp, "b.db", round);
        expect_same_tables(&temp, "a.db", "b.db", round);
        sweep(&temp);
    }
}

static void parts_load_as_they_were(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS / 2; round++) {
        struct temp_store temp = temp_dir_make();
        make(&temp, "a.db", round);
        write_archive(&temp, "a.db", "one", "2021-09-15");
        load_archive(&temp, "one", "b.db");
        write_archive(&temp, "b.db", "two", "2021-09-15");
        expect_same_archives(&temp, "one", "two", round);
        sweep(&temp);
    }
}

int main(void)
{
    lang_speak(LANG_EN);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(archives_make_equal_databases),
        cmocka_unit_test(parts_load_as_they_were),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
