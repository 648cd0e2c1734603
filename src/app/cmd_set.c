#include "app/command.h"

#include <string.h>

#include "app/edit.h"
#include "app/output.h"
#include "duban/i18n.h"
#include "duban/lang.h"
#include "duban/measure.h"

static bool read_amount(const char *text, const char *what, amount *out, struct err *err)
{
    if (amount_parse(sv_from(text), out))
        return true;
    return err_set(err, ERR_DATA, _("%s '%s' is no number; write it as 12 or 12.5"), what, text);
}

/* The unit that the value is for: --school, else the target's own. */
static bool read_unit(const struct session *session, int target, int *school, struct err *err)
{
    const char *code = session->options->value[OPTION_SCHOOL];
    if (code)
        return session_school(session, code, school, err);
    *school = plan_own_unit(session->plan, &session->plan->targets[target]);
    if (*school >= 0)
        return true;
    return err_set(err, ERR_USAGE, _("target %s is reported by schools; name one with --school"),
                   session->plan->targets[target].code);
}

/* The value, and the denominator that it brings along where --of gives none. */
static bool read_value(const struct session *session, struct intake_row *row, struct err *err)
{
    const char *text = session->options->operands[1], *of = session->options->value[OPTION_OF];
    if (of)
        return read_amount(text, _("the value"), &row->value, err) &&
               read_amount(of, _("the denominator"), &row->of, err);
    const struct target *target = &session->plan->targets[row->target];
    if (measure_read(target, sv_from(text), &row->value, &row->of))
        return true;
    return err_set(err, ERR_DATA,
                   measure_takes_percent(target)
                       ? _("'%s' is no value; write a number, 12/30, or 98%%")
                       : _("'%s' is no value of this target; write how many, as 12"),
                   text);
}

static bool read_row(const struct session *session, struct intake_row *row, struct err *err)
{
    const struct options *options = session->options;
    *row = (struct intake_row){.of = AMOUNT_NONE};
    row->note = sv_from(options->value[OPTION_NOTE]);
    return session_target(session, options->operands[0], &row->target, err) &&
           read_unit(session, row->target, &row->school, err) && read_value(session, row, err) &&
           session_date(session, OPTION_DATE, session->as_of, &row->date, err);
}

bool cmd_set(struct session *session, struct err *err)
{
    struct intake_row row;
    struct buf said = {0};
    bool overtaken;
    bool ok = session_open(session, STORE_WRITE, err) && read_row(session, &row, err) &&
              edit_value(session, &row, session->options->value[OPTION_ALLOW_DECREASE] != NULL,
                         NULL, &said, &overtaken, err) &&
              output_said(&said, err);
    buf_free(&said);
    return ok;
}

/* "12", "4-5" or "none". */
static bool read_goal(const char *text, struct terms *terms, struct err *err)
{
    terms->goal_min = terms->goal_max = AMOUNT_NONE;
    if (strcmp(text, "none") == 0)
        return true;
    struct sv rest = sv_from(text), low;
    const char *dash = strchr(text, '-');
    bool range = dash && dash != text;
    bool ok = sv_split(&rest, range ? '-' : '\0', &low) && amount_parse(low, &terms->goal_min) &&
              (!range || amount_parse(rest, &terms->goal_max));
    if (ok && terms->goal_min >= 0 && (!range || terms->goal_max >= terms->goal_min))
        return true;
    return err_set(err, ERR_DATA, _("'%s' is no goal; write 12, 4-5 or none"), text);
}

/* Opens for writing and gives the terms of the target that the first operand names, as they are on
 * the day from which the new ones hold: what was changed later does not slip into the past. */
static bool open_terms(struct session *session, int *target, struct terms *terms, daynum *since,
                       struct err *err)
{
    if (!session_open(session, STORE_WRITE, err) ||
        !session_target(session, session->options->operands[0], target, err) ||
        !session_date(session, OPTION_DATE, session->as_of, since, err))
        return false;
    struct plan then;
    if (!session_plan_on(session, *since, &then, err))
        return false;
    *terms = store_terms_of(&then.targets[*target]);
    return true;
}

bool cmd_set_goal(struct session *session, struct err *err)
{
    int target;
    struct terms terms;
    daynum since;
    struct buf said = {0};
    bool overtaken;
    bool ok = open_terms(session, &target, &terms, &since, err) &&
              read_goal(session->options->operands[1], &terms, err) &&
              edit_terms(session, target, &terms, since, NULL, &said, &overtaken, err) &&
              output_said(&said, err);
    buf_free(&said);
    return ok;
}

bool cmd_set_due(struct session *session, struct err *err)
{
    int target;
    struct terms terms;
    daynum since;
    const char *text = session->options->operands[1];
    if (!open_terms(session, &target, &terms, &since, err))
        return false;
    if (!date_parse(sv_from(text), &terms.due))
        return err_set(err, ERR_DATA, _("'%s' is no date; write it as 2021-09-15"), text);
    struct buf said = {0};
    bool overtaken;
    bool ok = edit_terms(session, target, &terms, since, NULL, &said, &overtaken, err) &&
              output_said(&said, err);
    buf_free(&said);
    return ok;
}

/* Puts a number, or "plan" for what the plan has, into one threshold. */
static bool read_threshold(const char *word, const char *text, const struct thresholds *plans,
                           struct thresholds *out, struct err *err)
{
    enum threshold threshold;
    amount number;
    if (!threshold_parse(sv_from(word), &threshold))
        return err_set(err, ERR_DATA,
                       _("no threshold %s; use spi_min, forecast_slack, due_soon_days, "
                         "reporting_days or silent_periods"),
                       word);
    if (plans && strcmp(text, "plan") == 0)
        return threshold_set(out, threshold, threshold_get(plans, threshold));
    const struct threshold_range range = threshold_range(threshold);
    if (amount_parse(sv_from(text), &number) &&
        threshold_set(out, threshold, amount_double(number)))
        return true;
    return err_set(err, ERR_DATA,
                   range.whole ? _("'%s' is no %s; write a whole number from %g to %g")
                               : _("'%s' is no %s; write a number from %g to %g"),
                   text, word, range.least, range.most);
}

/* The plan's own thresholds, or a target's. */
bool cmd_set_threshold(struct session *session, struct err *err)
{
    char **operands = session->options->operands;
    bool whole_plan = strcmp(operands[0], "plan") == 0;
    daynum since;
    struct plan then;
    struct buf said = {0};
    bool overtaken;
    if (!session_open(session, STORE_WRITE, err) ||
        !session_date(session, OPTION_DATE, session->as_of, &since, err) ||
        !session_plan_on(session, since, &then, err))
        return false;
    int target = -1;
    struct terms terms = {.thresholds = then.thresholds};
    if (!whole_plan) {
        if (!session_target(session, operands[0], &target, err))
            return false;
        terms = store_terms_of(&then.targets[target]);
    }
    bool ok =
        read_threshold(operands[1], operands[2], whole_plan ? NULL : &then.thresholds,
                       &terms.thresholds, err) &&
        (whole_plan ? edit_thresholds(session, &terms.thresholds, since, &said, err)
                    : edit_terms(session, target, &terms, since, NULL, &said, &overtaken, err));
    ok = ok && output_said(&said, err);
    buf_free(&said);
    return ok;
}
