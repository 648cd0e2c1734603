/* store_temp.h - a real database in a directory of its own, for tests.
 *
 * Example:
 *     struct temp_store temp = temp_store_make();     the fixture plan is in it
 *     temp_put(&temp, "1.1", "P01", "2021-03-01", 1000, -1);
 *     temp_store_drop(&temp);
 */
#ifndef SUPPORT_STORE_TEMP_H
#define SUPPORT_STORE_TEMP_H

#include "duban/store.h"
#include "model_plan.h"

struct temp_store {
    char dir[64], path[96];
    struct store *store;
    struct arena arena;
    struct plan plan; /* as loaded from the database */
};

/* A directory without a database. */
struct temp_store temp_dir_make(void);

/* A database with the fixture plan, open for writing. */
struct temp_store temp_store_make(void);

/* Closes and removes everything. */
void temp_store_drop(struct temp_store *temp);

/* The path of a file in the directory, in the arena. */
const char *temp_path(struct temp_store *temp, const char *name);

/* Turns a closed database into one of the first format, with what that could hold. */
void temp_make_old(const char *path);

/* Closes the database, turns it into one of the first format, and opens it again: it is brought to
 * today's then. */
void temp_migrate(struct temp_store *temp);

/* Runs SQL in a database that is closed, past all that duban asks of it. */
void temp_run_sql(const char *path, const char *sql);

/* Closes the database, runs SQL in it as temp_run_sql() does, and opens it again. */
void temp_tamper(struct temp_store *temp, const char *sql, enum store_mode mode);

/* Who writes in tests, and when. */
struct actor temp_actor(void);

/* A row of the fixture plan; `of` < 0: none. */
struct intake_row temp_row(const struct temp_store *temp, const char *target, const char *school,
                           const char *date, double value, double of);

/* Enters a value by hand, falling or not; the test fails when it cannot. */
enum intake_outcome temp_put(struct temp_store *temp, const char *target, const char *school,
                             const char *date, double value, double of);

/* Takes these rows in as one batch; returns its number, 0 when `keep` is false. */
int64_t temp_import(struct temp_store *temp, const struct intake_row *rows, size_t count,
                    bool keep);

/* The actual of a target on a day. */
amount temp_actual(struct temp_store *temp, const char *target, const char *date);

/* Fails unless the kept totals of all targets are what the reports add up to. */
void temp_expect_sound(struct temp_store *temp);

/* How much the doctor finds wrong. */
int temp_findings(struct temp_store *temp);

/* Fails unless err has this code and its text holds `part`. */
void temp_expect_err(const struct err *err, enum err_code code, const char *part);

/* Fails with the error's text when `ok` is false. */
void temp_expect_ok(bool ok, const struct err *err);

#endif
