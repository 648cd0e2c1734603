#include "district.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/setup.h"

enum { BATCH = 500000, DAYS = 258 };

daynum district_day(void)
{
    daynum day;
    return date_make(2021, 9, 15, &day) ? day : DAY_NONE;
}

/* Schools of all kinds in turn, spread over the towns. */
static bool add_schools(struct store *store, const struct plan *plan, int count,
                        const struct actor *actor, struct err *err)
{
    struct arena arena = {0};
    struct school *schools = arena_array(&arena, (size_t)count, sizeof(*schools));
    for (int i = 0; i < count; i++) {
        const char *name = arena_printf(&arena, "Bench School %05d", i);
        const char *chinese = arena_printf(&arena, "测试学校%05d", i);
        schools[i] = (struct school){
            .code = arena_printf(&arena, "B%05d", i),
            .name = {{name, chinese, chinese}},
            .kind = i % (int)plan->kind_count,
            .town = i / (int)plan->kind_count % (int)plan->town_count,
            .sample = true,
        };
    }
    bool ok = store_add_schools(store, plan, schools, (size_t)count, actor, err);
    arena_free(&arena);
    return ok;
}

/* One batch being filled; a batch ends after BATCH rows. */
struct filling {
    struct store *store;
    const struct plan *plan;
    const struct actor *actor;
    struct store_import *import;
    struct intake_sink sink;
    int64_t rows;
    int batches;
};

static bool end_batch(struct filling *filling, struct err *err)
{
    const struct import_counts counts = {
        .encoding = "UTF-8", .rows = filling->rows, .fresh = filling->rows};
    struct store_import *import = filling->import;
    filling->import = NULL;
    filling->rows = 0;
    return !import || store_import_end(import, true, &counts, NULL, err);
}

static bool put(struct filling *filling, const struct intake_row *row, struct err *err)
{
    enum intake_outcome outcome;
    if (filling->rows == BATCH && !end_batch(filling, err))
        return false;
    if (!filling->import) {
        char name[32], digest[65];
        snprintf(name, sizeof(name), "bench-%d.csv", ++filling->batches);
        snprintf(digest, sizeof(digest), "%064d", filling->batches);
        const struct import_source source = {.name = name, .sha256 = digest};
        if (!store_import_begin(filling->store, filling->plan, &source, filling->actor,
                                &filling->import, &filling->sink, err))
            return false;
    }
    filling->rows++;
    return filling->sink.put(filling->sink.context, row, true, &outcome, err);
}

/* A round of reports: every school on every target of its scope, on a day of its own. */
static bool fill_target(struct filling *filling, int target, int rounds, struct err *err)
{
    const int *schools;
    const struct target *about = &filling->plan->targets[target];
    size_t count = plan_scope_schools(filling->plan, about, &schools);
    bool ok = true;
    for (size_t s = 0; ok && s < count; s++) {
        for (int round = 0; ok && round < rounds; round++) {
            int day =
                (int)(((int64_t)round * DAYS + (schools[s] * 37 + target * 11) % DAYS) / rounds);
            const struct intake_row row = {
                .target = target,
                .school = schools[s],
                .date = filling->plan->starts + day,
                .value =
                    (about->measure == MEASURE_SHARE ? round * 2 >= rounds : round) * AMOUNT_ONE,
                .of = AMOUNT_NONE,
                .line = (unsigned)filling->rows + 2,
            };
            ok = put(filling, &row, err);
        }
    }
    return ok;
}

static bool fill(struct store *store, const struct plan *plan, int64_t reports,
                 const struct actor *actor, struct err *err)
{
    struct filling filling = {.store = store, .plan = plan, .actor = actor};
    int64_t pairs = 0;
    for (size_t t = 0; t < plan->target_count; t++)
        pairs += (int64_t)plan->targets[t].scope_size;
    int rounds = (int)((reports + pairs - 1) / pairs);
    bool ok = true;
    for (size_t t = 0; ok && t < plan->target_count; t++)
        ok = fill_target(&filling, (int)t, rounds < DAYS ? rounds : DAYS, err);
    return ok && end_batch(&filling, err);
}

bool district_make(const char *path, const struct district_size *size, struct err *err)
{
    const struct actor actor = {"bench", "2021-09-15T08:00:00Z"};
    struct arena arena = {0};
    struct plan plan, loaded;
    struct store *store = NULL;
    bool ok = setup_read_plan(SETUP_PLAN, &arena, &plan, err) &&
              store_open(path, STORE_CREATE, &store, err) &&
              store_save_plan(store, &plan, &actor, err) &&
              store_load_plan(store, DAY_NONE, &arena, &loaded, err) &&
              add_schools(store, &loaded, size->schools, &actor, err) &&
              store_load_plan(store, DAY_NONE, &arena, &loaded, err) &&
              fill(store, &loaded, size->reports, &actor, err);
    store_close(store);
    arena_free(&arena);
    return ok;
}
