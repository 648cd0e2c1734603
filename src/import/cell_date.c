#include "import/cell_date.h"

#include <string.h>

#include "duban/text.h"
#include "import/cell.h"

enum { SERIAL_DIGITS = 5, COMPACT_DIGITS = 8 };

/* Day 0 of spreadsheets, 1899-12-30: the leap day 1900-02-29 that they believe in is counted. */
enum { SERIAL_ZERO = -25569 };

/* Takes `least` to `most` digits off the front. Returns their number, -1 when there are fewer. */
static int take_number(struct sv *text, size_t least, size_t most)
{
    int number = 0;
    size_t count = 0;
    while (count < most && count < text->len && text->data[count] >= '0' &&
           text->data[count] <= '9')
        number = number * 10 + (text->data[count++] - '0');
    *text = sv_skip(*text, count);
    return count < least ? -1 : number;
}

static bool take(struct sv *text, const char *what)
{
    size_t len = strlen(what);
    if (text->len < len || (len > 0 && memcmp(text->data, what, len) != 0))
        return false;
    *text = sv_skip(*text, len);
    return true;
}

static size_t count_digits(struct sv text)
{
    size_t count = 0;
    while (count < text.len && text.data[count] >= '0' && text.data[count] <= '9')
        count++;
    return count;
}

/* What stands between year and month, month and day, and behind the day. */
static const struct {
    const char *year, *month, *day;
} styles[] = {
    {"-", "-", ""},     {"/", "/", ""},     {".", ".", ""},   {"年", "月", "日"},
    {"年", "月", "号"}, {"年", "月", "號"}, {"年", "月", ""},
};

static struct sv past_blanks(struct sv text)
{
    while (text.len > 0 && text.data[0] == ' ')
        text = sv_skip(text, 1);
    return text;
}

/* Takes it with the blanks around it that word processors leave: "2021 年 9 月 1 日". */
static bool take_apart(struct sv *text, const char *what)
{
    struct sv rest = past_blanks(*text);
    if (!take(&rest, what))
        return false;
    *text = past_blanks(rest);
    return true;
}

/* Takes a date of that style off the front. */
static bool take_parted(struct sv *text, size_t style, daynum *out)
{
    int year = take_number(text, 4, 4);
    if (!take_apart(text, styles[style].year))
        return false;
    int month = take_number(text, 1, 2);
    if (!take_apart(text, styles[style].month))
        return false;
    int day = take_number(text, 1, 2);
    const char *end = styles[style].day;
    struct sv rest = end[0] != '\0' ? past_blanks(*text) : *text; /* before a time one stays */
    if (!take(&rest, end) || !date_make(year, month, day, out))
        return false;
    *text = rest;
    return true;
}

/* Is the rest nothing, or a time of day ("0:00", "T00:00:00", "08:30:15.000")? */
static bool is_time(struct sv text)
{
    if (text.len == 0)
        return true;
    if (!take(&text, "T") && !take(&text, " "))
        return false;
    text = sv_trim(text);
    int hour = take_number(&text, 1, 2);
    bool colon = take(&text, ":");
    int minute = take_number(&text, 2, 2), second = 0;
    if (take(&text, ":"))
        second = take_number(&text, 2, 2);
    if (take(&text, "."))
        text = sv_skip(text, count_digits(text));
    return colon && text.len == 0 && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 &&
           second >= 0 && second < 60;
}

static bool parse_compact(struct sv text, daynum *out)
{
    int year = take_number(&text, 4, 4), month = take_number(&text, 2, 2);
    int day = take_number(&text, 2, 2);
    return date_make(year, month, day, out) && is_time(text);
}

enum cell_date cell_date_parse(struct sv cell, daynum *out)
{
    char room[TEXT_FOLD_MAX];
    struct sv text = text_fold(cell, room);
    size_t digits = count_digits(text);
    if (digits == SERIAL_DIGITS && text.len == SERIAL_DIGITS && text.data[0] != '0') {
        *out = SERIAL_ZERO + take_number(&text, SERIAL_DIGITS, SERIAL_DIGITS);
        return CELL_DATE_SERIAL;
    }
    if (digits == COMPACT_DIGITS)
        return parse_compact(text, out) ? CELL_DATE_WRITTEN : CELL_DATE_NONE;
    for (size_t style = 0; style < COUNT_OF(styles); style++) {
        struct sv rest = text;
        if (take_parted(&rest, style, out) && is_time(rest))
            return CELL_DATE_WRITTEN;
    }
    return CELL_DATE_NONE;
}
