#include "app/monitor_load.h"

typedef bool load_fn(struct session *session, const struct ui_query *query, struct arena *arena,
                     struct ui_answer *answer, struct err *err);

static bool load_target(struct session *session, const struct ui_query *query, struct arena *arena,
                        struct ui_answer *answer, struct err *err)
{
    return store_load_target(session->store, session->plan, query->target, session->as_of, arena,
                             &answer->values, err);
}

static load_fn *const loaders[UI_DATA_TOTAL] = {
    [UI_DATA_TARGET] = load_target,
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
