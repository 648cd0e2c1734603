/* Values by hand and by import: figures, journal, undo; what is kept is what reports add up to. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "../support/store_temp.h"
#include "duban/clock.h"
#include "store/store.h"

static bool undo_as(struct temp_store *temp, const char *who, struct change *undone,
                    struct err *err)
{
    struct actor actor = temp_actor();
    actor.who = who;
    return store_undo(temp->store, &actor, &temp->arena, undone, err);
}

static void undo(struct temp_store *temp)
{
    struct err err = {0};
    struct change undone;
    temp_expect_ok(undo_as(temp, "clerk", &undone, &err), &err);
}

static void a_plan_comes_back_as_it_was_saved(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    const struct plan *saved = model_fixture_plan(&temp.arena);
    const struct plan *loaded = &temp.plan;
    assert_int_equal(loaded->target_count, saved->target_count);
    assert_int_equal(loaded->school_count, saved->school_count);
    for (size_t t = 0; t < saved->target_count; t++) {
        const struct target *a = &saved->targets[t], *b = &loaded->targets[t];
        assert_string_equal(a->code, b->code);
        assert_string_equal(a->name.in[LANG_ZH_CN], b->name.in[LANG_ZH_CN]);
        assert_int_equal(a->measure, b->measure);
        assert_int_equal(a->pace, b->pace);
        assert_true(a->goal_min == b->goal_min && a->goal_max == b->goal_max);
        assert_true(a->baseline == b->baseline);
        assert_int_equal(a->starts, b->starts);
        assert_int_equal(a->due, b->due);
        assert_int_equal(a->scope_size, b->scope_size);
        assert_int_equal(a->step_count, b->step_count);
        assert_memory_equal(&a->thresholds, &b->thresholds, sizeof(a->thresholds));
        for (size_t s = 0; s < saved->school_count; s++)
            assert_int_equal(plan_in_scope(saved, a, (int)s), plan_in_scope(loaded, b, (int)s));
    }
    temp_store_drop(&temp);
}

static void a_value_moves_the_figure_from_its_day_on(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    assert_int_equal(temp_put(&temp, "1.1", "P01", "2021-03-01", 100, -1), INTAKE_NEW);
    assert_int_equal(temp_put(&temp, "1.1", "P02", "2021-04-01", 50, -1), INTAKE_NEW);
    assert_int_equal(temp_put(&temp, "1.1", "P01", "2021-05-01", 130, -1), INTAKE_NEW);
    assert_int_equal(temp_put(&temp, "1.1", "P01", "2021-05-01", 130, -1), INTAKE_SAME);
    assert_int_equal(temp_put(&temp, "1.1", "P01", "2021-05-01", 140, -1), INTAKE_CHANGED);
    assert_true(temp_actual(&temp, "1.1", "2021-02-28") == 0);
    assert_true(temp_actual(&temp, "1.1", "2021-03-31") == 100 * AMOUNT_ONE);
    assert_true(temp_actual(&temp, "1.1", "2021-04-30") == 150 * AMOUNT_ONE);
    assert_true(temp_actual(&temp, "1.1", "2021-09-15") == 190 * AMOUNT_ONE);
    /* A report that comes in late counts from its own day to the next one. */
    temp_put(&temp, "1.1", "P01", "2021-04-15", 120, -1);
    assert_true(temp_actual(&temp, "1.1", "2021-04-30") == 170 * AMOUNT_ONE);
    assert_true(temp_actual(&temp, "1.1", "2021-09-15") == 190 * AMOUNT_ONE);
    temp_expect_sound(&temp);
    temp_store_drop(&temp);
}

