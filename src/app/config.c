#include "app/config.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/output.h"
#include "duban/buf.h"
#include "duban/i18n.h"
#include "duban/text.h"
#include "duban/ui.h"

enum { CONFIG_MAX = 64 * 1024 };

/* Each check returns what is wrong with a value, translated; NULL: nothing. It may replace it. */
typedef const char *config_check_fn(const char **value);

static const char *config_path(const char **value)
{
    return (*value)[0] == '/' ? NULL : _("a path must begin with /; write it in full");
}

static const char *config_lang(const char **value)
{
    enum lang lang;
    return lang_parse(sv_from(*value), &lang) ? NULL
                                              : _("no such language; use en, zh_CN or zh_TW");
}

static const char *config_theme(const char **value)
{
    enum theme theme;
    return theme_parse(*value, &theme) ? NULL
                                       : _("no such theme; use dark, light, contrast or mono");
}

/* A switch: "" is on, NULL off, as the command line has it. */
static const char *config_yes_no(const char **value)
{
    if (strcmp(*value, "yes") == 0)
        *value = "";
    else if (strcmp(*value, "no") == 0)
        *value = NULL;
    else
        return _("neither yes nor no; write one of them");
    return NULL;
}

/* The same for a switch that turns something off. */
static const char *config_no_yes(const char **value)
{
    bool yes = strcmp(*value, "yes") == 0;
    const char *wrong = config_yes_no(value);
    if (!wrong)
        *value = yes ? NULL : "";
    return wrong;
}

static const char *config_columns(const char **value)
{
    bool known = strcmp(*value, "1") == 0 || strcmp(*value, "2") == 0;
    return known ? NULL : _("neither 1 nor 2; write one of them");
}

static const struct {
    enum opt option;
    const char *key;
    config_check_fn *check;
} keys[] = {
#define X(id, key, check) {OPTION_##id, key, check},
    CONFIG_LIST(X)
#undef X
};

enum opt config_option(int i)
{
    return i < (int)COUNT_OF(keys) ? keys[i].option : OPTION_TOTAL;
}

const char *config_key(int i)
{
    return keys[i].key;
}

/* One file under way. */
struct reader {
    struct config *config;
    struct arena *arena;
    config_fault_fn *fault;
    void *context;
    const char *path;
    unsigned line;
    bool users;              /* it is the user's, not the system's */
    bool set[OPTION_TOTAL];  /* by this file */
    bool done[OPTION_TOTAL]; /* by a file before */
    struct err *err;
};

/* Returns whether to go on. */
static bool fault_in(struct reader *reader, const struct err *fault)
{
    if (!reader->fault) {
        *reader->err = *fault;
        return false;
    }
    reader->fault(reader->context, fault);
    return true;
}

/* `at` is where the fault begins in the line. Returns whether to go on. */
static bool fault_at(struct reader *reader, struct sv line, const char *at, const char *text)
{
    struct err fault;
    unsigned column = (unsigned)text_width((struct sv){line.data, (size_t)(at - line.data)}) + 1;
    err_at(&fault, ERR_CONFIG, reader->path, reader->line, column, "%s", text);
    return fault_in(reader, &fault);
}

/* `rest` without a comment behind it: a # after a blank. */
static struct sv without_comment(struct sv rest)
{
    for (size_t i = 1; i < rest.len; i++) {
        if (rest.data[i] == '#' && (rest.data[i - 1] == ' ' || rest.data[i - 1] == '\t'))
            return (struct sv){rest.data, i};
    }
    return rest;
}

static bool read_setting(struct reader *reader, struct sv line, struct sv key, struct sv value)
{
    for (size_t i = 0; i < COUNT_OF(keys); i++) {
        enum opt option = keys[i].option;
        if (!sv_eq(key, sv_from(keys[i].key)))
            continue;
        if (reader->set[option])
            return fault_at(reader, line, key.data, _("set a second time; keep one of the two"));
        reader->set[option] = true;
        const char *text = arena_printf(reader->arena, "%.*s", SV_ARG(value));
        const char *wrong = value.len == 0          ? _("no value; write one after the =")
                            : !text_is_clean(value) ? _("not plain UTF-8 text; type it again")
                                                    : keys[i].check(&text);
        if (wrong)
            return fault_at(reader, line, value.data, wrong);
        if (!reader->done[option])
            reader->config->value[option] = text;
        return true;
    }
    return fault_at(reader, line, key.data,
                    _("no setting of this name; 'man duban' lists them under FILES"));
}

