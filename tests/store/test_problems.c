/* The problem list: as of a day, journaled, taken back and done again, never trusted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "../support/store_temp.h"

static struct problem about(struct temp_store *temp, const char *target, const char *text)
{
    return (struct problem){
        .target = plan_target(&temp->plan, sv_from(target)),
        .school = -1,
        .noted = model_day("2021-03-01"),
        .due = model_day("2021-04-01"),
        .closed = DAY_NONE,
        .reopened = DAY_NONE,
        .text = text,
        .owner = "",
        .remedy = "",
    };
}

static bool add_all(struct temp_store *temp, const struct problem *problems, size_t count,
                    struct problems_added *added, struct err *err)
{
    struct actor actor = temp_actor();
    return store_add_problems(temp->store, &temp->plan, problems, count, &actor, added, err);
}

static int64_t add(struct temp_store *temp, struct problem problem)
{
    struct err err = {0};
    struct problems_added added;
    temp_expect_ok(add_all(temp, &problem, 1, &added, &err), &err);
    return added.last;
}

static bool close_on(struct temp_store *temp, int64_t id, const char *day, struct err *err)
{
    struct actor actor = temp_actor();
    return store_close_problem(temp->store, id, model_day(day), "mended", &actor, err);
}

static struct problems on(struct temp_store *temp, const char *day)
{
    struct problems problems;
    struct err err = {0};
    temp_expect_ok(store_load_problems(temp->store, &temp->plan, model_day(day), &temp->arena,
                                       &problems, &err),
                   &err);
    return problems;
}

static void a_past_day_shows_what_was_known_then(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    int64_t id = add(&temp, about(&temp, "1.1", "no land"));
    assert_int_equal(id, 1);
    temp_expect_ok(close_on(&temp, id, "2021-05-01", &err), &err);
    assert_int_equal(on(&temp, "2021-02-28").count, 0);
    struct problems open = on(&temp, "2021-04-30"), closed = on(&temp, "2021-05-01");
    assert_int_equal(open.count, 1);
    assert_true(open.rows[0].closed == DAY_NONE);
    assert_string_equal(open.rows[0].remedy, "");
    assert_string_equal(open.rows[0].text, "no land");
    assert_string_equal(open.rows[0].who, "clerk");
    assert_int_equal(closed.rows[0].closed, model_day("2021-05-01"));
    assert_string_equal(closed.rows[0].remedy, "mended");
    temp_store_drop(&temp);
}

static bool reopen_on(struct temp_store *temp, const char *day, struct err *err)
{
    struct problem problem = on(temp, "2021-12-31").rows[0];
    struct actor actor = temp_actor();
    bool overtaken;
    problem.closed = DAY_NONE;
    problem.reopened = model_day(day);
    problem.remedy = "";
    return store_set_problem(temp->store, &temp->plan, &problem, NULL, &actor, &overtaken, err);
}

/* The states of the only problem on days that stand with a letter each: "o2021-04-30 c2021-05-01",
 * o for open, c for closed. */
static void expect_states(struct temp_store *temp, const char *days)
{
    struct sv rest = sv_from(days), word;
    while (sv_split(&rest, ' ', &word)) {
        char day[DATE_TEXT_MAX];
        snprintf(day, sizeof(day), "%.*s", SV_ARG(sv_skip(word, 1)));
        struct problems problems = on(temp, day);
        assert_int_equal(problems.count, 1);
        bool closed = problem_state(&problems.rows[0], model_day(day)) == PROBLEM_CLOSED;
        if (closed != (word.data[0] == 'c'))
            fail_msg("%s: %s", day, closed ? "closed" : "open");
        assert_string_equal(problems.rows[0].remedy, closed ? "mended" : "");
    }
}

/* Closed from May 1, open again from June 1, closed from July 1, open again from August 1. */
static const char twice[] =
    "o2021-03-01 o2021-04-30 c2021-05-01 c2021-05-31 o2021-06-01 o2021-06-30 "
    "c2021-07-01 c2021-07-31 o2021-08-01 o2021-12-31";

static void close_and_reopen_twice(struct temp_store *temp)
{
    struct err err = {0};
    add(temp, about(temp, "1.1", "no land"));
    temp_expect_ok(close_on(temp, 1, "2021-05-01", &err), &err);
    temp_expect_ok(reopen_on(temp, "2021-06-01", &err), &err);
    temp_expect_ok(close_on(temp, 1, "2021-07-01", &err), &err);
    temp_expect_ok(reopen_on(temp, "2021-08-01", &err), &err);
}

