#include "ui/since.h"

#include <math.h>

enum { DAY = 1, WEEK = 7, MONTHS_A_YEAR = 12 };

/* The same day of another month, or the last one where that month is shorter. */
static daynum month_away(daynum day, int months)
{
    int year, month, day_of_month;
    daynum away = day;
    date_split(day, &year, &month, &day_of_month);
    int total = year * MONTHS_A_YEAR + month - 1 + months;
    while (day_of_month > 0 &&
           !date_make(total / MONTHS_A_YEAR, total % MONTHS_A_YEAR + 1, day_of_month, &away))
        day_of_month--;
    return away;
}

static const char *read_as_of(const struct ui *ui, const char *text, struct ui_request *request)
{
    (void)ui;
    request->type = UI_SET_AS_OF;
    return entry_read_date(text, &request->date);
}

static const char *read_compare(const struct ui *ui, const char *text, struct ui_request *request)
{
    request->type = UI_COMPARE;
    request->date = DAY_NONE;
    const char *fault = sv_trim(sv_from(text)).len > 0 ? entry_read_date(text, &request->date) : "";
    bool later = fault[0] == '\0' && request->date > ui->board->as_of;
    return later ? _("the day to compare with lies after the one that is looked at; "
                     "choose an earlier one")
                 : fault;
}

/* A text that was printed stays what it was. */
static void say_of_output(struct ui *ui)
{
    if (ui_here(ui)->screen == SCREEN_OUTPUT)
        ui_say(ui, UI_TONE_INFO, _("this output is of the day it was asked for; : asks again"));
}

static void as_of_done(struct ui *ui, const char *text)
{
    (void)text;
    say_of_output(ui);
}

/* Where nothing is marked, that is said. */
static void compare_done(struct ui *ui, const char *text)
{
    bool marks = ON_COMPARING & 1u << ui_here(ui)->screen;
    if (!marks && sv_trim(sv_from(text)).len > 0)
        ui_say(ui, UI_TONE_INFO, _("nothing is marked here; the views of targets mark it"));
}

static const struct question question_as_of = {.read = read_as_of, .done = as_of_done};
static const struct question question_compare = {.read = read_compare, .done = compare_done};

static void ask_compare(struct ui *ui)
{
    char date[DATE_TEXT_MAX];
    daynum since =
        ui->comparison ? ui->comparison->before->as_of : month_away(ui->board->as_of, -1);
    ui_ask(ui, &question_compare, _("Changes since (nothing: none):"), date_format(since, date));
}

bool since_act(struct ui *ui, enum action action, struct ui_request *request)
{
    char date[DATE_TEXT_MAX];
    daynum now = ui->board->as_of, then;
    switch (action) {
    case ACTION_DAY_BACK:
        then = now - DAY;
        break;
    case ACTION_DAY_ON:
        then = now + DAY;
        break;
    case ACTION_WEEK_BACK:
        then = now - WEEK;
        break;
    case ACTION_WEEK_ON:
        then = now + WEEK;
        break;
    case ACTION_MONTH_BACK:
        then = month_away(now, -1);
        break;
    case ACTION_MONTH_ON:
        then = month_away(now, 1);
        break;
    case ACTION_AS_OF:
        ui_ask(ui, &question_as_of, _("As of:"), date_format(now, date));
        return true;
    case ACTION_COMPARE:
        ask_compare(ui);
        return true;
    default:
        return false;
    }
    *request = (struct ui_request){.type = UI_SET_AS_OF, .date = then};
    say_of_output(ui);
    return true;
}

char since_mark(const struct target_change *change)
{
    return change->newly_overdue         ? '!'
           : change->newly_done          ? '='
           : change->trend == TREND_SAME ? ' '
                                         : trend_mark(change->trend);
}

char since_item_mark(const struct rollup_change *change)
{
    return change->newly_overdue > 0 ? '!'
           : change->worse > 0       ? '-'
           : change->newly_done > 0  ? '='
           : change->better > 0      ? '+'
                                     : ' ';
}

void since_add_counts(const struct rollup_change *change, struct buf *out)
{
    const struct {
        char mark;
        int count;
    } counts[] = {{'!', change->newly_overdue},
                  {'=', change->newly_done},
                  {'+', change->better - change->newly_done},
                  {'-', change->worse - change->newly_overdue}};
    size_t start = out->len;
    for (size_t i = 0; i < COUNT_OF(counts); i++) {
        if (counts[i].count > 0)
            buf_printf(out, "%s%c%d", out->len > start ? " " : "[", counts[i].mark,
                       counts[i].count);
    }
    if (out->len > start)
        buf_puts(out, "] ");
}

void since_add_change(const struct ui *ui, int target, struct buf *out)
{
    const struct target_change *change = &ui->comparison->targets[target];
    char date[DATE_TEXT_MAX];
    struct buf what = {0}, points = {0};
    lang_target_change(&what, change);
    lang_points(&points, change->share);
    buf_printf(out, _("since %s: %s (%s points)"), date_format(ui->comparison->before->as_of, date),
               buf_text(&what), buf_text(&points));
    buf_free(&what);
    buf_free(&points);
}
