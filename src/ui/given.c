#include "ui/given.h"

#include <stdio.h>
#include <string.h>

enum { APART = 3 }; /* columns between two of them */

/* The same files again, with what is said now. */
static struct ui_request look_again(const struct ui *ui)
{
    return (struct ui_request){
        .type = UI_INTAKE_LOOK, .target = -1, .school = -1, .given = ui->intake.given};
}

/* ---- shown ----------------------------------------------------------------------------------- */

static const char *yes_or_no(bool yes)
{
    return yes ? _("yes") : _("no");
}

/* The things that can be said, with what is said. Returns whether that is anything. */
typedef bool given_fn(const struct ui_given *given, struct buf *out);

static bool add_date(const struct ui_given *given, struct buf *out)
{
    char date[DATE_TEXT_MAX];
    bool said = given->date != DAY_NONE;
    buf_printf(out, _("rows that state no day: %s"), said ? date_format(given->date, date) : "-");
    return said;
}

static bool add_encoding(const struct ui_given *given, struct buf *out)
{
    buf_printf(out, _("encoding: %s"), given->encoding ? given->encoding : _("by content"));
    return given->encoding != NULL;
}

static bool add_falling(const struct ui_given *given, struct buf *out)
{
    buf_printf(out, _("take values that fall: %s"), yes_or_no(given->allow_decrease));
    return given->allow_decrease;
}

static bool add_merged(const struct ui_given *given, struct buf *out)
{
    buf_printf(out, _("fill merged cells: %s"), yes_or_no(given->fill_down));
    return given->fill_down;
}

static bool add_strict(const struct ui_given *given, struct buf *out)
{
    buf_printf(out, _("all or nothing: %s"), yes_or_no(given->strict));
    return given->strict;
}

static bool add_rejects(const struct ui_given *given, struct buf *out)
{
    bool said = given->rejects[0] != '\0';
    buf_printf(out, _("rejected rows into: %s"), said ? given->rejects : "-");
    return said;
}

static const struct {
    enum action action;
    given_fn *add;
} givens[] = {
    {ACTION_FILE_DATE, add_date}, {ACTION_ENCODING, add_encoding}, {ACTION_FALLING, add_falling},
    {ACTION_MERGED, add_merged},  {ACTION_STRICT, add_strict},     {ACTION_REJECTS, add_rejects},
};

bool given_action(enum action action)
{
    for (size_t i = 0; i < COUNT_OF(givens); i++) {
        if (givens[i].action == action)
            return true;
    }
    return false;
}

int given_draw(const struct ui *ui, struct canvas *canvas, int y, const struct area *area)
{
    bool open = ui->intake.phase == UI_INTAKE_LOOKED || ui->intake.phase == UI_INTAKE_LOOKING;
    bool roomy = area->rows >= ROOMY;
    int rows = 0, x = 0;
    struct buf text = {0};
    for (size_t i = 0; i < COUNT_OF(givens) && ui->intake.phase != UI_INTAKE_NONE; i++) {
        buf_clear(&text);
        bool said = givens[i].add(&ui->intake.given, &text);
        struct sv key = sv_from(open ? action_info(givens[i].action)->keys : "");
        int width = text_width(buf_sv(&text)) + text_width(key) + (open ? 1 : 0);
        if (!said && !(open && roomy)) /* their keys are hints all the same */
            continue;
        if (x + width > area->columns)
            x = 0;
        rows += x == 0;
        int at = area->x + x;
        if (open)
            at = canvas_put(canvas, y + rows - 1, at, area->columns - x, ROLE_STRONG, key) + 1;
        canvas_put(canvas, y + rows - 1, at, area->x + area->columns - at,
                   said ? ROLE_INFO : ROLE_HINT, buf_sv(&text));
        x += width + APART;
    }
    buf_free(&text);
    return rows;
}

/* ---- asked for and changed ------------------------------------------------------------------- */

static const char *read_date(const struct ui *ui, const char *text, struct ui_request *request)
{
    const struct plan *plan = ui->board->plan;
    *request = look_again(ui);
    daynum *date = &request->given.date;
    const char *fault = entry_read_date(text, date);
    if (fault[0] != '\0')
        return fault;
    bool fits = *date >= plan->starts && *date <= plan->ends && *date <= ui->board->as_of;
    return fits ? "" : _("this day is not in the plan's year, or still to come");
}

static const struct question question_date = {.read = read_date};

static void ask_date(struct ui *ui)
{
    char date[DATE_TEXT_MAX];
    daynum day = ui->intake.given.date != DAY_NONE ? ui->intake.given.date : ui->board->as_of;
    ui_ask(ui, &question_date, _("Day of the rows that state none:"), date_format(day, date));
}

static const char *read_rejects(const struct ui *ui, const char *text, struct ui_request *request)
{
    *request = look_again(ui);
    snprintf(request->given.rejects, sizeof(request->given.rejects), "%s", text);
    return strlen(text) < sizeof(request->given.rejects)
               ? ""
               : _("this path is too long; choose another");
}

static const struct question question_rejects = {.read = read_rejects};

static void ask_rejects(struct ui *ui)
{
    const char *said = ui->intake.given.rejects;
    ui_ask(ui, &question_rejects, _("File of rejected rows (empty: none):"),
           said[0] != '\0' ? said : ui->intake.rejects);
}

/* The encoding after this one; after the last one it is told by content again. */
static const char *next_encoding(const struct ui *ui, const char *encoding)
{
    const char *const *names = ui->options.encodings;
    for (; encoding && names && *names; names++) {
        if (strcmp(*names, encoding) == 0)
            return names[1];
    }
    return names ? *names : NULL;
}

bool given_act(struct ui *ui, enum action action, struct ui_request *request)
{
    struct ui_request again = look_again(ui);
    switch (action) {
    case ACTION_FILE_DATE:
        ask_date(ui);
        return true;
    case ACTION_REJECTS:
        ask_rejects(ui);
        return true;
    case ACTION_ENCODING:
        again.given.encoding = next_encoding(ui, again.given.encoding);
        break;
    case ACTION_FALLING:
        again.given.allow_decrease = !again.given.allow_decrease;
        break;
    case ACTION_MERGED:
        again.given.fill_down = !again.given.fill_down;
        break;
    case ACTION_STRICT:
        again.given.strict = !again.given.strict;
        break;
    default:
        return false;
    }
    *request = again;
    return true;
}
