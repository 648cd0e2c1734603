#include "inside.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/command.h"
#include "app/options.h"
#include "duban/i18n.h"
#include "inside_keys.h"

#define ON_A "--db", "a.db", "--as-of", "2021-12-01"

const struct operation inside_operations[] = {
    /* those that every fault is tried on */
    {"open", {ON_A, "log"}, NULL},
    {"list", {ON_A, "status"}, NULL},
    {"import", {ON_A, "import", "in.csv"}, NULL},
    {"edit", {ON_A, "set", "5.1", "377", "--school", "WJ-P001"}, NULL},
    {"goal", {ON_A, "set-goal", "5.1", "5-6"}, NULL},
    {"undo", {ON_A, "undo"}, NULL},
    {"export", {ON_A, "export", "out"}, "out/reports.csv"},
    {"report", {ON_A, "report", "--format", "html", "-o", "out.html"}, "out.html"},
    {"backup", {ON_A, "backup", "copy.db"}, "copy.db"},
    {"init", {"--db", "new.db", "init"}, "new.db"},
    /* and the others */
    {"redo", {ON_A, "redo"}, NULL},
    {"due", {ON_A, "set-due", "5.1", "2021-12-15"}, NULL},
    {"limit", {ON_A, "set-threshold", "5.1", "due_soon_days", "9"}, NULL},
    {"limits", {ON_A, "set-threshold", "plan", "due_soon_days", "9"}, NULL},
    {"own", {ON_A, "set", "2.5", "61", "--note", "counted"}, NULL},
    {"show", {ON_A, "show", "5.1"}, NULL},
    {"school", {ON_A, "show", "WJ-P001", "--format", "json"}, NULL},
    {"schools", {ON_A, "schools", "--outliers"}, NULL},
    {"compare", {ON_A, "status", "--compare", "2021-06-01"}, NULL},
    {"by", {ON_A, "status", "--by", "town"}, NULL},
    {"care", {ON_A, "attention", "--format", "csv"}, NULL},
    {"check", {ON_A, "check"}, NULL},
    {"doctor", {ON_A, "doctor"}, NULL},
    {"imports", {ON_A, "imports", "show", "1"}, NULL},
    {"back", {ON_A, "imports", "undo", "1"}, NULL},
    {"rejects", {ON_A, "import", "bad.csv", "--rejects", "out.html"}, "out.html"},
    {"group", {ON_A, "import", "many/b.csv", "same/b.csv", "bad.csv"}, NULL},
    {"dry", {ON_A, "import", "--dry-run", "--format", "json", "in.csv"}, NULL},
    {"problem", {ON_A, "problem", "add", "a roof", "--target", "5.1"}, NULL},
    {"close", {ON_A, "problem", "close", "1", "--note", "mended"}, NULL},
    {"list", {ON_A, "problem", "list", "--format", "json"}, NULL},
    {"many", {ON_A, "problem", "import", "problems.csv"}, NULL},
    {"user", {ON_A, "users", "set", "wang", "clerk", "--school", "WJ-P001"}, NULL},
    {"remove", {ON_A, "users", "remove", "li"}, NULL},
    {"users", {ON_A, "users"}, NULL},
    {"draw",
     {ON_A, "draw", "--schools", "3", "--inspectors", "2", "--roster", "roster.csv", "--seed", "x"},
     NULL},
    {"drawn", {ON_A, "draw", "show", "1"}, NULL},
    {"draws", {ON_A, "draw", "list"}, NULL},
    {"inbox", {ON_A, "inbox", "drop", "--settle", "0"}, NULL},
    {"forms", {ON_A, "template", "--all", "-o", "out"}, NULL},
    {"form", {ON_A, "template", "WJ-P001", "--encoding", "gb18030", "-o", "out.csv"}, "out.csv"},
    {"gbk", {ON_A, "import", "gbk.csv", "--rejects", "out.csv"}, "out.csv"},
    {"change", {ON_A, "problem", "edit", "1", "--owner", "Su"}, NULL},
    {"reopen", {ON_A, "problem", "reopen", "2"}, NULL},
    {"next", {ON_A, "plan", "new", "out", "--year", "2022"}, NULL},
    {"words", {ON_A, "complete", "--", "show", "5."}, NULL},
    {"plan", {ON_A, "plan", "export", "out"}, "out/targets.csv"},
    {"new", {ON_A, "plan", "new", "out"}, NULL},
    {"faults", {ON_A, "plan", "check", "all/plan"}, NULL},
    {"diff", {ON_A, "plan", "diff", "wujin-2021", "all/plan"}, NULL},
    {"restore", {ON_A, "restore", "--replace", "base.db"}, NULL},
    {"again", {"--db", "new.db", "init", "--from", "all"}, "new.db"},
    /* in the monitor: its screens, one change each, and one taken back */
    {"look",
     {ON_A, KEYS, "", "2 v Esc Enter Enter b Esc w Esc m g r Enter Enter g 2 W / 'mqcz' Enter"},
     NULL},
    {"look on", {ON_A, KEYS, "", "a g J g p g i Enter"}, NULL},
    {"days",
     {ON_A, KEYS, "2 Enter Enter", "= ^U '2021-10-01' Enter [ @ ^U '2021-09-01' Enter"},
     NULL},
    {"line", {ON_A, KEYS, ": 'show 5.1'", "Enter"}, NULL},
    {"value", {ON_A, KEYS, "2 Enter Enter e '9'", "Enter"}, NULL},
    {"note", {ON_A, KEYS, "2 Enter Enter / 'P001' Enter t 'counted'", "Enter"}, NULL},
    {"goal", {ON_A, KEYS, "2 Enter Enter o ^U '6000'", "Enter"}, NULL},
    {"goal-u", {ON_A, KEYS, "2 Enter Enter o ^U '6000' Enter", "u"}, NULL},
    {"due", {ON_A, KEYS, "2 Enter Enter d ^U '2021-12-15'", "Enter"}, NULL},
    {"owner", {ON_A, KEYS, "2 Enter Enter O ^U 'Li'", "Enter"}, NULL},
    {"limit-u", {ON_A, KEYS, ": 'set-threshold 5.1 due_soon_days 9' Enter", "u"}, NULL},
    {"step", {ON_A, KEYS, "/ 'After-school' Enter Enter / '10.3' Enter Enter m m", "Enter"}, NULL},
    {"move", {ON_A, KEYS, "2 Enter / '5.4' Enter Enter m d ^U '2021-06-20'", "Enter"}, NULL},
    {"move-u", {ON_A, KEYS, "2 Enter / '5.4' Enter Enter m d ^U '2021-06-20' Enter", "u"}, NULL},
    {"redo-u", {ON_A, KEYS, "U", "u"}, NULL},
    {"add", {ON_A, KEYS, "P '5.1 no land'", "Enter"}, NULL},
    {"add-u", {ON_A, KEYS, "P '5.1 no land' Enter", "u"}, NULL},
    {"close", {ON_A, KEYS, "p c 'mended'", "Enter"}, NULL},
    {"close-u", {ON_A, KEYS, "p c 'mended' Enter", "u"}, NULL},
    {"until", {ON_A, KEYS, "p d ^U '2021-12-20'", "Enter"}, NULL},
    {"take", {ON_A, KEYS, "i + / 'in.csv' Enter", "Enter Enter"}, NULL},
    {"all",
     {ON_A, KEYS, "i + / 'many' Enter Enter A R ^U '.' Enter", "Enter"},
     "c.csv.rejects.csv"},
    {"back", {ON_A, KEYS, "i x", "Enter"}, NULL},
};
const int inside_all_count = COUNT_OF(inside_operations);
const int inside_operation_count = 10;

