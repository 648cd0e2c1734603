/* The WAL-reset race of SQLite before 3.51.3: a checkpointer that has read the WAL's header, a
 * writer that starts the WAL anew in that very moment, and committed rows are gone. This probe puts
 * a writer there on purpose. With the lock every write waits until the checkpoint is over; with a
 * flock() that locks nothing (put in at the link) the same probe must lose rows, or it would prove
 * nothing. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>

#include "harness.h"
#include "store/store.h"

int __real_flock(int fd, int operation);
int __wrap_flock(int fd, int operation);
static bool lock_compiled_out;

int __wrap_flock(int fd, int operation)
{
    return lock_compiled_out ? 0 : __real_flock(fd, operation);
}

struct probe {
    struct store *writer, *checkpointer;
    struct arena arena;
    struct plan plan;
    int target, school;
    int64_t kept;    /* rows that the writer was told are kept */
    bool armed;      /* a write is to fall into the checkpoint */
    int inside, off; /* writes that fell into it; that the lock held off */
};

static struct probe probe;
static sqlite3_io_methods methods;
static int (*unfetch)(sqlite3_file *, sqlite3_int64, void *);

static void write_row(void)
{
    struct intake_row row = {
        .target = probe.target,
        .school = probe.school,
        .date = probe.plan.starts + (daynum)(probe.kept % 300),
        .value = (1 + probe.kept) * AMOUNT_ONE,
        .of = AMOUNT_NONE,
    };
    const struct actor actor = {.who = "probe", .now = "2021-09-15T08:00:00Z"};
    enum intake_outcome outcome;
    struct err err = {0};
    bool ok = store_set_value(probe.writer, &row, &probe.plan, true, &actor, &outcome, &err);
    if (ok)
        probe.kept++;
    else if (!lock_compiled_out)
        CHECK(false, "a write failed: %s", err.text);
}

/* SQLite calls this between reading the WAL's header and using it. */
static int in_the_gap(sqlite3_file *file, sqlite3_int64 at, void *page)
{
    struct err err;
    if (probe.armed) {
        probe.armed = false;
        if (lock_take(probe.writer, 0, &err)) {
            lock_drop(probe.writer);
            write_row();
            probe.inside++;
        } else {
            probe.off++;
        }
    }
    return unfetch(file, at, page);
}

static struct store *open_store(const char *path)
{
    struct store *store;
    struct err err = {0};
    if (!store_open(path, STORE_WRITE, &store, &err)) {
        printf("duban: %s\n", err.text);
        exit(1);
    }
    sqlite3_busy_timeout(store->db, 0);
    return store;
}

static void open_probe(const char *path)
{
    struct err err = {0};
    sqlite3_file *file;
    probe = (struct probe){.writer = open_store(path), .checkpointer = open_store(path)};
    if (!store_load_plan(probe.writer, DAY_NONE, &probe.arena, &probe.plan, &err))
        exit(1);
    probe.target = plan_target(&probe.plan, SV("5.1"));
    probe.school = plan_school(&probe.plan, SV("WJ-P001"));
    sqlite3_file_control(probe.checkpointer->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    methods = *file->pMethods;
    unfetch = methods.xUnfetch;
    methods.xUnfetch = in_the_gap;
    file->pMethods = &methods;
}

static void close_probe(void)
{
    store_close(probe.writer);
    store_close(probe.checkpointer);
    arena_free(&probe.arena);
}

/* A checkpoint as duban makes one: under the lock. PASSIVE, as TRUNCATE becomes when a writer is in
 * its way. */
static void checkpoint(struct store *store)
{
    struct err err;
    if (!lock_take(store, 1000, &err))
        return;
    sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
    lock_drop(store);
}

/* Fills the WAL while a reader keeps it from being emptied, has it copied, then lets a write fall
 * into a second checkpoint, and goes on writing. */
static void run_round(const char *path)
{
    sqlite3 *reader;
    sqlite3_open_v2(path, &reader, SQLITE_OPEN_READONLY, NULL);
    sqlite3_db_config(reader, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM report", NULL, NULL, NULL);
    for (uint32_t n = 2 + faults_random(4); n > 0; n--)
        write_row();
    sqlite3_close(reader);
    checkpoint(probe.writer);
    probe.armed = true;
    checkpoint(probe.checkpointer);
    probe.armed = false;
    for (uint32_t n = 1 + faults_random(3); n > 0; n--)
        write_row();
}

/* Journal entries of the probe: one for each row that it was told is kept. */
static bool all_there(const char *path, int64_t *there)
{
    *there = faults_number(path, "SELECT count(*) FROM change WHERE who = 'probe'");
    return *there == probe.kept;
}

static void with_the_lock(int rounds)
{
    faults_db("with.db", "init", NULL);
    open_probe("with.db");
    int64_t there = 0;
    int lost = 0;
    for (int i = 1; i <= rounds; i++) {
        run_round("with.db");
        lost += (i % 50 == 0 || i == rounds) && !all_there("with.db", &there);
    }
    CHECK(lost == 0, "%lld of %lld rows are there", (long long)there, (long long)probe.kept);
    CHECK(probe.inside == 0 && probe.off > rounds / 2,
          "%d writes fell into a checkpoint, the lock held off %d", probe.inside, probe.off);
    CHECK(probe.kept > 3 * (int64_t)rounds, "only %lld rows were written", (long long)probe.kept);
    faults_sound("with.db", "with the lock");
    faults_say("with the lock: %d rounds, %lld rows kept, 0 lost; it held off %d writes that would "
               "have fallen into a checkpoint",
               rounds, (long long)probe.kept, probe.off);
    close_probe();
}

static void without_it(void)
{
    enum { ROUNDS = 50 };
    int losses = 0, first = 0;
    lock_compiled_out = true;
    for (int i = 1; i <= ROUNDS; i++) {
        faults_remove_db("without.db");
        faults_db("without.db", "init", NULL);
        open_probe("without.db");
        run_round("without.db");
        run_round("without.db");
        int64_t there;
        if (!all_there("without.db", &there)) {
            losses++;
            first = first ? first : i;
        }
        close_probe();
    }
    lock_compiled_out = false;
    if (store_library_can_lose_rows())
        CHECK(losses > 0, "the probe lost nothing without the lock: it proves nothing");
    faults_say("without the lock: rows lost in %d of %d rounds, first in round %d (SQLite %s%s)",
               losses, ROUNDS, first, store_library(),
               store_library_can_lose_rows() ? "" : ", which has no such race");
}

int main(void)
{
    faults_start("WAL race");
    without_it();
    with_the_lock(faults_rounds(1000, 10000));
    return faults_end();
}
