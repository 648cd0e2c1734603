/* The order in which reports come in does not matter: figures, latest values, who reports, and
 * what was dated later is never seen. Seeded, so that a failure comes again with its round. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/store_temp.h"
#include "duban/standing.h"

enum { ROUNDS = 3, ROWS = 40 };

/* Reports with a key each of its own: who, on what, when. */
static size_t make_rows(const struct plan *plan, unsigned short seed[3], struct intake_row *rows)
{
    size_t count = 0;
    for (int tries = 0; count < ROWS && tries < 10 * ROWS; tries++) {
        int target = (int)(nrand48(seed) % (long)plan->target_count);
        int school = (int)(nrand48(seed) % (long)plan->school_count);
        daynum date = plan->starts + (daynum)(nrand48(seed) % 250);
        if (!plan_in_scope(plan, &plan->targets[target], school))
            continue;
        bool taken = false;
        for (size_t i = 0; i < count; i++)
            taken = taken ||
                    (rows[i].target == target && rows[i].school == school && rows[i].date == date);
        if (!taken)
            rows[count++] =
                (struct intake_row){.target = target,
                                    .school = school,
                                    .date = date,
                                    .value = nrand48(seed) % 90 * AMOUNT_ONE,
                                    .of = nrand48(seed) % 2 ? 90 * AMOUNT_ONE : AMOUNT_NONE};
    }
    return count;
}

static void shuffle(struct intake_row *rows, size_t count, unsigned short seed[3])
{
    for (size_t i = count; i > 1; i--) {
        size_t other = (size_t)(nrand48(seed) % (long)i);
        struct intake_row row = rows[i - 1];
        rows[i - 1] = rows[other];
        rows[other] = row;
    }
}

/* Takes the rows in as batches of any size. */
static void take_in(struct temp_store *temp, const struct intake_row *rows, size_t count,
                    unsigned short seed[3])
{
    while (count > 0) {
        size_t batch = 1 + (size_t)(nrand48(seed) % (long)count);
        temp_import(temp, rows, batch, true);
        rows += batch;
        count -= batch;
    }
}

/* Not by memcmp(): between the members are bytes that nobody sets. */
static bool same_points(const struct figures *a, const struct figures *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++) {
        const struct tally *x = &a->points[i].tally, *y = &b->points[i].tally;
        same = a->points[i].date == b->points[i].date && x->value == y->value && x->of == y->of &&
               x->reached == y->reached && x->with_of == y->with_of && x->reporters == y->reporters;
    }
    return same;
}

static void expect_same(struct temp_store *a, struct temp_store *b, daynum day, int round)
{
    struct err err = {0};
    const struct figures *left, *right;
    const struct reporting *duty, *other;
    size_t schools = a->plan.school_count;
    struct latest *one = arena_array(&a->arena, schools, sizeof(*one));
    struct latest *two = arena_array(&b->arena, schools, sizeof(*two));
    temp_expect_ok(store_load_figures(a->store, &a->plan, day, &a->arena, &left, &err), &err);
    temp_expect_ok(store_load_figures(b->store, &b->plan, day, &b->arena, &right, &err), &err);
    temp_expect_ok(store_load_reporting(a->store, &a->plan, day, &a->arena, &duty, &err), &err);
    temp_expect_ok(store_load_reporting(b->store, &b->plan, day, &b->arena, &other, &err), &err);
    if (memcmp(duty, other, schools * sizeof(*duty)) != 0)
        fail_msg("round %d, day %d: who reports", round, day);
    for (int t = 0; t < (int)a->plan.target_count; t++) {
        if (!same_points(&left[t], &right[t]))
            fail_msg("round %d, day %d: figures of %s", round, day, a->plan.targets[t].code);
        if (left[t].count > 0 && left[t].points[left[t].count - 1].date > day)
            fail_msg("round %d, day %d: a later day is seen", round, day);
        temp_expect_ok(store_load_latest(a->store, &a->plan, t, day, one, &err), &err);
        temp_expect_ok(store_load_latest(b->store, &b->plan, t, day, two, &err), &err);
        for (size_t s = 0; s < schools; s++) {
            if (one[s].date != two[s].date || one[s].value != two[s].value || one[s].date > day)
                fail_msg("round %d, day %d: latest of %s", round, day, a->plan.schools[s].code);
        }
    }
}

/* A target's totals on a day by their definition: over schools, what each one's last report up to
 * the day says. */
static struct tally by_definition(const struct plan *plan, int target, daynum day,
                                  const struct intake_row *rows, size_t count)
{
    struct tally tally = {0};
    for (int school = 0; school < (int)plan->school_count; school++) {
        const struct intake_row *last = NULL;
        for (size_t i = 0; i < count; i++) {
            if (rows[i].target == target && rows[i].school == school && rows[i].date <= day &&
                (!last || rows[i].date > last->date))
                last = &rows[i];
        }
        if (!last)
            continue;
        tally.value += last->value;
        tally.of += last->of == AMOUNT_NONE ? 0 : last->of;
        tally.with_of += last->of != AMOUNT_NONE;
        tally.reached += school == SCHOOL_DISTRICT   ? last->value
                         : last->value >= AMOUNT_ONE ? AMOUNT_ONE
                                                     : 0;
        tally.reporters++;
    }
    return tally;
}

