/* bench_views.c - what the monitor's views cost: bench_views DIR (SCHOOLS REPORTS)...
 *
 * Makes DIR/SCHOOLS-REPORTS.db where it is not there yet. Prints a row a view and a column a
 * database: CPU milliseconds, the median of five that are taken in turn.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "app/rolled_up.h"
#include "district.h"
#include "duban/attention.h"
#include "duban/board.h"

enum { ROUNDS = 5, BENCHES_MAX = 8 };

struct bench {
    const char *path;
    struct store *store;
    daynum as_of;
    struct arena arena; /* holds path and plan */
    struct plan plan;
};

typedef bool view_fn(struct bench *bench, struct arena *arena, struct err *err);

static bool view_plan(struct bench *bench, struct arena *arena, struct err *err)
{
    struct plan plan;
    return store_load_plan(bench->store, bench->as_of, arena, &plan, err);
}

static bool view_overview(struct bench *bench, struct arena *arena, struct err *err)
{
    const struct figures *figures;
    if (!store_load_figures(bench->store, &bench->plan, bench->as_of, arena, &figures, err))
        return false;
    board_make(&bench->plan, figures, bench->as_of, arena);
    return true;
}

static bool view_target(struct bench *bench, struct arena *arena, struct err *err)
{
    struct values values;
    return store_load_target(bench->store, &bench->plan, plan_target(&bench->plan, SV("1.3")),
                             bench->as_of, arena, &values, err);
}

static bool view_school(struct bench *bench, struct arena *arena, struct err *err)
{
    struct values values;
    return store_load_school(bench->store, &bench->plan, (int)bench->plan.school_count / 2,
                             bench->as_of, arena, &values, err);
}

static bool view_schools(struct bench *bench, struct arena *arena, struct err *err)
{
    const struct reporting *rows;
    return store_load_reporting(bench->store, &bench->plan, bench->as_of, arena, &rows, err);
}

/* By town, kind or school: every school on every target. */
static bool view_groups(struct bench *bench, struct arena *arena, struct err *err)
{
    const struct plan *plan = &bench->plan;
    const struct board board = {.plan = plan, .as_of = bench->as_of};
    struct rolled_up rolled;
    const bool *shown = report_shown_targets(&board, &(struct report_filter){0}, arena);
    if (!rolled_up_schools(bench->store, &board, NULL, shown, arena, &rolled, err))
        return false;
    groups_of_schools(plan, rolled.schools, NULL, GROUP_TOWN, arena);
    return true;
}

static bool view_outliers(struct bench *bench, struct arena *arena, struct err *err)
{
    const struct board board = {.plan = &bench->plan, .as_of = bench->as_of};
    struct outlier *rows;
    size_t count;
    (void)arena;
    bool ok =
        rolled_up_outliers(bench->store, &board, &(struct report_filter){0}, &rows, &count, err);
    free(rows);
    return ok;
}

static bool view_attention(struct bench *bench, struct arena *arena, struct err *err)
{
    const struct figures *figures;
    const struct care *list;
    struct problems problems;
    if (!store_load_figures(bench->store, &bench->plan, bench->as_of, arena, &figures, err) ||
        !store_load_problems(bench->store, &bench->plan, bench->as_of, arena, &problems, err))
        return false;
    struct board board = board_make(&bench->plan, figures, bench->as_of, arena);
    attention_make(&board, &problems, arena, &list);
    return true;
}

static bool view_open(struct bench *bench, struct arena *arena, struct err *err)
{
    struct bench mine = {.path = bench->path, .as_of = bench->as_of};
    bool ok = store_open(mine.path, STORE_READ, &mine.store, err) &&
              store_load_plan(mine.store, mine.as_of, arena, &mine.plan, err) &&
              view_overview(&mine, arena, err);
    store_close(mine.store);
    return ok;
}

static double now_ms(void)
{
    struct timespec at;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
    return (double)at.tv_sec * 1e3 + (double)at.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static const struct {
    const char *name;
    view_fn *view;
    int days_back;
} views[] = {
    {"open, plan and overview", view_open, 0},
    {"the plan and its schools", view_plan, 0},
    {"overview", view_overview, 0},
    {"overview, 100 days ago", view_overview, 100},
    {"one target, its schools", view_target, 0},
    {"one target, 100 days ago", view_target, 100},
    {"one school, its targets", view_school, 0},
    {"schools, their reporting", view_schools, 0},
    {"schools, 100 days ago", view_schools, 100},
    {"attention", view_attention, 0},
    {"attention, 100 days ago", view_attention, 100},
    {"by town", view_groups, 0},
    {"by town, 100 days ago", view_groups, 100},
    {"outliers", view_outliers, 0},
    {"outliers, 100 days ago", view_outliers, 100},
};

/* One timing of one view. */
static bool time_view(struct bench *bench, size_t view, double *ms, struct err *err)
{
    struct arena arena = {0};
    bench->as_of = district_day() - views[view].days_back;
    double before = now_ms();
    bool ok = views[view].view(bench, &arena, err);
    *ms = now_ms() - before;
    arena_free(&arena);
    return ok;
}

/* A row: the view in each database, in turn. */
static bool print_view(struct bench *benches, size_t count, size_t view, struct err *err)
{
    double took[BENCHES_MAX][ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < count; i++) {
            if (!time_view(&benches[i], view, &took[i][round], err))
                return false;
        }
    }
    printf("| %s |", views[view].name);
    for (size_t i = 0; i < count; i++) {
        qsort(took[i], ROUNDS, sizeof(took[i][0]), by_size);
        printf(" %.1f |", took[i][ROUNDS / 2]);
    }
    putchar('\n');
    return true;
}

static bool open_bench(struct bench *bench, const char *dir, const char *schools,
                       const char *reports, struct err *err)
{
    const struct district_size size = {atoi(schools), atoll(reports)};
    bench->path = arena_printf(&bench->arena, "%s/%s-%s.db", dir, schools, reports);
    return (access(bench->path, F_OK) == 0 || district_make(bench->path, &size, err)) &&
           store_open(bench->path, STORE_READ, &bench->store, err) &&
           store_load_plan(bench->store, district_day(), &bench->arena, &bench->plan, err);
}

static bool run(struct bench *benches, int argc, char **argv, struct err *err)
{
    size_t count = (size_t)(argc - 2) / 2;
    printf("| CPU ms, schools / reports |");
    for (size_t i = 0; i < count; i++) {
        if (!open_bench(&benches[i], argv[1], argv[2 + 2 * i], argv[3 + 2 * i], err))
            return false;
        printf(" %s / %s |", argv[2 + 2 * i], argv[3 + 2 * i]);
    }
    printf("\n|---|");
    for (size_t i = 0; i < count; i++)
        printf("---:|");
    putchar('\n');
    for (size_t view = 0; view < sizeof(views) / sizeof(*views); view++) {
        if (!print_view(benches, count, view, err))
            return false;
    }
    return true;
}

int main(int argc, char **argv)
{
    if (argc < 4 || argc % 2 != 0 || argc > 2 + 2 * BENCHES_MAX) {
        fprintf(stderr, "usage: bench_views DIR (SCHOOLS REPORTS)...\n");
        return 64;
    }
    struct bench benches[BENCHES_MAX] = {0};
    struct err err = {0};
    bool ok = run(benches, argc, argv, &err);
    if (!ok)
        fprintf(stderr, "bench_views: %s\n", err.text);
    for (size_t i = 0; i < BENCHES_MAX; i++) {
        store_close(benches[i].store);
        arena_free(&benches[i].arena);
    }
    return ok ? 0 : 1;
}
