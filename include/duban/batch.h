/* batch.h - files that were taken in, as they are kept for ever: who, when, what became of them.
 *
 * Plain data handed from the store to commands, reports and views. A batch that was undone stays
 * in the list and says who undid it.
 *
 * Ownership: arrays and texts live in the arena that they were loaded into.
 *
 * Example:
 *     const struct batch *batches;
 *     size_t count;
 *     if (!store_load_imports(store, 200, "~", &arena, &batches, &count, err)) return false;
 */
#ifndef DUBAN_BATCH_H
#define DUBAN_BATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "duban/values.h"

/* One file taken in. rows = fresh + changed + same + rejected, counted in reports. */
struct batch {
    int64_t id;
    const char *name;     /* of the file, cleaned */
    const char *sha256;   /* of its bytes, 64 hex digits */
    const char *given;    /* what was said beside the file, as options; "" for nothing */
    const char *encoding; /* "UTF-8", "GB18030" ... */
    const char *who, *at; /* user name; ISO 8601, UTC */
    int64_t rows, fresh, changed, same, rejected;
    bool undone;
    const char *undone_by, *undone_at; /* "" while it stands */
};

/* One line that was not taken. */
struct issue_row {
    const char *code; /* stable: "unknown-school" */
    const char *file;
    unsigned line, column;
    const char *text; /* what is wrong; what to do */
    const char *raw;  /* the cell or line, cleaned */
};

/* What undoing a batch did. */
struct batch_undo {
    struct batch batch; /* as it is now */
    int64_t restored;   /* reports that stand again as they did before the batch */
    int64_t removed;    /* reports that only the batch had */
    struct values left; /* reports changed since, as they stand; the undo left them */
};

#endif
