#include "app/command.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/output.h"
#include "app/rejects.h"
#include "duban/i18n.h"
#include "duban/import.h"
#include "duban/text.h"

/* Findings of one file on their way to the user and to the batch. */
struct findings {
    const char *file;
    struct store_import *batch;
    struct rejects rejects;
};

static bool tell(void *context, const struct issue *issue, struct err *err)
{
    struct findings *findings = context;
    struct err shown;
    char line[ERR_TEXT_MAX + ERR_FILE_MAX + 32];
    err_at(&shown, ERR_FINDING, findings->file, issue->line, issue->column, "%s", issue->text);
    fprintf(stderr, "duban: %s\n", err_format(&shown, line, sizeof(line)));
    if (issue_is_warning(issue->code))
        return true;
    rejects_add(&findings->rejects, issue);
    const struct issue_row row = {
        .code = issue_word(issue->code),
        .file = findings->file,
        .line = issue->line,
        .column = issue->column,
        .text = issue->text,
        .raw = issue->raw,
    };
    return store_import_issue(findings->batch, &row, err);
}

static bool read_options(const struct session *session, const char *name,
                         struct import_options *out, struct err *err)
{
    const struct options *options = session->options;
    *out = (struct import_options){
        .name = name,
        .encoding = options->value[OPTION_ENCODING],
        .as_of = session->as_of,
        .school = session->own_school, /* a clerk's; the store would refuse the others anyway */
        .allow_decrease = options->value[OPTION_ALLOW_DECREASE] != NULL,
        .fill_down = options->value[OPTION_FILL_DOWN] != NULL,
    };
    const char *code = options->value[OPTION_SCHOOL];
    return session_date(session, OPTION_DATE, DAY_NONE, &out->date, err) &&
           (!code || session_school(session, code, &out->school, err));
}

static void summarise(struct buf *out, const char *name, const struct import_result *result,
                      const char *ending)
{
    buf_printf(out,
               _("%s: %lld reports: %lld new, %lld changed, %lld the same, %lld rejected (%s, %s)"),
               name, (long long)result->rows, (long long)result->fresh, (long long)result->changed,
               (long long)result->same, (long long)result->rejected, result->encoding,
               result->wide ? _("wide form") : _("long form"));
    buf_printf(out, "; %s\n", ending);
}

/* Takes everything of a batch back. */
static bool end_batch(struct store_import *batch, struct err *err)
{
    const struct import_counts none = {.encoding = ""};
    return store_import_end(batch, false, &none, NULL, err);
}

/* Ends the batch as the result and the options say, and tells what became of the file. */
static bool finish(struct session *session, struct findings *findings,
                   const struct import_result *result, struct err *err)
{
    const struct options *options = session->options;
    const char *name = findings->file, *rejects = options->value[OPTION_REJECTS];
    int64_t good = result->fresh + result->changed + result->same;
    bool refused = options->value[OPTION_STRICT] && result->rejected > 0;
    bool keep = !options->value[OPTION_DRY_RUN] && !refused && good > 0;
    const struct import_counts counts = {
        .encoding = result->encoding,
        .rows = result->rows,
        .fresh = result->fresh,
        .changed = result->changed,
        .same = result->same,
        .rejected = result->rejected,
    };
    int64_t id = 0;
    struct err rollback;
    if (rejects && !rejects_write(&findings->rejects, rejects, result, err))
        return end_batch(findings->batch, &rollback) && false;
    if (!store_import_end(findings->batch, keep, &counts, &id, err)) {
        if (rejects)
            unlink(rejects); /* it was made a moment ago, for a batch that is not there */
        return false;
    }
    struct buf out = {0};
    char number[64];
    snprintf(number, sizeof(number), _("import %lld"), (long long)id);
    summarise(&out, name, result,
              keep                             ? number
              : options->value[OPTION_DRY_RUN] ? _("nothing kept (--dry-run)")
              : refused                        ? _("nothing kept (--strict)")
                                               : _("nothing to keep"));
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    if (result->rejected > 0)
        session->status = ERR_FINDING;
    if (ok && result->rejected > 0 && good == 0)
        return err_at(err, ERR_DATA, name, 0, 0,
                      _("every row was rejected; mend the cells named above and send it again"));
    return ok;
}

