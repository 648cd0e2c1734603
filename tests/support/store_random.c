#include "store_random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "duban/calendar.h"
#include "duban/measure.h"

enum { SPREAD = 500 }; /* days that anything is dated on */

struct dice dice_of(int round)
{
    return (struct dice){{2021, 915, (unsigned short)round}};
}

int roll(struct dice *dice, int sides)
{
    return (int)(nrand48(dice->state) % sides);
}

static const char *text(struct dice *dice)
{
    static const char *const texts[] = {
        "plain",   "=1+1",    "'=1",    "''+2",   "-x",   "@a",        "a,b",    "\"q\"",
        "a \"b\"", " before", "after ", "'tis",   "#no",  "中文",      "＝全角", "龚䶮𠮷",
        "1e5",     "007",     "-5",     "a;b\\c", "null", "{\"a\":1}", "%s%d",   "é",
    };
    return texts[roll(dice, COUNT_OF(texts))];
}

static struct name name(struct dice *dice)
{
    struct name name = {{text(dice), text(dice), text(dice)}};
    int bare = roll(dice, 6);
    if (bare < LANG_COUNT)
        name.in[bare] = "";
    return name;
}

static daynum day(struct dice *dice)
{
    daynum first;
    return date_make(2021, 1, 1, &first) ? first + roll(dice, SPREAD) : DAY_NONE;
}

static amount number(struct dice *dice)
{
    return roll(dice, 3) ? roll(dice, 200) * AMOUNT_ONE : roll(dice, 1000000000);
}

static amount number_or_none(struct dice *dice)
{
    return roll(dice, 3) ? number(dice) : AMOUNT_NONE;
}

static const char *code(struct arena *arena, const char *stem, int i)
{
    static const char *const forms[] = {"%s%d", "00%.0s%d", "%s-%d", "%s.%d_"};
    return arena_printf(arena, forms[i % 4], stem, i);
}

static struct thresholds limits(struct dice *dice)
{
    return (struct thresholds){roll(dice, 2000) / 1000.0, roll(dice, 500) / 1000.0, roll(dice, 60),
                               1 + roll(dice, 60), 1 + roll(dice, 4)};
}

#define SOME(member, counter, least, most)                                       \
    do {                                                                         \
        plan->counter = (size_t)((least) + roll(dice, (most) - (least) + 1));    \
        plan->member = arena_array(arena, plan->counter, sizeof(*plan->member)); \
    } while (0)

static void make_outline(struct plan *plan, struct dice *dice, struct arena *arena)
{
    SOME(sections, section_count, 1, 4);
    for (size_t i = 0; i < plan->section_count; i++)
        plan->sections[i] = (struct section){.number = 9 - (int)i, .name = name(dice)};
    SOME(items, item_count, 1, 6);
    for (size_t i = 0; i < plan->item_count; i++)
        plan->items[i] = (struct item){.number = (int)i * 3 + 1,
                                       .section = roll(dice, (int)plan->section_count),
                                       .name = name(dice),
                                       .summary = name(dice)};
}

static void make_units(struct plan *plan, struct dice *dice, struct arena *arena)
{
    SOME(kinds, kind_count, 1, 5);
    for (size_t i = 0; i < plan->kind_count; i++)
        plan->kinds[i] = (struct kind){code(arena, "k", (int)i), name(dice)};
    SOME(towns, town_count, 0, 3);
    for (size_t i = 0; i < plan->town_count; i++)
        plan->towns[i] = (struct town){code(arena, "t", (int)i), name(dice)};
    SOME(scopes, scope_count, 1, 3);
    for (size_t i = 0; i < plan->scope_count; i++)
        plan->scopes[i] =
            (struct scope){code(arena, "s", (int)i), name(dice),
                           1 + (uint64_t)roll(dice, (1 << plan->kind_count) - 1), NULL, 0};
    SOME(schools, school_count, 1, 12);
    plan->schools[SCHOOL_DISTRICT] =
        (struct school){.code = DISTRICT_CODE, .name = plan->authority, .kind = -1, .town = -1};
    for (size_t i = SCHOOL_DISTRICT + 1; i < plan->school_count; i++)
        plan->schools[i] = (struct school){.code = code(arena, "P", (int)i),
                                           .name = name(dice),
                                           .kind = roll(dice, (int)plan->kind_count),
                                           .town = roll(dice, (int)plan->town_count + 1) - 1,
                                           .sample = roll(dice, 4) == 0,
                                           .size = roll(dice, 3) ? roll(dice, 900) : 0};
}

