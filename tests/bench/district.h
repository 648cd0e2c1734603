/* district.h - a database of any size for benchmarks: the built-in plan with made-up schools and
 * reports, the same for the same numbers.
 *
 * Example:
 *     struct district_size size = {.schools = 200, .reports = 1000000};
 *     if (!district_make("big.db", &size, &err)) ...
 */
#ifndef BENCH_DISTRICT_H
#define BENCH_DISTRICT_H

#include "duban/store.h"

struct district_size {
    int schools;
    int64_t reports; /* spread evenly over the year, the targets and their schools */
};

/* The last day that has reports: the day to look at. */
daynum district_day(void);

MUST_USE bool district_make(const char *path, const struct district_size *size,
                            struct err *err) NONNULL;

#endif