/* Goes on to the next stop of the import. */
static bool go_on(struct import *import, struct err *err)
{
    struct import_progress progress;
    return import_step(import, IMPORT_NO_BUDGET, &progress, err);
}

/* Takes in what was read and checked. */
static bool take_in(struct session *session, const char *name, struct import *import,
                    struct err *err)
{
    struct findings findings = {.file = name};
    const struct import_result *result = import_result(import);
    const struct import_source source = {.name = name, .sha256 = result->sha256};
    struct actor actor = session_actor(session);
    struct intake_sink sink;
    if (!store_import_begin(session->store, session->plan, &source, &actor, &findings.batch, &sink,
                            err))
        return false;
    const struct issue_sink issues = {&findings, tell};
    struct err rollback;
    bool ok;
    import_set_sinks(import, &sink, &issues);
    struct import_progress progress = {0};
    do {
        ok = import_step(import, IMPORT_NO_BUDGET, &progress, err);
    } while (ok && progress.stage != IMPORT_DONE);
    if (ok)
        ok = finish(session, &findings, result, err);
    else if (!end_batch(findings.batch, &rollback))
        ok = false; /* *err says the first thing that went wrong */
    rejects_free(&findings.rejects);
    return ok;
}

static bool say_same(const char *name, int64_t seen, struct err *err)
{
    struct buf out = {0};
    buf_printf(&out, _("%s: the same file as import %lld; nothing changed\n"), name,
               (long long)seen);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

static bool read_input(struct session *session, const char *name, const struct import_input *input,
                       struct err *err)
{
    struct import_options options;
    struct import *import;
    int64_t seen;
    if (!read_options(session, name, &options, err) ||
        !import_open(input, session->plan, &options, &import, err))
        return false;
    bool ok = go_on(import, err) &&
              store_import_seen(session->store, import_result(import)->sha256, &seen, err);
    if (ok && seen != 0)
        ok = say_same(name, seen, err);
    else
        ok = ok && go_on(import, err) && take_in(session, name, import, err);
    import_close(import);
    return ok;
}

static bool import_file(struct session *session, const char *path, struct err *err)
{
    const char *slash = strrchr(path, '/');
    char name[ERR_FILE_MAX];
    struct import_input input;
    text_clean_into(name, sizeof(name), sv_from(slash ? slash + 1 : path));
    if (!import_input_open(path, &input, err))
        return false;
    bool ok = read_input(session, name, &input, err);
    import_input_close(&input);
    return ok;
}

/* A file of rejects is for one file, and new. */
static bool check_rejects(const struct options *options, struct err *err)
{
    const char *path = options->value[OPTION_REJECTS];
    if (path && options->operand_count > 1)
        return err_set(err, ERR_USAGE,
                       _("--rejects goes with one file; import the files one by one"));
    if (path && access(path, F_OK) == 0)
        return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                      _("this file is there already; choose another name"));
    return true;
}

/* Takes in each file by itself: a file that cannot be used does not stop the next. The error of
 * the last bad one decides the exit status. */
bool cmd_import(struct session *session, struct err *err)
{
    if (!check_rejects(session->options, err) || !session_open(session, STORE_WRITE, err))
        return false;
    bool ok = true;
    for (int i = 0; i < session->options->operand_count; i++) {
        if (import_file(session, session->options->operands[i], err))
            continue;
        ok = false;
        if (i + 1 < session->options->operand_count) {
            char text[ERR_TEXT_MAX + ERR_FILE_MAX + 32];
            fprintf(stderr, "duban: %s\n", err_format(err, text, sizeof(text)));
        }
        if (err->code == ERR_BUSY || err->code == ERR_IO)
            break;
    }
    return ok;
}
