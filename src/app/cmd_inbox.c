#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "app/command.h"
#include "app/filter.h"
#include "app/inbox.h"
#include "app/output.h"
#include "duban/i18n.h"

enum { SETTLE_USUAL = 30, SETTLE_MAX = 86400 };

static bool read_settle(const struct session *session, int *out, struct err *err)
{
    const char *word = session->options->value[OPTION_SETTLE];
    char *end;
    *out = SETTLE_USUAL;
    if (!word)
        return true;
    errno = 0;
    long seconds = strtol(word, &end, 10);
    if (errno != 0 || end == word || *end != '\0' || seconds < 0 || seconds > SETTLE_MAX)
        return err_set(err, ERR_USAGE, _("--settle %s is no number of seconds; give 0 to %d"), word,
                       SETTLE_MAX);
    *out = (int)seconds;
    return true;
}

/* Anything that somebody has to look at makes it a 1. */
static void set_status(struct session *session, const struct inbox *inbox)
{
    for (size_t i = 0; i < inbox->count; i++) {
        if (inbox->files[i].rejected > 0 || inbox->files[i].err.code != ERR_NONE)
            session->status = ERR_FINDING;
    }
    for (size_t i = 0; i < inbox->left_count; i++) {
        if (strcmp(inbox->left[i].why, LEFT_UNREADABLE) == 0)
            session->status = ERR_FINDING;
    }
}

static bool tell(struct session *session, const struct inbox *inbox, struct err *err)
{
    struct buf out = {0};
    const struct report_inbox report = {
        .dir = inbox->dir,
        .as_of = session->as_of,
        .files = inbox->files,
        .count = inbox->count,
        .left = inbox->left,
        .left_count = inbox->left_count,
    };
    report_inbox(&out, session->plan, &report, inbox->json ? REPORT_JSON : REPORT_TEXT,
                 &inbox->filter);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

bool cmd_inbox(struct session *session, struct err *err)
{
    struct inbox inbox = {.dir_fd = -1, .dry_run = session->options->value[OPTION_DRY_RUN] != NULL};
    enum report_format format;
    if (!session_open(session, STORE_WRITE, err) ||
        !filter_read(session, &format, &inbox.filter, err) ||
        !read_settle(session, &inbox.settle, err))
        return false;
    if (format == REPORT_CSV)
        return err_set(err, ERR_USAGE, _("--format csv is not for this command; use text or json"));
    inbox.json = format == REPORT_JSON;
    struct err stopped, unwritten;
    bool ok = inbox_run(&inbox, session, session->options->operands[0], &stopped);
    set_status(session, &inbox);
    bool told = (inbox.dir_fd < 0 && !ok) || tell(session, &inbox, &unwritten);
    inbox_free(&inbox);
    if (!ok)
        *err = stopped;
    else if (!told)
        *err = unwritten;
    return ok && told;
}
