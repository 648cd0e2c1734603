/* Batches of random rows, in the order of keys or not, against a model that looks everything up:
 * the same outcomes, the same reports, and totals that add up. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "../support/store_temp.h"

enum { TARGETS = 3, SCHOOLS = 4, DAYS = 60 };

struct cell {
    bool there, noted;
    amount value;
};

struct model {
    struct cell cells[TARGETS][SCHOOLS][DAYS];
};

static unsigned random_below(uint64_t *state, unsigned end)
{
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*state >> 33) % end;
}

/* What the store must say of a row, and the model with it. */
static enum intake_outcome judge(struct model *model, bool grows, bool allow,
                                 const struct intake_row *row, int day)
{
    struct cell *days = model->cells[row->target][row->school];
    struct cell *cell = &days[day];
    bool noted = row->note.len > 0, falls = false;
    if (cell->there && cell->value == row->value && cell->noted == noted)
        return INTAKE_SAME;
    for (int before = day - 1; before >= 0; before--) {
        if (days[before].there) {
            falls = row->value < days[before].value;
            break;
        }
    }
    for (int after = day + 1; after < DAYS; after++) {
        if (days[after].there) {
            falls = falls || row->value > days[after].value;
            break;
        }
    }
    if (grows && falls && !allow)
        return INTAKE_DECREASED;
    enum intake_outcome outcome = cell->there ? INTAKE_CHANGED : INTAKE_NEW;
    *cell = (struct cell){true, noted, row->value};
    return outcome;
}

static int by_key(const void *a, const void *b)
{
    const struct intake_row *left = a, *right = b;
    if (left->target != right->target)
        return left->target < right->target ? -1 : 1;
    if (left->school != right->school)
        return left->school < right->school ? -1 : 1;
    return (left->date > right->date) - (left->date < right->date);
}

static struct intake_row random_row(const struct plan *plan, uint64_t *state, unsigned line)
{
    int day = (int)random_below(state, DAYS);
    return (struct intake_row){
        .target = (int)random_below(state, TARGETS),
        .school = (int)random_below(state, SCHOOLS),
        .date = plan->starts + day,
        .value = (day / 3 + (int)random_below(state, 4)) * AMOUNT_ONE,
        .of = AMOUNT_NONE,
        .note = random_below(state, 3) ? (struct sv){0} : SV("a note"),
        .line = line,
    };
}

static void run_batch(struct temp_store *temp, struct model *model, uint64_t *state)
{
    struct intake_row rows[400];
    size_t count = 1 + random_below(state, random_below(state, 4) ? 20 : COUNT_OF(rows));
    bool sorted = random_below(state, 3) > 0, allow = random_below(state, 4) == 0;
    bool keep = random_below(state, 5) > 0;
    struct model old = *model;
    for (size_t i = 0; i < count; i++)
        rows[i] = random_row(&temp->plan, state, (unsigned)i + 2);
    if (sorted)
        qsort(rows, count, sizeof(*rows), by_key);
    const struct import_source source = {.name = "x", .sha256 = "x"};
    const struct import_counts counts = {.encoding = "UTF-8"};
    struct actor actor = temp_actor();
    struct store_import *import;
    struct intake_sink sink;
    struct err err = {0};
    temp_expect_ok(
        store_import_begin(temp->store, &temp->plan, &source, &actor, &import, &sink, &err), &err);
    for (size_t i = 0; i < count; i++) {
        enum intake_outcome outcome, expected;
        bool grows = measure_grows(temp->plan.targets[rows[i].target].measure);
        expected = judge(model, grows, allow, &rows[i], rows[i].date - temp->plan.starts);
        temp_expect_ok(sink.put(sink.context, &rows[i], allow, &outcome, &err), &err);
        if (outcome != expected)
            fail_msg("row %zu of %zu, sorted %d: %d, not %d", i, count, sorted, outcome, expected);
    }
    temp_expect_ok(store_import_end(import, keep, &counts, NULL, &err), &err);
    if (!keep)
        *model = old;
}

/* Takes a report off the model; the test fails when it has another one. */
static bool compare(void *context, const struct value *value, struct err *err)
{
    struct model *model = context;
    (void)err;
    static const int first_day = 18628; /* 2021-01-01 */
    struct cell *cell = &model->cells[value->target][value->school][value->date - first_day];
    assert_true(cell->there && cell->value == value->value);
    assert_int_equal(cell->noted, value->note[0] != '\0');
    cell->there = false;
    return true;
}

