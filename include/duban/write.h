/* write.h - bytes on their way to a file, a pipe or a terminal.
 *
 * Example:
 *     if (!write_all(fd, buf_sv(&out))) ... strerror(errno) ...
 */
#ifndef DUBAN_WRITE_H
#define DUBAN_WRITE_H

#include "duban/attr.h"
#include "duban/sv.h"

/* Writes everything to a descriptor, in as many pieces as it takes; or says why not (errno). */
MUST_USE bool write_all(int fd, struct sv bytes);

#endif
