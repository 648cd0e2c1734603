/* bench_time.c - what a command costs: bench_time COMMAND ARGUMENT...
 *
 * Runs it with its output thrown away and prints milliseconds of wall clock, milliseconds of
 * processor (its children's too), and the KiB that it held at most. Exits as the command does.
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static double of(struct timeval time)
{
    return (double)time.tv_sec * 1e3 + (double)time.tv_usec / 1e3;
}

int main(int argc, char **argv)
{
    if (argc < 2)
        return 64;
    double begin = now();
    pid_t child = fork();
    if (child == 0) {
        int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDOUT_FILENO);
        execvp(argv[1], argv + 1);
        _exit(127);
    }
    int status;
    struct rusage usage;
    if (child < 0 || waitpid(child, &status, 0) != child)
        return 71;
    double wall = now() - begin;
    getrusage(RUSAGE_CHILDREN, &usage);
    printf("%.1f %.1f %ld\n", wall, of(usage.ru_utime) + of(usage.ru_stime), usage.ru_maxrss);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 71;
}
