#include "app/compare.h"

#include "duban/i18n.h"

/* The day and the plan to compare with; *then is DAY_NONE when none is asked for. */
static bool plan_then(struct session *session, struct plan **out, daynum *then, struct err *err)
{
    char asked[DATE_TEXT_MAX], looked_at[DATE_TEXT_MAX];
    *out = arena_array(&session->arena, 1, sizeof(**out));
    enum opt option = session->options->value[OPTION_FROM] ? OPTION_FROM : OPTION_COMPARE;
    if (!session_date(session, option, DAY_NONE, then, err))
        return false;
    if (*then > session->as_of) /* nothing has changed since */
        return err_set(err, ERR_USAGE,
                       _("--%s %s is later than %s, the day that is looked at; choose an earlier "
                         "one, or a later --as-of"),
                       option_name(option), date_format(*then, asked),
                       date_format(session->as_of, looked_at));
    return *then == DAY_NONE || session_plan_on(session, *then, *out, err);
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
