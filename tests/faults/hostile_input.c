/* Hostile texts as arguments, file names, cells, headings, rosters, problem lists, plans and
 * environment variables, into stdout, stderr, the log and the files that are made: nothing hostile
 * comes out. The short form takes every second of the 600 texts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hostile.h"

#define LOGGED "--as-of", "2021-12-01", "--log", "log.txt"

static void check_ran(const struct ran *ran, int i, const char *way)
{
    char what[64];
    snprintf(what, sizeof(what), "text %d, %s", i, way);
    CHECK(ran->status < 124, "%s: died with %d", what, ran->status);
    hostile_check_text(ran->out, strlen(ran->out), what);
    hostile_check_text(ran->err, strlen(ran->err), what);
}

#define TRY(way, ...)                                        \
    do {                                                     \
        const struct ran ran = faults_db(__VA_ARGS__, NULL); \
        check_ran(&ran, i, way);                             \
    } while (0)

/* A file name out of a text. */
static void name_of(const char *text, char name[HOSTILE_TEXT_MAX + 8])
{
    size_t len = (size_t)snprintf(name, 8, "f-");
    for (const char *c = text; *c && len < HOSTILE_TEXT_MAX; c++) {
        if (*c != '/')
            name[len++] = *c;
    }
    name[len] = '\0';
}

static void cells(int i, const char *text, const char *name)
{
    char csv[1024];
    int len =
        snprintf(csv, sizeof(csv),
                 "school,target,date,value,note\n%s,5.1,2021-11-01,1,\nWJ-P001,%s,2021-11-01,1,\n"
                 "WJ-P001,5.1,%s,1,\nWJ-P001,5.1,2021-11-01,%s,\nWJ-P001,5.1,2021-11-%02d,%d,%s\n",
                 text, text, text, text, 1 + i % 28, i, text);
    faults_write(name, csv, (size_t)len);
    TRY("cells", "b.db", LOGGED, "import", "--allow-decrease", name, "--rejects", "rejects.csv");
    TRY("cells as JSON", "b.db", LOGGED, "import", "--dry-run", "--format", "json", name);
    unlink(name);
    size_t size;
    const char *rejects = hostile_slurp("rejects.csv", &size);
    hostile_check_csv(rejects, size, "rejects");
    unlink("rejects.csv");
}

static void headings(int i, const char *text, const char *name)
{
    char csv[512];
    int len =
        snprintf(csv, sizeof(csv), "school,%s,5.1,%s\nWJ-P001,1,2,3\n%s,1,2,3\n", text, text, text);
    faults_write(name, csv, (size_t)len);
    TRY("headings", "b.db", LOGGED, "import", "--date", "2021-11-30", name);
    unlink(name);
}

static void arguments(int i, const char *text)
{
    TRY("a target and a school", "b.db", LOGGED, "set", text, "1", "--school", text);
    TRY("a note", "b.db", LOGGED, "set", "5.1", "9999", "--school", "WJ-P001", "--note", text);
    TRY("a command", "b.db", LOGGED, text);
    TRY("a database and a language", text, "status", "--lang", text);
}

static void problems(int i, const char *text, const char *name)
{
    char csv[512];
    TRY("a problem", "b.db", LOGGED, "problem", "add", text, "--target", "5.1", "--owner", text);
    int len = snprintf(csv, sizeof(csv), "text,target,owner,due\n\"%s\",5.1,\"%s\",%s\n", text,
                       text, text);
    faults_write(name, csv, (size_t)len);
    TRY("a problem list", "b.db", LOGGED, "problem", "import", name);
    unlink(name);
}

static void draws(int i, const char *text, const char *name)
{
    char csv[512];
    int len = snprintf(csv, sizeof(csv), "inspector,school\n\"%s\",\nLi,\"%s\"\n", text, text);
    faults_write(name, csv, (size_t)len);
    TRY("a roster and a seed", "b.db", LOGGED, "draw", "--schools", "2", "--inspectors", "1",
        "--roster", name, "--seed", text);
    unlink(name);
}

