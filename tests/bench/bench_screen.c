/* bench_screen.c - programs of a terminal seen from the other end of its line: how long until the
 * first screen stands, how long and how many bytes a key takes.
 *
 * bench_screen ROWS COLUMNS KEYS NAME PROGRAM [ARGUMENT...]: starts the program on a pty, waits for
 * its first screen, sends the keys one by one (n = Down by "j"), and prints one row of a table.
 */
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { KEYS_MAX = 256, QUIET_FIRST_MS = 400, QUIET_KEY_MS = 40, PAINTS = 9 };

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* What came over the line, and when its last byte came, in ms from the start. */
struct burst {
    double ms;
    long bytes;
};

/* A terminal answers the question where its cursor is: after one column. */
static void answer(int line, const char *bytes, size_t len)
{
    static const char question[] = "\033[6n", reply[] = "\033[1;2R";
    if (memmem(bytes, len, question, sizeof(question) - 1) &&
        write(line, reply, sizeof(reply) - 1) < 0)
        perror("write");
}

/* Reads until nothing has come for `quiet` ms after the first byte. */
static struct burst listen_to(int line, double start, int quiet)
{
    struct burst burst = {0};
    char piece[65536];
    for (;;) {
        struct pollfd input = {.fd = line, .events = POLLIN};
        if (poll(&input, 1, burst.bytes == 0 ? 2000 : quiet) <= 0)
            return burst;
        ssize_t got = read(line, piece, sizeof(piece));
        if (got <= 0)
            return burst;
        burst.ms = now_ms() - start;
        burst.bytes += got;
        answer(line, piece, (size_t)got);
    }
}

static int start(int rows, int columns, char **program, pid_t *child)
{
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    int line;
    *child = forkpty(&line, NULL, NULL, &size);
    if (*child == 0) {
        execvp(program[0], program);
        _exit(127);
    }
    return line;
}

static void stop(int line, pid_t child)
{
    kill(child, SIGTERM);
    close(line);
    waitpid(child, NULL, 0);
}

static int by_ms(const void *a, const void *b)
{
    double left = ((const struct burst *)a)->ms, right = ((const struct burst *)b)->ms;
    return (left > right) - (left < right);
}

static int by_bytes(const void *a, const void *b)
{
    long left = ((const struct burst *)a)->bytes, right = ((const struct burst *)b)->bytes;
    return (left > right) - (left < right);
}

int main(int argc, char **argv)
{
    struct burst paints[PAINTS], keys[KEYS_MAX];
    if (argc < 6) {
        fprintf(stderr, "usage: bench_screen ROWS COLUMNS KEYS NAME PROGRAM...\n");
        return 64;
    }
    int rows = (int)strtol(argv[1], NULL, 10), columns = (int)strtol(argv[2], NULL, 10);
    size_t count = strlen(argv[3]) < KEYS_MAX ? strlen(argv[3]) : KEYS_MAX;
    pid_t child;
    int line = -1;
    for (int i = 0; i < PAINTS; i++) {
        double begin = now_ms();
        line = start(rows, columns, argv + 5, &child);
        paints[i] = listen_to(line, begin, QUIET_FIRST_MS);
        if (i + 1 < PAINTS)
            stop(line, child);
    }
    for (size_t i = 0; i < count; i++) {
        double begin = now_ms();
        if (write(line, argv[3] + i, 1) != 1)
            return 74;
        keys[i] = listen_to(line, begin, QUIET_KEY_MS);
    }
    stop(line, child);
    qsort(paints, PAINTS, sizeof(paints[0]), by_ms);
    printf("| %-28s | %6.1f | %6ld |", argv[4], paints[PAINTS / 2].ms, paints[PAINTS / 2].bytes);
    if (count > 0) {
        qsort(keys, count, sizeof(keys[0]), by_ms);
        double median = keys[count / 2].ms;
        qsort(keys, count, sizeof(keys[0]), by_bytes);
        printf(" %6.2f | %6ld | %6ld |\n", median, keys[count / 2].bytes, keys[count - 1].bytes);
    } else {
        printf("      - |      - |      - |\n");
    }
    return 0;
}
