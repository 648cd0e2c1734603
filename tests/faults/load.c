/* 60 viewers and 8 importers on one database at once, some terminals frozen in the midst of it:
 * nobody is told "busy", a viewer sees what is new quickly, the WAL stays small, all rows are
 * there. The short form takes a minute, the long one ten. */
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "duban/board.h"
#include "duban/store.h"
#include "harness.h"

enum {
    VIEWERS = 60,
    IMPORTERS = 8,
    FROZEN = 6,
    UNREAD = 2,
    ROWS = 28,
    STEPS_MS = 2000,
    POLL_MS = 500,
    WAL_MAX = 8 << 20,
    P99_MS = 250,
    HELD_MS = 3000,
    IMPORT_MS = 2500
};

/* What all processes write into; counts are theirs alone or atomic. */
struct score {
    bool over;
    long refreshes[STEPS_MS + 1]; /* by milliseconds; the last: that and more */
    long failures, imports, busy, refused, slowest_import_ms;
};
static struct score *score;

static void pause_ms(long ms)
{
    const struct timespec pause = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&pause, NULL);
}

/* Loads and judges everything, as the monitor does on a change. */
static bool refresh(struct store *store, struct err *err)
{
    struct arena arena = {0};
    struct plan plan;
    const struct figures *figures;
    daynum day = DAY_NONE;
    bool ok = date_parse(SV("2021-12-01"), &day) &&
              store_load_plan(store, day, &arena, &plan, err) &&
              store_load_figures(store, &plan, day, &arena, &figures, err);
    if (ok)
        board_make(&plan, figures, day, &arena);
    arena_free(&arena);
    return ok;
}

static void view(void)
{
    struct store *store;
    struct err err = {0};
    bool changed;
    if (!store_open("a.db", STORE_READ, &store, &err))
        _exit(1);
    pause_ms(getpid() % POLL_MS);
    while (!score->over) {
        double begin = faults_seconds();
        bool ok = store_changed(store, &changed, &err);
        if (ok && changed) {
            ok = refresh(store, &err);
            long ms = (long)((faults_seconds() - begin) * 1000);
            __atomic_add_fetch(&score->refreshes[ms < STEPS_MS ? ms : STEPS_MS], 1,
                               __ATOMIC_RELAXED);
        }
        if (!ok)
            __atomic_add_fetch(&score->failures, 1, __ATOMIC_RELAXED);
        pause_ms(POLL_MS);
    }
    store_close(store);
    _exit(0);
}

static void import(int importer)
{
    char name[32], text[ROWS * 64 + 64];
    snprintf(name, sizeof(name), "%d.csv", importer);
    for (int value = 1; !score->over; value++) {
        int len = snprintf(text, sizeof(text), "school,target,date,value\n");
        for (int day = 1; day <= ROWS; day++)
            len += snprintf(text + len, sizeof(text) - (size_t)len, "S-P%03d,5.1,2021-03-%02d,%d\n",
                            importer + 1, day, value);
        faults_write(name, text, (size_t)len);
        struct ran ran =
            faults_db("a.db", "--as-of", "2021-12-01", "import", "--allow-decrease", name, NULL);
        __atomic_add_fetch(ran.status == 0 ? &score->imports : &score->refused, 1,
                           __ATOMIC_RELAXED);
        if (ran.status == 75)
            __atomic_add_fetch(&score->busy, 1, __ATOMIC_RELAXED);
        if (ran.status != 0)
            printf("import: %d %s\n", ran.status, ran.err);
        long ms = (long)(ran.seconds * 1000);
        score->slowest_import_ms = ms > score->slowest_import_ms ? ms : score->slowest_import_ms;
        pause_ms(300 + importer * 20);
    }
    fflush(stdout);
    _exit(0);
}

/* A monitor whose screen nobody reads. */
static pid_t open_unread(int *master)
{
    struct winsize size = {24, 80, 0, 0};
    pid_t pid = forkpty(master, NULL, NULL, &size);
    if (pid == 0) {
        setenv("TERM", "xterm", 1);
        execl(faults_duban(), "duban", "--db", "a.db", (char *)NULL);
        _exit(127);
    }
    return pid;
}

/* The worst moment to be frozen: in the middle of reading, for HELD_MS. */
static pid_t freeze_reading(void)
{
    pid_t pid = fork();
    if (pid == 0) {
        sqlite3 *db;
        sqlite3_open_v2("a.db", &db, SQLITE_OPEN_READONLY, NULL);
        sqlite3_exec(db, "BEGIN; SELECT count(*) FROM report", NULL, NULL, NULL);
        raise(SIGSTOP);
        _exit(0);
    }
    return pid;
}

