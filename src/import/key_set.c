#include "import/key_set.h"

#include <stdlib.h>

#include "duban/mem.h"

enum { SIZE_FIRST = 1024, SCHOOL_BITS = 22, DAY_BITS = 20, DAY_SHIFT = 1 << 16 };

/* Days reach from -25567 (1900) to 376199 (2999). */
static uint64_t key_of(int target, int school, daynum date)
{
    uint64_t day = (uint64_t)date + DAY_SHIFT;
    return (uint64_t)target << (SCHOOL_BITS + DAY_BITS) | (uint64_t)school << DAY_BITS | day;
}

/* The finaliser of MurmurHash3: each bit of the key moves about half of the result's. */
static uint64_t mix(uint64_t key)
{
    key ^= key >> 33;
    key *= UINT64_C(0xFF51AFD7ED558CCD);
    key ^= key >> 33;
    key *= UINT64_C(0xC4CEB9FE1A85EC53);
    return key ^ key >> 33;
}

static struct key_slot *find(const struct key_set *set, uint64_t key)
{
    size_t at = (size_t)mix(key) & (set->size - 1);
    while (set->slots[at].line != 0 && set->slots[at].key != key)
        at = (at + 1) & (set->size - 1);
    return &set->slots[at];
}

static void grow(struct key_set *set)
{
    struct key_set larger = {.size = set->size ? set->size * 2 : SIZE_FIRST, .used = set->used};
    larger.slots = xcalloc(larger.size, sizeof(*larger.slots));
    for (size_t i = 0; i < set->size; i++) {
        if (set->slots[i].line != 0)
            *find(&larger, set->slots[i].key) = set->slots[i];
    }
    free(set->slots);
    *set = larger;
}

unsigned key_set_line(const struct key_set *set, int target, int school, daynum date)
{
    return set->used > 0 ? find(set, key_of(target, school, date))->line : 0;
}

void key_set_add(struct key_set *set, int target, int school, daynum date, unsigned line)
{
    if (set->used * 2 >= set->size)
        grow(set);
    uint64_t key = key_of(target, school, date);
    *find(set, key) = (struct key_slot){key, line};
    set->used++;
}

void key_set_free(struct key_set *set)
{
    free(set->slots);
    *set = (struct key_set){0};
}