static void a_falling_value_is_taken_only_on_purpose(void **state)
{
    (void)state;
    static const struct {
        const char *target, *school, *date;
        double value, of;
        enum intake_outcome outcome;
    } rows[] = {
        {"1.1", "P01", "2021-05-01", 99, -1, INTAKE_DECREASED}, /* below the one before */
        {"1.1", "P01", "2021-02-01", 101, -1, INTAKE_NEW},      /* a person may correct a day */
        {"1.1", "P01", "2021-05-01", 100, -1, INTAKE_NEW},
        {"1.1", "P02", "2021-05-01", 1, -1, INTAKE_NEW},       /* another school's */
        {"2.4", "P03", "2021-05-01", 5, -1, INTAKE_NEW},       /* a level may fall */
        {"1.3", "7", "2021-05-01", 80, 100, INTAKE_DECREASED}, /* 80 % after 90 % */
        {"1.3", "7", "2021-05-01", 95, 100, INTAKE_NEW},
    };
    struct temp_store temp = temp_store_make();
    struct actor actor = temp_actor();
    temp_put(&temp, "1.1", "P01", "2021-03-01", 100, -1);
    temp_put(&temp, "2.4", "P03", "2021-03-01", 7, -1);
    temp_put(&temp, "1.3", "7", "2021-03-01", 45, 50);
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct intake_row row = temp_row(&temp, rows[i].target, rows[i].school, rows[i].date,
                                         rows[i].value, rows[i].of);
        struct err err = {0};
        enum intake_outcome outcome;
        temp_expect_ok(store_set_value(temp.store, &row, &temp.plan, false, &actor, &outcome, &err),
                       &err);
        if (outcome != rows[i].outcome)
            fail_msg("row %zu: %d, not %d", i, outcome, rows[i].outcome);
    }
    temp_expect_sound(&temp);
    temp_store_drop(&temp);
}

static void a_file_is_held_against_later_reports_too(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct actor actor = temp_actor();
    struct store_import *import;
    struct intake_sink sink;
    struct err err = {0};
    enum intake_outcome outcome;
    const struct import_source source = {.name = "x", .sha256 = "x"};
    const struct import_counts counts = {.encoding = ""};
    struct intake_row row = temp_row(&temp, "1.1", "P01", "2021-02-01", 101, -1);
    temp_put(&temp, "1.1", "P01", "2021-03-01", 100, -1);
    temp_expect_ok(
        store_import_begin(temp.store, &temp.plan, &source, &actor, &import, &sink, &err), &err);
    temp_expect_ok(sink.put(sink.context, &row, false, &outcome, &err), &err);
    assert_int_equal(outcome, INTAKE_DECREASED);
    temp_expect_ok(sink.put(sink.context, &row, true, &outcome, &err), &err);
    assert_int_equal(outcome, INTAKE_NEW);
    temp_expect_ok(store_import_end(import, false, &counts, NULL, &err), &err);
    temp_store_drop(&temp);
}

static void undo_takes_back_the_users_last_change(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct change undone;
    temp_put(&temp, "1.1", "P01", "2021-03-01", 100, -1);
    temp_put(&temp, "1.1", "P01", "2021-03-01", 120, -1);
    assert_false(undo_as(&temp, "somebody else", &undone, &err));
    temp_expect_err(&err, ERR_FINDING, "nothing of yours");
    undo(&temp);
    assert_true(temp_actual(&temp, "1.1", "2021-09-15") == 100 * AMOUNT_ONE);
    undo(&temp);
    assert_true(temp_actual(&temp, "1.1", "2021-09-15") == 0);
    assert_false(undo_as(&temp, "clerk", &undone, &err));
    temp_expect_sound(&temp);
    temp_store_drop(&temp);
}

static void undo_does_not_overwrite_another(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct intake_row row = temp_row(&temp, "1.1", "P01", "2021-03-01", 120, -1);
    const struct actor other = {.who = "other", .now = "2021-09-15T09:00:00Z"};
    enum intake_outcome outcome;
    struct err err = {0};
    struct change undone;
    temp_put(&temp, "1.1", "P01", "2021-03-01", 100, -1);
    temp_expect_ok(store_set_value(temp.store, &row, &temp.plan, true, &other, &outcome, &err),
                   &err);
    assert_false(undo_as(&temp, "clerk", &undone, &err));
    temp_expect_err(&err, ERR_NOT_ALLOWED, "changed again");
    assert_true(temp_actual(&temp, "1.1", "2021-09-15") == 120 * AMOUNT_ONE);
    temp_store_drop(&temp);
}

