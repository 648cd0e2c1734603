/* Writing everything: in pieces where the other side is slow, through signals, and not at all. */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "duban/write.h"

enum { BYTES = 1 << 20, PIECE = 1 << 14 };

static void ring(int signal)
{
    (void)signal;
}

/* Reads slowly until the end; exits 0 when all bytes came as they were sent. */
static void read_slowly(int fd)
{
    unsigned char piece[PIECE];
    size_t at = 0;
    for (ssize_t got; (got = read(fd, piece, sizeof(piece))) > 0;) {
        for (ssize_t i = 0; i < got; i++, at++) {
            if (piece[i] != (unsigned char)(at % 251))
                _exit(1);
        }
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    }
    _exit(at == BYTES ? 0 : 2);
}

static void everything_arrives_through_signals(void **state)
{
    (void)state;
    const struct sigaction action = {.sa_handler = ring}; /* no SA_RESTART: calls are broken off */
    const struct itimerval often = {{0, 2000}, {0, 2000}}, never = {{0, 0}, {0, 0}};
    char *bytes = malloc(BYTES);
    int ends[2], status;
    for (size_t i = 0; i < BYTES; i++)
        bytes[i] = (char)(i % 251);
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[1]);
        read_slowly(ends[0]);
    }
    sigaction(SIGALRM, &action, NULL);
    setitimer(ITIMER_REAL, &often, NULL);
    bool ok = write_all(ends[1], (struct sv){bytes, BYTES});
    setitimer(ITIMER_REAL, &never, NULL);
    close(ends[0]);
    close(ends[1]);
    assert_true(ok);
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    free(bytes);
}

static void what_cannot_be_written_is_said(void **state)
{
    (void)state;
    errno = 0;
    assert_false(write_all(-1, SV("x")));
    assert_int_equal(errno, EBADF);
    assert_true(write_all(-1, SV("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(everything_arrives_through_signals),
                                       cmocka_unit_test(what_cannot_be_written_is_said)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
