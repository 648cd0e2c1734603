/* bench_open.c - how long until the first screen of several programs stands, in turn.
 *
 * bench_open ROUNDS PROGRAM [ARGUMENT...] -- PROGRAM [ARGUMENT...] -- ...: prints a line for each: ms
 * until its last byte, ms of the processor, bytes (medians), and both times as ratios to the first
 * one's.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "line.h"

enum { ROUNDS_MAX = 99, PROGRAMS_MAX = 8, QUIET_MS = 300 };

struct program {
    char **arguments;
    double ms[ROUNDS_MAX], cpu[ROUNDS_MAX];
    long bytes;
};

/* Killed as soon as the screen stands, so that what it takes to leave is not counted. */
static void open_once(struct program *program, int round)
{
    pid_t child;
    struct rusage usage;
    double begin = line_now_ms();
    int line = line_open(24, 80, program->arguments, &child);
    struct burst first = line_listen(line, begin, QUIET_MS);
    kill(child, SIGKILL);
    close(line);
    wait4(child, NULL, 0, &usage);
    program->ms[round] = first.ms;
    program->bytes = first.bytes;
    program->cpu[round] =
        (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
        (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static int by_value(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

static double median(double *values, int count)
{
    qsort(values, (size_t)count, sizeof(*values), by_value);
    return values[count / 2];
}

int main(int argc, char **argv)
{
    static struct program programs[PROGRAMS_MAX];
    int rounds = argc > 2 ? (int)strtol(argv[1], NULL, 10) : 0, count = 1;
    if (rounds < 1 || rounds > ROUNDS_MAX) {
        fprintf(stderr, "usage: bench_open ROUNDS PROGRAM... -- PROGRAM...\n");
        return 64;
    }
    programs[0].arguments = argv + 2;
    for (int i = 2; i < argc; i++) {
        if (strcmp(argv[i], "--") != 0 || count == PROGRAMS_MAX)
            continue;
        argv[i] = NULL;
        programs[count++].arguments = argv + i + 1;
    }
    for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < count; i++)
            open_once(&programs[i], round);
    }
    double ms = median(programs[0].ms, rounds), cpu = median(programs[0].cpu, rounds);
    for (int i = 0; i < count; i++) {
        double mine = median(programs[i].ms, rounds), used = median(programs[i].cpu, rounds);
        printf("%.1f %.1f %ld %.2f %.2f\n", mine, used, programs[i].bytes, mine / ms, used / cpu);
    }
    return 0;
}