static void terms_hold_from_their_day_on(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct actor actor = temp_actor();
    struct err err = {0};
    struct plan then, now, after;
    int t = plan_target(&temp.plan, SV("3.2"));
    struct terms terms = store_terms_of(&temp.plan.targets[t]);
    terms.goal_min = 320 * AMOUNT_ONE;
    terms.owner = "office";
    temp_expect_ok(store_set_terms(temp.store, &temp.plan.targets[t], &terms,
                                   model_day("2021-05-01"), &actor, &err),
                   &err);
    temp_expect_ok(store_load_plan(temp.store, model_day("2021-04-30"), &temp.arena, &then, &err),
                   &err);
    temp_expect_ok(store_load_plan(temp.store, model_day("2021-05-01"), &temp.arena, &now, &err),
                   &err);
    assert_true(then.targets[t].goal_min == AMOUNT_NONE);
    assert_true(now.targets[t].goal_min == 320 * AMOUNT_ONE);
    assert_string_equal(now.targets[t].owner, "office");
    undo(&temp);
    temp_expect_ok(store_load_plan(temp.store, DAY_NONE, &temp.arena, &after, &err), &err);
    assert_true(after.targets[t].goal_min == AMOUNT_NONE);
    temp_store_drop(&temp);
}

static void an_import_is_one_change(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    temp_put(&temp, "1.1", "P01", "2021-03-01", 100, -1);
    const struct intake_row rows[] = {
        temp_row(&temp, "1.1", "P01", "2021-03-01", 110, -1), /* over the hand-made one */
        temp_row(&temp, "1.1", "P02", "2021-03-01", 20, -1),
        temp_row(&temp, "1.1", "P03", "2021-03-01", 30, -1),
    };
    const struct import_source source = {.sha256 = "feed"};
    const struct import_source otherwise = {.sha256 = "feed", .given = "--school P01"};
    struct err err = {0};
    int64_t seen;
    assert_int_equal(temp_import(&temp, rows, 3, false), 0);
    assert_true(temp_actual(&temp, "1.1", "2021-09-15") == 100 * AMOUNT_ONE);
    temp_expect_ok(store_import_seen(temp.store, &source, &seen, &err), &err);
    assert_int_equal(seen, 0);
    int64_t id = temp_import(&temp, rows, 3, true);
    assert_true(temp_actual(&temp, "1.1", "2021-09-15") == 160 * AMOUNT_ONE);
    temp_expect_ok(store_import_seen(temp.store, &source, &seen, &err), &err);
    assert_int_equal(seen, id);
    temp_expect_ok(store_import_seen(temp.store, &otherwise, &seen, &err), &err);
    assert_int_equal(seen, 0);
    temp_expect_sound(&temp);
    undo(&temp);
    assert_true(temp_actual(&temp, "1.1", "2021-09-15") == 100 * AMOUNT_ONE);
    temp_expect_ok(store_import_seen(temp.store, &source, &seen, &err), &err);
    assert_int_equal(seen, 0);
    temp_expect_sound(&temp);
    temp_store_drop(&temp);
}

static void values_say_where_they_are_from(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    const struct intake_row row = temp_row(&temp, "1.1", "P02", "2021-03-01", 20, -1);
    struct values values;
    struct err err = {0};
    temp_import(&temp, &row, 1, true);
    temp_put(&temp, "1.1", "P01", "2021-03-01", 10, -1);
    int t = plan_target(&temp.plan, SV("1.1"));
    temp_expect_ok(store_load_target(temp.store, &temp.plan, t, model_day("2021-09-15"),
                                     &temp.arena, &values, &err),
                   &err);
    int found = 0;
    for (size_t i = 0; i < values.count; i++) {
        const struct value *value = &values.rows[i];
        const char *code = temp.plan.schools[value->school].code;
        if (strcmp(code, "P01") == 0) {
            assert_string_equal(value->who, "clerk");
            assert_string_equal(value->file, "");
            found++;
        } else if (strcmp(code, "P02") == 0) {
            assert_string_equal(value->file, "school.csv");
            assert_int_equal(value->line, 2);
            found++;
        } else {
            assert_int_equal(value->date, DAY_NONE);
        }
    }
    assert_int_equal(found, 2);
    temp_store_drop(&temp);
}

static void reporting_by_school(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    const struct reporting *rows;
    struct err err = {0};
    /* P01 is in the scope of 1.1, 1.2, 2.3, 3.1, 3.3 (not yet started), 3.5: five are due. */
    temp_put(&temp, "1.1", "P01", "2021-09-10", 1, -1); /* received */
    temp_put(&temp, "1.2", "P01", "2021-08-10", 1, -1); /* 36 days ago: late */
    temp_put(&temp, "2.3", "P01", "2021-05-10", 0, -1); /* silent, like the two without any */
    temp_expect_ok(store_load_reporting(temp.store, &temp.plan, model_day("2021-09-15"),
                                        &temp.arena, &rows, &err),
                   &err);
    const struct reporting *p01 = &rows[plan_school(&temp.plan, SV("P01"))];
    assert_int_equal(p01->due, 5);
    assert_int_equal(p01->received, 1);
    assert_int_equal(p01->late, 1);
    assert_int_equal(p01->silent, 3);
    assert_int_equal(p01->last_report, model_day("2021-09-10"));
    temp_store_drop(&temp);
}

