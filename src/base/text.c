#include "duban/text.h"

#include <string.h>
#include <utf8proc.h>

enum { UTF8_MAX = 4 };

static const char replacement[] = "\xEF\xBF\xBD";

int text_decode(struct sv s, int32_t *c)
{
    utf8proc_ssize_t len = s.len > UTF8_MAX ? UTF8_MAX : (utf8proc_ssize_t)s.len;
    utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)s.data, len, c);
    if (used > 0)
        return (int)used;
    *c = -1;
    return 1;
}

void text_encode(struct buf *out, int32_t c)
{
    utf8proc_uint8_t bytes[UTF8_MAX];
    utf8proc_ssize_t len = utf8proc_encode_char(c, bytes);
    buf_add(out, (struct sv){(const char *)bytes, (size_t)len});
}

bool text_valid(struct sv s)
{
    for (int32_t c; s.len > 0;) {
        s = sv_skip(s, (size_t)text_decode(s, &c));
        if (c < 0)
            return false;
    }
    return true;
}

/* Bytes that a character starting with `lead` should have; 1 for what starts none. */
static size_t expected(unsigned char lead)
{
    if (lead >= 0xF0)
        return 4;
    if (lead >= 0xE0)
        return 3;
    return lead >= 0xC0 ? 2 : 1;
}

struct sv text_whole(struct sv s)
{
    for (size_t back = 1; back < UTF8_MAX && back <= s.len; back++) {
        unsigned char byte = (unsigned char)s.data[s.len - back];
        if ((byte & 0xC0) == 0x80)
            continue;
        if (expected(byte) > back)
            s.len -= back;
        break;
    }
    return s;
}

bool text_hostile(int32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return false;
    if (c < 0 || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF))
        return true;
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        return false;
    }
}

int text_char_width(int32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return 1;
    return text_hostile(c) ? 1 : utf8proc_charwidth(c);
}

/* One shown character: its bytes in the source, whether they must be replaced, its columns. */
struct shown {
    size_t len;
    int width;
    bool hostile;
};

/* Looks at the first character of `s`; *marks counts the combining marks in a row so far. */
static struct shown look(struct sv s, int *marks)
{
    int32_t c;
    struct shown shown = {.len = (size_t)text_decode(s, &c)};
    shown.width = text_char_width(c);
    *marks = shown.width == 0 ? *marks + 1 : 0;
    shown.hostile = text_hostile(c) || *marks > TEXT_MARKS_MAX;
    if (shown.hostile)
        shown.width = 1;
    return shown;
}

int text_width(struct sv s)
{
    int width = 0;
    for (int marks = 0; s.len > 0;) {
        struct shown shown = look(s, &marks);
        width += shown.width;
        s = sv_skip(s, shown.len);
    }
    return width;
}

struct sv text_clip(struct sv s, int columns)
{
    struct sv rest = s;
    for (int marks = 0; rest.len > 0;) {
        struct shown shown = look(rest, &marks);
        if (shown.width > columns)
            break;
        columns -= shown.width;
        rest = sv_skip(rest, shown.len);
    }
    return (struct sv){s.data, s.len - rest.len};
}

void text_clean(struct buf *out, struct sv s)
{
    for (int marks = 0; s.len > 0;) {
        struct shown shown = look(s, &marks);
        buf_add(out, shown.hostile ? sv_from(replacement) : (struct sv){s.data, shown.len});
        s = sv_skip(s, shown.len);
    }
}

void text_clean_into(char *out, size_t size, struct sv s)
{
    size_t at = 0;
    for (int marks = 0; s.len > 0;) {
        struct shown shown = look(s, &marks);
        struct sv piece = shown.hostile ? sv_from(replacement) : (struct sv){s.data, shown.len};
        if (at + piece.len >= size)
            break;
        memcpy(out + at, piece.data, piece.len);
        at += piece.len;
        s = sv_skip(s, shown.len);
    }
    out[at] = '\0';
}

bool text_is_clean(struct sv s)
{
    for (int marks = 0; s.len > 0;) {
        struct shown shown = look(s, &marks);
        if (shown.hostile)
            return false;
        s = sv_skip(s, shown.len);
    }
    return true;
}
