#include "duban/date.h"

#include <stdio.h>
#include <time.h>

enum { SECONDS_A_DAY = 86400, YEAR_MIN = 1900, YEAR_MAX = 2999 };

bool date_make(int year, int month, int day, daynum *out)
{
    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    struct tm tm = {.tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day};
    time_t seconds = timegm(&tm);
    if (tm.tm_mday != day) /* timegm turned 31 April into 1 May */
        return false;
    *out = (daynum)(seconds / SECONDS_A_DAY);
    return true;
}

void date_split(daynum day, int *year, int *month, int *day_of_month)
{
    time_t seconds = (time_t)day * SECONDS_A_DAY;
    struct tm tm = {0};
    gmtime_r(&seconds, &tm);
    *year = tm.tm_year + 1900;
    *month = tm.tm_mon + 1;
    *day_of_month = tm.tm_mday;
}

/* The number that `count` ASCII digits at `from` make; -1 when one of them is no digit. */
static int digits(struct sv text, size_t from, size_t count)
{
    int number = 0;
    for (size_t i = from; i < from + count; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return -1;
        number = number * 10 + (text.data[i] - '0');
    }
    return number;
}

bool date_parse(struct sv text, daynum *out)
{
    if (text.len != 10 || text.data[4] != '-' || text.data[7] != '-')
        return false;
    return date_make(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2), out);
}

const char *date_format(daynum day, char out[DATE_TEXT_MAX])
{
    out[0] = '\0';
    if (day == DAY_NONE || day == DAY_NEVER)
        return out;
    int year, month, day_of_month;
    date_split(day, &year, &month, &day_of_month);
    snprintf(out, DATE_TEXT_MAX, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100,
             (unsigned)day_of_month % 100);
    return out;
}
