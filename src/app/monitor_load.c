#include "app/monitor_load.h"

typedef bool load_fn(struct session *session, const struct ui_query *query, struct arena *arena,
                     struct ui_answer *answer, struct err *err);

static bool load_target(struct session *session, const struct ui_query *query, struct arena *arena,
                        struct ui_answer *answer, struct err *err)
{
    return store_load_target(session->store, session->plan, query->target, session->as_of, arena,
                             &answer->values, err);
}

static bool load_reporting(struct session *session, const struct ui_query *query,
                           struct arena *arena, struct ui_answer *answer, struct err *err)
{
    (void)query;
    return store_load_reporting(session->store, session->plan, session->as_of, arena,
                                &answer->reporting, err);
}

static bool load_school(struct session *session, const struct ui_query *query, struct arena *arena,
                        struct ui_answer *answer, struct err *err)
{
    return store_load_school(session->store, session->plan, query->school, session->as_of, arena,
                             &answer->values, err) &&
           load_reporting(session, query, arena, answer, err);
}

static load_fn *const loaders[UI_DATA_TOTAL] = {
    [UI_DATA_TARGET] = load_target,
    [UI_DATA_SCHOOL] = load_school,
    [UI_DATA_REPORTING] = load_reporting,
};

bool monitor_load(struct session *session, const struct ui_query *query, struct loaded *loaded,
                  struct ui_answer *answer, struct arena *old, struct err *err)
{
    struct arena fresh = {0};
    *answer = (struct ui_answer){.query = *query};
    *old = loaded->arenas[query->data];
    bool ok = loaders[query->data](session, query, &fresh, answer, err);
    if (!ok) {
        arena_free(&fresh);
        *answer = (struct ui_answer){.query = *query, .failed = true};
    }
    loaded->arenas[query->data] = fresh;
    return ok;
}

void loaded_free(struct loaded *loaded)
{
    for (int i = 0; i < UI_DATA_TOTAL; i++)
        arena_free(&loaded->arenas[i]);
}