static void make_steps(struct target *target, struct dice *dice, struct arena *arena)
{
    size_t count = (size_t)roll(dice, 4) + (target->pace == PACE_STEPS);
    struct step *steps = arena_array(arena, count, sizeof(*steps));
    for (size_t i = 0; i < count; i++)
        steps[i] =
            (struct step){target->starts + 20 * (daynum)i, (amount)i * 30 * AMOUNT_ONE, name(dice)};
    target->steps = steps;
    target->step_count = count;
}

/* Named schools, or kinds, or the district itself. */
static void make_scope(struct target *target, const struct plan *plan, struct dice *dice,
                       struct arena *arena)
{
    target->scope = -1;
    target->scope_type = (enum scope_type)roll(dice, plan->school_count > 1 ? 3 : 2);
    if (target->scope_type == SCOPE_KINDS)
        target->scope = roll(dice, (int)plan->scope_count);
    if (target->scope_type != SCOPE_NAMED)
        return;
    int *schools = arena_array(arena, plan->school_count, sizeof(*schools));
    for (int i = 1; i < (int)plan->school_count; i++) {
        if (roll(dice, 2) || (i + 1 == (int)plan->school_count && target->school_count == 0))
            schools[target->school_count++] = i;
    }
    target->schools = schools;
}

/* A goal that the target's figure can come up to. */
static amount goal(const struct target *target, struct dice *dice)
{
    amount any = number_or_none(dice);
    return any == AMOUNT_NONE || measure_reaches(target, any) ? any : 100 * AMOUNT_ONE;
}

static void make_targets(struct plan *plan, struct dice *dice, struct arena *arena)
{
    SOME(targets, target_count, 1, 9);
    for (size_t i = 0; i < plan->target_count; i++) {
        struct target *target = &plan->targets[i];
        *target = (struct target){
            .code = code(arena, "1.", (int)i),
            .item = roll(dice, (int)plan->item_count),
            .name = name(dice),
            .unit = name(dice),
            .measure = (enum measure)roll(dice, MEASURE_TOTAL),
            .pace = (enum pace)roll(dice, PACE_TOTAL + 1),
            .goal_max = AMOUNT_NONE,
            .baseline = number_or_none(dice),
            .starts = day(dice),
            .veto = roll(dice, 4) == 0,
            .within_size = roll(dice, 4) == 0,
            .weight = (1 + roll(dice, 5000)) / 1000.0,
            .owner = roll(dice, 2) ? text(dice) : "",
            .source_term = text(dice),
            .basis = text(dice),
            .thresholds = roll(dice, 2) ? plan->thresholds : limits(dice),
        };
        target->goal_min = goal(target, dice);
        if (target->goal_min != AMOUNT_NONE && roll(dice, 3) == 0)
            target->goal_max = target->goal_min + number(dice);
        target->due = target->starts + roll(dice, 300);
        make_scope(target, plan, dice, arena);
        make_steps(target, dice, arena);
    }
}

static void make_calendar(struct plan *plan, struct dice *dice, struct arena *arena)
{
    size_t count = (size_t)roll(dice, 5);
    struct span *spans = arena_array(arena, count, sizeof(*spans));
    for (size_t i = 0; i < count; i++) {
        daynum first = day(dice);
        spans[i] = (struct span){(enum span_kind)roll(dice, SPAN_TOTAL), first,
                                 first + roll(dice, 40), name(dice)};
    }
    if (count > 0)
        plan->calendar = calendar_make(spans, count, arena);
}

const struct plan *random_plan(struct dice *dice, struct arena *arena)
{
    struct plan *plan = arena_array(arena, 1, sizeof(*plan));
    *plan = (struct plan){.code = code(arena, "plan", roll(dice, 9)),
                          .name = name(dice),
                          .authority = name(dice),
                          .starts = day(dice),
                          .thresholds = limits(dice),
                          .units = roll(dice, 3) == 0,
                          .as_of = DAY_NONE};
    plan->ends = plan->starts + roll(dice, SPREAD);
    make_outline(plan, dice, arena);
    make_units(plan, dice, arena);
    make_targets(plan, dice, arena);
    make_calendar(plan, dice, arena);
    plan_finish(plan, arena);
    return plan;
}

