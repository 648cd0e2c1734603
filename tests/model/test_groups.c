/* The fixture rolled up by owner, town, kind and school, worked out by hand from its reports. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/model_plan.h"
#include "../support/model_target.h"
#include "duban/groups.h"

static const daynum NEVER = DAY_NONE;

/* The latest reports of all schools on one target up to a day. */
static void latest_of(const struct plan *plan, int target, daynum as_of, struct latest *rows)
{
    size_t count;
    const struct model_report *reports = model_fixture_reports(&count);
    for (size_t s = 0; s < plan->school_count; s++)
        rows[s] = (struct latest){NEVER, AMOUNT_NONE, AMOUNT_NONE};
    for (size_t i = 0; i < count; i++) {
        daynum date = model_day(reports[i].date);
        if (strcmp(reports[i].target, plan->targets[target].code) != 0 || date > as_of)
            continue;
        struct latest *row = &rows[plan_school(plan, sv_from(reports[i].school))];
        if (date >= row->date)
            *row = (struct latest){date, reports[i].value * AMOUNT_ONE,
                                   reports[i].of < 0 ? AMOUNT_NONE : reports[i].of * AMOUNT_ONE};
    }
}

static struct rollup *judge(const struct plan *plan, daynum as_of, struct arena *arena)
{
    struct rollup *schools = arena_array(arena, plan->school_count, sizeof(*schools));
    struct latest *rows = arena_array(arena, plan->school_count, sizeof(*rows));
    for (size_t s = 0; s < plan->school_count; s++)
        schools[s] = rollup_start();
    for (int t = 0; t < (int)plan->target_count; t++) {
        latest_of(plan, t, as_of, rows);
        schools_add(schools, plan, t, rows, as_of);
    }
    return schools;
}

/* One by one, without remembering what was worked out before. */
static struct rollup one_by_one(const struct plan *plan, int target, int school,
                                const struct latest *row, daynum as_of)
{
    struct target own;
    struct rollup rollup = rollup_start();
    if (school != SCHOOL_DISTRICT && plan_in_scope(plan, &plan->targets[target], school) &&
        school_target(&plan->targets[target], &own)) {
        const struct verdict verdict = school_judge(&own, row, as_of);
        rollup_add(&rollup, &own, &verdict);
    }
    return rollup;
}

/* Many schools with few values, of which some are silent: nobody gets another one's standing. */
static void each_school_has_its_own_standing(void **state)
{
    (void)state;
    struct arena arena = {0};
    unsigned short seed[3] = {9, 15, 21};
    const struct plan *plan = model_fixture_plan(&arena);
    struct latest *rows = arena_array(&arena, plan->school_count, sizeof(*rows));
    struct rollup *schools = arena_array(&arena, plan->school_count, sizeof(*schools));
    for (int round = 0; round < 3000; round++) {
        int t = (int)(nrand48(seed) % (long)plan->target_count);
        daynum as_of = plan->starts - 20 + (daynum)(nrand48(seed) % 420);
        for (size_t s = 0; s < plan->school_count; s++) {
            schools[s] = rollup_start();
            rows[s] = (struct latest){NEVER, AMOUNT_NONE, AMOUNT_NONE};
            if (nrand48(seed) % 4)
                rows[s] = (struct latest){as_of - 59 - (daynum)(nrand48(seed) % 6), /* after 62 */
                                          nrand48(seed) % 6 * 20 * AMOUNT_ONE,
                                          nrand48(seed) % 2 ? AMOUNT_NONE : 100 * AMOUNT_ONE};
        }
        schools_add(schools, plan, t, rows, as_of);
        for (int s = 0; s < (int)plan->school_count; s++) {
            const struct rollup own = one_by_one(plan, t, s, &rows[s], as_of);
            if (own.worst != schools[s].worst || own.total != schools[s].total ||
                own.share_sum != schools[s].share_sum || own.veto != schools[s].veto)
                fail_msg("round %d: %s on %s", round, plan->schools[s].code, plan->targets[t].code);
        }
    }
    arena_free(&arena);
}

static const struct group *find(const struct groups *groups, const char *code)
{
    for (size_t i = 0; i < groups->count; i++) {
        if (strcmp(groups->rows[i].code, code) == 0)
            return &groups->rows[i];
    }
    fail_msg("no group %s", code);
    return NULL;
}

