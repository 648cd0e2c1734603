#include "duban/stamp.h"

#include "duban/text.h"

enum { HOURS = 24, MINUTES = 60, SECONDS = 60, DATE_COLUMNS = 10 };

const char *stamp_write(time_t moment, char out[STAMP_MAX])
{
    struct tm tm;
    gmtime_r(&moment, &tm);
    strftime(out, STAMP_MAX, "%Y-%m-%dT%H:%M:%SZ", &tm);
    return out;
}

/* Takes a mark and two digits off the front of *rest. */
static bool read_part(struct sv *rest, char mark, time_t *out)
{
    const char *text = rest->data;
    if (rest->len < 3 || text[0] != mark || text[1] < '0' || text[1] > '9' || text[2] < '0' ||
        text[2] > '9')
        return false;
    *out = (text[1] - '0') * 10 + (text[2] - '0');
    *rest = sv_skip(*rest, 3);
    return true;
}

static bool read(const char *kept, time_t *out)
{
    struct sv text = sv_from(kept), rest = sv_skip(text, DATE_COLUMNS);
    daynum day;
    time_t hour, minute, second;
    if (text.len < DATE_COLUMNS || !date_parse((struct sv){text.data, DATE_COLUMNS}, &day) ||
        !read_part(&rest, 'T', &hour) || !read_part(&rest, ':', &minute) ||
        !read_part(&rest, ':', &second) || !sv_eq(rest, SV("Z")))
        return false;
    *out = (((time_t)day * HOURS + hour) * MINUTES + minute) * SECONDS + second;
    return true;
}

const char *stamp_shown(const char *kept, char out[STAMP_MAX])
{
    time_t moment;
    struct tm tm;
    if (read(kept, &moment) && localtime_r(&moment, &tm))
        strftime(out, STAMP_MAX, "%Y-%m-%d %H:%M", &tm);
    else
        text_clean_into(out, STAMP_COLUMNS + 1, sv_from(kept));
    return out;
}

const char *stamp_last(daynum day, char out[STAMP_MAX])
{
    struct tm tm = {.tm_hour = 23, .tm_min = 59, .tm_sec = 59, .tm_isdst = -1};
    date_split(day, &tm.tm_year, &tm.tm_mon, &tm.tm_mday);
    tm.tm_year -= 1900;
    tm.tm_mon--;
    return stamp_write(mktime(&tm), out);
}
