#include <string.h>
#include <sys/stat.h>

#include "app/command.h"
#include "app/output.h"
#include "duban/i18n.h"
#include "duban/report.h"

/* A report takes the place of its file; the database must never be that file. */
static bool is_database(const struct session *session, const char *path)
{
    struct stat file, database;
    return stat(path, &file) == 0 && stat(session->database, &database) == 0 &&
           file.st_dev == database.st_dev && file.st_ino == database.st_ino;
}

static bool deliver(const struct session *session, struct sv bytes, struct err *err)
{
    const char *path = session->options->value[OPTION_OUTPUT];
    if (!path || strcmp(path, "-") == 0)
        return output_print(bytes, err);
    if (is_database(session, path))
        return err_at(err, ERR_USAGE, path, 0, 0,
                      _("this is the database; choose another name for the report"));
    return output_replace(path, bytes, err);
}

bool cmd_report(struct session *session, struct err *err)
{
    const char *word = session->options->value[OPTION_FORMAT];
    enum bulletin_format format = BULLETIN_HTML;
    struct report_filter filter = {.lang = session->lang};
    const struct reporting *rows;
    if (word && !bulletin_format_parse(sv_from(word), &format))
        return err_set(err, ERR_USAGE, _("--format %s is unknown; use html, md or csv"), word);
    if (!session_open(session, STORE_READ, err) ||
        !session_number(session, OPTION_SECTION, &filter.section, err) ||
        !session_judge(session, err) ||
        !store_load_reporting(session->store, session->plan, session->as_of, &session->arena, &rows,
                              err))
        return false;
    struct buf out = {0};
    report_bulletin(&out, session->board, rows, format, &filter);
    bool ok = deliver(session, buf_sv(&out), err);
    buf_free(&out);
    return ok;
}