void (*inside_heal)(void);
bool inside_over;

/* What there is before and after each operation that went well. */
static char *before[COUNT_OF(inside_operations)], *after[COUNT_OF(inside_operations)];
static char *made[COUNT_OF(inside_operations)];
static int usual[COUNT_OF(inside_operations)]; /* exit status */

struct call {
    const struct operation *operation;
    inside_arm_fn *arm;
    void *context;
    bool begins; /* only the keys before the fault */
};

/* What main() does; with keys, in the monitor. */
static int run(int argc, char **argv, const char *const *keys, const struct call *call)
{
    struct options options;
    struct session session = {0};
    struct err err = {0};
    const struct command *command = NULL;
    bool ok = options_parse(&options, argc, argv, &err) && session_start(&session, &options, &err);
    if (ok && keys) {
        int status =
            inside_keys(&session, keys[0], call->begins ? "" : keys[1], call->arm, call->context);
        session_close(&session);
        return status;
    }
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
    inside_over = true;
#ifdef COVERAGE
    extern void __gcov_dump(void);
    __gcov_dump();
#endif
    _exit(status);
}

static const char *const *find_keys(const struct operation *operation)
{
    for (int i = 0; i < INSIDE_WORDS_MAX && operation->words[i]; i++) {
        if (strcmp(operation->words[i], KEYS) == 0)
            return &operation->words[i + 1];
    }
    return NULL;
}

