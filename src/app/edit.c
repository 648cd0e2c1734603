#include "app/edit.h"

#include <string.h>

#include "duban/i18n.h"
#include "duban/lang.h"
#include "duban/measure.h"
#include "duban/stamp.h"
#include "duban/text.h"

/* May this school report on this target on this day? */
static bool check_key(const struct session *session, const struct intake_row *row, struct err *err)
{
    const struct plan *plan = session->plan;
    const struct target *target = &plan->targets[row->target];
    char first[DATE_TEXT_MAX], last[DATE_TEXT_MAX];
    if (row->school != plan_own_unit(plan, target) && !plan_in_scope(plan, target, row->school))
        return err_set(err, ERR_DATA,
                       _("school %s is not in the scope of target %s; choose another"),
                       plan->schools[row->school].code, target->code);
    if (row->date < plan->starts || row->date > plan->ends)
        return err_set(err, ERR_DATA, _("the date is outside the plan; choose one from %s to %s"),
                       date_format(plan->starts, first), date_format(plan->ends, last));
    if (row->date > session->as_of)
        return err_set(err, ERR_DATA,
                       _("the date is after the as-of date %s; choose an earlier one"),
                       date_format(session->as_of, first));
    return true;
}

static bool check_note(struct sv note, struct err *err)
{
    enum { NOTE_MAX = 500 };
    if (!text_is_clean(note))
        return err_set(err, ERR_DATA, _("the note has control characters; leave them out"));
    if (note.len > NOTE_MAX)
        return err_set(err, ERR_DATA, _("the note is longer than %d bytes; shorten it"), NOTE_MAX);
    return true;
}

static void say_value(struct buf *said, const struct session *session, const struct intake_row *row,
                      enum intake_outcome outcome)
{
    char value[AMOUNT_TEXT_MAX], date[DATE_TEXT_MAX];
    const struct plan *plan = session->plan;
    const struct school *school = &plan->schools[row->school];
    buf_printf(said,
               outcome == INTAKE_SAME ? _("%s: %s is what %s has on %s already")
                                      : _("%s: %s kept for %s on %s"),
               plan->targets[row->target].code, amount_format(row->value, value),
               name_in(&school->name, session->lang), date_format(row->date, date));
}

static bool check_value(const struct session *session, const struct intake_row *row,
                        struct err *err)
{
    if (!check_key(session, row, err) || !check_note(row->note, err))
        return false;
    enum value_fault fault =
        measure_check(&session->plan->targets[row->target], row->value, row->of);
    return fault == VALUE_OK || err_set(err, ERR_DATA, "%s", lang_value_fault(fault));
}

bool edit_value(struct session *session, const struct intake_row *row, bool allow_decrease,
                const struct value *seen, struct buf *said, bool *overtaken, struct err *err)
{
    struct actor actor = session_actor(session);
    enum intake_outcome outcome;
    if (!check_value(session, row, err))
        return false;
    const struct seen_value shown = {seen, session->as_of};
    bool ok = seen ? store_replace_value(session->store, row, session->plan, allow_decrease, &shown,
                                         &actor, &outcome, err)
                   : store_set_value(session->store, row, session->plan, allow_decrease, &actor,
                                     &outcome, err);
    if (!ok)
        return false;
    if (outcome == INTAKE_DECREASED)
        return err_set(err, ERR_DATA,
                       seen
                           ? _("the value falls, but %s only grows; check it, or write ! behind it")
                           : _("the value falls, but %s only grows; check it, or allow it with "
                               "--allow-decrease"),
                       session->plan->targets[row->target].code);
    *overtaken = outcome == INTAKE_OVERTAKEN;
    if (!*overtaken)
        say_value(said, session, row, outcome);
    return true;
}

static bool check_since(const struct plan *plan, daynum since, struct err *err)
{
    char first[DATE_TEXT_MAX], last[DATE_TEXT_MAX];
    if (since >= plan->starts && since <= plan->ends)
        return true;
    return err_set(err, ERR_DATA, _("the date is outside the plan; choose one from %s to %s"),
                   date_format(plan->starts, first), date_format(plan->ends, last));
}

/* "; spi_min 0.85" for each threshold that differs. */
static void say_thresholds(struct buf *said, const struct thresholds *before,
                           const struct thresholds *after)
{
    for (enum threshold i = 0; i < THRESHOLD_TOTAL; i++) {
        double value = threshold_get(after, i), was = threshold_get(before, i);
        if (value < was || value > was)
            buf_printf(said, "%s%s %g", _("; "), threshold_word(i), value);
    }
}

/* What was set for a later day goes on from there, and is in force on the plan's last day. When
 * that cannot be read, the change is made all the same. */
static bool plan_last(struct session *session, struct plan *out)
{
    struct err unsaid;
    return session_plan_on(session, session->plan->ends, out, &unsaid);
}

static void say_later_thresholds(struct session *session, const struct thresholds *thresholds,
                                 struct buf *said)
{
    struct plan last;
    struct buf later = {0};
    if (!plan_last(session, &last))
        return;
    say_thresholds(&later, thresholds, &last.thresholds);
    if (later.len > 0)
        buf_printf(said, "%s%s", _("; what was set for a later day takes over then"),
                   buf_text(&later));
    buf_free(&later);
}

