#include "store_temp.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "store_old.h"

struct temp_store temp_dir_make(void)
{
    struct temp_store temp = {.dir = "/tmp/duban-store.XXXXXX"};
    assert_non_null(mkdtemp(temp.dir));
    snprintf(temp.path, sizeof(temp.path), "%s/plan.db", temp.dir);
    return temp;
}

void temp_expect_ok(bool ok, const struct err *err)
{
    if (!ok)
        fail_msg("%s: %s", err->file, err->text);
}

void temp_make_old(const char *path)
{
    assert_true(store_make_old(path));
}

void temp_run_sql(const char *path, const char *sql)
{
    sqlite3 *db;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void close_store(struct temp_store *temp)
{
    store_close(temp->store);
    temp->store = NULL;
}

static void open_store(struct temp_store *temp, enum store_mode mode)
{
    struct err err = {0};
    temp_expect_ok(store_open(temp->path, mode, &temp->store, &err), &err);
}

void temp_migrate(struct temp_store *temp)
{
    close_store(temp);
    temp_make_old(temp->path);
    open_store(temp, STORE_WRITE);
}

void temp_tamper(struct temp_store *temp, const char *sql, enum store_mode mode)
{
    close_store(temp);
    temp_run_sql(temp->path, sql);
    open_store(temp, mode);
}

struct actor temp_actor(void)
{
    return (struct actor){.who = "clerk", .now = "2021-09-15T08:00:00Z"};
}

struct temp_store temp_store_make(void)
{
    struct temp_store temp = temp_dir_make();
    struct err err = {0};
    struct actor actor = temp_actor();
    temp_expect_ok(store_open(temp.path, STORE_CREATE, &temp.store, &err), &err);
    temp_expect_ok(store_save_plan(temp.store, model_fixture_plan(&temp.arena), &actor, &err),
                   &err);
    temp_expect_ok(store_load_plan(temp.store, DAY_NONE, &temp.arena, &temp.plan, &err), &err);
    return temp;
}

void temp_store_drop(struct temp_store *temp)
{
    store_close(temp->store);
    DIR *dir = opendir(temp->dir);
    for (struct dirent *entry; dir && (entry = readdir(dir)) != NULL;) {
        if (entry->d_name[0] != '.')
            unlink(temp_path(temp, entry->d_name));
    }
    if (dir)
        closedir(dir);
    rmdir(temp->dir);
    arena_free(&temp->arena);
}

const char *temp_path(struct temp_store *temp, const char *name)
{
    return arena_printf(&temp->arena, "%s/%s", temp->dir, name);
}

struct intake_row temp_row(const struct temp_store *temp, const char *target, const char *school,
                           const char *date, double value, double of)
{
    struct intake_row row = {
        .target = plan_target(&temp->plan, sv_from(target)),
        .school = plan_school(&temp->plan, sv_from(school)),
        .date = model_day(date),
        .value = amount_from_double(value),
        .of = of < 0 ? AMOUNT_NONE : amount_from_double(of),
        .line = 2,
    };
    assert_true(row.target >= 0 && row.school >= 0);
    return row;
}

enum intake_outcome temp_put(struct temp_store *temp, const char *target, const char *school,
                             const char *date, double value, double of)
{
    struct intake_row row = temp_row(temp, target, school, date, value, of);
    struct err err = {0};
    struct actor actor = temp_actor();
    enum intake_outcome outcome = INTAKE_NEW;
    temp_expect_ok(store_set_value(temp->store, &row, &temp->plan, true, &actor, &outcome, &err),
                   &err);
    return outcome;
}

int64_t temp_import(struct temp_store *temp, const struct intake_row *rows, size_t count, bool keep)
{
    const struct import_source source = {.name = "school.csv", .sha256 = "feed"};
    struct import_counts counts = {.encoding = "UTF-8", .rows = (int64_t)count};
    struct actor actor = temp_actor();
    struct store_import *import;
    struct intake_sink sink;
    struct err err = {0};
    int64_t id = 0;
    temp_expect_ok(
        store_import_begin(temp->store, &temp->plan, &source, &actor, &import, &sink, &err), &err);
    for (size_t i = 0; i < count; i++) {
        enum intake_outcome outcome;
        temp_expect_ok(sink.put(sink.context, &rows[i], true, &outcome, &err), &err);
    }
    temp_expect_ok(store_import_end(import, keep, &counts, &id, &err), &err);
    return keep ? id : 0;
}

amount temp_actual(struct temp_store *temp, const char *target, const char *date)
{
    const struct figures *figures;
    struct err err = {0};
    int t = plan_target(&temp->plan, sv_from(target));
    temp_expect_ok(
        store_load_figures(temp->store, &temp->plan, model_day(date), &temp->arena, &figures, &err),
        &err);
    const struct point *point = figures_at(&figures[t], model_day(date));
    const struct tally nothing = {0};
    return measure_actual(&temp->plan.targets[t], point ? &point->tally : &nothing);
}

/* All reports that are there, as the fixture writes them. */
struct collected {
    struct arena *arena;
    const struct plan *plan;
    struct model_report rows[4096];
    size_t count;
};

static bool collect(void *context, const struct value *value, struct err *err)
{
    struct collected *all = context;
    char date[DATE_TEXT_MAX];
    (void)err;
    assert_true(all->count < COUNT_OF(all->rows));
    all->rows[all->count++] = (struct model_report){
        .target = all->plan->targets[value->target].code,
        .school = all->plan->schools[value->school].code,
        .date = arena_text(all->arena, sv_from(date_format(value->date, date))),
        .value = (int)(value->value / AMOUNT_ONE),
        .of = value->of == AMOUNT_NONE ? -1 : (int)(value->of / AMOUNT_ONE),
    };
    return true;
}

void temp_expect_sound(struct temp_store *temp)
{
    struct arena arena = {0};
    struct collected *all = arena_array(&arena, 1, sizeof(*all));
    struct err err = {0};
    const struct figures *kept;
    daynum end = temp->plan.ends;
    all->arena = &arena;
    all->plan = &temp->plan;
    temp_expect_ok(store_each_report(temp->store, &temp->plan, end, collect, all, &err), &err);
    temp_expect_ok(store_load_figures(temp->store, &temp->plan, end, &arena, &kept, &err), &err);
    const struct figures *fresh = model_figures_of(&temp->plan, all->rows, all->count, &arena);
    for (size_t t = 0; t < temp->plan.target_count; t++) {
        if (kept[t].count != fresh[t].count)
            fail_msg("target %s: %zu days kept, %zu worked out", temp->plan.targets[t].code,
                     kept[t].count, fresh[t].count);
        for (size_t i = 0; i < kept[t].count; i++) {
            assert_int_equal(kept[t].points[i].date, fresh[t].points[i].date);
            assert_memory_equal(&kept[t].points[i].tally, &fresh[t].points[i].tally,
                                sizeof(struct tally));
        }
    }
    arena_free(&arena);
}

static void count_finding(void *context, const char *text)
{
    (void)text;
    ++*(int *)context;
}

int temp_findings(struct temp_store *temp)
{
    int count = 0;
    struct err err = {0};
    temp_expect_ok(store_examine(temp->store, count_finding, &count, &err), &err);
    return count;
}

void temp_expect_err(const struct err *err, enum err_code code, const char *part)
{
    if (err->code != code || !strstr(err->text, part))
        fail_msg("error %d '%s', not %d '%s'", err->code, err->text, code, part);
}
