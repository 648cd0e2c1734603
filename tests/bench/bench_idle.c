/* bench_idle.c - monitors that nobody touches, many at once, as on a server of a bureau: what they
 * cost, what they send, and how soon they show what somebody else commits.
 *
 * bench_idle SESSIONS SECONDS DUBAN DATABASE TARGET: starts that many monitors, each on a pty of its
 * own, lets them stand, then runs `DUBAN set TARGET 1` and waits until all have drawn.
 * Prints one row of a table.
 */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { SESSIONS_MAX = 500, COMMITS = 3, WAIT_MS = 5000 };

struct session {
    pid_t pid;
    int line;
};

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* What a process has used of the processors, in ms: to the nanosecond, not to the tick. */
static double used_ms(pid_t pid)
{
    char path[64];
    long long nanoseconds = 0;
    snprintf(path, sizeof(path), "/proc/%d/schedstat", (int)pid);
    FILE *file = fopen(path, "r");
    if (!file || fscanf(file, "%lld", &nanoseconds) != 1)
        fprintf(stderr, "bench_idle: no %s\n", path);
    if (file)
        fclose(file);
    return (double)nanoseconds / 1e6;
}

static double used_by_all(const struct session *sessions, int count)
{
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += used_ms(sessions[i].pid);
    return sum;
}

static struct session open_session(const char *duban, const char *database)
{
    struct session session;
    struct winsize size = {.ws_row = 24, .ws_col = 80};
    session.pid = forkpty(&session.line, NULL, NULL, &size);
    if (session.pid == 0) {
        execl(duban, duban, "--db", database, "--ambiguous-width", "1", (char *)NULL);
        _exit(127);
    }
    fcntl(session.line, F_SETFD, FD_CLOEXEC);
    return session;
}

static long take(int line)
{
    char piece[65536];
    ssize_t got = read(line, piece, sizeof(piece));
    return got > 0 ? (long)got : 0;
}

/* Reads what the sessions send for so long; returns how much that was. */
static long listen_to(const struct session *sessions, int count, double ms)
{
    struct pollfd lines[SESSIONS_MAX];
    long bytes = 0;
    for (int i = 0; i < count; i++)
        lines[i] = (struct pollfd){.fd = sessions[i].line, .events = POLLIN};
    for (double end = now_ms() + ms, now; (now = now_ms()) < end;) {
        if (poll(lines, (nfds_t)count, (int)(end - now) + 1) <= 0)
            break;
        for (int i = 0; i < count; i++) {
            if (lines[i].revents & POLLIN)
                bytes += take(lines[i].fd);
        }
    }
    return bytes;
}

/* Commits through another process. */
static void commit(const char *duban, const char *database, const char *target, int value)
{
    char text[16];
    int status;
    snprintf(text, sizeof(text), "%d", value);
    pid_t pid = fork();
    if (pid == 0) {
        if (!freopen("/dev/null", "w", stdout))
            _exit(127);
        execl(duban, duban, "--db", database, "set", target, text, "--allow-decrease",
              (char *)NULL);
        _exit(127);
    }
    if (waitpid(pid, &status, 0) != pid || status != 0)
        fprintf(stderr, "bench_idle: 'set' failed\n");
}

static int by_value(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

/* How long each session took to show it, sorted; WAIT_MS for one that does not. */
static void measure_news(const struct session *sessions, int count, double begin, double *ms)
{
    struct pollfd lines[SESSIONS_MAX];
    for (int i = 0; i < count; i++) {
        lines[i] = (struct pollfd){.fd = sessions[i].line, .events = POLLIN};
        ms[i] = WAIT_MS;
    }
    for (int left = count; left > 0 && now_ms() - begin < WAIT_MS;) {
        if (poll(lines, (nfds_t)count, 100) <= 0)
            continue;
        for (int i = 0; i < count; i++) {
            if (!(lines[i].revents & POLLIN) || take(lines[i].fd) == 0)
                continue;
            ms[i] = now_ms() - begin;
            lines[i].fd = -1;
            left--;
        }
    }
    qsort(ms, (size_t)count, sizeof(*ms), by_value);
}

int main(int argc, char **argv)
{
    static struct session sessions[SESSIONS_MAX];
    static double ms[COMMITS * SESSIONS_MAX];
    if (argc < 6) {
        fprintf(stderr, "usage: bench_idle SESSIONS SECONDS DUBAN DATABASE TARGET\n");
        return 64;
    }
    int count = (int)strtol(argv[1], NULL, 10);
    double stand = strtod(argv[2], NULL) * 1e3;
    if (count < 1 || count > SESSIONS_MAX)
        return 64;
    for (int i = 0; i < count; i++)
        sessions[i] = open_session(argv[3], argv[4]);
    while (listen_to(sessions, count, 2000) > 0)
        continue;
    double before = used_by_all(sessions, count), begin = now_ms();
    long bytes = listen_to(sessions, count, stand);
    double used = used_by_all(sessions, count) - before, stood = now_ms() - begin;
    for (int i = 0; i < COMMITS; i++) {
        commit(argv[3], argv[4], argv[5], 10 + 30 * i); /* each is seen on the first screen */
        measure_news(sessions, count, now_ms(), ms + (size_t)i * (size_t)count);
        listen_to(sessions, count, 1500 + 270 * i);
    }
    qsort(ms, (size_t)(COMMITS * count), sizeof(*ms), by_value);
    printf("| %d | %.2f | %ld | %.0f | %.0f |\n", count, 100 * used / stood, bytes,
           ms[COMMITS * count / 2], ms[COMMITS * count - 1]);
    for (int i = 0; i < count; i++) {
        kill(sessions[i].pid, SIGHUP);
        close(sessions[i].line);
        waitpid(sessions[i].pid, NULL, 0);
    }
    return 0;
}
