/* Every call of SQLite and of the system that duban makes in a command fails once, in turn: the
 * first two rows of every statement, every file opened, read, written, named. Afterwards all is as
 * before or as after, and the message says what to do. The failures are put in at the link. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "inside.h"

/* What the child counts, and the call that shall fail. */
static struct {
    bool armed;
    int why; /* errno; EINTR: a signal came */
    long fail_at;
} fault;
static long *calls; /* shared with the child */

static bool fails(void)
{
    return fault.armed && !inside_over && ++*calls == fault.fail_at;
}

/* ---- the system ---- */

/* result, name, parameters, arguments. A call that fails has result -1 or NULL. */
#define CALL_LIST(X)                                                                         \
    X(ssize_t, -1, read, (int fd, void *to, size_t size), (fd, to, size))                    \
    X(ssize_t, -1, pread, (int fd, void *to, size_t size, off_t at), (fd, to, size, at))     \
    X(ssize_t, -1, write, (int fd, const void *from, size_t size), (fd, from, size))         \
    X(int, -1, fsync, (int fd), (fd))                                                        \
    X(int, -1, stat, (const char *path, struct stat *info), (path, info))                    \
    X(int, -1, lstat, (const char *path, struct stat *info), (path, info))                   \
    X(int, -1, fstat, (int fd, struct stat *info), (fd, info))                               \
    X(int, -1, access, (const char *path, int mode), (path, mode))                           \
    X(int, -1, mkdir, (const char *path, mode_t mode), (path, mode))                         \
    X(int, -1, mkdirat, (int at, const char *path, mode_t mode), (at, path, mode))           \
    X(int, -1, link, (const char *from, const char *to), (from, to))                         \
    X(int, -1, linkat, (int a, const char *from, int b, const char *to, int how),            \
      (a, from, b, to, how))                                                                 \
    X(int, -1, rename, (const char *from, const char *to), (from, to))                       \
    X(int, -1, renameat2, (int a, const char *from, int b, const char *to, unsigned how),    \
      (a, from, b, to, how))                                                                 \
    X(int, -1, flock, (int fd, int operation), (fd, operation))                              \
    X(DIR *, NULL, opendir, (const char *path), (path))                                      \
    X(DIR *, NULL, fdopendir, (int fd), (fd))                                                \
    X(struct dirent *, NULL, readdir, (DIR * dir), (dir))                                    \
    X(int, -1, memfd_create, (const char *name, unsigned how), (name, how))                  \
    X(int, -1, fstatat, (int at, const char *path, struct stat *info, int how),              \
      (at, path, info, how))                                                                 \
    X(int, -1, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to)) \
    X(int, -1, mkostemp, (char *name, int flags), (name, flags))                             \
    X(char *, NULL, realpath, (const char *path, char *out), (path, out))                    \
    X(ssize_t, -1, getrandom, (void *out, size_t size, unsigned how), (out, size, how))      \
    X(iconv_t, (iconv_t)-1, iconv_open, (const char *to, const char *from), (to, from))

#define X(type, failure, name, parameters, arguments) \
    type __real_##name parameters;                    \
    type __wrap_##name parameters;                    \
    type __wrap_##name parameters                     \
    {                                                 \
        if (!fails())                                 \
            return __real_##name arguments;           \
        errno = fault.why;                            \
        return failure;                               \
    }
CALL_LIST(X)
#undef X

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(args, mode_t) : 0;
    va_end(args);
    if (!fails())
        return __real_open(path, flags, mode);
    errno = fault.why;
    return -1;
}

int __real_openat(int at, const char *path, int flags, ...);
int __wrap_openat(int at, const char *path, int flags, ...);
int __wrap_openat(int at, const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(args, mode_t) : 0;
    va_end(args);
    if (!fails())
        return __real_openat(at, path, flags, mode);
    errno = fault.why;
    return -1;
}

/* ---- SQLite ---- */

static bool sqlite_failed; /* what it was asked last has failed by our will */

static bool sqlite_fails(void)
{
    sqlite_failed = fails();
    return sqlite_failed;
}

/* The first two rows of each text of a statement: the others take the same ways. */
static bool is_new(const char *sql)
{
    enum { TEXTS_MAX = 512, ROWS = 2 };
    static struct {
        const char *sql;
        int rows;
    } seen[TEXTS_MAX];
    int i = 0;
    while (i < TEXTS_MAX - 1 && seen[i].sql && strcmp(seen[i].sql, sql) != 0)
        i++;
    if (!seen[i].sql)
        seen[i].sql = strdup(sql);
    return ++seen[i].rows <= ROWS;
}

#define SQLITE_LIST(X)                                                                          \
    X(SQLITE_IOERR, sqlite3_exec,                                                               \
      (sqlite3 * db, const char *sql, int (*row)(void *, int, char **, char **), void *context, \
       char **message),                                                                         \
      (db, sql, row, context, message))                                                         \
    X(SQLITE_IOERR, sqlite3_backup_step, (sqlite3_backup * backup, int pages), (backup, pages)) \
    X(SQLITE_IOERR, sqlite3_wal_checkpoint_v2,                                                  \
      (sqlite3 * db, const char *name, int how, int *a, int *b), (db, name, how, a, b))

