/* main.c - the program: options, language, command, exit status. */
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "app/config.h"
#include "app/help.h"
#include "app/options.h"
#include "app/output.h"
#include "app/session.h"
#include "app/version.h"
#include "duban/buf.h"
#include "duban/i18n.h"

/* Whoever starts us with a standard stream closed: no file of ours may take its number, or what is
 * said would go into that file. What stands there instead fails as the closed one does. */
static void fill_standard_streams(void)
{
    int fd;
    do
        fd = open("/dev/null", O_CLOEXEC | O_PATH);
    while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd >= 0)
        close(fd);
}

/* Where the catalogs are: beside a program that runs where it was built, below the prefix of an
 * installed one, or where the build said. */
static const char *find_catalogs(struct arena *arena)
{
    char program[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", program, sizeof(program));
    const char *slash = len > 0 ? memrchr(program, '/', (size_t)len) : NULL;
    if (!slash)
        return DUBAN_LOCALEDIR;
    int dir = (int)(slash - program);
    static const char *const below[] = {"locale", "../share/locale"};
    for (size_t i = 0; i < COUNT_OF(below); i++) {
        const char *path = arena_printf(arena, "%.*s/%s", dir, program, below[i]);
        if (access(arena_printf(arena, "%s/zh_CN/LC_MESSAGES/duban.mo", path), R_OK) == 0)
            return path;
    }
    return DUBAN_LOCALEDIR;
}

/* The language that the line asks for, looked for first: what is wrong on the line is said in it. */
static enum lang asked_lang(int argc, char **argv)
{
    enum lang lang = lang_from_environment();
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        bool apart = strcmp(argv[i], "--lang") == 0;
        if (apart || strncmp(argv[i], "--lang=", strlen("--lang=")) == 0)
            lang_parse(sv_from(apart ? argv[i + 1] : argv[i] + strlen("--lang=")), &lang);
    }
    return lang;
}

static bool print_version(struct err *err)
{
    struct buf out = {0};
    version_describe(&out);
    bool ok = output_print(buf_sv(&out), err);
    buf_free(&out);
    return ok;
}

static void say(const struct log *log, enum log_level level, const struct err *err)
{
    char text[ERR_TEXT_MAX + ERR_FILE_MAX + 32];
    fprintf(stderr, "duban: %s\n", err_format(err, text, sizeof(text)));
    log_line(log, level, "%s", text);
}

/* Reads the configuration; a fault in it stops every command but the one that lists the faults. */
static void configure(struct config *config, struct options *options, struct arena *arena,
                      struct err *fault)
{
    if (config_load(config, arena, NULL, NULL, fault))
        config_apply(config, options);
}

/* `fault` is what is wrong with the configuration, if anything. */
static bool run(struct session *session, struct options *options, const struct err *fault,
                struct err *err)
{
    if (options->value[OPTION_VERSION])
        return print_version(err);
    if (options->value[OPTION_HELP])
        return help_print(options, err);
    const struct command *command = command_find(options, err);
    if (!command)
        return false;
    if (fault->code != ERR_NONE && command->run != cmd_doctor) {
        *err = *fault;
        return false;
    }
    log_line(&session->log, LOG_INFO, "%s: begins on %s", command->name, session->database);
    return command->run(session, err);
}

int main(int argc, char **argv)
{
    struct options options;
    struct session session = {.log = LOG_NONE};
    struct err err = {0}, fault = {0};
    struct arena arena = {0};
    struct config config = {0};
    fill_standard_streams();
    const char *catalogs = find_catalogs(&arena);
    i18n_start(asked_lang(argc, argv), catalogs);
    bool ok = options_parse(&options, argc, argv, &err);
    if (ok)
        configure(&config, &options, &arena, &fault);
    ok = ok && session_start(&session, &options, &err);
    if (ok && config.skipped.code != ERR_NONE)
        say(&session.log, LOG_WARN, &config.skipped);
    if (ok) {
        i18n_start(session.lang, catalogs);
        ok = run(&session, &options, &fault, &err);
    }
    int status = ok ? session.status : (int)err.code;
    if (!ok)
        say(&session.log, LOG_ERROR, &err);
    /* 1: done, but rows were rejected, or something was found that wants a look */
    log_line(&session.log, status == ERR_FINDING ? LOG_WARN : LOG_INFO, "ends with %d", status);
    session_close(&session);
    log_close(&session.log);
    arena_free(&arena);
    return status;
}
