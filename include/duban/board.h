/* board.h - a plan judged on a date: what every view and every export shows.
 *
 * Ownership: the board's arrays live in the arena given to board_make(); the plan and the figures
 * that it points to must outlive it. Read-only once made.
 *
 * Example:
 *     struct board board = board_make(&plan, figures, as_of, &arena);
 *     for (size_t s = 0; s < plan.section_count; s++)
 *         show(&plan.sections[s], &board.sections[s]);
 */
#ifndef DUBAN_BOARD_H
#define DUBAN_BOARD_H

#include <stddef.h>

#include "duban/attr.h"
#include "duban/measure.h"
#include "duban/mem.h"
#include "duban/plan.h"
#include "duban/standing.h"

struct board {
    const struct plan *plan;
    const struct figures *figures; /* [target_count], in the order of plan->targets */
    daynum as_of;
    const struct verdict *verdicts; /* [target_count] */
    const struct rollup *items;     /* [item_count] */
    const struct rollup *sections;  /* [section_count]; after a veto `worst` is breached, as that
                                       is the worst of all */
    struct rollup total;
};

/* Judges every target and rolls the verdicts up. `figures` has one entry per target. */
struct board board_make(const struct plan *plan, const struct figures *figures, daynum as_of,
                        struct arena *arena) NONNULL;

/* Target indexes, worst standing first, then the longest overdue, then the plan's order, of all
 * targets that are red or amber (overdue, lagging, silent, breached, due soon only when
 * `with_due_soon`). The array lives in `arena`. Returns how many. */
size_t board_attention(const struct board *board, bool with_due_soon, struct arena *arena,
                       const int **out) NONNULL;

#endif