static void expect_definition(struct temp_store *temp, const struct intake_row *rows, size_t count,
                              int round)
{
    struct err err = {0};
    const struct figures *figures;
    temp_expect_ok(
        store_load_figures(temp->store, &temp->plan, temp->plan.ends, &temp->arena, &figures, &err),
        &err);
    for (int t = 0; t < (int)temp->plan.target_count; t++) {
        for (daynum day = temp->plan.starts - 1; day < temp->plan.ends; day += 13) {
            static const struct tally none;
            const struct point *point = figures_at(&figures[t], day);
            const struct tally is = point ? point->tally : none;
            const struct tally want = by_definition(&temp->plan, t, day, rows, count);
            if (is.value != want.value || is.of != want.of || is.reached != want.reached ||
                is.with_of != want.with_of || is.reporters != want.reporters)
                fail_msg("round %d, day %d: totals of %s", round, day, temp->plan.targets[t].code);
        }
    }
}

/* Nor does it matter that some come twice. */
static void the_order_of_imports_does_not_matter(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        unsigned short seed[3] = {9, 15, (unsigned short)round};
        struct temp_store a = temp_store_make(), b = temp_store_make();
        struct intake_row rows[ROWS];
        size_t count = make_rows(&a.plan, seed, rows);
        assert_true(count > ROWS / 2);
        take_in(&a, rows, count, seed);
        shuffle(rows, count, seed);
        take_in(&b, rows, count, seed);
        take_in(&b, rows, count / 2, seed);
        temp_expect_sound(&b);
        expect_definition(&a, rows, count, round);
        expect_definition(&b, rows, count, round);
        for (daynum day = a.plan.starts - 1; day < a.plan.ends; day += 31)
            expect_same(&a, &b, day, round);
        temp_store_drop(&a);
        temp_store_drop(&b);
    }
}

/* What is taken in and dated after a day leaves that day as it was. */
static void later_reports_leave_a_day_as_it_was(void **state)
{
    (void)state;
    for (int round = 0; round < ROUNDS; round++) {
        unsigned short seed[3] = {20, 21, (unsigned short)round};
        struct temp_store all = temp_store_make(), early = temp_store_make();
        struct intake_row rows[ROWS];
        size_t count = make_rows(&all.plan, seed, rows);
        daynum day = all.plan.starts + 120;
        for (size_t i = 0; i < count; i++) {
            temp_import(&all, &rows[i], 1, true);
            if (rows[i].date <= day)
                temp_import(&early, &rows[i], 1, true);
        }
        expect_same(&all, &early, day, round);
        temp_store_drop(&all);
        temp_store_drop(&early);
    }
}

/* An older database kept changes where totals are kept now. */
static void an_older_database_has_the_same_figures(void **state)
{
    (void)state;
    unsigned short seed[3] = {1, 2, 3};
    struct temp_store old = temp_store_make(), now = temp_store_make();
    struct intake_row rows[ROWS];
    size_t count = make_rows(&old.plan, seed, rows);
    take_in(&old, rows, count, seed);
    for (size_t i = 0; i < count; i++)
        temp_import(&now, &rows[i], 1, true);
    temp_migrate(&old);
    temp_expect_sound(&old);
    expect_same(&old, &now, old.plan.ends, 0);
    temp_store_drop(&old);
    temp_store_drop(&now);
}

static void expect_same_verdicts(struct temp_store *temp, daynum day, size_t *left_out)
{
    struct err err = {0};
    const struct figures *all;
    struct figures *few, whole;
    temp_expect_ok(store_load_figures(temp->store, &temp->plan, day, &temp->arena, &all, &err),
                   &err);
    temp_expect_ok(store_load_few_figures(temp->store, &temp->plan, day, &temp->arena, &few, &err),
                   &err);
    for (size_t t = 0; t < temp->plan.target_count; t++) {
        const struct target *target = &temp->plan.targets[t];
        struct verdict one = standing_judge(target, &all[t], day);
        struct verdict two = standing_judge(target, &few[t], day);
        assert_int_equal(one.rule, two.rule);
        assert_true(one.actual == two.actual && one.reporters == two.reporters);
        assert_int_equal(one.last_report, two.last_report);
        assert_int_equal(one.forecast, two.forecast);
        assert_int_equal(one.forecast_earliest, two.forecast_earliest);
        assert_int_equal(one.forecast_latest, two.forecast_latest);
        temp_expect_ok(store_load_figures_of(temp->store, target, day, &temp->arena, &whole, &err),
                       &err);
        assert_int_equal(whole.count, all[t].count);
        for (size_t i = 0; i < whole.count; i++) {
            assert_int_equal(whole.points[i].date, all[t].points[i].date);
            assert_memory_equal(&whole.points[i].tally, &all[t].points[i].tally,
                                sizeof(struct tally));
        }
        *left_out += all[t].count - few[t].count;
    }
}

/* The days that are loaded for a screen tell the same standing as all of them. */
static void few_figures_tell_the_same_standing(void **state)
{
    (void)state;
    size_t left_out = 0;
    for (int round = 0; round < ROUNDS; round++) {
        unsigned short seed[3] = {30, 31, (unsigned short)round};
        struct temp_store temp = temp_store_make();
        struct intake_row rows[ROWS];
        size_t count = make_rows(&temp.plan, seed, rows);
        take_in(&temp, rows, count, seed);
        for (size_t t = 0; t < temp.plan.target_count; t++)
            temp.plan.targets[t].thresholds.reporting_days = 1 + round * 7 % 90;
        for (daynum day = temp.plan.starts - 1; day < temp.plan.ends + 40; day += 17)
            expect_same_verdicts(&temp, day, &left_out);
        temp_store_drop(&temp);
    }
    assert_true(left_out > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_older_database_has_the_same_figures),
        cmocka_unit_test(few_figures_tell_the_same_standing),
        cmocka_unit_test(the_order_of_imports_does_not_matter),
        cmocka_unit_test(later_reports_leave_a_day_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
