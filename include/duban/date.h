/* date.h - calendar days, without clock, time zone or locale.
 *
 * A `daynum` is the number of days since 1970-01-01 in the proleptic Gregorian calendar; days
 * are compared and subtracted as integers. Valid days lie in the years 1900 to 2999.
 *
 * Example:
 *     daynum due;
 *     if (date_parse(SV("2021-12-31"), &due) && today > due) ...
 */
#ifndef DUBAN_DATE_H
#define DUBAN_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/sv.h"

typedef int32_t daynum;

/* No day at all. It is smaller than every valid day. */
#define DAY_NONE INT32_MIN
/* A day that never comes ("never at this pace"). It is larger than every valid day. */
#define DAY_NEVER INT32_MAX

enum { DATE_TEXT_MAX = 16 };

/* The day of a year, month 1..12 and day 1..31. Returns false when there is no such day. */
bool date_make(int year, int month, int day, daynum *out) NONNULL;

/* The year, month 1..12 and day 1..31 of a valid day. */
void date_split(daynum day, int *year, int *month, int *day_of_month) NONNULL;

/* The same day so many years on, or back; 29 February becomes the 28th where there is none.
 * DAY_NONE and DAY_NEVER stay; a day past the valid years becomes DAY_NONE. */
daynum date_add_years(daynum day, int years);

/* Reads exactly YYYY-MM-DD (ISO 8601). Returns false for anything else. */
bool date_parse(struct sv text, daynum *out) NONNULL;

/* Writes YYYY-MM-DD, or "" for DAY_NONE and DAY_NEVER. Returns `out`. */
const char *date_format(daynum day, char out[DATE_TEXT_MAX]) NONNULL;

#endif
