/* A disk that fails: every write, sync, truncate, lock, shared-memory call, open and delete of the
 * database's files in turn, once and from then on, through a VFS of SQLite's put in front of the
 * real one. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "inside.h"

enum call {
    CALL_READ,
    CALL_WRITE,
    CALL_SYNC,
    CALL_TRUNCATE,
    CALL_LOCK,
    CALL_SHM_MAP,
    CALL_SHM_LOCK,
    CALL_OPEN,
    CALL_DELETE,
    CALL_TOTAL
};

static const struct {
    const char *name;
    int error, also; /* two kinds of failure, taken in turn */
} kinds[CALL_TOTAL] = {
    [CALL_READ] = {"read", SQLITE_IOERR_READ, SQLITE_IOERR_READ},
    [CALL_WRITE] = {"write", SQLITE_IOERR_WRITE, SQLITE_FULL},
    [CALL_SYNC] = {"sync", SQLITE_IOERR_FSYNC, SQLITE_IOERR_FSYNC},
    [CALL_TRUNCATE] = {"truncate", SQLITE_IOERR_TRUNCATE, SQLITE_IOERR_TRUNCATE},
    [CALL_LOCK] = {"lock", SQLITE_IOERR_LOCK, SQLITE_BUSY},
    [CALL_SHM_MAP] = {"shm map", SQLITE_IOERR_SHMMAP, SQLITE_IOERR_NOMEM},
    [CALL_SHM_LOCK] = {"shm lock", SQLITE_IOERR_SHMLOCK, SQLITE_BUSY},
    [CALL_OPEN] = {"open", SQLITE_CANTOPEN, SQLITE_CANTOPEN},
    [CALL_DELETE] = {"delete", SQLITE_IOERR_DELETE, SQLITE_IOERR_DELETE},
};

static struct {
    enum call kind;
    long fail_at; /* from 1; 0: only count */
    bool for_good, other;
} fault;
static long *calls; /* [CALL_TOTAL], shared with the child */

/* SQLITE_OK, or the error that this call shall give. */
static int fails(enum call kind)
{
    long call = ++calls[kind];
    if (kind != fault.kind || fault.fail_at == 0 || call < fault.fail_at ||
        (call > fault.fail_at && !fault.for_good))
        return SQLITE_OK;
    return fault.other ? kinds[kind].also : kinds[kind].error;
}

/* ---- files: the real methods with ours before them ---- */

enum { FILES_MAX = 64 };

static struct {
    sqlite3_file *file;
    const sqlite3_io_methods *real;
    sqlite3_io_methods ours;
} files[FILES_MAX];

static const sqlite3_io_methods *real_of(sqlite3_file *file)
{
    for (int i = 0; i < FILES_MAX; i++) {
        if (files[i].file == file)
            return files[i].real;
    }
    abort();
}

static int on_read(sqlite3_file *file, void *to, int len, sqlite3_int64 at)
{
    int error = fails(CALL_READ);
    return error ? error : real_of(file)->xRead(file, to, len, at);
}
static int on_write(sqlite3_file *file, const void *from, int len, sqlite3_int64 at)
{
    int error = fails(CALL_WRITE);
    if (error && len > 1) /* half of it gets there */
        real_of(file)->xWrite(file, from, len / 2, at);
    return error ? error : real_of(file)->xWrite(file, from, len, at);
}
static int on_sync(sqlite3_file *file, int flags)
{
    int error = fails(CALL_SYNC);
    return error ? error : real_of(file)->xSync(file, flags);
}
static int on_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    int error = fails(CALL_TRUNCATE);
    return error ? error : real_of(file)->xTruncate(file, size);
}
static int on_lock(sqlite3_file *file, int level)
{
    int error = fails(CALL_LOCK);
    return error ? error : real_of(file)->xLock(file, level);
}
static int on_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
    int error = fails(CALL_SHM_MAP);
    return error ? error : real_of(file)->xShmMap(file, page, size, extend, out);
}
static int on_shm_lock(sqlite3_file *file, int offset, int n, int flags)
{
    int error = flags & SQLITE_SHM_LOCK ? fails(CALL_SHM_LOCK) : SQLITE_OK;
    return error ? error : real_of(file)->xShmLock(file, offset, n, flags);
}
static int on_close(sqlite3_file *file)
{
    const sqlite3_io_methods *real = real_of(file);
    for (int i = 0; i < FILES_MAX; i++) {
        if (files[i].file == file)
            files[i].file = NULL;
    }
    file->pMethods = real;
    return real->xClose(file);
}

