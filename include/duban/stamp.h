/* stamp.h - moments: kept in UTC, "2021-09-15T08:30:00Z", shown as the clock on the wall says.
 *
 * Example:
 *     char text[STAMP_MAX];
 *     printf("changed at %s", stamp_shown(change->at, text));   // 2021-09-15 16:30 in Wujin
 */
#ifndef DUBAN_STAMP_H
#define DUBAN_STAMP_H

#include <time.h>

#include "duban/date.h"

enum {
    STAMP_MAX = 24,
    STAMP_COLUMNS = 16 /* of what stamp_shown() writes */
};

/* The moment as it is kept. Returns `out`. */
const char *stamp_write(time_t moment, char out[STAMP_MAX]) NONNULL;

/* A kept moment where the reader is, to the minute; of a text that is none its beginning. Returns
 * `out`. */
const char *stamp_shown(const char *kept, char out[STAMP_MAX]) NONNULL;

/* The last second of a valid day where the user is, as it is kept. Returns `out`. */
const char *stamp_last(daynum day, char out[STAMP_MAX]) NONNULL;

#endif
