#include "import/memo.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "duban/mem.h"

static uint64_t mix(uint64_t hash, uint64_t piece)
{
    hash = (hash ^ piece) * UINT64_C(0x9E3779B97F4A7C15);
    return hash ^ hash >> 29;
}

/* Eight bytes at a time, as cells are short; the last ones may be some of those before again. */
static size_t hash_of(struct sv cell)
{
    uint64_t hash = cell.len, piece = 0;
    for (size_t at = 0; at + sizeof(piece) <= cell.len; at += sizeof(piece)) {
        memcpy(&piece, cell.data + at, sizeof(piece));
        hash = mix(hash, piece);
    }
    if (cell.len >= sizeof(piece)) {
        memcpy(&piece, cell.data + cell.len - sizeof(piece), sizeof(piece));
    } else {
        for (size_t i = 0; i < cell.len; i++)
            piece = piece << 8 | (unsigned char)cell.data[i];
    }
    return (size_t)(mix(hash, piece) >> 52);
}

static struct memo_place *place_of(const struct memo *memo, struct sv cell)
{
    return &memo->places[hash_of(cell) % (memo->few ? MEMO_FEW : MEMO_PLACES)];
}

bool memo_find(const struct memo *memo, struct sv cell, int *meaning)
{
    if (!memo->places || cell.len > MEMO_CELL_MAX)
        return false;
    const struct memo_place *place = place_of(memo, cell);
    if (place->len != cell.len + 1 ||
        (cell.len > 0 && memcmp(place->cell, cell.data, cell.len) != 0))
        return false;
    *meaning = place->meaning;
    return true;
}

void memo_keep(struct memo *memo, struct sv cell, int meaning)
{
    if (cell.len > MEMO_CELL_MAX)
        return;
    if (!memo->places)
        memo->places = xcalloc(memo->few ? MEMO_FEW : MEMO_PLACES, sizeof(*memo->places));
    struct memo_place *place = place_of(memo, cell);
    place->meaning = meaning;
    place->len = (unsigned char)(cell.len + 1);
    if (cell.len > 0)
        memcpy(place->cell, cell.data, cell.len);
}

void memo_free(struct memo *memo)
{
    free(memo->places);
    memo->places = NULL;
}
