/* base_threads.h - a system that has no thread to give.
 *
 * Example:
 *     threads_refused = true;
 *     assert_null(ahead_start(2, fill, NULL));
 */
#ifndef SUPPORT_BASE_THREADS_H
#define SUPPORT_BASE_THREADS_H

#include <stdbool.h>

/* Does pthread_create() fail in this program? */
extern bool threads_refused;

#endif
