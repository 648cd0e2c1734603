/* Batches: kept for ever, listed, undone in any order without an undone value coming back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../support/store_temp.h"

static struct batch_undo undo_import(struct temp_store *temp, int64_t id)
{
    struct err err = {0};
    struct actor actor = {.who = "chief", .now = "2021-09-16T09:00:00Z"};
    struct batch_undo undone;
    temp_expect_ok(
        store_undo_import(temp->store, &temp->plan, id, &actor, &temp->arena, &undone, &err), &err);
    temp_expect_sound(temp);
    return undone;
}

static int64_t import_value(struct temp_store *temp, const char *school, double value)
{
    const struct intake_row row = temp_row(temp, "1.1", school, "2021-03-01", value, -1);
    return temp_import(temp, &row, 1, true);
}

static void expect_actual(struct temp_store *temp, int value)
{
    assert_true(temp_actual(temp, "1.1", "2021-09-15") == value * AMOUNT_ONE);
}

static void batches_are_kept_for_ever(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    const struct batch *batches;
    size_t count;
    temp_expect_ok(store_load_imports(temp.store, 10, "~", &temp.arena, &batches, &count, &err),
                   &err);
    assert_int_equal(count, 0);
    int64_t first = import_value(&temp, "P01", 1), second = import_value(&temp, "P02", 2);
    undo_import(&temp, first);
    temp_expect_ok(store_load_imports(temp.store, 10, "~", &temp.arena, &batches, &count, &err),
                   &err);
    assert_int_equal(count, 2);
    assert_int_equal(batches[0].id, second);
    assert_false(batches[0].undone);
    assert_string_equal(batches[0].undone_by, "");
    assert_true(batches[1].undone);
    assert_int_equal(batches[1].id, first);
    assert_true(batches[1].undone);
    assert_string_equal(batches[1].name, "school.csv");
    assert_string_equal(batches[1].sha256, "feed");
    assert_string_equal(batches[1].encoding, "UTF-8");
    assert_string_equal(batches[1].who, "clerk");
    assert_string_equal(batches[1].at, "2021-09-15T08:00:00Z");
    assert_int_equal(batches[1].rows, 1);
    assert_string_equal(batches[1].undone_by, "chief");
    assert_string_equal(batches[1].undone_at, "2021-09-16T09:00:00Z");
    temp_expect_ok(store_load_imports(temp.store, 1, "~", &temp.arena, &batches, &count, &err),
                   &err);
    assert_int_equal(count, 1);
    /* As they stood on the day before the undo, and before all of them. */
    temp_expect_ok(store_load_imports(temp.store, 10, "2021-09-15T23:59:59Z", &temp.arena, &batches,
                                      &count, &err),
                   &err);
    assert_int_equal(count, 2);
    assert_false(batches[1].undone);
    temp_expect_ok(store_load_imports(temp.store, 10, "2021-09-14T23:59:59Z", &temp.arena, &batches,
                                      &count, &err),
                   &err);
    assert_int_equal(count, 0);
    temp_store_drop(&temp);
}

static void rejected_rows_are_kept_with_their_batch(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    const struct import_source source = {.name = "a.csv", .sha256 = "feed"};
    const struct import_counts counts = {.encoding = "UTF-8", .rows = 99, .rejected = 99};
    struct issue_row issue = {
        .code = "bad-value", .file = "a.csv", .column = 4, .text = "t; c", .raw = "x"};
    struct actor actor = temp_actor();
    struct store_import *import;
    struct intake_sink sink;
    struct err err = {0};
    int64_t id;
    temp_expect_ok(
        store_import_begin(temp.store, &temp.plan, &source, &actor, &import, &sink, &err), &err);
    for (issue.line = 2; issue.line <= 100; issue.line++)
        temp_expect_ok(store_import_issue(import, &issue, &err), &err);
    temp_expect_ok(store_import_end(import, true, &counts, &id, &err), &err);
    const struct issue_row *rows;
    size_t count;
    temp_expect_ok(store_load_issues(temp.store, id, 1000, &temp.arena, &rows, &count, &err), &err);
    assert_int_equal(count, 99);
    assert_int_equal(rows[0].line, 2);
    assert_int_equal(rows[98].line, 100);
    assert_string_equal(rows[98].code, "bad-value");
    assert_string_equal(rows[98].text, "t; c");
    assert_string_equal(rows[98].raw, "x");
    temp_expect_ok(store_load_issues(temp.store, id, 7, &temp.arena, &rows, &count, &err), &err);
    assert_int_equal(count, 7);
    temp_store_drop(&temp);
}