#define X(failure, name, parameters, arguments)                    \
    int __real_##name parameters;                                  \
    int __wrap_##name parameters;                                  \
    int __wrap_##name parameters                                   \
    {                                                              \
        return sqlite_fails() ? failure : __real_##name arguments; \
    }
SQLITE_LIST(X)
#undef X

int __real_sqlite3_prepare_v2(sqlite3 *db, const char *sql, int len, sqlite3_stmt **out,
                              const char **rest);
int __wrap_sqlite3_prepare_v2(sqlite3 *db, const char *sql, int len, sqlite3_stmt **out,
                              const char **rest);
int __wrap_sqlite3_prepare_v2(sqlite3 *db, const char *sql, int len, sqlite3_stmt **out,
                              const char **rest)
{
    *out = NULL;
    return sqlite_fails() ? SQLITE_IOERR : __real_sqlite3_prepare_v2(db, sql, len, out, rest);
}

int __real_sqlite3_prepare_v3(sqlite3 *db, const char *sql, int len, unsigned how,
                              sqlite3_stmt **out, const char **rest);
int __wrap_sqlite3_prepare_v3(sqlite3 *db, const char *sql, int len, unsigned how,
                              sqlite3_stmt **out, const char **rest);
int __wrap_sqlite3_prepare_v3(sqlite3 *db, const char *sql, int len, unsigned how,
                              sqlite3_stmt **out, const char **rest)
{
    *out = NULL;
    return sqlite_fails() ? SQLITE_IOERR : __real_sqlite3_prepare_v3(db, sql, len, how, out, rest);
}

int __real_sqlite3_step(sqlite3_stmt *stmt);
int __wrap_sqlite3_step(sqlite3_stmt *stmt);
int __wrap_sqlite3_step(sqlite3_stmt *stmt)
{
    sqlite_failed = false;
    if (fault.armed && is_new(sqlite3_sql(stmt)) && sqlite_fails())
        return SQLITE_IOERR;
    return __real_sqlite3_step(stmt);
}

int __real_sqlite3_open_v2(const char *path, sqlite3 **db, int flags, const char *vfs);
int __wrap_sqlite3_open_v2(const char *path, sqlite3 **db, int flags, const char *vfs);
int __wrap_sqlite3_open_v2(const char *path, sqlite3 **db, int flags, const char *vfs)
{
    int result = __real_sqlite3_open_v2(path, db, flags, vfs);
    return sqlite_fails() ? SQLITE_CANTOPEN : result;
}

sqlite3_backup *__real_sqlite3_backup_init(sqlite3 *to, const char *to_name, sqlite3 *from,
                                           const char *from_name);
sqlite3_backup *__wrap_sqlite3_backup_init(sqlite3 *to, const char *to_name, sqlite3 *from,
                                           const char *from_name);
sqlite3_backup *__wrap_sqlite3_backup_init(sqlite3 *to, const char *to_name, sqlite3 *from,
                                           const char *from_name)
{
    return sqlite_fails() ? NULL : __real_sqlite3_backup_init(to, to_name, from, from_name);
}

int __real_sqlite3_errcode(sqlite3 *db);
int __wrap_sqlite3_errcode(sqlite3 *db);
int __wrap_sqlite3_errcode(sqlite3 *db)
{
    return sqlite_failed ? SQLITE_IOERR : __real_sqlite3_errcode(db);
}

/* ---- */

static void arm(void *context)
{
    (void)context;
    *calls = 0;
    fault.armed = true;
}

static void try_operation(const struct operation *operation, int tries)
{
    fault.fail_at = 0;
    inside_try(operation, arm, NULL, NULL, "nothing fails");
    long all = *calls, absorbed = 0, done = 0, step = all / tries > 1 ? all / tries : 1;
    for (long at = 1 + faults_random((uint32_t)step); at <= all; at += step, done++) {
        static const int reasons[] = {EIO, ENOSPC, EACCES, EINTR, EINVAL};
        char what[64];
        fault.fail_at = at;
        fault.why = reasons[done % (long)COUNT_OF(reasons)];
        snprintf(what, sizeof(what), "call %ld fails (%s)", at, strerror(fault.why));
        absorbed += inside_try(operation, arm, NULL, NULL, what).status == 0;
    }
    faults_say("  %-8s %4ld calls, %4ld failed in turn, %3ld did without", operation->name, all,
               done, absorbed);
}

/* Each call where branches are counted: a sample says nothing of those left out. */
#ifdef COVERAGE
enum { TRIES = 1000000 };
#else
enum { TRIES = 30 };
#endif

int main(void)
{
    faults_start("calls that fail");
    calls = mmap(NULL, sizeof(*calls), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    inside_prepare(inside_all_count);
    const char *only = getenv("FAULTS_ONLY"); /* an operation's name */
    for (int i = 0; i < inside_all_count; i++) {
        if (!only || strcmp(only, inside_operations[i].name) == 0)
            try_operation(&inside_operations[i], faults_rounds(TRIES, 1000000));
    }
    return faults_end();
}
