/* term_signals.h - the terminal put back however the program ends, and word of a hang-up or a new
 * size.
 *
 * Example:
 *     signals_catch(fd, &modes_before);
 *     if (signals_hung_up()) return;
 */
#ifndef UI_TERM_SIGNALS_H
#define UI_TERM_SIGNALS_H

#include <stdbool.h>
#include <termios.h>

#include "duban/attr.h"

/* From now on a fatal signal, and mem_on_fatal(), put the terminal behind `fd` back to `modes`. */
void signals_catch(int fd, const struct termios *modes) NONNULL;

/* Has somebody asked us to leave: SIGHUP, SIGTERM, SIGINT? */
bool signals_hung_up(void);

/* Has the window been resized since the last call? Curses says nothing where it has its old size again
 * by the time that it looks, but the terminal has lost what stood there. */
bool signals_resized(void);

/* Writes to the terminal past curses; errors are nobody's. */
void signals_say(const char *bytes) NONNULL;

#endif