/* The latest reports are told from what is kept with them, the values of one target from themselves. */
static void the_latest_told_two_ways(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    static const char *const schools[] = {"P01", "P02", "P03", "J01"};
    struct latest *rows = arena_array(&temp.arena, temp.plan.school_count, sizeof(struct latest));
    int target = plan_target(&temp.plan, SV("1.1"));
    for (int round = 1; round <= 40; round++) {
        char day[DATE_TEXT_MAX];
        struct values values;
        temp_put(&temp, "1.1", schools[round * 7 % 4],
                 date_format(model_day("2021-02-01") + round * 5 % 90, day), round, -1);
        for (daynum as_of = model_day("2021-01-31"); as_of < model_day("2021-05-10"); as_of += 9) {
            temp_expect_ok(store_load_latest(temp.store, &temp.plan, target, as_of, rows, &err) &&
                               store_load_target(temp.store, &temp.plan, target, as_of, &temp.arena,
                                                 &values, &err),
                           &err);
            for (size_t i = 0; i < values.count; i++) {
                const struct latest *row = &rows[values.rows[i].school];
                assert_int_equal(row->date, values.rows[i].date);
                assert_true(row->date == DAY_NONE || row->value == values.rows[i].value);
            }
        }
    }
    temp_store_drop(&temp);
}

/* A long random life: whatever is put, changed, taken in and taken back, the totals stay what the
 * reports add up to. */
static void totals_always_match_the_reports(void **state)
{
    (void)state;
    static const struct {
        const char *target, *schools[3];
    } choices[] = {{"1.1", {"P01", "P02", "J01"}},
                   {"1.2", {"P01", "P03", "J02"}},
                   {"1.3", {"007", "7", "7"}},
                   {"3.5", {"P02", "J01", "J02"}},
                   {"2.1", {"district", "district", "district"}}};
    unsigned short seed[3] = {1, 2, 3};
    struct temp_store temp = temp_store_make();
    for (int round = 0; round < 400; round++) {
        struct intake_row rows[5];
        size_t count = (size_t)(nrand48(seed) % 5) + 1;
        for (size_t i = 0; i < count; i++) {
            size_t choice = (size_t)nrand48(seed) % COUNT_OF(choices);
            char date[DATE_TEXT_MAX];
            date_format(temp.plan.starts + (daynum)(nrand48(seed) % 40) * 7, date);
            double of = choice == 2 && nrand48(seed) % 3 > 0 ? 50 : -1;
            rows[i] =
                temp_row(&temp, choices[choice].target, choices[choice].schools[nrand48(seed) % 3],
                         date, (double)(nrand48(seed) % 4), of);
        }
        struct err err = {0};
        struct change undone;
        long what = nrand48(seed) % 4;
        if (what == 0)
            temp_import(&temp, rows, count, nrand48(seed) % 4 > 0);
        else if (what == 1 && !undo_as(&temp, "clerk", &undone, &err))
            assert_true(err.code == ERR_FINDING || err.code == ERR_NOT_ALLOWED);
        else if (what > 1) {
            struct actor actor = temp_actor();
            enum intake_outcome outcome;
            temp_expect_ok(
                store_set_value(temp.store, &rows[0], &temp.plan, true, &actor, &outcome, &err),
                &err);
        }
        if (round % 20 == 0)
            temp_expect_sound(&temp);
    }
    temp_expect_sound(&temp);
    temp_store_drop(&temp);
}

/* ---- faults ---- */