static void a_reopened_problem_was_closed_in_between(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    close_and_reopen_twice(&temp);
    expect_states(&temp, twice);
    assert_int_equal(on(&temp, "2021-05-31").rows[0].closed, model_day("2021-05-01"));
    assert_true(on(&temp, "2021-05-31").rows[0].reopened == DAY_NONE);
    assert_int_equal(on(&temp, "2021-06-01").rows[0].reopened, model_day("2021-06-01"));
    assert_int_equal(on(&temp, "2021-07-31").rows[0].reopened, model_day("2021-06-01"));
    assert_int_equal(on(&temp, "2021-12-31").rows[0].reopened, model_day("2021-08-01"));
    temp_store_drop(&temp);
}

static void opened_on_the_day_of_its_closing_it_was_never_closed(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    add(&temp, about(&temp, "1.1", "no land"));
    temp_expect_ok(close_on(&temp, 1, "2021-05-01", &err), &err);
    temp_expect_ok(reopen_on(&temp, "2021-05-01", &err), &err);
    expect_states(&temp, "o2021-04-30 o2021-05-01 o2021-05-02");
    assert_true(on(&temp, "2021-12-31").rows[0].reopened == DAY_NONE);
    temp_store_drop(&temp);
}

static void closings_never_overlap(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    add(&temp, about(&temp, "1.1", "no land"));
    temp_expect_ok(close_on(&temp, 1, "2021-05-01", &err), &err);
    assert_false(reopen_on(&temp, "2021-04-30", &err));
    temp_expect_err(&err, ERR_DATA, "closed on 2021-05-01; reopen it on a later day");
    temp_expect_ok(reopen_on(&temp, "2021-06-01", &err), &err);
    assert_false(close_on(&temp, 1, "2021-05-31", &err));
    temp_expect_err(&err, ERR_DATA, "reopened on 2021-06-01; close it on a later day");
    temp_expect_ok(close_on(&temp, 1, "2021-06-01", &err), &err);
    temp_store_drop(&temp);
}

static void open_ones_come_first_by_due_date(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct problem undated = about(&temp, "1.1", "undated");
    undated.due = DAY_NONE;
    struct problem late = about(&temp, "1.1", "late");
    late.due = model_day("2021-12-01");
    add(&temp, undated);
    add(&temp, late);
    add(&temp, about(&temp, "1.1", "first"));
    add(&temp, about(&temp, "1.1", "shut in May"));
    add(&temp, about(&temp, "1.1", "shut in June"));
    temp_expect_ok(close_on(&temp, 4, "2021-05-01", &err), &err);
    temp_expect_ok(close_on(&temp, 5, "2021-06-01", &err), &err);
    static const char *const texts[] = {"first", "late", "undated", "shut in June", "shut in May"};
    struct problems problems = on(&temp, "2021-09-15");
    assert_int_equal(problems.count, COUNT_OF(texts));
    for (size_t i = 0; i < COUNT_OF(texts); i++)
        assert_string_equal(problems.rows[i].text, texts[i]);
    temp_store_drop(&temp);
}

static void turn(struct temp_store *temp, bool undo)
{
    struct actor actor = temp_actor();
    struct change change;
    struct err err = {0};
    bool ok = undo ? store_undo(temp->store, &actor, &temp->arena, &change, &err)
                   : store_redo(temp->store, &actor, &temp->arena, &change, &err);
    temp_expect_ok(ok, &err);
    assert_string_equal(change.what, "problem");
}

static void undo_and_redo_know_problems(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    int64_t id = add(&temp, about(&temp, "1.1", "no land"));
    temp_expect_ok(close_on(&temp, id, "2021-05-01", &err), &err);
    turn(&temp, true);
    assert_true(on(&temp, "2021-09-15").rows[0].closed == DAY_NONE);
    turn(&temp, false);
    assert_int_equal(on(&temp, "2021-09-15").rows[0].closed, model_day("2021-05-01"));
    turn(&temp, true);
    turn(&temp, true);
    assert_int_equal(on(&temp, "2021-09-15").count, 0);
    turn(&temp, false);
    assert_int_equal(on(&temp, "2021-09-15").count, 1);
    const struct change *changes;
    size_t count;
    temp_expect_ok(store_load_changes(temp.store, 10, "~", &temp.arena, &changes, &count, &err),
                   &err);
    assert_string_equal(changes[0].after, "1 no land");
    assert_string_equal(changes[0].target, "1.1");
    temp_store_drop(&temp);
}

