#include "app/monitor_change.h"

#include "app/edit.h"

typedef bool change_fn(struct session *session, const struct ui_request *request, struct buf *said,
                       struct err *err);

static bool set_value(struct session *session, const struct ui_request *request, struct buf *said,
                      struct err *err)
{
    const struct intake_row row = {
        .target = request->target,
        .school = request->school,
        .date = request->date,
        .value = request->value,
        .of = request->of,
    };
    return edit_value(session, &row, request->allow_decrease, said, err);
}

static bool set_goal(struct session *session, const struct ui_request *request, struct buf *said,
                     struct err *err)
{
    struct terms terms = store_terms_of(&session->plan->targets[request->target]);
    terms.goal_min = request->value;
    terms.goal_max = request->of;
    return edit_terms(session, request->target, &terms, session->as_of, said, err);
}

static bool undo(struct session *session, const struct ui_request *request, struct buf *said,
                 struct err *err)
{
    (void)request;
    return edit_undo(session, said, err);
}

static change_fn *const changes[UI_REQUEST_TOTAL] = {
    [UI_SET_VALUE] = set_value,
    [UI_SET_GOAL] = set_goal,
    [UI_UNDO] = undo,
};

bool monitor_change(struct session *session, const struct ui_request *request, struct buf *said,
                    struct err *err)
{
    return changes[request->type] ? changes[request->type](session, request, said, err) : true;
}