static void a_killed_import_leaves_nothing(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    temp_put(&temp, "1.1", "P01", "2021-03-01", 100, -1);
    store_close(temp.store);
    temp.store = NULL;
    for (int round = 0; round < 5; round++) {
        pid_t child = fork();
        if (child == 0) {
            struct err err;
            struct store_import *import;
            struct intake_sink sink;
            struct actor actor = temp_actor();
            const struct import_source source = {.name = "x", .sha256 = "x"};
            if (!store_open(temp.path, STORE_WRITE, &temp.store, &err) ||
                !store_import_begin(temp.store, &temp.plan, &source, &actor, &import, &sink, &err))
                _exit(1);
            struct intake_row row = temp_row(&temp, "1.1", "P02", "2021-04-01", 7, -1);
            enum intake_outcome outcome;
            for (int i = 0; i <= round * 40; i++, row.date++)
                if (!sink.put(sink.context, &row, true, &outcome, &err))
                    _exit(1);
            raise(SIGKILL);
        }
        int status;
        waitpid(child, &status, 0);
        assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    }
    struct err err = {0};
    temp_expect_ok(store_open(temp.path, STORE_WRITE, &temp.store, &err), &err);
    assert_true(temp_actual(&temp, "1.1", "2021-09-15") == 100 * AMOUNT_ONE);
    temp_expect_sound(&temp);
    sqlite3_stmt *stmt;
    sqlite3_prepare_v2(temp.store->db, "PRAGMA integrity_check", -1, &stmt, NULL);
    assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
    assert_string_equal(sqlite3_column_text(stmt, 0), "ok");
    sqlite3_finalize(stmt);
    temp_store_drop(&temp);
}

static void a_full_disk_leaves_all_or_nothing(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct actor actor = temp_actor();
    struct store_import *import;
    struct intake_sink sink;
    const struct import_source source = {.name = "x", .sha256 = "x"};
    temp_put(&temp, "1.1", "P01", "2021-03-01", 100, -1);
    sqlite3_exec(temp.store->db, "PRAGMA max_page_count = 1", NULL, NULL, NULL); /* as it is now */
    temp_expect_ok(
        store_import_begin(temp.store, &temp.plan, &source, &actor, &import, &sink, &err), &err);
    bool ok = true;
    for (int i = 0; ok && i < 9000; i++) {
        struct intake_row row = temp_row(&temp, "1.1", "P02", "2021-01-01", i, -1);
        row.date += i % 365;
        row.target = i / 365 % 2;
        row.note = SV("a note that takes room on the page, as notes do when they are long enough");
        enum intake_outcome outcome;
        ok = sink.put(sink.context, &row, true, &outcome, &err);
    }
    assert_false(ok);
    temp_expect_err(&err, ERR_IO, "disk is full");
    const struct import_counts counts = {.encoding = ""};
    temp_expect_ok(store_import_end(import, false, &counts, NULL, &err), &err);
    assert_true(temp_actual(&temp, "1.1", "2021-09-15") == 100 * AMOUNT_ONE);
    temp_expect_sound(&temp);
    temp_put(&temp, "1.1", "P01", "2021-03-01", 101, -1); /* and life goes on */
    temp_store_drop(&temp);
}

static void a_second_writer_waits_and_then_says_so(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct store *second;
    struct err err = {0};
    temp_expect_ok(store_open(temp.path, STORE_WRITE, &second, &err), &err);
    temp_expect_ok(lock_take(second, 0, &err), &err);
    assert_false(lock_take(temp.store, 60, &err));
    temp_expect_err(&err, ERR_BUSY, "try again");
    store_set_wait(temp.store, 1100); /* into the time in which it asks more often */
    int64_t began = clock_ms();
    assert_false(write_begin(temp.store, &err));
    assert_true(clock_ms() - began >= 1100);
    temp_expect_err(&err, ERR_BUSY, "try again");
    lock_drop(second);
    temp_put(&temp, "1.1", "P01", "2021-03-01", 100, -1);
    store_close(second);
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_comes_back_as_it_was_saved),
        cmocka_unit_test(a_value_moves_the_figure_from_its_day_on),
        cmocka_unit_test(a_falling_value_is_taken_only_on_purpose),
        cmocka_unit_test(a_file_is_held_against_later_reports_too),
        cmocka_unit_test(undo_takes_back_the_users_last_change),
        cmocka_unit_test(undo_does_not_overwrite_another),
        cmocka_unit_test(terms_hold_from_their_day_on),
        cmocka_unit_test(an_import_is_one_change),
        cmocka_unit_test(values_say_where_they_are_from),
        cmocka_unit_test(reporting_by_school),
        cmocka_unit_test(the_latest_told_two_ways),
        cmocka_unit_test(totals_always_match_the_reports),
        cmocka_unit_test(a_killed_import_leaves_nothing),
        cmocka_unit_test(a_full_disk_leaves_all_or_nothing),
        cmocka_unit_test(a_second_writer_waits_and_then_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
