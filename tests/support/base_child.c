#include "base_child.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#ifdef COVERAGE
#include <sys/syscall.h>

void __gcov_dump(void);

/* gcov counts what was run when a process ends well; these children end as they must. */
static void dump_counts(int signal)
{
    (void)signal;
    __gcov_dump();
}

void _exit(int status)
{
    __gcov_dump();
    syscall(SYS_exit_group, status);
    __builtin_unreachable();
}
#endif

static void be_child(int err, void (*body)(void))
{
    const struct rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    /* cmocka would take a signal for a failed test and go on, twice over. */
    signal(SIGSEGV, SIG_DFL);
    signal(SIGABRT, SIG_DFL);
#ifdef COVERAGE
    signal(SIGABRT, dump_counts);
#endif
    if (dup2(err, STDERR_FILENO) < 0)
        _exit(125);
    close(err);
    body();
    _exit(0);
}

void base_child_run(struct base_child *out, void (*body)(void))
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    fflush(NULL);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        close(ends[0]);
        be_child(ends[1], body);
    }
    close(ends[1]);
    size_t len = 0;
    for (;;) {
        char spill[512];
        size_t room = sizeof(out->err) - 1 - len;
        ssize_t got =
            room > 0 ? read(ends[0], out->err + len, room) : read(ends[0], spill, sizeof(spill));
        if (got <= 0)
            break;
        if (room > 0)
            len += (size_t)got;
    }
    out->err[len] = '\0';
    close(ends[0]);
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    out->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
