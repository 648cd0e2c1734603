#include "app/run_line.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "app/command.h"
#include "app/help.h"
#include "app/words.h"
#include "duban/i18n.h"
#include "duban/mem.h"
#include "duban/text.h"

/* ---- words ---- */

static bool split(const char *line, struct arena *arena, char **words, int *count, struct err *err)
{
    struct sv rest = sv_from(line);
    bool open = false;
    words[0] = arena_text(arena, SV("duban"));
    *count = 1;
    for (char *word; (word = word_next(&rest, arena, &open)) != NULL;) {
        if (*count == 1 && strcmp(word, "duban") == 0)
            continue; /* as one types it in a shell */
        if (*count == WORDS_MAX)
            return err_set(err, ERR_USAGE, _("more than %d words; shorten the line"), WORDS_MAX);
        words[(*count)++] = word;
    }
    words[*count] = NULL;
    if (open)
        return err_set(err, ERR_USAGE, _("a quote is not closed; close it"));
    return true;
}

/* ---- the command ---- */

/* What needs the terminal for itself. */
static bool may_run(const struct command *command, const struct options *options, struct err *err)
{
    if (command->run == cmd_monitor)
        return err_set(err, ERR_USAGE, _("this is the monitor already; name another command"));
    if (command->run == cmd_demo && !options->value[OPTION_NO_OPEN])
        return err_set(err, ERR_USAGE, _("the monitor is open already; add --no-open"));
    for (int i = 0; i < options->operand_count; i++) {
        if (strcmp(options->operands[i], "-") == 0)
            return err_set(err, ERR_USAGE,
                           _("the keyboard is the monitor's; name a file instead of -"));
    }
    return true;
}

static void inherit(struct options *options, enum opt option, const char *value)
{
    if (!options->value[option])
        options->value[option] = value;
}

/* The day that the monitor shows; as it was opened where it still shows that: a command that lists
 * what was written up to a day then lists all of it, as the monitor does. */
static const char *day_asked(const struct session *monitor, char out[DATE_TEXT_MAX])
{
    return monitor->as_of == monitor->as_of_first ? monitor->options->value[OPTION_AS_OF]
                                                  : date_format(monitor->as_of, out);
}

/* Runs the words as main() would; returns the exit status, errors go to standard error. */
static int run_words(const struct session *monitor, int count, char **words)
{
    struct options options;
    struct session session = {0};
    struct err err = {0};
    char as_of[DATE_TEXT_MAX];
    bool ok = options_parse(&options, count, words, &err);
    if (ok) {
        inherit(&options, OPTION_DB, monitor->database);
        inherit(&options, OPTION_AS_OF, day_asked(monitor, as_of));
        inherit(&options, OPTION_LANG, lang_tag(monitor->lang));
        inherit(&options, OPTION_READ_ONLY, monitor->options->value[OPTION_READ_ONLY]);
        options.value[OPTION_AS] = monitor->options->value[OPTION_AS]; /* never somebody else */
        ok = session_start(&session, &options, &err);
        session.onlooker = monitor->onlooker;
    }
    if (ok && options.value[OPTION_HELP])
        ok = help_print(&options, &err);
    else if (ok) {
        const struct command *command = command_find(&options, &err);
        ok = command && may_run(command, &options, &err) && command->run(&session, &err);
    }
    int status = ok ? session.status : (int)err.code;
    if (!ok) {
        char text[ERR_TEXT_MAX + ERR_FILE_MAX + 32];
        fprintf(stderr, "duban: %s\n", err_format(&err, text, sizeof(text)));
    }
    session_close(&session);
    return status;
}

/* ---- its output ---- */

enum { STREAMS = 3 };

/* The standard streams as they were. */
struct streams {
    int saved[STREAMS];
};

/* Standard input is empty from now on, the others go into the file. */
static struct streams catch_streams(int file)
{
    struct streams streams;
    int empty = open("/dev/null", O_RDONLY | O_CLOEXEC);
    fflush(stdout);
    fflush(stderr);
    for (int fd = 0; fd < STREAMS; fd++) {
        streams.saved[fd] = fcntl(fd, F_DUPFD_CLOEXEC, STREAMS);
        dup2(fd == STDIN_FILENO ? empty : file, fd);
    }
    if (empty >= 0)
        close(empty);
    return streams;
}

static void release_streams(const struct streams *streams)
{
    fflush(stdout);
    fflush(stderr);
    for (int fd = 0; fd < STREAMS; fd++) {
        dup2(streams->saved[fd], fd);
        close(streams->saved[fd]);
    }
}

static void read_back(int file, struct buf *out)
{
    char piece[65536];
    off_t at = 0;
    for (ssize_t got; (got = pread(file, piece, sizeof(piece), at)) > 0; at += got)
        buf_add(out, (struct sv){piece, (size_t)got});
}

/* The width of the monitor, said as a shell says it; returns what stood there, for free(). */
static char *set_columns(int columns)
{
    enum { DIGITS = 12 };
    char text[DIGITS];
    const char *before = getenv("COLUMNS");
    char *kept = before ? xstrdup(before) : NULL;
    snprintf(text, sizeof(text), "%d", columns);
    setenv("COLUMNS", text, 1);
    return kept;
}

static void reset_columns(char *before)
{
    if (before)
        setenv("COLUMNS", before, 1);
    else
        unsetenv("COLUMNS");
    free(before);
}

int run_line(const struct session *session, const char *line, int columns, struct buf *out)
{
    char *words[WORDS_MAX + 1];
    struct arena arena = {0};
    struct err err = {0};
    int count, status = ERR_USAGE;
    int file = memfd_create("duban", MFD_CLOEXEC);
    if (file < 0) {
        err_set(&err, ERR_IO, _("no room for the output: %s; close other programs"),
                strerror(errno));
        status = ERR_IO;
    } else if (split(line, &arena, words, &count, &err)) {
        struct streams streams = catch_streams(file);
        char *before = set_columns(columns);
        status = run_words(session, count, words);
        reset_columns(before);
        release_streams(&streams);
        read_back(file, out);
    }
    if (err.code != ERR_NONE)
        buf_printf(out, "duban: %s\n", err.text);
    if (status != 0)
        buf_printf(out, _("-- exit status %d\n"), status);
    if (file >= 0)
        close(file);
    arena_free(&arena);
    return status;
}
