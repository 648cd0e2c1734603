/* kill -9 of one import of many small files, which share transactions. Every file that was told of
 * as done is in, whole; every other one is in whole, or not at all; the next run takes in the rest
 * and changes nothing of what is there. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "harness.h"

enum { FILES = 150, ROWS = 28, WORDS = FILES + 8 };

static char names[FILES][16];

/* Each file has a month and a target of its own, so that each is new. */
static void make_files(void)
{
    static const char *const targets[] = {"1.1", "1.3", "1.4", "2.3", "2.4", "10.1", "10.2", "5.1"};
    static const char *const schools[] = {"WJ-P001", "WJ-P002"};
    for (int i = 0; i < FILES; i++) {
        char text[ROWS * 64 + 64];
        int len = snprintf(text, sizeof(text), "school,target,date,value\n");
        int month = i / 16 + 1;
        for (int day = 1; day <= ROWS; day++)
            len += snprintf(text + len, sizeof(text) - (size_t)len, "%s,%s,2021-%02d-%02d,1\n",
                            schools[i % 2], targets[i / 2 % 8], month, day);
        snprintf(names[i], sizeof(names[i]), "%03d.csv", i);
        faults_write(names[i], text, (size_t)len);
    }
}

static pid_t begin_import(void)
{
    const char *words[WORDS] = {faults_duban(), "--db", "a.db", "--as-of", "2021-12-31", "import"};
    for (int i = 0; i < FILES; i++)
        words[6 + i] = names[i];
    pid_t child = fork();
    if (child == 0) {
        int out = open("out", O_WRONLY | O_CREAT | O_TRUNC, 0600);
        int null = open("/dev/null", O_WRONLY);
        dup2(out, STDOUT_FILENO);
        dup2(null, STDERR_FILENO);
        execv(words[0], (char *const *)(uintptr_t)words);
        _exit(127);
    }
    return child;
}

/* Was this file told of as taken in? */
static bool was_told(const char *out, const char *name)
{
    char line[32];
    snprintf(line, sizeof(line), "%.15s: %d reports: ", name, ROWS);
    return strstr(out, line) != NULL;
}

static int look(const char *out, int round)
{
    int told = 0;
    for (int i = 0; i < FILES; i++) {
        char sql[256];
        snprintf(sql, sizeof(sql),
                 "SELECT count(*) FROM report WHERE import_id ="
                 " (SELECT id FROM import WHERE name = '%.15s')",
                 names[i]);
        int64_t rows = faults_number("a.db", sql);
        bool said = was_told(out, names[i]);
        told += said;
        CHECK(rows == ROWS || (rows == 0 && !said), "round %d: %s has %lld rows, %s", round,
              names[i], (long long)rows, said ? "was told of" : "was not told of");
    }
    return told;
}

/* What the program has said so far. */
static char *read_out(void)
{
    static char out[64 * 1024];
    int fd = open("out", O_RDONLY);
    ssize_t got = fd >= 0 ? read(fd, out, sizeof(out) - 1) : 0;
    out[got > 0 ? got : 0] = '\0';
    if (fd >= 0)
        close(fd);
    return out;
}

int main(void)
{
    faults_start("kill -9 in the midst of many files");
    make_files();
    int rounds = faults_rounds(25, 500), told = 0, partly = 0;
    double whole = 1;
    for (int round = 0; round <= rounds; round++) {
        faults_remove_db("a.db");
        struct ran made = faults_db("a.db", "init", NULL);
        CHECK(made.status == 0, "init: %s", made.err);
        double begin = faults_seconds();
        pid_t child = begin_import();
        if (round > 0) { /* the first one shows how long it takes */
            const struct timespec pause = {
                .tv_nsec = (long)(whole * 1e9 * (300 + faults_random(700)) / 1000)};
            nanosleep(&pause, NULL);
            kill(child, SIGKILL);
        }
        waitpid(child, NULL, 0);
        if (round == 0)
            whole = faults_seconds() - begin < 0.9 ? faults_seconds() - begin : 0.9;
        int here = look(read_out(), round);
        told += here;
        partly += here > 0 && here < FILES;
        CHECK(round > 0 || here == FILES, "only %d of %d files were taken in", here, FILES);
        faults_sound("a.db", "after the kill");
        waitpid(begin_import(), NULL, 0);
        CHECK(faults_number("a.db", "SELECT count(*) FROM import") == FILES &&
                  faults_number("a.db", "SELECT count(*) FROM report") == FILES * ROWS,
              "round %d: the second run did not take in the rest", round);
    }
    faults_say("kill -9: %d imports of %d files, %d files told of, %d times in between", rounds,
               FILES, told, partly);
    return faults_end();
}