static void put_before(sqlite3_file *file)
{
    int i = 0;
    while (files[i].file)
        if (++i == FILES_MAX)
            abort();
    files[i].file = file;
    files[i].real = file->pMethods;
    sqlite3_io_methods *ours = &files[i].ours;
    *ours = *files[i].real;
    ours->xRead = on_read;
    ours->xWrite = on_write;
    ours->xSync = on_sync;
    ours->xTruncate = on_truncate;
    ours->xLock = on_lock;
    ours->xShmMap = on_shm_map;
    ours->xShmLock = on_shm_lock;
    ours->xClose = on_close;
    file->pMethods = ours;
}

/* ---- the VFS ---- */

static sqlite3_vfs *real_vfs, vfs;

static int on_open(sqlite3_vfs *ours, const char *name, sqlite3_file *file, int flags, int *out)
{
    (void)ours;
    file->pMethods = NULL;
    int error = fails(CALL_OPEN);
    if (!error)
        error = real_vfs->xOpen(real_vfs, name, file, flags, out);
    if (!error)
        put_before(file);
    return error;
}
static int on_delete(sqlite3_vfs *ours, const char *name, int sync)
{
    (void)ours;
    int error = fails(CALL_DELETE);
    return error ? error : real_vfs->xDelete(real_vfs, name, sync);
}

static void arm(void *context)
{
    (void)context;
    real_vfs = sqlite3_vfs_find(NULL);
    vfs = *real_vfs;
    vfs.zName = "failing";
    vfs.xOpen = on_open;
    vfs.xDelete = on_delete;
    sqlite3_vfs_register(&vfs, 1);
}

/* A healthy disk again: the next command finds everything in order. */
static void heal(const char *what)
{
    struct ran ran =
        faults_db("a.db", "--as-of", "2021-12-01", "set", "5.1", "99", "--school", "WJ-K002", NULL);
    CHECK(ran.status == 0, "after %s: %s", what, ran.err);
    faults_sound("a.db", what);
}

static long try_kind(const struct operation *operation, enum call kind, long all, int tries,
                     long *absorbed)
{
    long done = 0, step = all / tries > 1 ? all / tries : 1;
    fault.kind = kind;
    for (int way = 0; way < 4; way++) {
        fault.for_good = way & 1;
        fault.other = way & 2;
        if (fault.other && kinds[kind].also == kinds[kind].error)
            continue;
        /* A lock that stays taken: SQLite asks again for ten seconds each. */
        if (fault.other && fault.for_good && kinds[kind].also == SQLITE_BUSY && !faults_long())
            continue;
        for (long at = all > 0 ? 1 + faults_random((uint32_t)step) : 1; at <= all; at += step) {
            char what[80];
            fault.fail_at = at;
            memset(calls, 0, CALL_TOTAL * sizeof(*calls));
            snprintf(what, sizeof(what), "%s %ld of %ld fails%s with %d", kinds[kind].name, at, all,
                     fault.for_good ? " and all after it" : "",
                     fault.other ? kinds[kind].also : kinds[kind].error);
            *absorbed += inside_try(operation, arm, NULL, ".db: ", what).status == 0;
            if (done++ % 5 == 0)
                heal(what);
        }
    }
    return done;
}

static void try_operation(const struct operation *operation, int tries)
{
    long all[CALL_TOTAL], done = 0, absorbed = 0;
    memset(calls, 0, CALL_TOTAL * sizeof(*calls));
    fault.fail_at = 0;
    inside_try(operation, arm, NULL, NULL, "nothing fails");
    memcpy(all, calls, sizeof(all));
    for (enum call kind = 0; kind < CALL_TOTAL; kind++)
        done += try_kind(operation, kind, all[kind], tries, &absorbed);
    faults_say("  %-7s %3ld reads, %3ld writes, %2ld syncs, %2ld truncates, %2ld locks, %2ld+%2ld "
               "shm, %2ld opens, %ld deletes; %4ld failed in turn, %3ld did without",
               operation->name, all[CALL_READ], all[CALL_WRITE], all[CALL_SYNC], all[CALL_TRUNCATE],
               all[CALL_LOCK], all[CALL_SHM_MAP], all[CALL_SHM_LOCK], all[CALL_OPEN],
               all[CALL_DELETE], done, absorbed);
}

int main(void)
{
    faults_start("failing disk");
    calls = mmap(NULL, CALL_TOTAL * sizeof(*calls), PROT_READ | PROT_WRITE,
                 MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    inside_prepare(inside_operation_count);
    for (int i = 0; i < inside_operation_count; i++)
        try_operation(&inside_operations[i], faults_rounds(6, 1000000));
    return faults_end();
}