bool edit_thresholds(struct session *session, const struct thresholds *thresholds, daynum since,
                     struct buf *said, struct err *err)
{
    const struct plan *plan = session->plan;
    char first[DATE_TEXT_MAX];
    struct actor actor = session_actor(session);
    if (!check_since(plan, since, err) ||
        !store_set_thresholds(session->store, thresholds, since, &actor, err))
        return false;
    buf_printf(said, _("the plan's thresholds, from %s on"), date_format(since, first));
    say_thresholds(said, &plan->thresholds, thresholds);
    say_later_thresholds(session, thresholds, said);
    return true;
}

static bool check_terms(const struct plan *plan, const struct target *target,
                        const struct terms *terms, daynum since, struct err *err)
{
    char first[DATE_TEXT_MAX], last[DATE_TEXT_MAX];
    if (!check_since(plan, since, err))
        return false;
    if (terms->goal_min != AMOUNT_NONE && !measure_reaches(target, terms->goal_min))
        return err_set(err, ERR_DATA, "%s", _("the goal is more than 100 percent; correct it"));
    if (terms->due < terms->starts || terms->due > plan->ends)
        return err_set(err, ERR_DATA, _("the due date must lie between %s and %s; choose another"),
                       date_format(terms->starts, first), date_format(plan->ends, last));
    return true;
}

static void say_terms(struct buf *said, const struct target *target, const struct terms *terms,
                      daynum since)
{
    struct target changed = *target;
    char first[DATE_TEXT_MAX], last[DATE_TEXT_MAX];
    changed.goal_min = terms->goal_min;
    changed.goal_max = terms->goal_max;
    struct buf goal = {0};
    lang_goal(&goal, &changed);
    buf_printf(said, _("%s: goal %s, due %s, from %s on"), changed.code, buf_text(&goal),
               date_format(terms->due, last), date_format(since, first));
    say_thresholds(said, &target->thresholds, &terms->thresholds);
    if (strcmp(terms->owner, target->owner) != 0)
        buf_printf(said, _(", owner %s"), terms->owner[0] != '\0' ? terms->owner : "-");
    buf_free(&goal);
}

static void say_later_terms(struct session *session, int target, const struct terms *terms,
                            struct buf *said)
{
    struct plan last;
    char due[DATE_TEXT_MAX];
    if (!plan_last(session, &last))
        return;
    const struct target *later = &last.targets[target];
    if (later->goal_min == terms->goal_min && later->goal_max == terms->goal_max &&
        later->due == terms->due && strcmp(later->owner, terms->owner) == 0)
        return;
    struct buf goal = {0};
    lang_goal(&goal, later);
    buf_puts(said, _("; what was set for a later day takes over then"));
    buf_printf(said, _(": goal %s, due %s"), buf_text(&goal), date_format(later->due, due));
    buf_free(&goal);
}

bool edit_terms(struct session *session, int target, const struct terms *terms, daynum since,
                const struct terms *seen, struct buf *said, bool *overtaken, struct err *err)
{
    const struct target *edited = &session->plan->targets[target];
    struct actor actor = session_actor(session);
    *overtaken = false;
    if (!check_terms(session->plan, edited, terms, since, err) ||
        !check_note(sv_from(terms->owner), err))
        return false;
    bool ok = seen ? store_replace_terms(session->store, edited, terms, since, seen, &actor,
                                         overtaken, err)
                   : store_set_terms(session->store, edited, terms, since, &actor, err);
    if (!ok || *overtaken)
        return ok;
    say_terms(said, edited, terms, since);
    say_later_terms(session, target, terms, said);
    return true;
}

bool edit_step(struct session *session, int target, daynum from, daynum to, struct buf *said,
               struct err *err)
{
    const struct target *edited = &session->plan->targets[target];
    struct actor actor = session_actor(session);
    char first[DATE_TEXT_MAX], last[DATE_TEXT_MAX];
    if (to < edited->starts || to > edited->due)
        return err_set(err, ERR_DATA, _("the step must lie between %s and %s; choose another day"),
                       date_format(edited->starts, first), date_format(edited->due, last));
    if (!store_move_step(session->store, edited, from, to, &actor, err))
        return false;
    buf_printf(said, _("%s: step of %s moved to %s"), edited->code, date_format(from, first),
               date_format(to, last));
    return true;
}

static void say_change(struct buf *said, const char *format, const struct change *change)
{
    const char *const words[] = {lang_change(change->what), change->target, change->school};
    char at[STAMP_MAX];
    struct buf what = {0};
    for (size_t i = 0; i < COUNT_OF(words); i++) {
        if (words[i][0] != '\0')
            buf_printf(&what, "%s%s", i > 0 ? " " : "", words[i]);
    }
    buf_printf(said, format, buf_text(&what), stamp_shown(change->at, at));
    buf_free(&what);
}

bool edit_undo(struct session *session, struct buf *said, struct err *err)
{
    struct actor actor = session_actor(session);
    struct change change;
    if (!store_undo(session->store, &actor, &session->arena, &change, err))
        return false;
    say_change(said, _("taken back: %s of %s"), &change);
    if (change.import != 0)
        buf_printf(said, " (%s)", change.file);
    if (change.left != 0)
        buf_printf(said,
                   _("; %lld values were changed since and are left: 'duban show' tells by "
                     "whom"),
                   (long long)change.left);
    return true;
}

bool edit_redo(struct session *session, struct buf *said, struct err *err)
{
    struct actor actor = session_actor(session);
    struct change change;
    if (!store_redo(session->store, &actor, &session->arena, &change, err))
        return false;
    say_change(said, _("done again: %s, taken back %s"), &change);
    return true;
}