static void what_goal_a_school_has(void **state)
{
    (void)state;
    struct target own, target = test_target(MEASURE_COUNT, 4);
    target.scope_size = 5; /* four of five: nobody knows which */
    assert_false(school_target(&target, &own));
    target.goal_min = 5 * AMOUNT_ONE; /* every one */
    assert_true(school_target(&target, &own));
    assert_true(own.goal_min == AMOUNT_ONE);
    target = test_target(MEASURE_SUM, 100);
    assert_true(school_target(&target, &own)); /* a scope of one */
    target.scope_size = 2;
    assert_false(school_target(&target, &own));
    static const enum measure same[] = {MEASURE_SHARE, MEASURE_MEAN, MEASURE_MILESTONE,
                                        MEASURE_AT_MOST, MEASURE_CAP};
    for (size_t i = 0; i < COUNT_OF(same); i++) {
        target = test_target(same[i], 40);
        target.scope_size = 9;
        assert_true(school_target(&target, &own));
        assert_true(own.goal_min == 40 * AMOUNT_ONE);
        assert_int_equal(own.scope_size, 1);
    }
    target = test_target(MEASURE_SHARE, -1);
    assert_false(school_target(&target, &own));
}

/* J01 on 15 September: 3.5 reported 0 of a target for the end: on track, share 0. 1.4 at 88 of 90:
 * 88/90 = 0.977778, p = 257/280, SPI 1.065, 23 days left: due soon. 2.3 at 2 of at most 10: on
 * track, share 1. 3.1 never reported in 257 days: silent, nobody knows its share. Its other targets
 * (1.1 a sum, 1.2 four of five) set it no goal. 1.977778 / 3 = 0.659259. */
static void one_school_by_hand(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct plan *plan = model_fixture_plan(&arena);
    const struct rollup *schools = judge(plan, model_fixture_as_of(), &arena);
    const struct rollup *j01 = &schools[plan_school(plan, SV("J01"))];
    assert_int_equal(j01->total, 4);
    assert_int_equal(j01->counts[STANDING_ON_TRACK], 2);
    assert_int_equal(j01->counts[STANDING_DUE_SOON], 1);
    assert_int_equal(j01->counts[STANDING_SILENT], 1);
    assert_int_equal(j01->worst, STANDING_SILENT);
    assert_true(fabs(j01->share - (0 + 88.0 / 90 + 1) / 3) < 1e-12);
    assert_int_equal(schools[SCHOOL_DISTRICT].total, 0);
    arena_free(&arena);
}

static void towns_and_kinds_are_their_schools(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct plan *plan = model_fixture_plan(&arena);
    const struct rollup *schools = judge(plan, model_fixture_as_of(), &arena);
    struct groups towns = groups_of_schools(plan, schools, NULL, GROUP_TOWN, &arena);
    struct groups kinds = groups_of_schools(plan, schools, NULL, GROUP_KIND, &arena);
    struct groups all = groups_of_schools(plan, schools, NULL, GROUP_SCHOOL, &arena);
    /* C01 in the east had the accident, and the target carries a veto. */
    assert_int_equal(find(&towns, "east")->rollup.worst, STANDING_BREACHED);
    assert_true(find(&towns, "east")->rollup.veto);
    assert_int_equal(find(&towns, "west")->rollup.worst, STANDING_SILENT);
    assert_false(find(&towns, "west")->rollup.veto);
    assert_int_equal(find(&kinds, "centre")->rollup.worst, STANDING_BREACHED);
    assert_string_equal(all.rows[0].code, "C01"); /* worst first */
    /* J02 has no town: the towns hold all pairs but its own. */
    int of_towns = 0, of_kinds = 0, of_schools = 0;
    for (size_t i = 0; i < towns.count; i++)
        of_towns += towns.rows[i].rollup.total;
    for (size_t i = 0; i < kinds.count; i++)
        of_kinds += kinds.rows[i].rollup.total;
    for (size_t i = 0; i < all.count; i++)
        of_schools += all.rows[i].rollup.total;
    assert_int_equal(of_kinds, of_schools);
    assert_int_equal(of_towns, of_schools - find(&all, "J02")->rollup.total);
    for (size_t i = 1; i < all.count; i++)
        assert_true(all.rows[i - 1].rollup.worst <= all.rows[i].rollup.worst);
    arena_free(&arena);
}