/* ---- changes: each does what it can; what is refused changes nothing ---- */

struct change_at {
    struct store *store;
    const struct plan *plan;
    struct dice *dice;
    struct arena *arena;
    struct actor actor;
};

static struct intake_row any_row(struct change_at *at)
{
    struct dice *dice = at->dice;
    return (struct intake_row){.target = roll(dice, (int)at->plan->target_count),
                               .school = roll(dice, (int)at->plan->school_count),
                               .date = day(dice),
                               .value = number(dice),
                               .of = roll(dice, 3) ? AMOUNT_NONE : number(dice),
                               .note = sv_from(roll(dice, 3) ? "" : text(dice)),
                               .line = 2 + (unsigned)roll(dice, 90)};
}

static bool change_value(struct change_at *at, struct err *err)
{
    struct intake_row row = any_row(at);
    enum intake_outcome outcome;
    return store_set_value(at->store, &row, at->plan, roll(at->dice, 2), &at->actor, &outcome, err);
}

static bool take_rows(struct change_at *at, struct store_import *import, struct intake_sink *sink,
                      struct err *err)
{
    for (int i = roll(at->dice, 12); i > 0; i--) {
        struct intake_row row = any_row(at);
        enum intake_outcome outcome;
        if (!sink->put(sink->context, &row, roll(at->dice, 2), &outcome, err))
            return false;
    }
    for (unsigned i = (unsigned)roll(at->dice, 4); i > 0; i--) {
        const struct issue_row issue = {"bad-value", text(at->dice), i,
                                        i,           text(at->dice), text(at->dice)};
        if (!store_import_issue(import, &issue, err))
            return false;
    }
    return true;
}

static bool change_import(struct change_at *at, struct err *err)
{
    const struct import_source source = {.name = text(at->dice),
                                         .sha256 = roll(at->dice, 2) ? "feed" : "",
                                         .given = roll(at->dice, 2) ? text(at->dice) : NULL};
    const struct import_counts counts = {"GB18030", 9, 1, 2, 3, 3};
    struct store_import *import;
    struct intake_sink sink;
    if (!store_import_begin(at->store, at->plan, &source, &at->actor, &import, &sink, err))
        return false;
    bool ok = take_rows(at, import, &sink, err);
    return store_import_end(import, ok && roll(at->dice, 6) > 0, &counts, NULL, err) && ok;
}

static bool change_undo(struct change_at *at, struct err *err)
{
    struct change undone;
    struct batch_undo batch;
    switch (roll(at->dice, 3)) {
    case 0:
        return store_undo_import(at->store, at->plan, 1 + roll(at->dice, 4), &at->actor, at->arena,
                                 &batch, err);
    case 1:
        return store_redo(at->store, &at->actor, at->arena, &undone, err);
    default:
        return store_undo(at->store, &at->actor, at->arena, &undone, err);
    }
}

static bool change_terms(struct change_at *at, struct err *err)
{
    struct dice *dice = at->dice;
    const struct target *target = &at->plan->targets[roll(dice, (int)at->plan->target_count)];
    struct terms terms = store_terms_of(target);
    const struct thresholds fresh = limits(dice);
    if (roll(dice, 3) == 0)
        return store_set_thresholds(at->store, &fresh, day(dice), &at->actor, err);
    terms.goal_min = goal(target, dice);
    terms.goal_max = AMOUNT_NONE;
    terms.due = terms.starts + roll(dice, 200);
    terms.owner = text(dice);
    if (roll(dice, 2))
        terms.thresholds = fresh;
    return store_set_terms(at->store, target, &terms, day(dice), &at->actor, err);
}

/* Opens one again that may be closed. */
static bool reopen_problem(struct change_at *at, struct err *err)
{
    struct problems kept;
    bool overtaken;
    if (!store_load_problems(at->store, at->plan, DAY_NONE, at->arena, &kept, err))
        return false;
    if (kept.count == 0)
        return true;
    struct problem problem = kept.rows[roll(at->dice, (int)kept.count)];
    problem.closed = DAY_NONE;
    problem.reopened = day(at->dice);
    problem.remedy = "";
    return store_set_problem(at->store, at->plan, &problem, NULL, &at->actor, &overtaken, err);
}

