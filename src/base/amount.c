#include "duban/amount.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Reads digits into *number; stops at the first other byte. Returns how many there were, or -1
 * when the number is beyond AMOUNT_VALUE_MAX. */
static int whole_part(struct sv *text, amount *number)
{
    int count = 0;
    for (*number = 0; text->len > 0 && is_digit(text->data[0]); count++) {
        *number = *number * 10 + (text->data[0] - '0');
        if (*number > AMOUNT_VALUE_MAX / AMOUNT_ONE)
            return -1;
        *text = sv_skip(*text, 1);
    }
    return count;
}

/* Reads digits as decimals into *millionths, rounded. Returns how many there were. */
static int decimal_part(struct sv *text, amount *millionths)
{
    int count = 0;
    amount scale = AMOUNT_ONE / 10;
    for (*millionths = 0; text->len > 0 && is_digit(text->data[0]); count++) {
        int digit = text->data[0] - '0';
        if (count == AMOUNT_DECIMALS && digit >= 5)
            *millionths += 1;
        *millionths += digit * scale;
        scale /= 10;
        *text = sv_skip(*text, 1);
    }
    return count;
}

bool amount_parse(struct sv text, amount *out)
{
    bool negative = text.len > 0 && text.data[0] == '-';
    if (text.len > 0 && (text.data[0] == '-' || text.data[0] == '+'))
        text = sv_skip(text, 1);
    amount whole, millionths = 0;
    int count = whole_part(&text, &whole);
    if (count < 0)
        return false;
    if (text.len > 0 && text.data[0] == '.') {
        text = sv_skip(text, 1);
        count += decimal_part(&text, &millionths);
    }
    amount value = whole * AMOUNT_ONE + millionths;
    if (count == 0 || text.len > 0 || value > AMOUNT_VALUE_MAX)
        return false;
    *out = negative ? -value : value;
    return true;
}

const char *amount_format(amount value, char out[AMOUNT_TEXT_MAX])
{
    out[0] = '\0';
    if (value == AMOUNT_NONE)
        return out;
    uint64_t size = value < 0 ? -(uint64_t)value : (uint64_t)value;
    uint64_t one = (uint64_t)AMOUNT_ONE;
    snprintf(out, AMOUNT_TEXT_MAX, "%s%" PRIu64 ".%06" PRIu64, value < 0 ? "-" : "", size / one,
             size % one);
    size_t len = strlen(out);
    while (out[len - 1] == '0')
        out[--len] = '\0';
    if (out[len - 1] == '.')
        out[--len] = '\0';
    return out;
}

amount amount_add(amount a, amount b)
{
    amount sum;
    if (!__builtin_add_overflow(a, b, &sum) && sum != AMOUNT_NONE)
        return sum;
    return b > 0 ? INT64_MAX : AMOUNT_NONE + 1;
}

double amount_double(amount value)
{
    return (double)value / (double)AMOUNT_ONE;
}

amount amount_from_double(double value)
{
    double scaled = round(value * (double)AMOUNT_ONE);
    if (isnan(scaled))
        return AMOUNT_NONE;
    if (scaled >= 0x1p63)
        return INT64_MAX;
    return scaled > -0x1p63 ? (amount)scaled : AMOUNT_NONE + 1;
}