/* Gives the problem another due date and owner, for one who saw it with these. */
static bool edit(struct temp_store *temp, int64_t id, const char *due, const char *owner,
                 const char *seen_due, const char *seen_owner, struct err *err)
{
    struct problem now = on(temp, "2021-09-15").rows[0], seen = now;
    struct actor actor = temp_actor();
    bool overtaken;
    now.id = id;
    now.due = model_day(due);
    now.owner = owner;
    seen.due = seen_due ? model_day(seen_due) : DAY_NONE;
    seen.owner = seen_owner;
    temp_expect_ok(
        store_set_problem(temp->store, &temp->plan, &now, &seen, &actor, &overtaken, err), err);
    return !overtaken;
}

static void owner_and_date_are_changed_by_who_saw_them(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    bool overtaken;
    int64_t id = add(&temp, about(&temp, "1.1", "no land"));
    const struct problem first = on(&temp, "2021-09-15").rows[0];
    char due[DATE_TEXT_MAX];
    date_format(first.due, due);
    const char *seen_due = first.due == DAY_NONE ? NULL : due;
    assert_false(edit(&temp, id, "2021-12-01", "Li", seen_due, "nobody", &err));
    assert_true(edit(&temp, id, "2021-12-01", "Li", seen_due, first.owner, &err));
    assert_int_equal(on(&temp, "2021-09-15").rows[0].due, model_day("2021-12-01"));
    assert_string_equal(on(&temp, "2021-09-15").rows[0].owner, "Li");
    assert_false(edit(&temp, id, "2021-12-02", "Li", "2021-11-01", "Li", &err));
    turn(&temp, true);
    assert_int_equal(on(&temp, "2021-09-15").rows[0].due, first.due);
    turn(&temp, false);
    assert_string_equal(on(&temp, "2021-09-15").rows[0].owner, "Li");
    temp_expect_ok(close_on(&temp, id, "2021-05-01", &err), &err);
    struct actor actor = temp_actor();
    temp_expect_ok(
        store_set_problem(temp.store, &temp.plan, &first, &first, &actor, &overtaken, &err), &err);
    assert_true(overtaken);
    struct problem other = first;
    other.id = 7;
    assert_false(store_set_problem(temp.store, &temp.plan, &other, NULL, &actor, &overtaken, &err));
    temp_expect_err(&err, ERR_DATA, "no problem 7");
    temp_store_drop(&temp);
}

static void undo_and_redo_know_reopenings(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    close_and_reopen_twice(&temp);
    turn(&temp, true);
    expect_states(&temp, "c2021-05-31 o2021-06-30 c2021-07-31 c2021-12-31");
    turn(&temp, true);
    expect_states(&temp, "c2021-05-31 o2021-06-30 o2021-07-31 o2021-12-31");
    turn(&temp, true);
    expect_states(&temp, "o2021-04-30 c2021-05-31 c2021-06-30 c2021-12-31");
    for (int i = 0; i < 3; i++)
        turn(&temp, false);
    expect_states(&temp, twice);
    for (int i = 0; i < 5; i++)
        turn(&temp, true);
    assert_int_equal(on(&temp, "2021-12-31").count, 0);
    temp_store_drop(&temp);
}

static void note_finding(void *context, const char *text)
{
    snprintf(context, ERR_TEXT_MAX, "%s", text);
}