static void turn_into_command(void *context)
{
    static char words[INSIDE_WORDS_MAX + 2][64] = {"duban"};
    char *argv[INSIDE_WORDS_MAX + 2] = {words[0]};
    const struct call *call = context;
    const char *const *keys = find_keys(call->operation);
    int argc = 1;
    for (int i = 0; i < INSIDE_WORDS_MAX && call->operation->words[i]; i++, argc++) {
        if (keys && &call->operation->words[i + 1] == keys)
            break;
        snprintf(words[argc], sizeof(words[argc]), "%s", call->operation->words[i]);
        argv[argc] = words[argc];
    }
    i18n_start(LANG_EN, "/nonexistent");
    if (call->arm && !keys)
        call->arm(call->context);
    end(run(argc, argv, keys, call));
}

struct ran inside_run(const struct operation *operation, inside_arm_fn *arm, void *context)
{
    static const char *const nothing[] = {"/nonexistent", NULL};
    struct call call = {operation, arm, context, false};
    return faults_run_as(nothing, turn_into_command, &call);
}

/* A folder with one file in it, which a run of the inbox moves away. */
static void fill_folder(void)
{
    faults_run((const char *[]){"/bin/rm", "-rf", "drop", NULL});
    mkdir("drop", 0700);
    mkdir("drop/WJ-P001", 0700);
    faults_copy("in.csv", "drop/WJ-P001/in.csv");
}

void inside_afresh(void)
{
    faults_remove_db("a.db");
    faults_remove_db("copy.db");
    faults_remove_db("new.db");
    if (access("out", F_OK) == 0)
        faults_run((const char *[]){"/bin/rm", "-r", "out", NULL});
    if (!faults_copy("base.db", "a.db"))
        abort();
}

