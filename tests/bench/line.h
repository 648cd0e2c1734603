/* line.h - a program of a terminal, seen from the other end of its line.
 *
 * Example:
 *     pid_t child;
 *     double begin = line_now_ms();
 *     int line = line_open(24, 80, program, &child);
 *     struct burst first = line_listen(line, begin, 400);
 */
#ifndef BENCH_LINE_H
#define BENCH_LINE_H

#include <sys/types.h>

/* What came over the line, and when its last byte came, in ms from the start. */
struct burst {
    double ms;
    long bytes;
};

double line_now_ms(void);

/* Starts a program (its name and arguments, NULL behind the last) on a pty of its own. */
int line_open(int rows, int columns, char **program, pid_t *child);

/* Reads until nothing has come for `quiet` ms after the first byte, or 2 s long nothing. Answers
 * the question where the cursor is as a terminal does in which an ambiguous character is narrow. */
struct burst line_listen(int line, double start, int quiet);

#endif
