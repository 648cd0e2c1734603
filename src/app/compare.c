#include "app/compare.h"

/* The day and the plan to compare with; *then is DAY_NONE when none is asked for. */
static bool plan_then(struct session *session, struct plan **out, daynum *then, struct err *err)
{
    *out = arena_array(&session->arena, 1, sizeof(**out));
    bool span = session->options->value[OPTION_FROM] != NULL;
    return session_date(session, span ? OPTION_FROM : OPTION_COMPARE, DAY_NONE, then, err) &&
           (*then == DAY_NONE || session_plan_on(session, *then, *out, err));
}

bool compare_read(struct session *session, struct report_filter *filter, struct err *err)
{
    struct arena *arena = &session->arena;
    struct plan *plan;
    const struct figures *figures;
    daynum then;
    if (!plan_then(session, &plan, &then, err))
        return false;
    if (then == DAY_NONE)
        return true;
    if (!store_load_figures(session->store, plan, then, arena, &figures, err))
        return false;
    struct board *before = arena_array(arena, 1, sizeof(*before));
    struct comparison *since = arena_array(arena, 1, sizeof(*since));
    *before = board_make(plan, figures, then, arena);
    *since = compare_boards(before, session->board, NULL, arena);
    filter->since = since;
    return true;
}

bool compare_read_reporting(struct session *session, struct report_filter *filter, struct err *err)
{
    struct plan *plan;
    if (!plan_then(session, &plan, &filter->then, err))
        return false;
    return filter->then == DAY_NONE ||
           store_load_reporting(session->store, plan, filter->then, &session->arena,
                                &filter->reporting_then, err);
}
