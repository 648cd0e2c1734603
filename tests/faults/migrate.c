/* kill -9 at random moments while three programs at once bring a database of the first format to
 * today's: afterwards it is wholly in the one or wholly in the other, and the next program brings
 * it to the end. And a copy of the first format is restored without being touched. */
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../support/store_old.h"
#include "harness.h"

enum { PROGRAMS = 3, SAME_FORMAT = 65 };

struct tally {
    int killed, old, new; /* programs that the kill ended; databases found in either format */
};

static char *old_text, *new_text;
static double migration_seconds;

/* A command that opens the database for writing, and finds nothing to write. */
static struct ran open_to_write(void)
{
    return faults_db("a.db", "set", "99.9", "1", NULL);
}

static bool same(const char *a, const char *b)
{
    return a && b && strcmp(a, b) == 0;
}

static int64_t version(void)
{
    return faults_number("a.db", "PRAGMA user_version");
}

static void start_afresh(void)
{
    faults_remove_db("a.db");
    if (!faults_copy("old.db", "a.db"))
        abort();
}

static void prepare(void)
{
    enum { ROWS = 300 };
    char text[ROWS * 64];
    int len = snprintf(text, sizeof(text), "school,target,date,value\n");
    for (int i = 0; i < ROWS; i++)
        len += snprintf(text + len, sizeof(text) - (size_t)len, "WJ-P001,5.1,2021-%02d-%02d,%d\n",
                        1 + i / 28, 1 + i % 28, i);
    faults_write("in.csv", text, (size_t)len);
    faults_db("old.db", "init", NULL);
    struct ran ran = faults_db("old.db", "--as-of", "2021-12-01", "import", "in.csv", NULL);
    CHECK(ran.status == 0 && store_make_old("old.db"), "no database of the first format: %s",
          ran.err);
    start_afresh();
    old_text = faults_dump("a.db");
    ran = open_to_write();
    migration_seconds = ran.seconds;
    new_text = faults_dump("a.db");
    CHECK(ran.status == SAME_FORMAT && version() > 1 && new_text && !same(old_text, new_text),
          "it is not migrated: %d %s", ran.status, ran.err);
}

/* Three begin; each is killed a little later, at a moment that lies anywhere in what it does. */
static void run_round(struct tally *tally)
{
    pid_t pids[PROGRAMS];
    fflush(stdout);
    for (int i = 0; i < PROGRAMS; i++) {
        pids[i] = fork();
        if (pids[i] == 0) {
            if (!freopen("/dev/null", "w", stderr))
                _exit(126);
            execl(faults_duban(), "duban", "--db", "a.db", "set", "99.9", "1", (char *)NULL);
            _exit(127);
        }
    }
    for (int i = 0; i < PROGRAMS; i++) {
        usleep(faults_random((uint32_t)(migration_seconds * 1000000) + 1));
        kill(pids[i], SIGKILL);
    }
    for (int status; wait(&status) > 0;)
        tally->killed += WIFSIGNALED(status) != 0;
}

static void check_round(int round, struct tally *tally)
{
    bool is_old = version() == 1;
    char *text = faults_dump("a.db");
    CHECK(same(text, is_old ? old_text : new_text),
          "round %d: format %lld, neither before nor after", round, (long long)version());
    free(text);
    *(is_old ? &tally->old : &tally->new) += 1;
    /* However busy the machine is: killed later when it was too early, and the reverse. */
    migration_seconds *= is_old ? 1.1 : 0.9;
    struct ran ran = open_to_write();
    CHECK(ran.status == SAME_FORMAT, "round %d: the next program: %d %s", round, ran.status,
          ran.err);
    text = faults_dump("a.db");
    CHECK(same(text, new_text), "round %d: the next program did not bring it to the end", round);
    free(text);
    faults_sound("a.db", "after the migration");
}

static void restore_an_old_copy(void)
{
    faults_remove_db("a.db");
    char *before = faults_dump("old.db");
    for (int there = 0; there < 2; there++) {
        struct ran ran = faults_db("a.db", "restore", "old.db", there ? "--replace" : NULL, NULL);
        CHECK(ran.status == 0, "a copy of the first format: %d %s", ran.status, ran.err);
        CHECK(version() > 1, "it was restored in format %lld", (long long)version());
        faults_sound("a.db", "after the restore");
        char *after = faults_dump("old.db"), *text = faults_dump("a.db");
        CHECK(same(before, after), "the copy itself was changed");
        CHECK(there || same(text, new_text), "what was restored is something else");
        free(after);
        free(text);
    }
    free(before);
    CHECK(faults_number("old.db", "PRAGMA user_version") == 1, "the copy itself was migrated");
}

int main(void)
{
    faults_start("migration under kill -9");
    prepare();
    struct tally tally = {0};
    int rounds = faults_rounds(50, 1000);
    for (int round = 1; round <= rounds; round++) {
        start_afresh();
        run_round(&tally);
        check_round(round, &tally);
    }
    CHECK(tally.killed > rounds && tally.old > 0 && tally.new > 0,
          "%d killed, %d old, %d new: nothing was tried", tally.killed, tally.old, tally.new);
    faults_say("migration: %d rounds of %d programs, %d killed; found %d times in the old format, "
               "%d times in the new one, never between",
               rounds, PROGRAMS, tally.killed, tally.old, tally.new);
    restore_an_old_copy();
    free(old_text);
    free(new_text);
    return faults_end();
}
