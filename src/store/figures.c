#include <stdlib.h>

#include "store/store.h"

/* Adds a day's change to the running totals of its target. */
static struct point next_point(sqlite3_stmt *stmt, const struct tally *before)
{
    const struct tally change = {
        .value = sqlite3_column_int64(stmt, 2),
        .of = sqlite3_column_int64(stmt, 3),
        .reached = sqlite3_column_int64(stmt, 4),
        .with_of = sqlite3_column_int64(stmt, 5),
        .reporters = sqlite3_column_int64(stmt, 6),
    };
    return (struct point){(daynum)sqlite3_column_int64(stmt, 1), tally_add(*before, change)};
}

/* Points of all targets in one growing array; `starts[t]` is where target t's begin. */
struct collected {
    struct point *points;
    size_t count, size;
};

static void add_point(struct collected *all, struct point point)
{
    if (all->count == all->size) {
        all->size = all->size ? all->size * 2 : 1024;
        all->points = xrealloc(all->points, all->size, sizeof(*all->points));
    }
    all->points[all->count++] = point;
}

static bool collect(struct store *store, const struct plan *plan, daynum as_of,
                    struct collected *all, struct figures *figures, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAY_ALL, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", (int64_t)as_of);
    const struct tally nothing = {0};
    struct tally total = nothing; /* of the target that the last row was for */
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        int64_t id = sqlite3_column_int64(stmt, 0);
        if (id < 1 || (size_t)id > plan->target_count) {
            sqlite3_reset(stmt);
            return store_damaged(store, "target_day", err);
        }
        struct figures *mine = &figures[id - 1];
        const struct point point = next_point(stmt, mine->count > 0 ? &total : &nothing);
        add_point(all, point);
        total = point.tally;
        mine->count++;
    }
}

bool store_load_figures(struct store *store, const struct plan *plan, daynum as_of,
                        struct arena *arena, const struct figures **out, struct err *err)
{
    struct collected all = {0};
    struct figures *figures = arena_array(arena, plan->target_count, sizeof(*figures));
    bool ok = collect(store, plan, as_of, &all, figures, err);
    if (ok) {
        struct point *points = arena_array(arena, all.count, sizeof(*points));
        for (size_t i = 0; i < all.count; i++)
            points[i] = all.points[i];
        for (size_t t = 0; t < plan->target_count; t++) {
            figures[t].points = points;
            points += figures[t].count;
        }
        *out = figures;
    }
    free(all.points);
    return ok;
}