static void freeze(const pid_t *viewers, pid_t monitor)
{
    for (int i = 0; i < FROZEN; i++)
        kill(viewers[i], SIGSTOP);
    kill(monitor, SIGSTOP);
    pid_t reading = freeze_reading();
    pause_ms(HELD_MS);
    kill(reading, SIGKILL);
    waitpid(reading, NULL, 0);
}

static long file_size(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 ? (long)info.st_size : 0;
}

static long percentile(double share)
{
    long all = 0, seen = 0;
    for (int ms = 0; ms <= STEPS_MS; ms++)
        all += score->refreshes[ms];
    for (int ms = 0; ms <= STEPS_MS; ms++) {
        seen += score->refreshes[ms];
        if ((double)seen >= share * (double)all)
            return ms;
    }
    return STEPS_MS;
}

static void judge(int seconds, long wal)
{
    long refreshes = 0;
    for (int ms = 0; ms <= STEPS_MS; ms++)
        refreshes += score->refreshes[ms];
    CHECK(score->busy == 0 && score->refused == 0, "%ld times busy, %ld refused", score->busy,
          score->refused);
    CHECK(score->failures == 0, "%ld refreshes failed", score->failures);
    CHECK(score->imports >= seconds * 2, "only %ld imports", score->imports);
    CHECK(refreshes >= seconds * VIEWERS / 3, "only %ld refreshes", refreshes);
    CHECK(percentile(0.99) <= P99_MS, "p99 of a refresh is %ld ms", percentile(0.99));
    CHECK(score->slowest_import_ms <= IMPORT_MS, "an import took %ld ms", score->slowest_import_ms);
    CHECK(wal <= WAL_MAX, "the WAL grew to %ld bytes", wal);
    faults_sound("a.db", "after the load");
    int64_t batches = faults_number("a.db", "SELECT count(*) FROM import WHERE name LIKE '_.csv'");
    CHECK(batches == score->imports, "%lld batches for %ld imports", (long long)batches,
          score->imports);
    faults_say("load: %d s, %d viewers (%d frozen, %d screens unread), %d importers: %ld imports "
               "(slowest %ld ms), %ld refreshes, p50 %ld ms, p99 %ld ms, largest WAL %ld KiB, %ld "
               "times busy",
               seconds, VIEWERS, FROZEN, UNREAD, IMPORTERS, score->imports,
               score->slowest_import_ms, refreshes, percentile(0.5), percentile(0.99), wal / 1024,
               score->busy);
}

/* Runs everything for so many seconds; returns the largest size of the WAL. */
static long run_load(int seconds)
{
    pid_t pids[VIEWERS + IMPORTERS], unread[UNREAD];
    int masters[UNREAD];
    long wal = 0;
    bool frozen = false;
    faults_remove_db("a.db");
    faults_db("a.db", "demo", "--no-open", NULL);
    *score = (struct score){0};
    for (int i = 0; i < UNREAD; i++)
        unread[i] = open_unread(&masters[i]);
    for (int i = 0; i < VIEWERS + IMPORTERS; i++) {
        pids[i] = fork();
        if (pids[i] == 0) {
            if (i < VIEWERS)
                view();
            import(i - VIEWERS);
        }
    }
    for (double end = faults_seconds() + seconds; faults_seconds() < end; pause_ms(20)) {
        long now = file_size("a.db-wal");
        wal = now > wal ? now : wal;
        if (!frozen && faults_seconds() > end - seconds * 0.5) { /* half-way */
            freeze(pids, unread[0]);
            frozen = true;
        }
    }
    score->over = true;
    for (int i = 0; i < VIEWERS + IMPORTERS; i++) {
        kill(pids[i], SIGCONT);
        waitpid(pids[i], NULL, 0);
    }
    for (int i = 0; i < UNREAD; i++) {
        kill(unread[i], SIGKILL);
        waitpid(unread[i], NULL, 0);
        close(masters[i]);
    }
    return wal;
}

int main(void)
{
    faults_start("load");
    score = mmap(NULL, sizeof(*score), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int seconds = faults_rounds(60, 600);
    long wal = run_load(seconds);
    for (int tries = 1; tries < 2 && percentile(0.99) > P99_MS; tries++) {
        faults_say("p99 was %ld ms: once more, as other programs may have had the processor",
                   percentile(0.99));
        wal = run_load(seconds);
    }
    judge(seconds, wal);
    return faults_end();
}
