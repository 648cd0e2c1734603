/* row_key.h - (target, school, date) as one number, in the order in which a database keeps its
 * reports.
 *
 * Example:
 *     uint64_t key = row_key(row->target, row->school, row->date);
 *     daynum date = row_key_date(key);
 */
#ifndef IMPORT_ROW_KEY_H
#define IMPORT_ROW_KEY_H

#include <stdint.h>

#include "duban/date.h"

/* Days reach from -25567 (1900) to 376199 (2999). */
enum { KEY_SCHOOL_BITS = 22, KEY_DAY_BITS = 20, KEY_DAY_SHIFT = 1 << 16 };

static inline uint64_t row_key(int target, int school, daynum date)
{
    return (uint64_t)target << (KEY_SCHOOL_BITS + KEY_DAY_BITS) | (uint64_t)school << KEY_DAY_BITS |
           ((uint64_t)date + KEY_DAY_SHIFT);
}

/* The school and target of a key, as a number. */
static inline uint64_t row_key_unit(uint64_t key)
{
    return key >> KEY_DAY_BITS;
}

static inline int row_key_target(uint64_t key)
{
    return (int)(key >> (KEY_SCHOOL_BITS + KEY_DAY_BITS));
}

static inline int row_key_school(uint64_t key)
{
    return (int)(key >> KEY_DAY_BITS & ((UINT64_C(1) << KEY_SCHOOL_BITS) - 1));
}

static inline daynum row_key_date(uint64_t key)
{
    return (daynum)(key & ((UINT64_C(1) << KEY_DAY_BITS) - 1)) - KEY_DAY_SHIFT;
}

#endif
