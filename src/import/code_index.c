#include "import/code_index.h"

#include <stdlib.h>

#include "duban/mem.h"

void code_index_add(struct code_index *index, const char *code, int row)
{
    index->entries = xroom(index->entries, index->count, &index->size, sizeof(*index->entries));
    index->entries[index->count++] = (struct code_entry){sv_from(code), row};
}

static int by_code(const void *a, const void *b)
{
    const struct code_entry *left = a, *right = b;
    int order = sv_cmp(left->code, right->code);
    return order ? order : (left->row > right->row) - (left->row < right->row);
}

int code_index_sort(struct code_index *index)
{
    int repeated = -1;
    if (index->count > 0)
        qsort(index->entries, index->count, sizeof(*index->entries), by_code);
    for (size_t i = 1; i < index->count; i++) {
        const struct code_entry *entry = &index->entries[i];
        if (sv_eq(entry[-1].code, entry->code) && (repeated < 0 || entry->row < repeated))
            repeated = entry->row;
    }
    return repeated;
}

int code_index_find(const struct code_index *index, struct sv code)
{
    size_t low = 0, high = index->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = sv_cmp(index->entries[middle].code, code);
        if (order == 0)
            return index->entries[middle].row;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return -1;
}

void code_index_free(struct code_index *index)
{
    free(index->entries);
    *index = (struct code_index){0};
}
