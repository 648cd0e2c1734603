#include "harness.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static char dir[64];
static const char *program;
static uint64_t state;
static int passed, failed;

void faults_start(const char *name)
{
    const char *seed = getenv("FAULTS_SEED"), *duban = getenv("DUBAN");
    program = duban ? duban : "build/duban";
    char *full = realpath(program, NULL);
    if (full)
        program = full;
    state = seed ? strtoull(seed, NULL, 10) : 20210915;
    printf("%s, %s form, seed %llu\n", name, faults_long() ? "long" : "short",
           (unsigned long long)state);
    umask(007);
    const char *const places[] = {"/dev/shm", getenv("TMPDIR"), "/tmp"};
    for (size_t i = 0; i < COUNT_OF(places) && dir[0] == '\0'; i++) {
        snprintf(dir, sizeof(dir), "%s/duban-faults.XXXXXX", places[i] ? places[i] : "/tmp");
        if (!mkdtemp(dir))
            dir[0] = '\0';
    }
    if (dir[0] == '\0' || chdir(dir) != 0) {
        perror("duban: cannot make a directory");
        exit(1);
    }
    chmod(dir, 0770);
    setenv("HOME", dir, 1);
    unsetenv("DUBAN_DB");
    signal(SIGPIPE, SIG_IGN);
}

static int remove_one(const char *path, const struct stat *info, int type, struct FTW *ftw)
{
    (void)info, (void)type, (void)ftw;
    return remove(path);
}

int faults_end(void)
{
    if (chdir("/") == 0)
        nftw(dir, remove_one, 16, FTW_DEPTH | FTW_PHYS | FTW_MOUNT);
    printf("%d passed, %d failed\n", passed, failed);
    return failed > 0;
}

bool faults_long(void)
{
    const char *word = getenv("FAULTS_LONG");
    return word && word[0] == '1';
}

int faults_rounds(int brief, int lengthy)
{
    return faults_long() ? lengthy : brief;
}

/* splitmix64 */
uint32_t faults_random(uint32_t below)
{
    uint64_t z = (state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return (uint32_t)((z ^ (z >> 31)) >> 32) % below;
}

void faults_say(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    putchar('\n');
    fflush(stdout);
}

void faults_check(bool good, const char *file, int line, const char *format, ...)
{
    if (good) {
        passed++;
        return;
    }
    failed++;
    if (failed > 40) /* the first ones tell enough */
        return;
    va_list args;
    va_start(args, format);
    printf("FAILED at %s:%d: ", file, line);
    vprintf(format, args);
    va_end(args);
    putchar('\n');
    fflush(stdout);
}

const char *faults_duban(void)
{
    return program;
}

double faults_seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* ---- processes ---- */

/* Takes what is there; returns false at the end. */
static bool drain(int fd, char *text, size_t *len)
{
    char beyond[4096];
    size_t room = RAN_TEXT_MAX - 1 - *len;
    ssize_t got = read(fd, room > 0 ? text + *len : beyond, room > 0 ? room : sizeof(beyond));
    if (got <= 0)
        return got < 0 && errno == EINTR;
    if (room > 0)
        *len += (size_t)got;
    text[*len] = '\0';
    return true;
}

static void collect(pid_t pid, int out, int err, struct ran *ran)
{
    enum { LIMIT_MS = 60000, STEP_MS = 100 };
    struct pollfd fds[2] = {{.fd = out, .events = POLLIN}, {.fd = err, .events = POLLIN}};
    size_t lens[2] = {0};
    double begin = faults_seconds();
    while (fds[0].fd >= 0 || fds[1].fd >= 0) {
        if ((faults_seconds() - begin) * 1000 > LIMIT_MS) {
            kill(pid, SIGKILL);
            ran->status = 124;
            break;
        }
        poll(fds, 2, STEP_MS);
        for (int i = 0; i < 2; i++) {
            if (fds[i].revents && !drain(fds[i].fd, i == 0 ? ran->out : ran->err, &lens[i]))
                fds[i].fd = -1;
        }
    }
}

struct ran faults_run_as(const char *const argv[], faults_prepare_fn *prepare, void *context)
{
    struct ran ran = {0};
    int out[2], err[2], status;
    double begin = faults_seconds();
    if (pipe2(out, O_CLOEXEC) != 0 || pipe2(err, O_CLOEXEC) != 0)
        abort();
    fflush(stdout);
    pid_t pid = fork();
    if (pid == 0) {
        dup2(open("/dev/null", O_RDONLY), 0);
        dup2(out[1], 1);
        dup2(err[1], 2);
        signal(SIGPIPE, SIG_DFL);
        if (prepare)
            prepare(context);
        execv(argv[0], (char *const *)(uintptr_t)argv);
        _exit(127);
    }
    close(out[1]);
    close(err[1]);
    collect(pid, out[0], err[0], &ran);
    close(out[0]);
    close(err[0]);
    waitpid(pid, &status, 0);
    if (ran.status == 0)
        ran.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ran.seconds = faults_seconds() - begin;
    return ran;
}

struct ran faults_run(const char *const argv[])
{
    return faults_run_as(argv, NULL, NULL);
}

struct ran faults_db(const char *db, ...)
{
    enum { WORDS_MAX = 24 };
    const char *argv[WORDS_MAX] = {program, "--db", db};
    va_list args;
    va_start(args, db);
    for (int i = 3; i < WORDS_MAX - 1 && (argv[i] = va_arg(args, const char *)) != NULL;)
        i++;
    va_end(args);
    return faults_run(argv);
}

/* ---- files and databases ---- */

void faults_write(const char *path, const char *bytes, size_t len)
{
    FILE *file = fopen(path, "w");
    if (!file || fwrite(bytes, 1, len, file) != len || fclose(file) != 0) {
        perror(path);
        exit(1);
    }
}

bool faults_copy(const char *from, const char *to)
{
    char piece[65536];
    FILE *in = fopen(from, "r"), *out = fopen(to, "w");
    bool ok = in && out;
    for (size_t got; ok && (got = fread(piece, 1, sizeof(piece), in)) > 0;)
        ok = fwrite(piece, 1, got, out) == got;
    if (in)
        fclose(in);
    return out && fclose(out) == 0 && ok;
}

void faults_remove_db(const char *db)
{
    static const char *const endings[] = {"", "-wal", "-shm", "-lock", "-journal"};
    char path[256];
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        snprintf(path, sizeof(path), "%s%s", db, endings[i]);
        unlink(path);
    }
}