static void outputs(int i, const char *text, const char *name)
{
    TRY("a user", "b.db", LOGGED, "users", "set", text, "editor");
    TRY("a report's name", "b.db", LOGGED, "report", "--format", "md", "--owner", text, "-o", name);
    unlink(name);
    TRY("a plan", "b.db", "plan", "diff", text, name);
    TRY("a word to complete", "b.db", "complete", "--", "show", text);
    TRY("a value", "b.db", LOGGED, "set-goal", "5.1", text);
    TRY("a threshold", "b.db", LOGGED, "set-threshold", text, text, text);
}

/* A plan directory with the text in every file, and a drop folder with a file of that name. */
static void folders(int i, const char *text, const char *name)
{
    static const char *const files[] = {"plan.csv",  "sections.csv", "items.csv", "targets.csv",
                                        "steps.csv", "schools.csv",  "towns.csv", "calendar.csv"};
    char path[HOSTILE_TEXT_MAX + 32], csv[512];
    int len = snprintf(csv, sizeof(csv), "code,%s,name_en\n%s,\"%s\",%s\n", text, text, text, text);
    mkdir("plan", 0700);
    for (size_t f = 0; f < COUNT_OF(files); f++) {
        snprintf(path, sizeof(path), "plan/%s", files[f]);
        faults_write(path, csv, (size_t)len);
    }
    TRY("a plan's cells", "b.db", LOGGED, "plan", "check", "plan");
    mkdir("drop", 0700);
    mkdir("drop/WJ-P001", 0700);
    snprintf(path, sizeof(path), "drop/WJ-P001/%s.csv", name);
    faults_write(path, csv, (size_t)len);
    TRY("a drop folder", "b.db", LOGGED, "inbox", "drop", "--settle", "0");
    faults_run((const char *[]){"/bin/rm", "-r", "drop", "plan", NULL});
}

static void environment(int i, const char *text)
{
    static const char *const variables[] = {
        "DUBAN_DB",  "LANG", "LC_ALL",         "LANGUAGE",        "TERM",     "USER",
        "LOGNAME",   "HOME", "XDG_DATA_HOME",  "XDG_CONFIG_HOME", "NO_COLOR", "COLUMNS",
        "DUBAN_LOG", "TZ",   "XDG_CONFIG_DIRS"};
    const char *variable = variables[i % (int)COUNT_OF(variables)], *kept = getenv(variable);
    char *before = kept ? strdup(kept) : NULL;
    setenv(variable, text, 1);
    const struct ran ran =
        faults_run((const char *[]){faults_duban(), "--as", text, "status", NULL});
    check_ran(&ran, i, variable);
    if (before)
        setenv(variable, before, 1);
    else
        unsetenv(variable);
    free(before);
}

/* The ways that cost little for each text, the others by turns. */
static void try_text(int i)
{
    const char *text = hostile_text(i);
    char name[HOSTILE_TEXT_MAX + 8];
    name_of(text, name);
    cells(i, text, name);
    arguments(i, text);
    environment(i, text);
    for (int way = 0; way < 5; way++) {
        if (!faults_long() && way != i / 2 % 5)
            continue;
        if (way == 0)
            headings(i, text, name);
        else if (way == 1)
            problems(i, text, name);
        else if (way == 2)
            draws(i, text, name);
        else if (way == 3)
            outputs(i, text, name);
        else
            folders(i, text, name);
    }
}

int main(void)
{
    faults_start("hostile text from outside");
    hostile_make();
    faults_db("b.db", "init", NULL);
    int step = faults_rounds(2, 1);
    for (int i = 0; i < HOSTILE_TEXTS; i += step)
        try_text(i);
    size_t size;
    const char *log = hostile_slurp("log.txt", &size);
    CHECK(size > 10000, "the log has only %zu bytes", size);
    hostile_check_text(log, size, "the log");
    faults_sound("b.db", "after all texts");
    faults_say(
        "%d texts as argument, name, cell, heading, roster, problem, plan, variable; %zu bytes "
        "of log, clean",
        HOSTILE_TEXTS / step, size);
    return faults_end();
}
