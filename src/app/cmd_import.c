#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "app/filter.h"
#include "app/output.h"
#include "app/takein.h"
#include "duban/i18n.h"
#include "duban/report.h"
#include "duban/text.h"

static void print_err(const struct err *err)
{
    char text[ERR_TEXT_MAX + ERR_FILE_MAX + 32];
    fprintf(stderr, "duban: %s\n", err_format(err, text, sizeof(text)));
}

static void tell(void *context, const struct taken_issue *issue)
{
    struct err shown;
    (void)context;
    err_at(&shown, ERR_FINDING, issue->row.file, issue->row.line, issue->row.column, "%s",
           issue->row.text);
    print_err(&shown);
}

static const char *clean_name(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    char name[ERR_FILE_MAX];
    text_clean_into(name, sizeof(name), sv_from(slash ? slash + 1 : path));
    return arena_text(arena, sv_from(name));
}

static bool read_input(struct session *session, const char *path, size_t issues_max,
                       struct taken_file *file, struct err *err)
{
    struct takein_options options;
    struct import_input input;
    if (!takein_read_options(session, file->name, &options, err) ||
        !import_input_open(path, &input, err))
        return false;
    options.tell = tell;
    options.issues_max = issues_max;
    bool ok = takein(session, &input, &options, &session->arena, file, err);
    import_input_close(&input);
    return ok;
}

static bool import_file(struct session *session, const char *path, size_t issues_max,
                        struct taken_file *file, struct err *err)
{
    *file = takein_nothing(clean_name(&session->arena, path));
    bool ok = read_input(session, path, issues_max, file, err);
    if (!ok)
        file->err = *err;
    if (file->rejected > 0)
        session->status = ERR_FINDING;
    return ok;
}

/* A file of rejects is for one file, and new; standard input is read once. */
static bool check_files(const struct options *options, struct err *err)
{
    const char *path = options->value[OPTION_REJECTS];
    int inputs = 0;
    if (path && options->operand_count > 1)
        return err_set(err, ERR_USAGE,
                       _("--rejects goes with one file; import the files one by one"));
    if (path && access(path, F_OK) == 0)
        return err_at(err, ERR_CANT_WRITE, path, 0, 0,
                      _("this file is there already; choose another name"));
    for (int i = 0; i < options->operand_count; i++)
        inputs += strcmp(options->operands[i], "-") == 0;
    if (inputs > 1)
        return err_set(err, ERR_USAGE, _("- is standard input and can be read once; name it once"));
    return true;
}

/* What is told of one file as soon as it is done. */
static bool print_file(const struct session *session, const struct taken_file *file,
                       const struct report_filter *filter, struct err *err)
{
    struct buf out = {0};
    report_taken(&out, session->plan, file, filter);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

/* Takes in each file by itself: a file that cannot be used does not stop the next. The error of
 * the last bad one decides the exit status. */
static bool import_files(struct session *session, struct taken_file *files, size_t *done,
                         const struct report_filter *filter, struct err *err)
{
    const struct options *options = session->options;
    bool ok = true;
    for (int i = 0; i < options->operand_count; i++) {
        struct err failed;
        /* In words, each finding is told when it is met. */
        size_t issues_max = filter ? 0 : takein_issues_left(files, *done);
        bool taken = import_file(session, options->operands[i], issues_max, &files[*done], &failed);
        ++*done;
        if (filter && !print_file(session, &files[*done - 1], filter, err))
            return false;
        if (taken)
            continue;
        if (i + 1 < options->operand_count)
            print_err(&failed);
        ok = false;
        *err = failed;
        if (err->code == ERR_BUSY || err->code == ERR_IO)
            break;
    }
    return ok;
}

bool cmd_import(struct session *session, struct err *err)
{
    enum report_format format;
    struct report_filter filter;
    if (!check_files(session->options, err) || !session_open(session, STORE_WRITE, err) ||
        !filter_read(session, &format, &filter, err))
        return false;
    if (format == REPORT_CSV)
        return err_set(err, ERR_USAGE, _("--format csv is not for this command; use text or json"));
    size_t room = (size_t)session->options->operand_count, done = 0;
    struct taken_file *files = arena_array(&session->arena, room, sizeof(*files));
    bool ok = import_files(session, files, &done, format == REPORT_TEXT ? &filter : NULL, err);
    if (format == REPORT_JSON) {
        struct buf out = {0};
        struct err unwritten;
        report_import_json(&out, session->plan, session->as_of, files, done);
        if (!output_print(buf_sv(&out), &unwritten)) {
            *err = unwritten;
            ok = false;
        }
        buf_free(&out);
    }
    return ok;
}
