/* base_child.h - a function run in a child process, for what ends a process or changes it whole:
 * bugs, memory that runs out, the locale.
 *
 * Ownership: the caller's struct, nothing to free.
 *
 * Example:
 *     struct base_child child;
 *     base_child_run(&child, die_of_a_bug);
 *     assert_int_equal(child.status, 128 + SIGABRT);
 */
#ifndef SUPPORT_BASE_CHILD_H
#define SUPPORT_BASE_CHILD_H

struct base_child {
    int status;     /* the exit status, or 128 + the signal that ended it */
    char err[2048]; /* what it wrote to standard error, cut there */
};

/* Runs `body` in a child; when it comes back the child exits with 0. */
void base_child_run(struct base_child *out, void (*body)(void));

#endif
