#include "app/command.h"

#include "app/output.h"
#include "duban/i18n.h"
#include "duban/lang.h"

/* Is this what cron wants to hear of? */
static bool is_finding(enum standing standing)
{
    return standing == STANDING_OVERDUE || standing == STANDING_BREACHED ||
           standing == STANDING_LAGGING;
}

/* One line a finding, nothing when all is well. */
bool cmd_check(struct session *session, struct err *err)
{
    if (!session_open(session, STORE_READ, err) || !session_judge(session, err))
        return false;
    const int *targets;
    size_t count = board_attention(session->board, false, &session->arena, &targets);
    struct buf out = {0};
    for (size_t i = 0; i < count; i++) {
        const struct target *target = &session->plan->targets[targets[i]];
        const struct verdict *verdict = &session->board->verdicts[targets[i]];
        if (!is_finding(verdict->standing))
            continue;
        session->status = ERR_FINDING;
        buf_printf(&out, "%s %s %s: ", target->code, lang_standing(verdict->standing),
                   name_in(&target->name, session->lang));
        lang_reason(&out, target, verdict, session->as_of);
        buf_putc(&out, '\n');
    }
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
