/* bench_screen.c - programs of a terminal seen from the other end of its line: how long until the
 * first screen stands, how long and how many bytes a key takes.
 *
 * bench_screen ROWS COLUMNS KEYS NAME PROGRAM [ARGUMENT...]: starts the program on a pty, waits for
 * its first screen, sends the keys one by one (n = Down by "j"), and prints one row of a table.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "line.h"

enum { KEYS_MAX = 256, QUIET_FIRST_MS = 400, QUIET_KEY_MS = 40, PAINTS = 9 };

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
        double begin = line_now_ms();
        line = line_open(rows, columns, argv + 5, &child);
        paints[i] = line_listen(line, begin, QUIET_FIRST_MS);
        if (i + 1 < PAINTS)
            stop(line, child);
    }
    for (size_t i = 0; i < count; i++) {
        double begin = line_now_ms();
        if (write(line, argv[3] + i, 1) != 1)
            return 74;
        keys[i] = line_listen(line, begin, QUIET_KEY_MS);
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
