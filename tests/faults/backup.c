/* Backups while four importers write without a pause: each copy is whole, is one moment of the
 * database, and that moment is not before the last thing that was confirmed when it began. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "harness.h"

enum { WRITERS = 4, ROWS = 28 };

static const char *const schools[WRITERS] = {"WJ-P001", "WJ-K001", "WJ-K002", "WJ-K003"};

/* Written by the importers, read by us. `late`: a slow machine let one wait for his turn too long.
 */
struct score {
    bool over;
    long confirmed[WRITERS], late[WRITERS], failed[WRITERS];
};
static struct score *score;

/* One import after the other; all rows of one hold its number. */
static void write_always(int writer)
{
    char name[32], text[ROWS * 64 + 64];
    snprintf(name, sizeof(name), "%d.csv", writer);
    for (long number = 1; !score->over;) {
        int len = snprintf(text, sizeof(text), "school,target,date,value\n");
        for (int day = 1; day <= ROWS; day++)
            len += snprintf(text + len, sizeof(text) - (size_t)len, "%s,5.1,2021-03-%02d,%ld\n",
                            schools[writer], day, number);
        faults_write(name, text, (size_t)len);
        struct ran ran = faults_db("a.db", "--as-of", "2021-12-01", "import", name, NULL);
        if (ran.status == 0)
            score->confirmed[writer] = number++;
        else if (ran.status == 75)
            score->late[writer]++;
        else
            score->failed[writer]++;
    }
    _exit(0);
}

/* The number that all rows of a writer hold in a copy; 0: no rows; -3: they differ. */
static int64_t number_in(const char *copy, int writer)
{
    char sql[512];
    snprintf(sql, sizeof(sql),
             "SELECT CASE count(*) WHEN 0 THEN 0 WHEN %d THEN iif(min(value) = max(value),"
             " max(value) / 1000000, -3) ELSE -3 END FROM report JOIN school ON school.id ="
             " school_id WHERE school.code = '%s'",
             ROWS, schools[writer]);
    return faults_number(copy, sql);
}

static void check_copy(int round, const long *before)
{
    int64_t sum = 0;
    for (int i = 0; i < WRITERS; i++) {
        int64_t number = number_in("copy.db", i);
        CHECK(number >= before[i] && number <= score->confirmed[i] + 1,
              "copy %d: writer %d is at %lld, %ld was confirmed before, %ld since", round, i,
              (long long)number, before[i], score->confirmed[i]);
        sum += number;
    }
    int64_t batches = faults_number("copy.db", "SELECT count(*) FROM import");
    CHECK(batches == sum, "copy %d: %lld imports, their rows say %lld", round, (long long)batches,
          (long long)sum);
    faults_sound("copy.db", "a copy made under load");
}

int main(void)
{
    faults_start("backups under load");
    score = mmap(NULL, sizeof(*score), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    struct ran ran = faults_db("a.db", "init", NULL);
    CHECK(ran.status == 0, "init: %s", ran.err);
    pid_t pids[WRITERS];
    for (int i = 0; i < WRITERS; i++) {
        pids[i] = fork();
        if (pids[i] == 0)
            write_always(i);
    }
    int rounds = faults_rounds(20, 200), busy = 0;
    for (int round = 1; round <= rounds; round++) {
        long before[WRITERS], all = 0, now = 0;
        for (int i = 0; i < WRITERS; i++)
            all += before[i] = score->confirmed[i];
        ran = faults_db("a.db", "backup", "copy.db", NULL);
        CHECK(ran.status == 0, "backup %d: %d %s", round, ran.status, ran.err);
        for (int i = 0; i < WRITERS; i++)
            now += score->confirmed[i];
        busy += now > all;
        check_copy(round, before);
        faults_remove_db("copy.db");
    }
    score->over = true;
    long confirmed = 0, late = 0, failed = 0;
    for (int i = 0; i < WRITERS; i++) {
        waitpid(pids[i], NULL, 0);
        confirmed += score->confirmed[i];
        late += score->late[i];
        failed += score->failed[i];
    }
    CHECK(failed == 0, "%ld imports failed", failed);
    CHECK(busy > 0, "nothing was written while the copies were made");
    faults_sound("a.db", "after the backups");
    faults_say("backups: %d, each one moment of %ld imports by %d writers; %d times something was "
               "written meanwhile, %ld imports tried again",
               rounds, confirmed, WRITERS, busy, late);
    return faults_end();
}
