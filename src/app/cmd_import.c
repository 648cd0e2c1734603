#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/command.h"
#include "app/filter.h"
#include "app/output.h"
#include "app/takein_group.h"
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

/* The files of one command. */
struct files {
    struct session *session;
    struct taken_file *rows;
    size_t done;
    const struct report_filter *filter; /* NULL: nothing is told before the end */
    struct takein_group group;
    bool ok;
    struct err err; /* of the last bad one; it decides the exit status */
};

/* Opens the file, and reads it, as the next one of the group. */
static void add_file(struct files *files, const char *path)
{
    struct session *session = files->session;
    struct taken_file *file = &files->rows[files->done + files->group.count];
    *file = takein_nothing(clean_name(&session->arena, path));
    struct takein_member *member = takein_group_add(&files->group, file, &session->arena);
    if (!takein_read_options(session, file->name, &member->options, &member->err) ||
        !import_input_open(path, &member->input, &member->err))
        return;
    member->options.tell = tell;
    /* In words, each finding is told. */
    member->options.issues_max = files->filter ? 0 : takein_issues_left(files->rows, files->done);
    takein_group_read(&files->group, member);
}

/* What became of one file; false when the next ones are not to be tried. */
static bool finish_file(struct files *files, struct takein_member *member)
{
    struct session *session = files->session;
    struct taken_file *file = member->file;
    if (!member->ok)
        file->err = member->err;
    if (file->rejected > 0)
        session->status = ERR_FINDING;
    files->done++;
    takein_group_tell(member);
    if (files->filter && !print_file(session, file, files->filter, &files->err)) {
        files->ok = false;
        return false;
    }
    if (member->ok)
        return true;
    if (files->done < (size_t)session->options->operand_count)
        print_err(&member->err);
    files->ok = false;
    files->err = member->err;
    return member->err.code != ERR_BUSY && member->err.code != ERR_IO;
}

/* Writes what was read, and only then tells of it. */
static bool finish_group(struct files *files)
{
    struct takein_group *group = &files->group;
    bool more = true;
    size_t added = group->count;
    takein_group_write(group);
    for (size_t i = 0; more && i < group->count; i++)
        more = finish_file(files, &group->members[i]);
    for (size_t i = 0; i < added; i++)
        import_input_close(&group->members[i].input);
    takein_group_empty(group);
    return more;
}

/* May others wait for it, and it for others? */
static bool is_small(const char *path)
{
    struct stat info;
    return strcmp(path, "-") != 0 && (stat(path, &info) != 0 || info.st_size <= TAKEIN_SMALL);
}

/* Takes in each file by itself, as it seems: a file that cannot be used does not stop the next. */
static void import_files(struct files *files)
{
    const struct options *options = files->session->options;
    bool more = true;
    for (int i = 0; more && i < options->operand_count; i++) {
        const char *path = options->operands[i];
        bool alone = !is_small(path), last = i + 1 == options->operand_count;
        if (alone || takein_group_is_full(&files->group))
            more = finish_group(files);
        if (more)
            add_file(files, path);
        if (more && (alone || last))
            more = finish_group(files);
    }
}

static bool print_json(const struct files *files, struct err *err)
{
    const struct session *session = files->session;
    struct buf out = {0};
    struct err unwritten;
    report_import_json(&out, session->plan, session->as_of, files->rows, files->done);
    bool ok = output_print(buf_sv(&out), &unwritten);
    if (!ok)
        *err = unwritten;
    buf_free(&out);
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
    struct files *files = arena_array(&session->arena, 1, sizeof(*files));
    size_t count = (size_t)session->options->operand_count;
    files->session = files->group.session = session;
    files->rows = arena_array(&session->arena, count, sizeof(*files->rows));
    files->filter = format == REPORT_TEXT ? &filter : NULL;
    files->ok = true;
    import_files(files);
    if (format == REPORT_JSON && !print_json(files, &files->err))
        files->ok = false;
    if (!files->ok)
        *err = files->err;
    return files->ok;
}