static void say(void *context, const char *text)
{
    (void)context;
    fail_msg("%s", text);
}

static void expect_sound(struct temp_store *temp)
{
    struct err err = {0};
    temp_expect_ok(store_examine(temp->store, say, NULL, &err), &err);
}

static void expect_model(struct temp_store *temp, struct model model)
{
    static const struct model nothing;
    struct err err = {0};
    temp_expect_ok(
        store_each_report(temp->store, &temp->plan, temp->plan.ends, compare, &model, &err), &err);
    for (int t = 0; t < TARGETS; t++)
        for (int s = 0; s < SCHOOLS; s++)
            for (int d = 0; d < DAYS; d++)
                assert_int_equal(model.cells[t][s][d].there, nothing.cells[t][s][d].there);
    expect_sound(temp);
}

static void does_as_a_simple_model(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        static struct model model;
        struct temp_store temp = temp_store_make();
        uint64_t chance = seed;
        memset(&model, 0, sizeof(model));
        for (int batch = 0; batch < 40; batch++)
            run_batch(&temp, &model, &chance);
        expect_model(&temp, model);
        temp_store_drop(&temp);
    }
}

/* A file that raises a whole series is not held against what it replaces, but against the rest. */
static void takes_a_corrected_series(void **state)
{
    (void)state;
    static const struct {
        int day, value, next_in;
        enum intake_outcome outcome;
    } rows[] = {{0, 5, 0, INTAKE_NEW},         {10, 6, 0, INTAKE_NEW},
                {20, 7, 0, INTAKE_NEW},        {30, 30, 0, INTAKE_NEW},
                {0, 15, 10, INTAKE_CHANGED},   {10, 16, 10, INTAKE_CHANGED},
                {20, 17, 0, INTAKE_CHANGED},   {0, 18, 0, INTAKE_DECREASED},
                {0, 18, 11, INTAKE_DECREASED}, {20, 31, 0, INTAKE_DECREASED}};
    struct temp_store temp = temp_store_make();
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        struct intake_row row = temp_row(&temp, "1.1", "P01", "2021-03-01", rows[i].value, -1);
        const struct import_source source = {.name = "x", .sha256 = "x"};
        const struct import_counts counts = {.encoding = "UTF-8"};
        struct actor actor = temp_actor();
        struct store_import *import;
        struct intake_sink sink;
        enum intake_outcome outcome;
        struct err err = {0};
        row.date += rows[i].day;
        row.next_in = rows[i].next_in;
        temp_expect_ok(
            store_import_begin(temp.store, &temp.plan, &source, &actor, &import, &sink, &err),
            &err);
        temp_expect_ok(sink.put(sink.context, &row, false, &outcome, &err), &err);
        if (outcome != rows[i].outcome)
            fail_msg("row %zu: %d, not %d", i, outcome, rows[i].outcome);
        temp_expect_ok(store_import_end(import, true, &counts, NULL, &err), &err);
    }
    expect_sound(&temp);
    temp_store_drop(&temp);
}

/* More rows than wait in memory at once. */
static void writes_large_batches(void **state)
{
    (void)state;
    struct temp_store temp = temp_store_make();
    struct actor actor = temp_actor();
    const struct import_source source = {.name = "x", .sha256 = "x"};
    const struct import_counts counts = {.encoding = "UTF-8"};
    struct err err = {0};
    struct store_import *import;
    struct intake_sink sink;
    temp_expect_ok(
        store_import_begin(temp.store, &temp.plan, &source, &actor, &import, &sink, &err), &err);
    for (int i = 0; i < 20000; i++) {
        enum intake_outcome outcome;
        const struct intake_row row = {
            .target = i / 10000,
            .school = 1 + i % 10000 / 2500 % 3, /* the first one's rows come once more at the end */
            .date = temp.plan.starts + i % 2500,
            .value = i * AMOUNT_ONE,
            .of = AMOUNT_NONE,
            .line = (unsigned)i + 2,
        };
        temp_expect_ok(sink.put(sink.context, &row, true, &outcome, &err), &err);
        assert_int_equal(outcome, i % 10000 >= 7500 ? INTAKE_CHANGED : INTAKE_NEW);
    }
    temp_expect_ok(store_import_end(import, true, &counts, NULL, &err), &err);
    expect_sound(&temp);
    temp_store_drop(&temp);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(does_as_a_simple_model),
        cmocka_unit_test(takes_a_corrected_series),
        cmocka_unit_test(writes_large_batches),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
