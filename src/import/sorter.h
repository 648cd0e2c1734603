/* sorter.h - records in the order of their keys, however many they are, in flat memory.
 *
 * Records are gathered, sorted when there are many, written to a scratch file as runs, and merged
 * when they are read. Records of the same key keep the order in which they were added. A few
 * records never touch a file.
 *
 * Ownership: the sorter copies what is added; what it hands out is valid until the next call.
 * sorter_free() gives everything back. Zero-initialised is empty and ready.
 *
 * Example:
 *     struct sorter sorter = {0};
 *     ok = sorter_add(&sorter, key, record, note, err);
 *     ok = ok && sorter_sort(&sorter, err);
 *     while (ok && (ok = sorter_next(&sorter, &key, &record, &more, err)) && more) ...
 */
#ifndef IMPORT_SORTER_H
#define IMPORT_SORTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/err.h"
#include "duban/sv.h"

enum {
    SORTER_RECORD_MAX = 4000,     /* bytes of a record */
    SORTER_HELD_MAX = 6 * 1048576 /* bytes of records that are held before they go to the file */
};

struct sorter_entry {
    uint64_t key;
    uint32_t at, len; /* in `bytes` */
};

struct sorter_run;

/* Members are the sorter's own, but for `count`. */
struct sorter {
    int64_t count;    /* records added */
    size_t held_max;  /* 0: SORTER_HELD_MAX; tests make it smaller */
    struct buf bytes; /* the records that are held */
    struct sorter_entry *entries, *spare;
    size_t used, size; /* entries */
    size_t next;       /* the entry to hand out */
    int fd;            /* 0: none */
    int64_t written;
    struct sorter_run *runs; /* a heap by key, once they are read */
    size_t run_count, run_size;
};

/* Adds a record: the bytes of `head` and then those of `tail`. */
MUST_USE bool sorter_add(struct sorter *sorter, uint64_t key, struct sv head, struct sv tail,
                         struct err *err) NONNULL;

/* All is added: brings it in order. */
MUST_USE bool sorter_sort(struct sorter *sorter, struct err *err) NONNULL;

/* The next record; *more is false when there is none. */
MUST_USE bool sorter_next(struct sorter *sorter, uint64_t *key, struct sv *record, bool *more,
                          struct err *err) NONNULL;

void sorter_free(struct sorter *sorter) NONNULL;

#endif