static void start_afresh(const struct operation *operation)
{
    glob_t kept = {0};
    if (glob("a.db.before-*", 0, NULL, &kept) == 0) {
        for (size_t i = 0; i < kept.gl_pathc; i++)
            unlink(kept.gl_pathv[i]);
    }
    globfree(&kept);
    if (operation->makes)
        unlink(operation->makes);
    if (strcmp(operation->name, "inbox") == 0)
        fill_folder();
    inside_afresh();
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

static void write_text(const char *path, const char *text)
{
    faults_write(path, text, strlen(text));
}

static void prepare_files(void)
{
    char text[8192];
    int len = snprintf(text, sizeof(text), "school,target,date,value\n");
    for (int day = 1; day <= 90; day++)
        len += snprintf(text + len, sizeof(text) - (size_t)len, "WJ-P001,5.1,2021-%02d-%02d,%d\n",
                        1 + day / 28, 1 + day % 28, 10 + day);
    write_text("in.csv", text);
    write_text("bad.csv", "school,target,date,value\nnobody,5.1,2021-01-02,1\n"
                          "WJ-P001,5.1,tomorrow,1\nWJ-P001,5.1,2021-11-02,200\n");
    write_text("gbk.csv", "\xD1\xA7\xD0\xA3,\xC8\xD5\xC6\xDA,5.1\n" /* school, date */
                          "WJ-P001,2021-11-05,210\nWJ-P001,2021-11-06,\xB6\xE0\n");
    write_text("problems.csv", "text,target,due\na wall,5.1,2021-12-20\na road,5.1,\n");
    mkdir("many", 0700);
    write_text("many/b.csv", "school,target,date,value\nWJ-P001,5.1,2021-11-03,201\n");
    mkdir("same", 0700);
    faults_copy("many/b.csv", "same/b.csv");
    write_text("many/c.csv", "school,target,date,value\nWJ-P001,5.1,2021-11-04,oops\n");
    write_text("roster.csv", "inspector,school\nLi,\nWang,WJ-P001\nSu,\n");
}

/* A database with something of every kind. */
void inside_prepare_base(void)
{
    prepare_files();
#define ON_BASE "--db", "base.db", "--as-of", "2021-12-01"
    static const struct operation steps[] = {
        {"init", {"--db", "base.db", "init"}, NULL},
        {"import", {ON_BASE, "import", "bad.csv"}, NULL},
        {"problem", {ON_BASE, "problem", "add", "a door", "--school", "WJ-P001"}, NULL},
        {"problem", {ON_BASE, "problem", "add", "a lamp", "--school", "WJ-P001"}, NULL},
        {"close", {ON_BASE, "problem", "close", "2"}, NULL},
        {"user", {ON_BASE, "users", "set", "li", "editor"}, NULL},
        {"user", {ON_BASE, "users", "set", "su", "viewer"}, NULL},
        {"draw",
         {ON_BASE, "draw", "--schools", "2", "--inspectors", "1", "--roster", "roster.csv",
          "--seed", "y"},
         NULL},
        {"set", {ON_BASE, "set", "5.1", "5", "--school", "WJ-P001", "--date", "2021-01-01"}, NULL},
        {"set", {ON_BASE, "set", "5.1", "6", "--school", "WJ-P001", "--date", "2021-01-02"}, NULL},
        {"undo", {ON_BASE, "undo"}, NULL},
        {"export", {ON_BASE, "export", "all"}, NULL},
    };
    for (size_t i = 0; i < COUNT_OF(steps); i++) {
        struct ran ran = inside_run(&steps[i], NULL, NULL);
        CHECK(ran.status <= 1, "cannot prepare %s: %s", steps[i].name, ran.err);
    }
    unlink("base.db-wal"); /* empty: the writer has moved all into the file */
    unlink("base.db-shm");
}

/* The database before the fault: as it began, but in the monitor something may have been done. */
static char *dump_before(const struct operation *operation)
{
    static const char *const nothing[] = {"/nonexistent", NULL};
    static char *begun;
    struct call call = {.operation = operation, .begins = true};
    if (!begun) {
        inside_afresh();
        begun = faults_dump("a.db");
    }
    if (!find_keys(operation))
        return begun;
    start_afresh(operation);
    struct ran ran = faults_run_as(nothing, turn_into_command, &call);
    CHECK(ran.status == 0, "%s: the keys before it: %s", operation->name, ran.err);
    return faults_dump("a.db");
}

void inside_prepare(int count)
{
    inside_prepare_base();
    for (int i = 0; i < count; i++) {
        before[i] = dump_before(&inside_operations[i]);
        start_afresh(&inside_operations[i]);
        struct ran ran = inside_run(&inside_operations[i], NULL, NULL);
        usual[i] = ran.status;
        CHECK(ran.status <= 1, "%s without a fault: %s", inside_operations[i].name, ran.err);
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
    start_afresh(operation);
    struct ran ran = inside_run(operation, arm, context);
    if (inside_heal)
        inside_heal();
    CHECK(ran.status < 124, "%s, %s: died with %d: %s", name, what, ran.status, ran.err);
    bool done = ran.status == usual[i];
    bool waits = strcmp(name, "inbox") == 0; /* leaves what it cannot read for the next run */
    const char *said = strstr(ran.err, "; ") ? ran.err : ran.out;
    CHECK(done || (strstr(said, "; ") && (!place || strstr(said, place))),
          "%s, %s: status %d without place or cure: %s", name, what, ran.status, said);
    char *now = faults_dump("a.db"), *file = read_made(operation);
    CHECK(same(now, after[i]) || ((!done || waits) && same(now, before[i])),
          "%s, %s: status %d, the database is neither as before nor as after: %s%s", name, what,
          ran.status, ran.err, ran.out);
    CHECK(same(file, made[i]) || (!done && !file), "%s, %s: status %d, %s is half made", name, what,
          ran.status, operation->makes);
    free(now);
    free(file);
    return ran;
}
