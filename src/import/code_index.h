/* code_index.h - from a code to its row, while a plan is being read.
 *
 * Ownership: the index owns its array; the codes are borrowed. code_index_free() gives it back.
 *
 * Example:
 *     struct code_index index = {0};
 *     code_index_add(&index, "5.1", 7);
 *     code_index_sort(&index);
 *     int row = code_index_find(&index, SV("5.1"));     7
 */
#ifndef IMPORT_CODE_INDEX_H
#define IMPORT_CODE_INDEX_H

#include <stddef.h>

#include "duban/attr.h"
#include "duban/sv.h"

struct code_entry {
    struct sv code;
    int row;
};

/* Zero-initialised is empty and ready. */
struct code_index {
    struct code_entry *entries;
    size_t count, size;
};

void code_index_add(struct code_index *index, const char *code, int row) NONNULL;

/* Must be called between adding and finding. Returns the smallest row whose code an earlier row
 * has too, or -1 when all codes differ. */
int code_index_sort(struct code_index *index) NONNULL;

/* The row of this code; -1: none. */
int code_index_find(const struct code_index *index, struct sv code) NONNULL;

void code_index_free(struct code_index *index) NONNULL;

#endif