static void owners_sections_and_items_hold_every_target_once(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct plan *plan = model_fixture_plan(&arena);
    struct board board =
        board_make(plan, model_fixture_figures(plan, &arena), model_fixture_as_of(), &arena);
    static const enum group_by ways[] = {GROUP_SECTION, GROUP_ITEM, GROUP_OWNER};
    static const size_t rows[] = {2, 3, 1};
    for (size_t i = 0; i < COUNT_OF(ways); i++) {
        struct groups groups = groups_of_targets(&board, ways[i], NULL, NULL, &arena);
        int total = 0;
        assert_int_equal(groups.count, rows[i]);
        for (size_t g = 0; g < groups.count; g++)
            total += groups.rows[g].rollup.total;
        assert_int_equal(total, plan->target_count);
    }
    struct groups owners = groups_of_targets(&board, GROUP_OWNER, NULL, NULL, &arena);
    assert_string_equal(owners.rows[0].code, "Planning");
    assert_int_equal(owners.rows[0].rollup.worst, board.total.worst);
    assert_true(fabs(owners.rows[0].rollup.share - board.total.share) < 1e-12);
    struct groups sections = groups_of_targets(&board, GROUP_SECTION, NULL, NULL, &arena);
    assert_string_equal(sections.rows[0].code, "2"); /* the breach turns it red and to the top */
    assert_true(sections.rows[0].rollup.veto);
    arena_free(&arena);
}

/* A school's report of tomorrow changes nothing today. */
static void later_reports_are_not_seen(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct plan *plan = model_fixture_plan(&arena);
    const struct rollup *then = judge(plan, model_day("2021-08-29"), &arena);
    const struct rollup *next = judge(plan, model_day("2021-08-30"), &arena);
    int c01 = plan_school(plan, SV("C01"));
    assert_int_equal(then[c01].worst, STANDING_SILENT);
    assert_int_equal(next[c01].worst, STANDING_BREACHED); /* on the day itself */
    arena_free(&arena);
}

/* Four counts as a text: "better worse newly_overdue newly_done". */
static const char *counts_of(const struct rollup_change *change, struct arena *arena)
{
    return arena_printf(arena, "%d %d %d %d", change->better, change->worse, change->newly_overdue,
                        change->newly_done);
}

static const char *sum_of(const struct groups *groups, struct arena *arena)
{
    struct rollup_change sum = {0};
    for (size_t i = 0; i < groups->count; i++) {
        const struct rollup_change *change = &groups->rows[i].change;
        sum.better += change->better;
        sum.worse += change->worse;
        sum.newly_overdue += change->newly_overdue;
        sum.newly_done += change->newly_done;
    }
    return counts_of(&sum, arena);
}

/* The same as the comparison of the boards, which test_compare.c works out by hand. */
static void groups_of_targets_count_what_changed(void **state)
{
    (void)state;
    static const enum group_by ways[] = {GROUP_SECTION, GROUP_ITEM, GROUP_OWNER};
    struct arena arena = {0};
    const struct plan *plan = model_fixture_plan(&arena);
    const struct figures *figures = model_fixture_figures(plan, &arena);
    struct board then = board_make(plan, figures, model_day("2021-06-30"), &arena);
    struct board now = board_make(plan, figures, model_fixture_as_of(), &arena);
    struct comparison since = compare_boards(&then, &now, NULL, &arena);
    for (size_t i = 0; i < COUNT_OF(ways); i++) {
        struct groups groups = groups_of_targets(&now, ways[i], NULL, &since, &arena);
        assert_string_equal(sum_of(&groups, &arena), counts_of(&since.total, &arena));
    }
    struct groups sections = groups_of_targets(&now, GROUP_SECTION, NULL, &since, &arena);
    struct groups before = groups_of_targets(&then, GROUP_SECTION, NULL, NULL, &arena);
    for (size_t s = 0; s < plan->section_count; s++) {
        struct rollup_change change;
        const struct group *group =
            find(&sections, arena_printf(&arena, "%d", plan->sections[s].number));
        assert_true(groups_change(&before, group, &change));
        assert_string_equal(counts_of(&change, &arena), counts_of(&since.sections[s], &arena));
        assert_int_equal(change.before, since.sections[s].before);
        assert_int_equal(change.trend, since.sections[s].trend);
        assert_true(change.share == since.sections[s].share);
    }
    const struct group stranger = {.code = "9"};
    struct rollup_change none;
    assert_false(groups_change(&before, &stranger, &none));
    arena_free(&arena);
}

/* The changes of all schools between two days. */
static const struct rollup_change *compare_schools(const struct plan *plan, const char *before,
                                                   const char *now, struct arena *arena)
{
    size_t count = plan->school_count;
    struct rollup_change *changes = arena_array(arena, count, sizeof(*changes));
    struct latest *then_rows = arena_array(arena, count, sizeof(*then_rows));
    struct latest *now_rows = arena_array(arena, count, sizeof(*now_rows));
    const struct schools_on then = {plan, then_rows, model_day(before)};
    const struct schools_on today = {plan, now_rows, model_day(now)};
    for (int t = 0; t < (int)plan->target_count; t++) {
        latest_of(plan, t, then.as_of, then_rows);
        latest_of(plan, t, today.as_of, now_rows);
        schools_compare(changes, t, &then, &today);
    }
    return changes;
}