/* Does that to a copy of what the database holds, looks it over, and takes it back. */
static void expect_finding(struct temp_store *temp, const char *sql, const char *expected)
{
    static const char keep[] = "CREATE TEMP TABLE r AS SELECT * FROM reopening;"
                               "CREATE TEMP TABLE p AS SELECT id, closed FROM problem",
                      back[] =
                          "DELETE FROM reopening; INSERT INTO reopening SELECT * FROM r;"
                          "UPDATE problem SET closed = p.closed FROM p WHERE p.id = problem.id";
    struct err err = {0};
    char finding[ERR_TEXT_MAX] = "";
    sqlite3 *db;
    store_close(temp->store);
    assert_int_equal(sqlite3_open(temp->path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, keep, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    temp_expect_ok(store_open(temp->path, STORE_READ, &temp->store, &err), &err);
    temp_expect_ok(store_examine(temp->store, note_finding, finding, &err), &err);
    assert_string_equal(finding, expected);
    assert_int_equal(sqlite3_exec(db, back, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void the_doctor_finds_closings_that_overlap(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    char finding[ERR_TEXT_MAX] = "";
    const char *const already =
        "problem 1 was closed while it was closed already; restore the file from a backup";
    close_and_reopen_twice(&temp);
    temp_expect_ok(store_examine(temp.store, note_finding, finding, &err), &err);
    assert_string_equal(finding, "");
    /* Spans that overlap; one that ends after the closing that stands; one before it was noted. */
    expect_finding(&temp, "UPDATE reopening SET reopened = reopened + 31", already);
    expect_finding(&temp, "UPDATE problem SET closed = (SELECT max(reopened) - 1 FROM reopening)",
                   already);
    expect_finding(&temp,
                   "UPDATE reopening SET closed = 0 WHERE closed ="
                   " (SELECT min(closed) FROM reopening)",
                   "problem 1 was closed before it was noted; restore the file from a backup");
    temp_store_drop(&temp);
}

static void undo_keeps_off_what_another_has_closed(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct change change;
    int64_t id = add(&temp, about(&temp, "1.1", "no land"));
    struct actor clerk = temp_actor(), other = {.who = "other", .now = "2021-09-15T09:00:00Z"};
    temp_expect_ok(store_close_problem(temp.store, id, model_day("2021-05-01"), "", &other, &err),
                   &err);
    assert_false(store_undo(temp.store, &clerk, &temp.arena, &change, &err));
    temp_expect_err(&err, ERR_NOT_ALLOWED, "1.1 was changed again");
    assert_int_equal(on(&temp, "2021-09-15").count, 1);
    temp_store_drop(&temp);
}

static void what_cannot_be_closed_is_named(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    int64_t id = add(&temp, about(&temp, "1.1", "no land"));
    assert_false(close_on(&temp, 7, "2021-05-01", &err));
    temp_expect_err(&err, ERR_DATA, "no problem 7");
    assert_false(close_on(&temp, id, "2021-02-28", &err));
    temp_expect_err(&err, ERR_DATA, "noted on 2021-03-01");
    temp_expect_ok(close_on(&temp, id, "2021-03-01", &err), &err);
    assert_false(close_on(&temp, id, "2021-05-01", &err));
    temp_expect_err(&err, ERR_DATA, "closed on 2021-03-01 already");
    temp_store_drop(&temp);
}

static void a_list_is_taken_whole_or_not_at_all(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct problems_added added;
    struct problem rows[] = {about(&temp, "1.1", "a"), about(&temp, "1.3", "b")};
    rows[0].id = 5;
    temp_expect_ok(add_all(&temp, rows, 2, &added, &err), &err);
    assert_int_equal(added.fresh, 2);
    assert_int_equal(added.last, 6);
    rows[1].id = 6;
    temp_expect_ok(add_all(&temp, rows, 2, &added, &err), &err);
    assert_int_equal(added.same, 2);
    rows[0].id = 0;
    rows[1].text = "another";
    assert_false(add_all(&temp, rows, 2, &added, &err));
    temp_expect_err(&err, ERR_DATA, "problem 6 is another one");
    assert_int_equal(on(&temp, "2021-09-15").count, 2);
    temp_store_drop(&temp);
}

/* What a hostile file may hold reaches no caller as it is. */
static void a_hostile_row_is_cleaned_or_damage(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    struct problems problems;
    add(&temp, about(&temp, "1.1", "no land"));
    temp_tamper(&temp, "UPDATE problem SET text = 'a' || char(27) || '[2J'", STORE_WRITE);
    assert_string_equal(on(&temp, "2021-09-15").rows[0].text, "a\uFFFD[2J");
    temp_tamper(&temp, "PRAGMA ignore_check_constraints = 1; UPDATE problem SET target_id = 999",
                STORE_READ);
    assert_false(
        store_load_problems(temp.store, &temp.plan, DAY_NONE, &temp.arena, &problems, &err));
    temp_expect_err(&err, ERR_DATA, "damaged");
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_past_day_shows_what_was_known_then),
        cmocka_unit_test(a_reopened_problem_was_closed_in_between),
        cmocka_unit_test(opened_on_the_day_of_its_closing_it_was_never_closed),
        cmocka_unit_test(closings_never_overlap),
        cmocka_unit_test(open_ones_come_first_by_due_date),
        cmocka_unit_test(undo_and_redo_know_problems),
        cmocka_unit_test(undo_and_redo_know_reopenings),
        cmocka_unit_test(the_doctor_finds_closings_that_overlap),
        cmocka_unit_test(owner_and_date_are_changed_by_who_saw_them),
        cmocka_unit_test(undo_keeps_off_what_another_has_closed),
        cmocka_unit_test(what_cannot_be_closed_is_named),
        cmocka_unit_test(a_list_is_taken_whole_or_not_at_all),
        cmocka_unit_test(a_hostile_row_is_cleaned_or_damage),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
