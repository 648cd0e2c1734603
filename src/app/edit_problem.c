/* edit_problem.c - problems noted, changed, closed and opened again by hand. */
#include "app/edit.h"

#include <string.h>

#include "duban/i18n.h"
#include "duban/lang.h"
#include "duban/text.h"

/* What a person typed or pasted as one clean line: what breaks a line becomes a space. */
static const char *one_line(struct arena *arena, const char *text)
{
    struct buf clean = {0};
    char *line = arena_text(arena, sv_trim(sv_from(text)));
    for (char *c = line; *c != '\0'; c++) {
        if (strchr("\t\n\v\f\r", *c))
            *c = ' ';
    }
    text_clean(&clean, sv_from(line));
    const char *kept = arena_text(arena, buf_sv(&clean));
    buf_free(&clean);
    return kept;
}

static bool check_day(const struct session *session, daynum day, struct err *err)
{
    const struct plan *plan = session->plan;
    char first[DATE_TEXT_MAX], last[DATE_TEXT_MAX];
    if (day < plan->starts || day > plan->ends)
        return err_set(err, ERR_DATA, _("the date is outside the plan; choose one from %s to %s"),
                       date_format(plan->starts, first), date_format(plan->ends, last));
    if (day > session->as_of)
        return err_set(err, ERR_DATA,
                       _("the date is after the as-of date %s; choose an earlier one"),
                       date_format(session->as_of, first));
    return true;
}

static bool prepare(struct session *session, const struct problem *given, struct problem *out,
                    struct err *err)
{
    struct arena *arena = &session->arena;
    *out = *given;
    out->text = one_line(arena, given->text);
    out->owner = one_line(arena, given->owner);
    out->remedy = one_line(arena, given->remedy);
    enum problem_fault fault = problem_check(out);
    if (fault != PROBLEM_OK)
        return err_set(err, ERR_DATA, "%s", lang_problem_fault(fault));
    return check_day(session, out->noted, err);
}

bool edit_problems_add(struct session *session, const struct problem *problems, size_t count,
                       struct buf *said, struct err *err)
{
    struct problem *ready = arena_array(&session->arena, count, sizeof(*ready));
    for (size_t i = 0; i < count; i++) {
        if (!prepare(session, &problems[i], &ready[i], err))
            return false;
        if (ready[i].owner[0] == '\0' && ready[i].target >= 0)
            ready[i].owner = session->plan->targets[ready[i].target].owner;
    }
    struct actor actor = session_actor(session);
    struct problems_added added;
    if (!store_add_problems(session->store, session->plan, ready, count, &actor, &added, err))
        return false;
    if (count == 1 && added.fresh == 1)
        buf_printf(said, _("problem %lld kept"), (long long)added.last);
    else
        buf_printf(said, _("problems: %zu new, %zu the same"), added.fresh, added.same);
    return true;
}

bool edit_problem_change(struct session *session, const struct problem *problem,
                         const struct problem *seen, struct buf *said, bool *overtaken,
                         struct err *err)
{
    struct problem ready;
    struct actor actor = session_actor(session);
    char due[DATE_TEXT_MAX];
    if (!prepare(session, problem, &ready, err) ||
        !store_set_problem(session->store, session->plan, &ready, seen, &actor, overtaken, err))
        return false;
    if (!*overtaken)
        buf_printf(said, _("problem %lld: due %s, owner %s"), (long long)ready.id,
                   ready.due == DAY_NONE ? "-" : date_format(ready.due, due),
                   ready.owner[0] != '\0' ? ready.owner : "-");
    return true;
}

bool edit_problem_close(struct session *session, int64_t id, daynum closed, const char *remedy,
                        struct buf *said, struct err *err)
{
    const char *line = one_line(&session->arena, remedy);
    struct actor actor = session_actor(session);
    char date[DATE_TEXT_MAX];
    if (strlen(line) > PROBLEM_TEXT_MAX)
        return err_set(err, ERR_DATA, "%s", lang_problem_fault(PROBLEM_REMEDY_LONG));
    if (!check_day(session, closed, err) ||
        !store_close_problem(session->store, id, closed, line, &actor, err))
        return false;
    buf_printf(said, _("problem %lld closed on %s"), (long long)id, date_format(closed, date));
    return true;
}

bool edit_problem_overtaken(int64_t id, struct err *err)
{
    return err_set(err, ERR_BUSY, _("problem %lld was changed by somebody else; look at it again"),
                   (long long)id);
}

bool edit_problem_reopen(struct session *session, const struct problem *seen, daynum day,
                         struct buf *said, struct err *err)
{
    struct problem problem = *seen;
    struct actor actor = session_actor(session);
    char date[DATE_TEXT_MAX];
    bool overtaken;
    if (seen->closed == DAY_NONE)
        return err_set(err, ERR_DATA, _("problem %lld is open; there is nothing to reopen"),
                       (long long)seen->id);
    problem.closed = DAY_NONE;
    problem.reopened = day;
    problem.remedy = "";
    if (!check_day(session, day, err) ||
        !store_set_problem(session->store, session->plan, &problem, seen, &actor, &overtaken, err))
        return false;
    if (overtaken)
        return edit_problem_overtaken(seen->id, err);
    buf_printf(said, _("problem %lld reopened on %s"), (long long)seen->id, date_format(day, date));
    return true;
}