/* C01, in the east, reports the accident of 3.1 on August 30: silent, then breached; nothing else
 * changes on that day. From June 30 to September 15 it also reports 3.4 on time: 2 days of at most
 * 3, silent, then on track. J01 reports 1.4 (88 of 90, silent, then due soon: better), 2.3 (silent,
 * then on track) and a 0 of 3.5, which is for the end (silent, then on track). */
static void groups_of_schools_count_what_changed(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct plan *plan = model_fixture_plan(&arena);
    const struct rollup *schools = judge(plan, model_fixture_as_of(), &arena);
    const struct rollup_change *day = compare_schools(plan, "2021-08-29", "2021-08-30", &arena);
    struct groups towns = groups_of_schools(plan, schools, day, GROUP_TOWN, &arena);
    assert_string_equal(counts_of(&find(&towns, "east")->change, &arena), "0 1 0 0");
    assert_string_equal(counts_of(&find(&towns, "west")->change, &arena), "0 0 0 0");
    const struct rollup_change *year = compare_schools(plan, "2021-06-30", "2021-09-15", &arena);
    struct groups all = groups_of_schools(plan, schools, year, GROUP_SCHOOL, &arena);
    assert_string_equal(counts_of(&find(&all, "C01")->change, &arena), "1 1 0 0");
    assert_string_equal(counts_of(&find(&all, "J01")->change, &arena), "3 0 0 0");
    struct groups kinds = groups_of_schools(plan, schools, year, GROUP_KIND, &arena);
    assert_string_equal(sum_of(&kinds, &arena), sum_of(&all, &arena));
    /* Each count of a kind is the sum of its schools'. */
    struct rollup_change *made = arena_array(&arena, plan->school_count, sizeof(*made));
    for (size_t s = SCHOOL_DISTRICT + 1; s < plan->school_count; s++)
        made[s] = (struct rollup_change){
            .better = 1, .worse = 10, .newly_overdue = 100, .newly_done = 1000};
    kinds = groups_of_schools(plan, schools, made, GROUP_KIND, &arena);
    assert_string_equal(sum_of(&kinds, &arena), "8 80 800 8000");
    /* A goal that was not there on the first day is no change. */
    struct plan *without = arena_array(&arena, 1, sizeof(*without));
    *without = *model_fixture_plan(&arena);
    int accidents = plan_target(without, SV("3.1"));
    without->targets[accidents].goal_min = AMOUNT_NONE;
    struct rollup_change *none = arena_array(&arena, plan->school_count, sizeof(*none));
    struct latest *rows = arena_array(&arena, plan->school_count, sizeof(*rows));
    latest_of(plan, accidents, model_day("2021-08-30"), rows);
    const struct schools_on then = {without, rows, model_day("2021-08-29")};
    const struct schools_on now = {plan, rows, model_day("2021-08-30")};
    schools_compare(none, accidents, &then, &now);
    assert_string_equal(counts_of(&none[plan_school(plan, SV("C01"))], &arena), "0 0 0 0");
    arena_free(&arena);
}

static void words_of_groups(void **state)
{
    (void)state;
    static const char *const words[GROUP_TOTAL] = {"section", "item", "owner",
                                                   "town",    "kind", "school"};
    for (enum group_by i = 0; i < GROUP_TOTAL; i++) {
        enum group_by by = GROUP_TOTAL;
        assert_string_equal(group_word(i), words[i]);
        assert_true(group_parse(sv_from(words[i]), &by));
        assert_int_equal(by, i);
        assert_int_equal(group_is_of_schools(i), i >= GROUP_TOWN);
    }
    enum group_by by;
    assert_false(group_parse(SV("plan"), &by));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_school_has_its_own_standing),
        cmocka_unit_test(what_goal_a_school_has),
        cmocka_unit_test(one_school_by_hand),
        cmocka_unit_test(towns_and_kinds_are_their_schools),
        cmocka_unit_test(owners_sections_and_items_hold_every_target_once),
        cmocka_unit_test(later_reports_are_not_seen),
        cmocka_unit_test(groups_of_targets_count_what_changed),
        cmocka_unit_test(groups_of_schools_count_what_changed),
        cmocka_unit_test(words_of_groups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
