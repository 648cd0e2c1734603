/* dialect.h - how a CSV text separates its cells, told by its first line.
 *
 * Example:
 *     struct dialect dialect = dialect_of(text);     "sep=;" or the header line decides
 */
#ifndef IMPORT_DIALECT_H
#define IMPORT_DIALECT_H

#include <stdbool.h>
#include <stddef.h>

#include "duban/sv.h"

struct dialect {
    char separator; /* ',' ';' or TAB */
    bool stated;    /* by a first line `sep=X`, which is no header */
};

/* A `sep=` line states it; else it is the one that the first line with anything on it has most
 * of outside quotation marks, the comma when there is none. */
struct dialect dialect_of(struct sv text);

/* How often the separator stands in the line outside quotation marks. */
size_t dialect_count(struct sv line, char separator);

#endif
