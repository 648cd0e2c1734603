/* next.c - what comes next for a target in need of care, as one sentence. */
#include <math.h>

#include "duban/lang.h"
#include "lang/voice.h"

static void dated_step(struct buf *out, const struct voice *say, const struct care *care,
                       daynum as_of, enum lang lang)
{
    char date[DATE_TEXT_MAX];
    const struct step *step = care->step;
    const char *format =
        step->date < as_of ? N_("step that was due on %s: %s") : N_("step due on %s: %s");
    buf_printf(out, say->text(format), date_format(step->date, date), name_in(&step->name, lang));
}

static void open_problem(struct buf *out, const struct voice *say, const struct problem *problem)
{
    char date[DATE_TEXT_MAX];
    if (problem->due == DAY_NONE)
        buf_printf(out, say->text(N_("problem %lld: %s")), (long long)problem->id, problem->text);
    else
        buf_printf(out, say->text(N_("problem %lld, due on %s: %s")), (long long)problem->id,
                   date_format(problem->due, date), problem->text);
}

/* The unit behind a number; Chinese ones stand close to it. */
static void add_unit(struct buf *out, const struct target *target, amount n, enum lang lang)
{
    if (lang_is_percent(target)) {
        buf_putc(out, '%');
        return;
    }
    if (lang == LANG_EN && name_in(&target->unit, lang)[0] != '\0')
        buf_putc(out, ' ');
    lang_unit(out, target, n, lang);
}

/* "12.5 places", away from 0, so that it is enough. */
static void add_quantity(struct buf *out, const struct target *target, double quantity,
                         enum lang lang)
{
    double shown = copysign(ceil(fabs(quantity) * 10 - 1e-9) / 10, quantity);
    buf_printf(out, "%.1f", shown);
    add_unit(out, target, AMOUNT_NONE, lang);
}

static void catch_up(struct buf *out, const struct voice *say, const struct target *target,
                     const struct care *care, enum lang lang)
{
    struct buf weekly = {0};
    char date[DATE_TEXT_MAX];
    if (isnan(care->weekly)) {
        buf_puts(out, say->text(N_("find out why it stands still, and agree on the next step")));
        return;
    }
    add_quantity(&weekly, target, care->weekly, lang);
    buf_printf(out, say->text(N_("catch up: %s a week until %s")), buf_text(&weekly),
               date_format(target->due, date));
    buf_free(&weekly);
}

static void ask_the_silent(struct buf *out, const struct voice *say, const struct target *target,
                           const struct verdict *verdict)
{
    long long missing = (long long)target->scope_size - (long long)verdict->reporters;
    if (missing > 0)
        buf_printf(out, say->text(N_("ask the units that never reported, %lld of %zu")), missing,
                   target->scope_size);
    else
        buf_puts(out, say->text(N_("ask for new reports; all units reported once")));
}

static void by_rule(struct buf *out, const struct voice *say, const struct board *board,
                    const struct care *care, enum lang lang)
{
    const struct target *target = &board->plan->targets[care->target];
    const struct verdict *verdict = &board->verdicts[care->target];
    switch (verdict->rule) {
    case RULE_CAP_PASSED:
        buf_puts(out, say->text(N_("find the cause, stop it, and report to who set the limit")));
        break;
    case RULE_PAST_DUE:
        buf_puts(out, say->text(N_("finish what is missing, or set a new due date and say why")));
        break;
    case RULE_NO_REPORT:
        ask_the_silent(out, say, target, verdict);
        break;
    default:
        catch_up(out, say, target, care, lang);
    }
}

static void next_in(struct buf *out, const struct voice *say, const struct board *board,
                    const struct care *care, enum lang lang)
{
    switch (care->next) {
    case NEXT_STEP:
        dated_step(out, say, care, board->as_of, lang);
        break;
    case NEXT_PROBLEM:
        if (care->problem)
            buf_puts(out, say->text(N_("clear it away, or agree on a new date and say why")));
        else
            open_problem(out, say, care->open);
        break;
    case NEXT_RULE:
        by_rule(out, say, board, care, lang);
        break;
    case NEXT_TOTAL:
        BUG("no next step");
    }
}

void lang_next(struct buf *out, const struct board *board, const struct care *care, enum lang lang)
{
    next_in(out, &voice_user, board, care, lang);
}

void lang_next_english(struct buf *out, const struct board *board, const struct care *care)
{
    next_in(out, &voice_english, board, care, LANG_EN);
}

void lang_gap(struct buf *out, const struct target *target, amount gap, enum lang lang)
{
    char number[AMOUNT_TEXT_MAX];
    if (gap == AMOUNT_NONE) {
        buf_putc(out, '-');
        return;
    }
    amount tenth = AMOUNT_ONE / 10, away = gap < 0 ? -gap : gap;
    amount shown = (away + tenth - 1) / tenth * tenth;
    amount_format(shown, number);
    if (gap < 0) {
        buf_printf(out, _("%s over"), number);
        return;
    }
    buf_puts(out, number);
    add_unit(out, target, shown, lang);
}
