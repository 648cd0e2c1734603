#include "duban/sv.h"

#include <string.h>

struct sv sv_from(const char *text)
{
    return (struct sv){text, text ? strlen(text) : 0};
}

struct sv sv_skip(struct sv s, size_t from)
{
    if (from >= s.len)
        return (struct sv){NULL, 0};
    return (struct sv){s.data + from, s.len - from};
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct sv sv_trim(struct sv s)
{
    while (s.len > 0 && is_space(s.data[0])) {
        s.data++;
        s.len--;
    }
    while (s.len > 0 && is_space(s.data[s.len - 1]))
        s.len--;
    return s;
}

bool sv_eq(struct sv a, struct sv b)
{
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

bool sv_begins(struct sv s, struct sv front)
{
    return s.len >= front.len && sv_eq((struct sv){s.data, front.len}, front);
}

bool sv_eq_nocase(struct sv a, struct sv b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++) {
        if (lower(a.data[i]) != lower(b.data[i]))
            return false;
    }
    return true;
}

int sv_cmp(struct sv a, struct sv b)
{
    size_t shorter = a.len < b.len ? a.len : b.len;
    int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
    if (order != 0)
        return order;
    return (a.len > b.len) - (a.len < b.len);
}

bool sv_split(struct sv *rest, char separator, struct sv *piece)
{
    if (rest->len == 0)
        return false;
    const char *end = memchr(rest->data, separator, rest->len);
    size_t len = end ? (size_t)(end - rest->data) : rest->len;
    *piece = (struct sv){rest->data, len};
    *rest = sv_skip(*rest, len + 1);
    return true;
}
