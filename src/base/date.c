#include "duban/date.h"

#include <stdio.h>

enum {
    YEAR_MIN = 1900,
    YEAR_MAX = 2999,
    DAYS_400_YEARS = 146097,
    DAYS_BEFORE_1970 = 719468 /* from 0000-03-01 */
};

/* The C library's timegm() and gmtime_r() would do, but they count the leap seconds of a TZ like
 * right/Asia/Shanghai, which puts every date a day back. Years begin with March here, so that the
 * leap day comes last: Howard Hinnant's days_from_civil and civil_from_days. */
static daynum day_of(int year, int month, int day)
{
    int march_year = month > 2 ? year : year - 1;
    int march_month = month > 2 ? month - 3 : month + 9;
    int day_of_year = (153 * march_month + 2) / 5 + day - 1;
    return 365 * march_year + march_year / 4 - march_year / 100 + march_year / 400 + day_of_year -
           DAYS_BEFORE_1970;
}

bool date_make(int year, int month, int day, daynum *out)
{
    if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    daynum made = day_of(year, month, day);
    int same_year, same_month, same_day;
    date_split(made, &same_year, &same_month, &same_day);
    if (same_day != day) /* 31 April has become 1 May */
        return false;
    *out = made;
    return true;
}

void date_split(daynum day, int *year, int *month, int *day_of_month)
{
    int64_t days = (int64_t)day + DAYS_BEFORE_1970;
    int64_t era = (days >= 0 ? days : days - (DAYS_400_YEARS - 1)) / DAYS_400_YEARS;
    int day_of_era = (int)(days - era * DAYS_400_YEARS);
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int march_month = (5 * day_of_year + 2) / 153;
    *day_of_month = day_of_year - (153 * march_month + 2) / 5 + 1;
    *month = march_month < 10 ? march_month + 3 : march_month - 9;
    *year = (int)(era * 400) + year_of_era + (*month <= 2);
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

daynum date_add_years(daynum day, int years)
{
    if (day == DAY_NONE || day == DAY_NEVER)
        return day;
    int year, month, day_of_month;
    daynum out;
    date_split(day, &year, &month, &day_of_month);
    if (date_make(year + years, month, day_of_month, &out) ||
        date_make(year + years, month, day_of_month - 1, &out))
        return out;
    return DAY_NONE;
}
