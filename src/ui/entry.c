/* entry.c - values and goals as a person types them. */
#include <stdio.h>
#include <string.h>

#include "ui/ui.h"

/* Takes "# a note" off the end; a full-width # does too. */
static struct sv cut_note(struct sv *rest)
{
    static const char wide[] = "\uFF03";
    for (size_t i = 0; i < rest->len; i++) {
        struct sv at = sv_skip(*rest, i);
        size_t mark = at.data[0] == '#'                                             ? 1
                      : at.len >= 3 && memcmp(at.data, wide, sizeof(wide) - 1) == 0 ? 3
                                                                                    : 0;
        if (mark == 0)
            continue;
        *rest = sv_trim((struct sv){rest->data, i});
        return sv_trim(sv_skip(at, mark));
    }
    return (struct sv){0};
}

/* What stands before a note. */
static const char *read_value(const struct target *target, struct sv rest,
                              struct ui_request *request)
{
    struct sv word;
    if (!sv_split(&rest, ' ', &word) || !measure_read(target, word, &request->value, &request->of))
        return measure_takes_percent(target) ? _("write a number, 12/30, or 98%")
                                             : _("write how many, as 12");
    while (sv_split(&rest, ' ', &word)) {
        if (sv_eq(word, SV("!")))
            request->allow_decrease = true;
        else if (word.len > 0 && !date_parse(word, &request->date))
            return _("write the date as 2021-09-15");
    }
    enum value_fault fault = measure_check(target, request->value, request->of);
    return fault == VALUE_OK ? "" : lang_value_fault(fault);
}

const char *entry_read_value(const struct ui *ui, const char *text, struct ui_request *request)
{
    const struct target *target = &ui->board->plan->targets[request->target];
    struct sv rest = sv_trim(sv_from(text));
    struct sv note = cut_note(&rest);
    char room[TEXT_FOLD_MAX];
    request->date = ui->board->as_of;
    request->allow_decrease = false;
    snprintf(request->text, sizeof(request->text), "%.*s", SV_ARG(note));
    return read_value(target, text_fold(rest, room), request);
}

const char *entry_read_date(const char *text, daynum *out)
{
    char room[TEXT_FOLD_MAX];
    bool read = date_parse(text_fold(sv_trim(sv_from(text)), room), out);
    return read ? "" : _("write the date as 2021-09-15");
}

static const char *read_goal(struct sv rest, struct ui_request *request)
{
    struct sv low;
    request->value = request->of = AMOUNT_NONE;
    if (sv_eq(rest, SV("none")) || sv_eq(rest, sv_from(_("none"))))
        return "";
    if (!sv_split(&rest, '-', &low) || !amount_parse(low, &request->value) ||
        (rest.len > 0 && !amount_parse(rest, &request->of)))
        return _("write 12, 4-5 or none");
    if (request->of != AMOUNT_NONE && request->of < request->value)
        return _("the upper end is below the lower; turn them round");
    return "";
}

const char *entry_read_goal(const struct ui *ui, const char *text, struct ui_request *request)
{
    char room[TEXT_FOLD_MAX];
    (void)ui;
    return read_goal(text_fold(sv_trim(sv_from(text)), room), request);
}