/* A batch that is open beside another one. */
struct open_batch {
    struct store_import *import;
    struct intake_sink sink;
};

static void begin(struct temp_store *temp, struct open_batch *batch, const char *sha256,
                  bool judged)
{
    const struct import_source source = {.name = "school.csv", .sha256 = sha256, .judged = judged};
    const struct actor actor = temp_actor();
    struct err err = {0};
    temp_expect_ok(store_import_begin(temp->store, &temp->plan, &source, &actor, &batch->import,
                                      &batch->sink, &err),
                   &err);
}

static void put(struct temp_store *temp, struct open_batch *batch, const char *school,
                const char *date, double value, enum intake_outcome expected)
{
    const struct intake_row row = temp_row(temp, "1.1", school, date, value, -1);
    enum intake_outcome outcome;
    struct err err = {0};
    temp_expect_ok(batch->sink.put(batch->sink.context, &row, false, &outcome, &err), &err);
    assert_int_equal(outcome, expected);
}

static void end(struct open_batch *batch, bool keep)
{
    const struct import_counts counts = {.encoding = "UTF-8", .rows = 1};
    struct err err = {0};
    temp_expect_ok(store_import_end(batch->import, keep, &counts, NULL, &err), &err);
}

/* A group of two, whose rows come in turn. */
static bool put_group(struct temp_store *temp, bool keep_second, bool keep)
{
    struct err err = {0};
    struct open_batch first, second;
    temp_expect_ok(store_group_begin(temp->store, &err), &err);
    begin(temp, &first, "feed", false);
    begin(temp, &second, "f00d", false);
    put(temp, &first, "P01", "2021-03-01", 1, INTAKE_NEW);
    put(temp, &second, "P01", "2021-03-01", 4, INTAKE_CHANGED);
    put(temp, &first, "P02", "2021-02-01", 10, INTAKE_NEW);
    put(temp, &second, "P02", "2021-01-31", 11, INTAKE_DECREASED);
    put(temp, &second, "P02", "2021-02-28", 9, INTAKE_DECREASED);
    put(temp, &second, "P02", "2021-03-01", 12, INTAKE_NEW);
    put(temp, &second, "P03", "2021-03-01", 20, INTAKE_NEW);
    end(&first, true);
    end(&second, keep_second);
    return store_group_end(temp->store, keep, &err);
}

static void expect_nothing(struct temp_store *temp)
{
    struct err err = {0};
    const struct batch *batches;
    size_t count;
    temp_expect_ok(store_load_imports(temp->store, 10, "~", &temp->arena, &batches, &count, &err),
                   &err);
    assert_int_equal(count, 0);
    expect_actual(temp, 0);
    temp_expect_sound(temp);
}

static void a_group_is_in_together(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    const struct batch *batches;
    size_t count;
    assert_true(put_group(&temp, true, false));
    expect_nothing(&temp);
    assert_false(put_group(&temp, false, true)); /* one that is not kept takes the other along */
    expect_nothing(&temp);
    assert_true(put_group(&temp, true, true));
    temp_expect_ok(store_load_imports(temp.store, 10, "~", &temp.arena, &batches, &count, &err),
                   &err);
    assert_int_equal(count, 2);
    assert_string_equal(batches[0].sha256, "f00d");
    expect_actual(&temp, 4 + 12 + 20);
    temp_expect_sound(&temp);
    undo_import(&temp, batches[0].id);
    expect_actual(&temp, 1 + 10);
    undo_import(&temp, batches[1].id);
    expect_actual(&temp, 0);
    temp_expect_sound(&temp);
    temp_store_drop(&temp);
}

