/* clock.h - how long something takes.
 *
 * Example:
 *     int64_t end = clock_ms() + 500;
 *     while (more && clock_ms() < end) ...
 */
#ifndef DUBAN_CLOCK_H
#define DUBAN_CLOCK_H

#include <stdint.h>

/* Milliseconds since some moment before the program began; they never go back. */
int64_t clock_ms(void);

#endif