static sqlite3 *open_db(const char *path)
{
    sqlite3 *db = NULL;
    if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK) {
        sqlite3_close(db);
        return NULL;
    }
    sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    sqlite3_busy_timeout(db, 5000);
    return db;
}

int64_t faults_number(const char *path, const char *sql)
{
    sqlite3 *db = open_db(path);
    sqlite3_stmt *stmt = NULL;
    int64_t number = -2;
    if (db && sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) == SQLITE_OK) {
        int result = sqlite3_step(stmt);
        number = result == SQLITE_ROW    ? sqlite3_column_int64(stmt, 0)
                 : result == SQLITE_DONE ? -1
                                         : -2;
    }
    sqlite3_finalize(stmt);
    sqlite3_close(db);
    return number;
}

/* Without the moments, which differ from run to run. */
static void put_text(FILE *out, const char *text)
{
    enum { MOMENT = sizeof("2021-09-15T08:00:00Z") - 1 };
    for (; *text != '\0'; text++) {
        if (strlen(text) >= MOMENT && text[4] == '-' && text[10] == 'T' &&
            text[MOMENT - 1] == 'Z') {
            fputs("(then)", out);
            text += MOMENT - 1;
        } else {
            putc(*text, out);
        }
    }
}

static bool dump_rows(sqlite3 *db, const char *sql, FILE *out)
{
    sqlite3_stmt *stmt;
    if (sqlite3_prepare_v2(db, sql, -1, &stmt, NULL) != SQLITE_OK)
        return false;
    int result;
    while ((result = sqlite3_step(stmt)) == SQLITE_ROW) {
        for (int i = 0; i < sqlite3_column_count(stmt); i++) {
            const char *text = (const char *)sqlite3_column_text(stmt, i);
            put_text(out, text ? text : "NULL");
            putc('|', out);
        }
        putc('\n', out);
    }
    sqlite3_finalize(stmt);
    return result == SQLITE_DONE;
}

char *faults_dump(const char *path)
{
    enum { TABLES_MAX = 64 };
    char *text = NULL, names[TABLES_MAX][64], sql[192];
    size_t size;
    int count = 0;
    sqlite3 *db = open_db(path);
    sqlite3_stmt *stmt = NULL;
    bool ok = db && sqlite3_prepare_v2(db,
                                       "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                       " ORDER BY name",
                                       -1, &stmt, NULL) == SQLITE_OK;
    while (ok && sqlite3_step(stmt) == SQLITE_ROW && count < TABLES_MAX)
        snprintf(names[count++], 64, "%s", (const char *)sqlite3_column_text(stmt, 0));
    sqlite3_finalize(stmt);
    FILE *out = open_memstream(&text, &size);
    for (int i = 0; ok && i < count; i++) {
        fprintf(out, "%s:\n", names[i]);
        snprintf(sql, sizeof(sql), "SELECT * FROM \"%.63s\"", names[i]);
        ok = dump_rows(db, sql, out);
    }
    fclose(out);
    sqlite3_close(db);
    if (ok)
        return text;
    free(text);
    return NULL;
}

bool faults_sound(const char *db, const char *when)
{
    struct ran ran = faults_db(db, "doctor", NULL);
    CHECK(ran.status == 0, "%s: doctor ends with %d: %s%s", when, ran.status, ran.out, ran.err);
    return ran.status == 0;
}
