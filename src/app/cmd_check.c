/* cmd_check.c - attention and check: what needs care, for people and for cron. */
#include "app/command.h"

#include "app/compare.h"
#include "app/filter.h"
#include "app/output.h"
#include "duban/i18n.h"
#include "duban/lang.h"

bool cmd_attention(struct session *session, struct err *err)
{
    enum report_format format;
    struct report_filter filter;
    struct problems problems;
    if (!session_open(session, STORE_READ, err) || !filter_read(session, &format, &filter, err) ||
        !filter_parts(session, &filter, err) || !session_judge(session, err) ||
        !session_problems(session, &problems, err) || !compare_read(session, &filter, err))
        return false;
    struct buf out = {0};
    report_attention(&out, session->board, &problems, format, &filter);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

/* "5.1 overdue New school places: due on ..." or "problem 3 overdue: no land; 14 days over". */
static void add_finding(struct buf *out, const struct session *session, const struct care *care)
{
    if (care->problem) {
        buf_printf(out, _("problem %lld %s: %s"), (long long)care->problem->id,
                   lang_standing(care->standing), care->problem->text);
        buf_puts(out, _("; "));
        lang_days(out, care->days);
    } else {
        const struct target *target = &session->plan->targets[care->target];
        struct buf why = {0};
        lang_reason(&why, target, &session->board->verdicts[care->target], session->as_of);
        buf_printf(out, "%s %s ", target->code, lang_standing(care->standing));
        buf_printf(out, _("%s: %s"), name_in(&target->name, session->lang), buf_text(&why));
        buf_free(&why);
    }
    buf_putc(out, '\n');
}

/* One line a finding, nothing when all is well. */
bool cmd_check(struct session *session, struct err *err)
{
    struct problems problems;
    struct report_filter filter = {.lang = session->lang};
    if (!session_open(session, STORE_READ, err) || !filter_parts(session, &filter, err) ||
        !session_judge(session, err) || !session_problems(session, &problems, err))
        return false;
    const struct care *list;
    size_t count = attention_make(session->board, &problems, &session->arena, &list);
    struct buf out = {0};
    for (size_t i = 0; i < count; i++) {
        if (!attention_is_finding(&list[i]) ||
            !report_shows_care(session->board, &filter, &list[i]))
            continue;
        session->status = ERR_FINDING;
        add_finding(&out, session, &list[i]);
    }
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
