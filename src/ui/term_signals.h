/* term_signals.h - the terminal put back however the program ends, and word of a hang-up.
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

/* Writes to the terminal past curses; errors are nobody's. */
void signals_say(const char *bytes) NONNULL;

#endif
