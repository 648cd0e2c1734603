#include "inside.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "app/command.h"
#include "app/options.h"
#include "duban/i18n.h"

enum { WORDS_MAX = 24 };

struct call {
    inside_arm_fn *arm;
    void *context;
    char *argv[WORDS_MAX];
    int argc;
};

/* What main() does. */
static int run(int argc, char **argv)
{
    struct options options;
    struct session session = {0};
    struct err err = {0};
    const struct command *command = NULL;
    bool ok = options_parse(&options, argc, argv, &err) && session_start(&session, &options, &err);
    if (ok)
        command = command_find(&options, &err);
    ok = ok && command && command->run(&session, &err);
    int status = ok ? session.status : (int)err.code;
    if (!ok) {
        char text[ERR_TEXT_MAX + ERR_FILE_MAX + 32];
        fprintf(stderr, "duban: %s\n", err_format(&err, text, sizeof(text)));
    }
    session_close(&session);
    return status;
}

static void turn_into_command(void *context)
{
    struct call *call = context;
    i18n_start(LANG_EN, "/nonexistent");
    call->arm(call->context);
    _exit(run(call->argc, call->argv));
}

struct ran inside_run(inside_arm_fn *arm, void *context, ...)
{
    static char name[] = "duban";
    struct call call = {.arm = arm, .context = context, .argv = {name}, .argc = 1};
    va_list args;
    va_start(args, context);
    for (char *word; (word = va_arg(args, char *)) != NULL && call.argc < WORDS_MAX - 1;)
        call.argv[call.argc++] = word;
    va_end(args);
    static const char *const nothing[] = {"/nonexistent", NULL};
    return faults_run_as(nothing, turn_into_command, &call);
}
