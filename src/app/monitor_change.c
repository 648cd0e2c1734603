#include "app/monitor_change.h"

#include "app/edit.h"
#include "duban/i18n.h"

/* One change on its way: what is asked, and what came of it. */
struct job {
    struct session *session;
    const struct ui_request *request;
    struct buf *said;
    bool overtaken;
};

static bool set_value(struct job *job, struct err *err)
{
    const struct ui_request *request = job->request;
    const struct intake_row row = {
        .target = request->target,
        .school = request->school,
        .date = request->date,
        .value = request->value,
        .of = request->of,
        .note = sv_from(request->text),
    };
    const struct value seen = {
        .date = request->seen_date,
        .value = request->seen_value,
        .of = request->seen_of,
        .note = request->seen_note,
    };
    return edit_value(job->session, &row, request->allow_decrease, &seen, job->said,
                      &job->overtaken, err);
}

/* The terms that were shown, which the change goes out from. */
static struct terms seen_terms(const struct job *job)
{
    const struct ui_request *request = job->request;
    struct terms terms = store_terms_of(&job->session->plan->targets[request->target]);
    terms.goal_min = request->seen_goal_min;
    terms.goal_max = request->seen_goal_max;
    terms.due = request->seen_due;
    terms.owner = request->seen_owner;
    return terms;
}

static bool set_terms(struct job *job, const struct terms *terms, struct err *err)
{
    const struct terms seen = seen_terms(job);
    return edit_terms(job->session, job->request->target, terms, job->session->as_of, &seen,
                      job->said, &job->overtaken, err);
}

static bool set_goal(struct job *job, struct err *err)
{
    struct terms terms = seen_terms(job);
    terms.goal_min = job->request->value;
    terms.goal_max = job->request->of;
    return set_terms(job, &terms, err);
}

static bool set_due(struct job *job, struct err *err)
{
    struct terms terms = seen_terms(job);
    terms.due = job->request->date;
    return set_terms(job, &terms, err);
}

static bool set_owner(struct job *job, struct err *err)
{
    struct terms terms = seen_terms(job);
    terms.owner = job->request->text;
    return set_terms(job, &terms, err);
}

static bool move_step(struct job *job, struct err *err)
{
    const struct ui_request *request = job->request;
    return edit_step(job->session, request->target, request->seen_date, request->date, job->said,
                     err);
}

static bool add_problem(struct job *job, struct err *err)
{
    const struct ui_request *request = job->request;
    const struct problem problem = {
        .target = request->target,
        .school = request->school,
        .noted = job->session->as_of,
        .due = request->date,
        .closed = DAY_NONE,
        .reopened = DAY_NONE,
        .text = request->text,
        .owner = request->owner,
        .remedy = "",
    };
    return edit_problems_add(job->session, &problem, 1, job->said, err);
}

/* The problem as it stands on the session's day; NULL: it has gone. */
static const struct problem *find_problem(const struct problems *problems, int64_t id)
{
    for (size_t i = 0; i < problems->count; i++) {
        if (problems->rows[i].id == id)
            return &problems->rows[i];
    }
    return NULL;
}

/* The problem of the request as it stands now. */
static bool problem_now(const struct job *job, struct problem *out, struct err *err)
{
    struct problems problems;
    if (!session_problems(job->session, &problems, err))
        return false;
    const struct problem *now = find_problem(&problems, job->request->id);
    if (!now)
        return err_set(err, ERR_DATA,
                       _("there is no problem %lld; 'duban problem list' shows them"),
                       (long long)job->request->id);
    *out = *now;
    return true;
}

static bool edit_problem(struct job *job, struct err *err)
{
    const struct ui_request *request = job->request;
    struct problem seen, edited;
    if (!problem_now(job, &seen, err))
        return false;
    edited = seen;
    seen.due = request->seen_due;
    seen.owner = request->seen_owner;
    edited.due = request->date;
    edited.owner = request->owner;
    if (request->text[0] != '\0') {
        seen.text = request->seen_note;
        edited.text = request->text;
    }
    return edit_problem_change(job->session, &edited, &seen, job->said, &job->overtaken, err);
}

static bool reopen_problem(struct job *job, struct err *err)
{
    struct problem now;
    return problem_now(job, &now, err) &&
           edit_problem_reopen(job->session, &now, job->request->date, job->said, err);
}

static bool close_problem(struct job *job, struct err *err)
{
    const struct ui_request *request = job->request;
    return edit_problem_close(job->session, request->id, request->date, request->text, job->said,
                              err);
}

static bool undo(struct job *job, struct err *err)
{
    return edit_undo(job->session, job->said, err);
}

static bool undo_import(struct job *job, struct err *err)
{
    struct actor actor = session_actor(job->session);
    struct arena arena = {0};
    struct batch_undo undone;
    bool ok = store_undo_import(job->session->store, job->session->plan, job->request->id, &actor,
                                &arena, &undone, err);
    if (ok)
        buf_printf(job->said,
                   _("import %lld is undone: %lld values stand again as before, %lld are gone, "
                     "%zu were changed since and are left"),
                   (long long)undone.batch.id, (long long)undone.restored,
                   (long long)undone.removed, undone.left.count);
    arena_free(&arena);
    return ok;
}

static bool redo(struct job *job, struct err *err)
{
    return edit_redo(job->session, job->said, err);
}

typedef bool change_fn(struct job *job, struct err *err);

static change_fn *const changes[UI_REQUEST_TOTAL] = {
    [UI_SET_VALUE] = set_value,
    [UI_SET_GOAL] = set_goal,
    [UI_SET_DUE] = set_due,
    [UI_UNDO_IMPORT] = undo_import,
    [UI_SET_OWNER] = set_owner,
    [UI_UNDO] = undo,
    [UI_REDO] = redo,
    [UI_ADD_PROBLEM] = add_problem,
    [UI_EDIT_PROBLEM] = edit_problem,
    [UI_MOVE_STEP] = move_step,
    [UI_CLOSE_PROBLEM] = close_problem,
    [UI_REOPEN_PROBLEM] = reopen_problem,
};

bool monitor_change(struct session *session, const struct ui_request *request, struct buf *said,
                    enum ui_outcome *outcome, struct err *err)
{
    struct job job = {session, request, said, false};
    bool ok = !changes[request->type] || changes[request->type](&job, err);
    *outcome = !ok ? UI_REFUSED : job.overtaken ? UI_OVERTAKEN : UI_KEPT;
    return ok;
}
