/* rejects.h - the rejected rows of a file, as a file that the clerk can mend and send back.
 *
 * The rows stand as they came, in the file's own columns, order, separator and encoding, behind
 * two columns that say what is wrong and what to do. `import` knows these two and passes over
 * them, so the mended file goes straight in.
 *
 * They are written as they come, so the memory does not grow with them; the file appears whole, at
 * the end.
 *
 * Ownership: the struct is the caller's, the path is borrowed; rejects_free() gives the rest back.
 *
 * Example:
 *     struct rejects rejects = {.path = "5.rejects.csv"};
 *     rejects_add(&rejects, issue, result, err);        for each issue that is no warning
 *     rejects_write(&rejects, result, err);
 *     rejects_free(&rejects);
 */
#ifndef APP_REJECTS_H
#define APP_REJECTS_H

#include "app/new_file.h"
#include "duban/buf.h"
#include "duban/import.h"

struct rejects {
    const char *path;
    struct new_file file;
    struct buf row, reason, cure; /* of the row that is being gathered */
    unsigned line;                /* of that row; 0: none yet */
    struct buf waiting;           /* in UTF-8, to be written */
    int64_t count;                /* rows so far */
};

/* Adds an issue; issues of one row come one after the other and make one row. */
MUST_USE bool rejects_add(struct rejects *rejects, const struct issue *issue,
                          const struct import_result *result, struct err *err) NONNULL;

/* Ends the new file `path`; makes none when there is no row. */
MUST_USE bool rejects_write(struct rejects *rejects, const struct import_result *result,
                            struct err *err) NONNULL;

void rejects_free(struct rejects *rejects) NONNULL;

#endif
