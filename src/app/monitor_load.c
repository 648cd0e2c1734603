#include "app/monitor_load.h"

#include "app/monitor_folder.h"

enum { IMPORTS_SHOWN = 1000, CHANGES_SHOWN = 2000 };

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

static bool load_imports(struct session *session, const struct ui_query *query, struct arena *arena,
                         struct ui_answer *answer, struct err *err)
{
    (void)query;
    /* Whoever opened a past day takes files in all the same, and must see them. */
    bool all = session->as_of == session->as_of_first;
    return store_load_imports(session->store, IMPORTS_SHOWN,
                              all ? "~" : session_last_moment(session, arena), arena,
                              &answer->batches, &answer->count, err);
}

static bool load_issues(struct session *session, const struct ui_query *query, struct arena *arena,
                        struct ui_answer *answer, struct err *err)
{
    struct batch *batch = arena_array(arena, 1, sizeof(*batch));
    answer->batches = batch;
    return store_load_import(session->store, query->id, arena, batch, err) &&
           store_load_issues(session->store, query->id, TAKEN_ISSUES_MAX, arena, &answer->issues,
                             &answer->count, err);
}

static bool load_journal(struct session *session, const struct ui_query *query, struct arena *arena,
                         struct ui_answer *answer, struct err *err)
{
    (void)query;
    return store_load_changes(session->store, CHANGES_SHOWN, session_last_moment(session, arena),
                              arena, &answer->changes, &answer->count, err);
}

static bool load_care(struct session *session, const struct ui_query *query, struct arena *arena,
                      struct ui_answer *answer, struct err *err)
{
    (void)query;
    if (!store_load_problems(session->store, session->plan, session->as_of, arena,
                             &answer->problems, err))
        return false;
    answer->count = attention_make(session->board, &answer->problems, arena, &answer->care);
    return true;
}

static bool load_folder(struct session *session, const struct ui_query *query, struct arena *arena,
                        struct ui_answer *answer, struct err *err)
{
    (void)session;
    return monitor_folder(query->text, arena, answer, err);
}

static load_fn *const loaders[UI_DATA_TOTAL] = {
    [UI_DATA_TARGET] = load_target,       [UI_DATA_SCHOOL] = load_school,
    [UI_DATA_REPORTING] = load_reporting, [UI_DATA_IMPORTS] = load_imports,
    [UI_DATA_ISSUES] = load_issues,       [UI_DATA_FOLDER] = load_folder,
    [UI_DATA_JOURNAL] = load_journal,
    [UI_DATA_CARE] = load_care,
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
