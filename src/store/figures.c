#include <stdlib.h>
#include <string.h>

#include "duban/standing.h"
#include "store/totals.h"

/* Points of all targets in one growing array. */
struct collected {
    struct point *points;
    size_t count, room;
};

static void add_point(struct collected *all, struct point point)
{
    all->points = xroom(all->points, all->count, &all->room, sizeof(*all->points));
    all->points[all->count++] = point;
}

/* Moves the points to where they stay; those of each target lie one after another. */
static void keep(const struct collected *all, size_t targets, struct figures *figures,
                 struct arena *arena)
{
    struct point *points = arena_array(arena, all->count, sizeof(*points));
    if (all->count > 0)
        memcpy(points, all->points, all->count * sizeof(*points));
    for (size_t t = 0; t < targets; t++) {
        figures[t].points = points;
        points += figures[t].count;
    }
}

static bool collect(struct store *store, const struct plan *plan, daynum as_of,
                    struct collected *all, struct figures *figures, struct err *err)
{
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAY_ALL, err);
    if (!stmt)
        return false;
    stmt_bind(stmt, "i", (int64_t)as_of);
    for (bool row;;) {
        if (!stmt_step(store, stmt, &row, err))
            return false;
        if (!row)
            return true;
        int64_t id = sqlite3_column_int64(stmt, 6);
        if (id < 1 || (size_t)id > plan->target_count) {
            sqlite3_reset(stmt);
            return store_damaged(store, "target_day", err);
        }
        add_point(all, totals_point(stmt));
        figures[id - 1].count++;
    }
}

bool store_load_figures(struct store *store, const struct plan *plan, daynum as_of,
                        struct arena *arena, const struct figures **out, struct err *err)
{
    struct collected all = {0};
    struct figures *figures = arena_array(arena, plan->target_count, sizeof(*figures));
    bool ok = collect(store, plan, as_of, &all, figures, err);
    if (ok)
        keep(&all, plan->target_count, figures, arena);
    free(all.points);
    *out = figures;
    return ok;
}

/* ---- no more than is asked for ---- */

/* The points that decide a target's standing, oldest first. */
static bool collect_few(struct store *store, const struct target *target, daynum as_of,
                        struct collected *all, size_t *count, struct err *err)
{
    size_t first = all->count;
    daynum day = as_of;
    for (int samples = 0; samples < FORECAST_POINTS_MAX;) {
        bool known;
        struct point point;
        if (!totals_latest(store, target->id, day, &known, &point, err))
            return false;
        if (!known)
            break;
        add_point(all, point);
        day = forecast_look(target, &point, &samples);
    }
    *count = all->count - first;
    for (size_t i = 0; i < *count / 2; i++) {
        struct point swapped = all->points[first + i];
        all->points[first + i] = all->points[all->count - 1 - i];
        all->points[all->count - 1 - i] = swapped;
    }
    return true;
}

bool store_load_few_figures(struct store *store, const struct plan *plan, daynum as_of,
                            struct arena *arena, struct figures **out, struct err *err)
{
    struct collected all = {0};
    struct figures *figures = arena_array(arena, plan->target_count, sizeof(*figures));
    bool ok = read_begin(store, err);
    for (size_t t = 0; ok && t < plan->target_count; t++)
        ok = collect_few(store, &plan->targets[t], as_of, &all, &figures[t].count, err);
    read_end(store);
    if (ok)
        keep(&all, plan->target_count, figures, arena);
    free(all.points);
    *out = figures;
    return ok;
}

bool store_load_figures_of(struct store *store, const struct target *target, daynum as_of,
                           struct arena *arena, struct figures *out, struct err *err)
{
    struct collected all = {0};
    sqlite3_stmt *stmt = stmt_get(store, SQL_DAY_OF_TARGET, err);
    bool row = stmt != NULL, ok = row;
    if (ok)
        stmt_bind(stmt, "ii", target->id, (int64_t)as_of);
    while (ok && row) {
        ok = stmt_step(store, stmt, &row, err);
        if (ok && row)
            add_point(&all, totals_point(stmt));
    }
    if (ok) {
        out->count = all.count;
        keep(&all, 1, out, arena);
    }
    free(all.points);
    return ok;
}