static bool change_problem(struct change_at *at, struct err *err)
{
    struct dice *dice = at->dice;
    struct problems_added added;
    if (roll(dice, 4) == 0)
        return reopen_problem(at, err);
    if (roll(dice, 3) == 0)
        return store_close_problem(at->store, 1 + roll(dice, 4), day(dice), text(dice), &at->actor,
                                   err);
    struct problem problem = {.target = roll(dice, (int)at->plan->target_count),
                              .school = roll(dice, (int)at->plan->school_count + 1) - 1,
                              .noted = day(dice),
                              .due = DAY_NONE,
                              .closed = DAY_NONE,
                              .reopened = DAY_NONE,
                              .text = text(dice),
                              .owner = roll(dice, 2) ? text(dice) : "",
                              .remedy = "",
                              .who = "",
                              .at = ""};
    if (roll(dice, 2))
        problem.due = problem.noted + roll(dice, 90);
    return store_add_problems(at->store, at->plan, &problem, 1, &at->actor, &added, err);
}

static bool change_draw(struct change_at *at, struct err *err)
{
    struct dice *dice = at->dice;
    struct draw_candidate candidates[] = {
        {DRAW_SCHOOL, at->plan->schools[0].code, 1 + roll(dice, 9), 0, roll(dice, 2)},
        {DRAW_INSPECTOR, text(dice), 1, 0, 1},
    };
    const struct draw draw = {.date = day(dice),
                              .seed = text(dice),
                              .kind = roll(dice, 2) ? at->plan->kinds[0].code : "",
                              .town = "",
                              .weighted = roll(dice, 2),
                              .candidates = candidates,
                              .count = 2};
    int64_t id;
    return store_save_draw(at->store, &draw, &at->actor, &id, err);
}

static bool change_user(struct change_at *at, struct err *err)
{
    enum user_role role = (enum user_role)roll(at->dice, USER_ROLE_TOTAL);
    int64_t school = role == USER_CLERK ? 1 + roll(at->dice, (int)at->plan->school_count) : 0;
    const char *who = text(at->dice);
    return roll(at->dice, 4) ? store_set_user(at->store, who, role, school, &at->actor, err)
                             : store_remove_user(at->store, who, &at->actor, err);
}

static bool change_mark(struct change_at *at, struct err *err)
{
    return roll(at->dice, 5) || store_mark_sample(at->store, day(at->dice), &at->actor, err);
}

void random_change(struct store *store, const struct plan *plan, struct dice *dice,
                   struct arena *arena)
{
    static bool (*const changes[])(struct change_at * at, struct err * err) = {
        change_value, change_value, change_value,   change_import, change_undo, change_undo,
        change_terms, change_terms, change_problem, change_draw,   change_user, change_mark,
    };
    static const char *const names[] = {"li", "王芳", "root", "a,b"};
    struct change_at at = {store, plan, dice, arena, {names[roll(dice, 4)], ""}};
    at.actor.now =
        arena_printf(arena, "2021-%02d-%02dT08:00:00Z", 1 + roll(dice, 12), 1 + roll(dice, 28));
    struct err err = {0};
    if (!changes[roll(dice, COUNT_OF(changes))](&at, &err) && err.code != ERR_DATA &&
        err.code != ERR_FINDING && err.code != ERR_NOT_ALLOWED)
        fail_msg("a change failed: %d %s", err.code, err.text);
}

void random_database(struct store *store, struct dice *dice, struct arena *arena)
{
    enum { CHANGES = 60 };
    const struct actor actor = {"maker", "2021-01-01T00:00:00Z"};
    struct err err = {0};
    struct plan plan;
    if (!store_save_plan(store, random_plan(dice, arena), &actor, &err) ||
        !store_load_plan(store, DAY_NONE, arena, &plan, &err))
        fail_msg("a plan failed: %s", err.text);
    for (int i = roll(dice, CHANGES); i > 0; i--)
        random_change(store, &plan, dice, arena);
}
