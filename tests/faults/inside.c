#include "inside.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/command.h"
#include "app/options.h"
#include "duban/i18n.h"

#define ON_A "--db", "a.db", "--as-of", "2021-12-01"

const struct operation inside_operations[] = {
    {"open", {ON_A, "log"}, NULL},
    {"list", {ON_A, "status"}, NULL},
    {"import", {ON_A, "import", "in.csv"}, NULL},
    {"edit", {ON_A, "set", "5.1", "77", "--school", "WJ-P001"}, NULL},
    {"goal", {ON_A, "set-goal", "5.1", "5-6"}, NULL},
    {"undo", {ON_A, "undo"}, NULL},
    {"export", {ON_A, "export", "out"}, "out/reports.csv"},
    {"report", {ON_A, "report", "--format", "html", "-o", "out.html"}, "out.html"},
    {"backup", {ON_A, "backup", "copy.db"}, "copy.db"},
    {"init", {"--db", "new.db", "init"}, "new.db"},
};
const int inside_operation_count = COUNT_OF(inside_operations);

void (*inside_heal)(void);

/* What there is before, and after each operation that went well. */
static char *before, *after[COUNT_OF(inside_operations)];
static char *made[COUNT_OF(inside_operations)];

struct call {
    const struct operation *operation;
    inside_arm_fn *arm;
    void *context;
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

/* gcov counts when a process ends well; a child ends at once. */
static void end(int status)
{
#ifdef COVERAGE
    extern void __gcov_dump(void);
    __gcov_dump();
#endif
    _exit(status);
}

static void turn_into_command(void *context)
{
    static char words[INSIDE_WORDS_MAX + 2][64] = {"duban"};
    char *argv[INSIDE_WORDS_MAX + 2] = {words[0]};
    const struct call *call = context;
    int argc = 1;
    for (int i = 0; i < INSIDE_WORDS_MAX && call->operation->words[i]; i++, argc++) {
        snprintf(words[argc], sizeof(words[argc]), "%s", call->operation->words[i]);
        argv[argc] = words[argc];
    }
    i18n_start(LANG_EN, "/nonexistent");
    if (call->arm)
        call->arm(call->context);
    end(run(argc, argv));
}

struct ran inside_run(const struct operation *operation, inside_arm_fn *arm, void *context)
{
    static const char *const nothing[] = {"/nonexistent", NULL};
    struct call call = {operation, arm, context};
    return faults_run_as(nothing, turn_into_command, &call);
}

static void start_afresh(void)
{
    faults_remove_db("a.db");
    faults_remove_db("copy.db");
    faults_remove_db("new.db");
    unlink("out.html");
    if (access("out", F_OK) == 0)
        faults_run((const char *[]){"/bin/rm", "-r", "out", NULL});
    if (!faults_copy("base.db", "a.db"))
        abort();
}

/* What the operation made, as text; NULL: nothing. */
static char *read_made(const struct operation *operation)
{
    if (!operation->makes || access(operation->makes, F_OK) != 0)
        return NULL;
    if (strstr(operation->makes, ".db")) {
        char *text = faults_dump(operation->makes);
        return text ? text : strdup("unreadable");
    }
    FILE *file = fopen(operation->makes, "r");
    char *text = calloc(1, 1 << 20);
    size_t got = file && text ? fread(text, 1, (1 << 20) - 1, file) : 0;
    if (file)
        fclose(file);
    (void)got;
    return text;
}

void inside_prepare(void)
{
    char text[8192];
    int len = snprintf(text, sizeof(text), "school,target,date,value\n");
    for (int day = 1; day <= 90; day++)
        len += snprintf(text + len, sizeof(text) - (size_t)len, "WJ-P001,5.1,2021-%02d-%02d,%d\n",
                        1 + day / 28, 1 + day % 28, 10 + day);
    faults_write("in.csv", text, (size_t)len);
    faults_db("base.db", "init", NULL);
    struct ran ran = faults_db("base.db", "--as-of", "2021-12-01", "set", "5.1", "5", "--school",
                               "WJ-P001", "--date", "2021-01-01", NULL);
    CHECK(ran.status == 0, "cannot prepare: %s", ran.err);
    unlink("base.db-wal"); /* empty: the writer has moved all into the file */
    unlink("base.db-shm");
    before = faults_dump("base.db");
    for (int i = 0; i < inside_operation_count; i++) {
        start_afresh();
        ran = inside_run(&inside_operations[i], NULL, NULL);
        CHECK(ran.status == 0, "%s without a fault: %s", inside_operations[i].name, ran.err);
        after[i] = faults_dump("a.db");
        made[i] = read_made(&inside_operations[i]);
    }
}

static bool same(const char *a, const char *b)
{
    return (!a && !b) || (a && b && strcmp(a, b) == 0);
}

struct ran inside_try(const struct operation *operation, inside_arm_fn *arm, void *context,
                      const char *place, const char *what)
{
    ptrdiff_t i = operation - inside_operations;
    const char *name = operation->name;
    start_afresh();
    struct ran ran = inside_run(operation, arm, context);
    if (inside_heal)
        inside_heal();
    CHECK(ran.status < 124, "%s, %s: died with %d: %s", name, what, ran.status, ran.err);
    CHECK(ran.status == 0 || (strstr(ran.err, "; ") && (!place || strstr(ran.err, place))),
          "%s, %s: status %d without place or cure: %s", name, what, ran.status, ran.err);
    char *now = faults_dump("a.db"), *file = read_made(operation);
    CHECK(same(now, after[i]) || (ran.status != 0 && same(now, before)),
          "%s, %s: status %d, the database is neither as before nor as after: %s", name, what,
          ran.status, ran.err);
    CHECK(same(file, made[i]) || (ran.status != 0 && !file), "%s, %s: status %d, %s is half made",
          name, what, ran.status, operation->makes);
    free(now);
    free(file);
    return ran;
}
