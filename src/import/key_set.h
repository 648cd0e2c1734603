/* key_set.h - which (target, school, date) a file has named already, and in which line.
 *
 * A hash set with open addressing: a file may have a million rows. Ownership: key_set_free()
 * gives the memory back.
 *
 * Example:
 *     unsigned line = key_set_line(&set, target, school, date);
 *     if (line == 0)
 *         key_set_add(&set, target, school, date, record->line);
 */
#ifndef IMPORT_KEY_SET_H
#define IMPORT_KEY_SET_H

#include <stddef.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/date.h"

struct key_slot {
    uint64_t key;
    unsigned line; /* 0: the slot is free */
};

/* Zero-initialised is empty and ready. */
struct key_set {
    struct key_slot *slots;
    size_t size; /* a power of two */
    size_t used; /* at most half of it */
};

/* The line that the key was added with; 0: it is not there. */
unsigned key_set_line(const struct key_set *set, int target, int school, daynum date) NONNULL;

/* Adds a key that is not there, with a line that is not 0. */
void key_set_add(struct key_set *set, int target, int school, daynum date, unsigned line) NONNULL;

void key_set_free(struct key_set *set) NONNULL;

#endif
