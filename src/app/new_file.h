/* new_file.h - a file that is written in pieces and appears whole, or not at all.
 *
 * Where the system can, it has no name until then, so that nothing is left behind even when the
 * program is killed; elsewhere it has a name of its own beside the one it is to get.
 *
 * Ownership: zero-initialised is no file; the path is borrowed. new_file_drop() gives the rest
 * back, and forgets what was not named.
 *
 * Example:
 *     struct new_file file = {0};
 *     bool ok = new_file_open(&file, "5.rejects.csv", false, err) &&
 *               new_file_write(&file, bytes, err) && new_file_publish(&file, err);
 *     new_file_drop(&file);
 */
#ifndef APP_NEW_FILE_H
#define APP_NEW_FILE_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/err.h"
#include "duban/sv.h"

struct new_file {
    const char *path; /* NULL: no file is open */
    char *temporary;  /* what it is called meanwhile; NULL: it has no name */
    int fd;
    bool replace; /* a file that has the name gives way, else it is an error */
};

/* Begins. ERR_CANT_WRITE when no file can be made there. */
MUST_USE bool new_file_open(struct new_file *file, const char *path, bool replace,
                            struct err *err) NONNULL;

/* ERR_IO when there is no room. */
MUST_USE bool new_file_write(struct new_file *file, struct sv bytes, struct err *err) NONNULL;

/* Gives the file its name, once it is on the disk. ERR_CANT_WRITE when the name is taken. */
MUST_USE bool new_file_publish(struct new_file *file, struct err *err) NONNULL;

void new_file_drop(struct new_file *file) NONNULL;

#endif
