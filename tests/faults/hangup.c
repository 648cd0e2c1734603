/* The line is cut, in six ways, in each of four views: the monitor is gone within a second, has not
 * spun, and holds no lock. Then a terminal changes its size 200 times; 2,000 in the long form. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "harness.h"

enum { SPIN_MS = 500 };

enum way { WAY_HUP, WAY_TERM, WAY_INT, WAY_CUT, WAY_CUT_TYPING, WAY_CUT_FROZEN, WAY_TOTAL };

static const char *const ways[WAY_TOTAL] = {
    [WAY_HUP] = "SIGHUP",
    [WAY_TERM] = "SIGTERM",
    [WAY_INT] = "SIGINT",
    [WAY_CUT] = "line cut",
    [WAY_CUT_TYPING] = "line cut while typing",
    [WAY_CUT_FROZEN] = "line cut while stopped",
};

static const struct {
    const char *name, *keys;
} views[] = {
    {"overview", ""},
    {"item", "2\r"},
    {"target", "2\r\r"},
    {"help", "?"},
};

static void pause_ms(long ms)
{
    const struct timespec pause = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&pause, NULL);
}

/* Reads what is drawn until nothing comes for `quiet_ms`. Returns how many bytes. */
static size_t drain(int master, int quiet_ms)
{
    char piece[8192];
    size_t all = 0;
    struct pollfd fd = {.fd = master, .events = POLLIN};
    while (poll(&fd, 1, quiet_ms) > 0) {
        ssize_t got = read(master, piece, sizeof(piece));
        if (got <= 0)
            break;
        all += (size_t)got;
    }
    return all;
}

static pid_t open_monitor(int *master)
{
    struct winsize size = {24, 80, 0, 0};
    fflush(stdout);
    pid_t pid = forkpty(master, NULL, NULL, &size);
    if (pid == 0) {
        setenv("TERM", "xterm-256color", 1);
        execl(faults_duban(), "duban", "--db", "a.db", "--ambiguous-width", "1", (char *)NULL);
        _exit(127);
    }
    fcntl(*master, F_SETFD, FD_CLOEXEC);
    for (int i = 0; i < 100 && drain(*master, 100) < 1000; i++)
        ;
    return pid;
}

/* Ends within `limit_ms`? What it used of the processor is in *used_ms. */
static bool ends(pid_t pid, int limit_ms, long *used_ms, int *status)
{
    struct rusage usage;
    for (int waited = 0; waited <= limit_ms; waited += 10) {
        if (wait4(pid, status, WNOHANG, &usage) == pid) {
            *used_ms = usage.ru_utime.tv_sec * 1000 + usage.ru_utime.tv_usec / 1000;
            return true;
        }
        pause_ms(10);
    }
    kill(pid, SIGKILL);
    waitpid(pid, status, 0);
    return false;
}

static void cut(enum way way, pid_t pid, int master)
{
    static const int signals[] = {[WAY_HUP] = SIGHUP, [WAY_TERM] = SIGTERM, [WAY_INT] = SIGINT};
    if (way <= WAY_INT) {
        kill(pid, signals[way]);
        return;
    }
    if (way == WAY_CUT_TYPING && write(master, "jjjjjjjjkkkkjjjj\r\033jjjj", 22) < 0)
        perror("write");
    if (way == WAY_CUT_FROZEN)
        kill(pid, SIGSTOP);
    close(master);
    if (way == WAY_CUT_FROZEN)
        kill(pid, SIGCONT);
}

static bool lock_is_free(void)
{
    int fd = open("a.db-lock", O_RDWR | O_CLOEXEC);
    bool free = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0;
    if (fd >= 0)
        close(fd);
    return free;
}

static void try_one(enum way way, size_t view, int limit_ms)
{
    int master, status = 0;
    long used = 0;
    const char *keys = views[view].keys;
    pid_t pid = open_monitor(&master);
    for (const char *key = keys; *key; key++) {
        if (write(master, key, 1) != 1)
            perror("write");
        drain(master, 150);
    }
    cut(way, pid, master);
    CHECK(ends(pid, limit_ms, &used, &status), "%s in %s: still there", ways[way],
          views[view].name);
    CHECK(used < SPIN_MS, "%s in %s: used %ld ms of the processor", ways[way], views[view].name,
          used);
    CHECK(lock_is_free(), "%s in %s: the lock is held", ways[way], views[view].name);
    if (way <= WAY_INT)
        close(master);
}

static void try_resizes(int count, int limit_ms)
{
    int master, status = 0;
    long used;
    pid_t pid = open_monitor(&master);
    for (int i = 0; i < count; i++) {
        struct winsize size = {(unsigned short)(1 + faults_random(i % 3 ? 60 : 3)),
                               (unsigned short)(1 + faults_random(i % 3 ? 200 : 3)), 0, 0};
        ioctl(master, TIOCSWINSZ, &size);
        static const char keys[] = "jk2\r\033?\033\tl";
        if (i % 5 == 0 && write(master, &keys[faults_random(sizeof(keys) - 1)], 1) < 0)
            break;
        drain(master, 2);
    }
    struct winsize last = {24, 80, 0, 0};
    ioctl(master, TIOCSWINSZ, &last);
    drain(master, 300);
    CHECK(waitpid(pid, &status, WNOHANG) == 0, "died while its size changed: status %x", status);
    if (write(master, "\033\033\033q", 4) < 0)
        perror("write");
    for (int i = 0; i < 30; i++) {
        drain(master, 100);
        if (waitpid(pid, &status, WNOHANG) == pid) {
            CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 0, "ended with %x", status);
            close(master);
            return;
        }
    }
    CHECK(ends(pid, limit_ms, &used, &status), "does not leave after the changes");
    close(master);
}

int main(void)
{
    faults_start("hang-up");
    /* A sanitizer's own end takes its time. */
    int limit_ms = getenv("FAULTS_SLOW") ? 5000 : 1000, resizes = faults_rounds(200, 2000);
    faults_db("a.db", "demo", "--no-open", NULL);
    faults_db("a.db", "set", "2.5", "60", NULL);
    for (enum way way = 0; way < WAY_TOTAL; way++) {
        for (size_t view = 0; view < COUNT_OF(views); view++)
            try_one(way, view, limit_ms);
    }
    faults_say("hang-up: %d ways in %zu views, gone within %d ms each, no spin, no lock held",
               WAY_TOTAL, COUNT_OF(views), limit_ms);
    try_resizes(resizes, limit_ms);
    faults_say("resizes: %d, from 1 x 1 to 60 x 200, with keys in between", resizes);
    return faults_end();
}
