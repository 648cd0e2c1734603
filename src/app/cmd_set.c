#include "app/command.h"

#include <string.h>

#include "app/edit.h"
#include "app/output.h"
#include "duban/i18n.h"
#include "duban/lang.h"

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

static bool read_row(const struct session *session, struct intake_row *row, struct err *err)
{
    const struct options *options = session->options;
    *row = (struct intake_row){.of = AMOUNT_NONE};
    row->note = sv_from(options->value[OPTION_NOTE]);
    return session_target(session, options->operands[0], &row->target, err) &&
           read_unit(session, row->target, &row->school, err) &&
           read_amount(options->operands[1], _("the value"), &row->value, err) &&
           (!options->value[OPTION_OF] ||
            read_amount(options->value[OPTION_OF], _("the denominator"), &row->of, err)) &&
           session_date(session, OPTION_DATE, session->as_of, &row->date, err);
}

bool cmd_set(struct session *session, struct err *err)
{
    struct intake_row row;
    struct buf said = {0};
    bool ok = session_open(session, STORE_WRITE, err) && read_row(session, &row, err) &&
              edit_value(session, &row, session->options->value[OPTION_ALLOW_DECREASE] != NULL,
                         &said, err) &&
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

/* Opens for writing and gives the terms of the target that the first operand names. */
static bool open_terms(struct session *session, int *target, struct terms *terms, daynum *since,
                       struct err *err)
{
    if (!session_open(session, STORE_WRITE, err) ||
        !session_target(session, session->options->operands[0], target, err) ||
        !session_date(session, OPTION_DATE, session->as_of, since, err))
        return false;
    *terms = store_terms_of(&session->plan->targets[*target]);
    return true;
}

bool cmd_set_goal(struct session *session, struct err *err)
{
    int target;
    struct terms terms;
    daynum since;
    struct buf said = {0};
    bool ok = open_terms(session, &target, &terms, &since, err) &&
              read_goal(session->options->operands[1], &terms, err) &&
              edit_terms(session, target, &terms, since, &said, err) && output_said(&said, err);
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
    bool ok = edit_terms(session, target, &terms, since, &said, err) && output_said(&said, err);
    buf_free(&said);
    return ok;
}
