/* cmd_template.c - what schools fill in. */
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "app/command.h"
#include "app/output.h"
#include "app/recode.h"
#include "duban/i18n.h"
#include "duban/report.h"

struct template
{
    struct session *session;
    const char *encoding; /* NULL: UTF-8 */
    daynum date;
};

static bool read_options(struct template *template, struct err *err)
{
    struct session *session = template->session;
    const char *encoding = session->options->value[OPTION_ENCODING];
    if (encoding && strcasecmp(encoding, "gb18030") == 0)
        template->encoding = "GB18030";
    else if (encoding && strcasecmp(encoding, "utf-8") != 0)
        return err_set(err, ERR_USAGE,
                       _("a template is made in utf-8 or gb18030, not in %s; choose "
                         "one of them"),
                       encoding);
    if (!session_date(session, OPTION_DATE, session->as_of, &template->date, err))
        return false;
    if (template->date < session->plan->starts || template->date > session->plan->ends)
        return err_set(
            err, ERR_USAGE,
            _("the date of the reports lies outside the plan's year; choose another with "
              "--date"));
    return true;
}

/* The bytes of one school's file; none when it has no targets. */
static bool compose(const struct template *template, int school, struct buf *out, struct err *err)
{
    struct session *session = template->session;
    struct arena arena = {0};
    struct values values;
    struct buf text = {0};
    bool ok = store_load_school(session->store, session->plan, school, session->as_of, &arena,
                                &values, err);
    if (ok && values.count > 0) {
        report_template(&text, session->plan, &values, template->date, session->lang);
        if (!template->encoding)
            buf_add(out, buf_sv(&text));
        else if (!recode(sv_skip(buf_sv(&text), 3), template->encoding, out)) /* without the mark */
            ok = err_set(err, ERR_CANT_WRITE, _("cannot write in %s; make the template in utf-8"),
                         template->encoding);
    }
    buf_free(&text);
    arena_free(&arena);
    return ok;
}

static const char *file_name(struct session *session, int school)
{
    char *name = arena_printf(&session->arena, "%s.csv", session->plan->schools[school].code);
    for (char *c = name; *c != '\0'; c++) {
        if (*c == '/' || (c == name && *c == '.'))
            *c = '_';
    }
    return name;
}

static bool all_schools(const struct template *template, const char *dir, struct err *err)
{
    struct session *session = template->session;
    size_t made = 0;
    bool ok = output_directory(dir, err);
    for (size_t s = 0; ok && s < session->plan->school_count; s++) {
        struct buf bytes = {0};
        ok = compose(template, (int)s, &bytes, err);
        if (ok && bytes.len > 0) {
            ok = output_file(dir, file_name(session, (int)s), buf_sv(&bytes), err);
            made++;
        }
        buf_free(&bytes);
    }
    if (!ok)
        return false;
    struct buf said = {0};
    buf_printf(&said, _("%zu templates in %s"), made, session_shown(session, dir));
    ok = output_said(&said, err);
    buf_free(&said);
    return ok;
}

static bool is_directory(const char *path)
{
    struct stat info;
    size_t len = strlen(path);
    return (len > 0 && path[len - 1] == '/') || (stat(path, &info) == 0 && S_ISDIR(info.st_mode));
}

static bool deliver(struct session *session, int school, struct sv bytes, struct err *err)
{
    const char *path = session->options->value[OPTION_OUTPUT];
    if (!path || strcmp(path, "-") == 0)
        return output_print(bytes, err);
    if (is_directory(path))
        return output_directory(path, err) &&
               output_file(path, file_name(session, school), bytes, err);
    const char *slash = strrchr(path, '/');
    if (!slash)
        return output_file(".", path, bytes, err);
    const char *dir = arena_printf(&session->arena, "%.*s", (int)(slash - path), path);
    return output_file(dir[0] ? dir : "/", slash + 1, bytes, err);
}

static bool one_school(const struct template *template, const char *code, struct err *err)
{
    struct session *session = template->session;
    struct buf bytes = {0};
    int school;
    bool ok = session_school(session, code, &school, err) && compose(template, school, &bytes, err);
    if (ok && bytes.len == 0)
        ok = err_set(err, ERR_DATA, _("school %s has no targets to report on; choose another"),
                     code);
    ok = ok && deliver(session, school, buf_sv(&bytes), err);
    buf_free(&bytes);
    return ok;
}

bool cmd_template(struct session *session, struct err *err)
{
    const struct options *options = session->options;
    struct template template = {.session = session};
    bool all = options->value[OPTION_ALL] != NULL;
    const char *dir = options->value[OPTION_OUTPUT];
    if (all == (options->operand_count == 1))
        return err_set(err, ERR_USAGE,
                       _("name one school, or give --all; 'duban schools' lists them"));
    if (all && !dir)
        return err_set(err, ERR_USAGE, _("--all makes many files; name their directory with -o"));
    if (!session_open(session, STORE_READ, err) || !read_options(&template, err))
        return false;
    return all ? all_schools(&template, dir, err)
               : one_school(&template, options->operands[0], err);
}
