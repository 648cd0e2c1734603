/* base_threads.h - a system that has no thread to give, in tests that are linked with
 * --wrap=pthread_create (Makefile). Included by one file of a program.
 *
 * Example:
 *     threads_refused = true;
 *     assert_null(ahead_start(2, fill, NULL));
 */
#ifndef SUPPORT_BASE_THREADS_H
#define SUPPORT_BASE_THREADS_H

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>

/* Does pthread_create() fail in this program? */
static bool threads_refused;

int __real_pthread_create(pthread_t *thread, const pthread_attr_t *attr, void *(*work)(void *),
                          void *context);
int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attr, void *(*work)(void *),
                          void *context);

int __wrap_pthread_create(pthread_t *thread, const pthread_attr_t *attr, void *(*work)(void *),
                          void *context)
{
    return threads_refused ? EAGAIN : __real_pthread_create(thread, attr, work, context);
}

#endif