static bool read_line(struct reader *reader, struct sv line)
{
    struct sv text = sv_trim(line);
    if (text.len == 0 || text.data[0] == '#')
        return true;
    const char *equals = memchr(text.data, '=', text.len);
    if (!equals)
        return fault_at(reader, line, text.data, _("no = in this line; write key = value"));
    struct sv key = {text.data, (size_t)(equals - text.data)};
    struct sv value = sv_trim(without_comment(sv_skip(text, key.len + 1)));
    if (value.len == 0)
        value.data = equals + 1;
    return read_setting(reader, line, sv_trim(key), value);
}

/* Is there anything to read? Else *go_on says whether that is a fault. */
static bool is_there(struct reader *reader, const char *path, bool *go_on)
{
    struct stat info;
    *go_on = true;
    if (stat(path, &info) == 0)
        return true;
    if (errno == ENOENT || errno == ENOTDIR)
        return false;
    struct err fault;
    err_at(&fault, ERR_CONFIG, path, 0, 0,
           _("these settings cannot be looked for (%s); set HOME to your own folder (sudo -H), or "
             "mend the folder's permissions"),
           strerror(errno));
    if (!reader->fault && reader->users)
        reader->config->skipped = fault;
    else
        *go_on = fault_in(reader, &fault);
    return false;
}

static bool read_bytes(struct reader *reader, const char *path, struct buf *bytes)
{
    struct err fault;
    struct stat info;
    if (input_file(path, CONFIG_MAX, bytes, &fault))
        return true;
    fault.code = ERR_CONFIG;
    const char *why = access(path, R_OK) != 0 ? strerror(errno) : NULL;
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode))
        why = _("no regular file");
    if (why)
        err_at(&fault, ERR_CONFIG, path, 0, 0,
               _("these settings cannot be read (%s); make it a file that you may read, or take it "
                 "away"),
               why);
    return fault_in(reader, &fault);
}

static bool read_file(struct reader *reader, const char *path)
{
    struct buf bytes = {0};
    bool go_on;
    reader->path = path;
    reader->line = 0;
    if (!is_there(reader, path, &go_on))
        return go_on;
    go_on = read_bytes(reader, path, &bytes);
    struct sv rest = buf_sv(&bytes), line;
    if (rest.len >= 3 && memcmp(rest.data, "\xEF\xBB\xBF", 3) == 0)
        rest = sv_skip(rest, 3);
    while (go_on && sv_split(&rest, '\n', &line)) {
        reader->line++;
        go_on = read_line(reader, line);
    }
    for (int i = 0; i < OPTION_TOTAL; i++) {
        reader->done[i] |= reader->set[i];
        reader->set[i] = false;
    }
    buf_free(&bytes);
    return go_on;
}

/* The user's file; NULL: there is no home. */
static const char *user_file(struct arena *arena)
{
    const char *dir = getenv("XDG_CONFIG_HOME");
    if (dir && dir[0] == '/')
        return arena_printf(arena, "%s/duban/config", dir);
    const char *home = getenv("HOME");
    return home && home[0] == '/' ? arena_printf(arena, "%s/.config/duban/config", home) : NULL;
}

bool config_load(struct config *config, struct arena *arena, config_fault_fn *fault, void *context,
                 struct err *err)
{
    *config = (struct config){0};
    struct reader reader = {
        .config = config, .arena = arena, .fault = fault, .context = context, .err = err};
    const char *user = user_file(arena);
    reader.users = true;
    if (user && !read_file(&reader, user))
        return false;
    reader.users = false;
    const char *dirs = getenv("XDG_CONFIG_DIRS");
    struct sv rest = sv_from(dirs && dirs[0] != '\0' ? dirs : "/etc/xdg"), dir;
    while (sv_split(&rest, ':', &dir)) {
        if (dir.len > 0 && dir.data[0] == '/' &&
            !read_file(&reader, arena_printf(arena, "%.*s/duban/config", SV_ARG(dir))))
            return false;
    }
    return true;
}

void config_apply(const struct config *config, struct options *options)
{
    for (int i = 0; i < OPTION_TOTAL; i++) {
        if (i != OPTION_DB && !options->value[i])
            options->value[i] = config->value[i];
    }
    options->default_db = config->value[OPTION_DB];
}