/* A group of three, of which the second is only judged. */
static bool put_judged(struct temp_store *temp, double value, enum intake_outcome outcome)
{
    const struct issue_row issue = {
        .code = "decrease", .file = "a.csv", .line = 2, .column = 4, .text = "t; c", .raw = "x"};
    struct err err = {0};
    struct open_batch first, second, third;
    temp_expect_ok(store_group_begin(temp->store, &err), &err);
    begin(temp, &first, "feed", false);
    begin(temp, &second, "f00d", true);
    begin(temp, &third, "beef", false);
    put(temp, &first, "P01", "2021-03-01", 10, INTAKE_NEW);
    put(temp, &second, "P01", "2021-03-02", value, outcome);
    put(temp, &third, "P01", "2021-03-03", 30, INTAKE_NEW);
    end(&first, true);
    temp_expect_ok(store_import_issue(second.import, &issue, &err), &err);
    end(&second, false);
    end(&third, true);
    return store_group_end(temp->store, true, &err);
}

static void what_is_only_judged_leaves_no_trace(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct err err = {0};
    const struct batch *batches;
    size_t count;
    assert_false(put_judged(&temp, 20, INTAKE_NEW)); /* it is to be kept after all */
    expect_nothing(&temp);
    assert_false(put_judged(&temp, 10, INTAKE_NEW));
    expect_nothing(&temp);
    assert_true(put_judged(&temp, 9, INTAKE_DECREASED));
    temp_expect_ok(store_load_imports(temp.store, 10, "~", &temp.arena, &batches, &count, &err),
                   &err);
    assert_int_equal(count, 2);
    assert_int_equal(batches[0].id, batches[1].id + 1);
    assert_string_equal(batches[0].sha256, "beef");
    expect_actual(&temp, 30);
    temp_expect_sound(&temp);
    temp_store_drop(&temp);
}

static void undo_says_what_it_did_and_what_it_left(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    temp_put(&temp, "1.1", "P01", "2021-03-01", 5, -1);
    const struct intake_row rows[] = {
        temp_row(&temp, "1.1", "P01", "2021-03-01", 10, -1), /* over a hand's: put back */
        temp_row(&temp, "1.1", "P02", "2021-03-01", 20, -1), /* new: removed */
        temp_row(&temp, "1.1", "P03", "2021-03-01", 30, -1), /* changed by hand since */
        temp_row(&temp, "1.1", "P03", "2021-04-01", 40, -1), /* changed by a batch since */
    };
    int64_t id = temp_import(&temp, rows, 4, true);
    temp_put(&temp, "1.1", "P03", "2021-03-01", 31, -1);
    const struct intake_row later = temp_row(&temp, "1.1", "P03", "2021-04-01", 41, -1);
    int64_t second = temp_import(&temp, &later, 1, true);
    struct batch_undo undone = undo_import(&temp, id);
    assert_int_equal(undone.restored, 1);
    assert_int_equal(undone.removed, 1);
    assert_int_equal(undone.left.count, 2);
    assert_true(undone.left.rows[0].value == 31 * AMOUNT_ONE);
    assert_int_equal(undone.left.rows[0].import, 0);
    assert_string_equal(undone.left.rows[0].who, "clerk");
    assert_true(undone.left.rows[1].value == 41 * AMOUNT_ONE);
    assert_int_equal(undone.left.rows[1].import, second);
    assert_int_equal(undone.left.rows[1].date, model_day("2021-04-01"));
    assert_true(undone.batch.undone);
    expect_actual(&temp, 5 + 41);
    struct err err = {0};
    struct actor actor = temp_actor();
    assert_false(store_undo_import(temp.store, &temp.plan, id, &actor, &temp.arena, &undone, &err));
    temp_expect_err(&err, ERR_FINDING, "undone already, by chief");
    assert_false(store_undo_import(temp.store, &temp.plan, 77, &actor, &temp.arena, &undone, &err));
    temp_expect_err(&err, ERR_DATA, "no import 77");
    temp_store_drop(&temp);
}

