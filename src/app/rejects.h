/* rejects.h - the rejected rows of a file, as a file that the clerk can mend and send back.
 *
 * The rows stand as they came, in the file's own columns, order, separator and encoding, behind
 * two columns that say what is wrong and what to do. `import` knows these two and passes over
 * them, so the mended file goes straight in.
 *
 * Ownership: the struct is the caller's; rejects_free() gives its memory back.
 *
 * Example:
 *     struct rejects rejects = {0};
 *     rejects_add(&rejects, issue);                     for each issue that is no warning
 *     rejects_write(&rejects, "5.rejects.csv", &result, err);
 */
#ifndef APP_REJECTS_H
#define APP_REJECTS_H

#include "duban/buf.h"
#include "duban/import.h"

struct rejects {
    struct buf header, row; /* the row that is being gathered */
    struct buf reason, cure;
    unsigned line;   /* of that row; 0: none yet */
    struct buf rows; /* those that are finished, each: reason, cure, row, apart by NULs */
    int64_t count;
};

/* Adds an issue; issues of one row come one after the other and make one row. */
void rejects_add(struct rejects *rejects, const struct issue *issue) NONNULL;

/* Writes the new file `path`; nothing when there is no row. */
MUST_USE bool rejects_write(struct rejects *rejects, const char *path,
                            const struct import_result *result, struct err *err) NONNULL;

void rejects_free(struct rejects *rejects) NONNULL;

#endif
