#include "report_board.h"

#include <string.h>

#include "model_plan.h"

/* An escape sequence, a direction override, quotation marks and a comma. */
#define HOSTILE "\033[31mred\xE2\x80\xAE\"a, b\""

struct board report_board(struct arena *arena)
{
    const struct plan *plan = model_fixture_plan(arena);
    return board_make(plan, model_fixture_figures(plan, arena), model_fixture_as_of(), arena);
}

static void *copy(struct arena *arena, const void *rows, size_t count, size_t size)
{
    void *same = arena_array(arena, count, size);
    memcpy(same, rows, count * size);
    return same;
}

struct board report_board_hostile(struct arena *arena)
{
    const struct name bad = {{HOSTILE, HOSTILE, HOSTILE}};
    struct board board = report_board(arena);
    struct plan *plan = copy(arena, board.plan, 1, sizeof(*plan));
    struct target *targets = copy(arena, plan->targets, plan->target_count, sizeof(*plan->targets));
    struct verdict *verdicts =
        copy(arena, board.verdicts, plan->target_count, sizeof(*board.verdicts));
    struct section *sections =
        copy(arena, plan->sections, plan->section_count, sizeof(*plan->sections));
    struct item *items = copy(arena, plan->items, plan->item_count, sizeof(*plan->items));
    struct school *schools = copy(arena, plan->schools, plan->school_count, sizeof(*plan->schools));
    plan->name = plan->authority = sections[0].name = items[0].name = targets[0].name = bad;
    schools[1].name = bad;
    targets[0].owner = HOSTILE;
    verdicts[0].actual = 1; /* a millionth */
    verdicts[0].spi = 0.1 + 0.2;
    verdicts[0].forecast = DAY_NEVER;
    targets[0].goal_min = INT64_C(1000000000) * AMOUNT_ONE;
    plan->targets = targets;
    plan->sections = sections;
    plan->items = items;
    plan->schools = schools;
    plan->sample = true;
    board.plan = plan;
    board.verdicts = verdicts;
    return board;
}

struct problems report_problem_list(struct arena *arena)
{
    enum { TARGET_1_1 = 0, SCHOOL_P01 = 3 };
    const struct problem rows[] = {
        {.id = 1,
         .target = TARGET_1_1,
         .school = -1,
         .noted = model_day("2021-03-01"),
         .due = model_day("2021-06-01"),
         .closed = DAY_NONE,
         .reopened = DAY_NONE,
         .text = HOSTILE,
         .owner = HOSTILE,
         .remedy = "",
         .who = "clerk",
         .at = "2021-03-01T08:00:00Z"},
        {.id = 2,
         .target = -1,
         .school = SCHOOL_P01,
         .noted = model_day("2021-03-01"),
         .due = DAY_NONE,
         .closed = model_day("2021-08-01"),
         .reopened = DAY_NONE,
         .text = "no teachers",
         .owner = "",
         .remedy = HOSTILE,
         .who = HOSTILE,
         .at = ""},
    };
    return (struct problems){copy(arena, rows, COUNT_OF(rows), sizeof(rows[0])), COUNT_OF(rows)};
}