static void an_undone_value_never_comes_back(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    temp_put(&temp, "1.1", "P01", "2021-03-01", 1, -1);
    int64_t a = import_value(&temp, "P01", 10), b = import_value(&temp, "P01", 20);
    int64_t c = import_value(&temp, "P01", 30);
    undo_import(&temp, b);
    undo_import(&temp, a);
    expect_actual(&temp, 30);
    undo_import(&temp, c);
    expect_actual(&temp, 1);
    /* Nor behind a value by hand. */
    a = import_value(&temp, "P02", 10);
    temp_put(&temp, "1.1", "P02", "2021-03-01", 11, -1);
    assert_int_equal(undo_import(&temp, a).left.count, 1);
    struct change undone;
    struct err err = {0};
    struct actor actor = temp_actor();
    temp_expect_ok(store_undo(temp.store, &actor, &temp.arena, &undone, &err), &err);
    expect_actual(&temp, 1);
    temp_expect_sound(&temp);
    temp_store_drop(&temp);
}

static void undo_is_journaled(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    int64_t id = import_value(&temp, "P01", 10);
    undo_import(&temp, id);
    const struct change *changes;
    size_t count;
    struct err err = {0};
    temp_expect_ok(store_load_changes(temp.store, 10, "~", &temp.arena, &changes, &count, &err),
                   &err);
    assert_true(count >= 2);
    assert_string_equal(changes[0].who, "chief");
    assert_string_equal(changes[0].what, "import");
    assert_int_equal(changes[0].import, id);
    assert_string_equal(changes[0].file, "school.csv");
    assert_int_equal(changes[0].undoes, changes[1].id);
    assert_true(changes[1].undone);
    /* The clerk's own undo has nothing left of it. */
    struct change undone;
    struct actor actor = temp_actor();
    assert_false(store_undo(temp.store, &actor, &temp.arena, &undone, &err));
    assert_int_equal(err.code, ERR_FINDING);
    temp_store_drop(&temp);
}

/* ---- any order: what shows is the newest batch that still stands ---- */

enum { BATCHES = 24, SCHOOLS = 3, ROUNDS = 6 };

struct layers {
    double value[BATCHES][SCHOOLS]; /* 0: the batch has none */
    bool undone[BATCHES];
};

static unsigned roll(unsigned *seed, unsigned sides)
{
    *seed = *seed * 1103515245u + 12345u;
    return (*seed >> 16) % sides;
}

static int expected(const struct layers *layers)
{
    int sum = 0;
    for (int s = 0; s < SCHOOLS; s++) {
        for (int b = BATCHES - 1; b >= 0; b--) {
            if (!layers->undone[b] && layers->value[b][s] > 0) {
                sum += (int)layers->value[b][s];
                break;
            }
        }
    }
    return sum;
}

static void batches_are_undone_in_any_order(void **state)
{
    (void)state;
    static const char *const schools[SCHOOLS] = {"P01", "P02", "P03"};
    for (unsigned round = 1; round <= ROUNDS; round++) {
        unsigned seed = round;
        struct temp_store temp = temp_store_make();
        struct layers layers = {0};
        int64_t ids[BATCHES] = {0};
        for (int b = 0; b < BATCHES; b++) {
            struct intake_row rows[SCHOOLS];
            size_t count = 0;
            for (int s = 0; s < SCHOOLS; s++) {
                if (roll(&seed, 3) == 0)
                    continue;
                layers.value[b][s] = b * 10 + s + 1; /* never what stands there already */
                rows[count++] =
                    temp_row(&temp, "1.1", schools[s], "2021-03-01", layers.value[b][s], -1);
            }
            ids[b] = temp_import(&temp, rows, count, true);
            int back = (int)roll(&seed, (unsigned)b + 1);
            if (roll(&seed, 2) == 0 && !layers.undone[back]) {
                undo_import(&temp, ids[back]);
                layers.undone[back] = true;
            }
            expect_actual(&temp, expected(&layers));
        }
        temp_store_drop(&temp);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(batches_are_kept_for_ever),
        cmocka_unit_test(a_group_is_in_together),
        cmocka_unit_test(what_is_only_judged_leaves_no_trace),
        cmocka_unit_test(rejected_rows_are_kept_with_their_batch),
        cmocka_unit_test(undo_says_what_it_did_and_what_it_left),
        cmocka_unit_test(an_undone_value_never_comes_back),
        cmocka_unit_test(undo_is_journaled),
        cmocka_unit_test(batches_are_undone_in_any_order),
    };
    return cmocka_run_group_tests_name("batches", tests, NULL, NULL);
}
