#include "duban/text.h"

#include <string.h>
#include <utf8proc.h>

const char *text_library(void)
{
    return utf8proc_version();
}

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
    if (!utf8proc_codepoint_valid(c))
        c = (int32_t)TEXT_REPLACEMENT;
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

/* Could more bytes make a character of these 1..3? So not when they are wrong already. */
static bool is_begun(struct sv s)
{
    unsigned char bytes[UTF8_MAX] = {0};
    memcpy(bytes, s.data, s.len);
    /* If any ending makes it whole, then the lowest or the highest continuation bytes do. */
    for (int fill = 0x80; fill <= 0xBF; fill += 0x3F) {
        memset(bytes + s.len, fill, UTF8_MAX - s.len);
        int32_t c;
        if (text_decode((struct sv){(char *)bytes, UTF8_MAX}, &c) > (int)s.len)
            return true;
    }
    return false;
}

struct sv text_whole(struct sv s)
{
    for (size_t back = 1; back < UTF8_MAX && back <= s.len; back++) {
        size_t from = s.len - back;
        if (((unsigned char)s.data[from] & 0xC0) == 0x80)
            continue;
        if (is_begun((struct sv){s.data + from, back}))
            s.len = from;
        break;
    }
    return s;
}

bool text_hostile(int32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return false;
    if (!utf8proc_codepoint_valid(c) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF))
        return true;
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_MN: /* variation selectors among them: marks, and counted as such */
    case UTF8PROC_CATEGORY_ME:
        return false;
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default: /* letters that show nothing, as U+3164 */
        return utf8proc_get_property(c)->ignorable;
    }
}

static unsigned char ambiguous_columns = 1;

void text_ambiguous_width(int columns)
{
    ambiguous_columns = columns == 2 ? 2 : 1;
}

int text_char_width(int32_t c)
{
    if (text_hostile(c))
        return 1;
    /* Han letters to come: Unicode keeps both planes for them. */
    if (c >= 0x20000 && c <= 0x3FFFD)
        return 2;
    int width = utf8proc_charwidth(c);
    return width == 1 && ambiguous_columns == 2 && text_is_ambiguous(c) ? 2 : width;
}

/* Marks in a row before the first character: one more is too many, as it would land on whatever
 * stands to the left of the text. */
enum { MARKS_AT_START = TEXT_MARKS_MAX };

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
    for (int marks = MARKS_AT_START; s.len > 0;) {
        struct shown shown = look(s, &marks);
        width += shown.width;
        s = sv_skip(s, shown.len);
    }
    return width;
}

struct sv text_clip(struct sv s, int columns)
{
    struct sv rest = s;
    for (int marks = MARKS_AT_START; rest.len > 0;) {
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
    for (int marks = MARKS_AT_START; s.len > 0;) {
        struct shown shown = look(s, &marks);
        buf_add(out, shown.hostile ? sv_from(replacement) : (struct sv){s.data, shown.len});
        s = sv_skip(s, shown.len);
    }
}

const char *text_clean_copy(struct arena *arena, struct sv s)
{
    if (text_is_clean(s))
        return arena_text(arena, s);
    struct buf clean = {0};
    text_clean(&clean, s);
    const char *copy = arena_text(arena, buf_sv(&clean));
    buf_free(&clean);
    return copy;
}

void text_clean_into(char *out, size_t size, struct sv s)
{
    size_t at = 0;
    for (int marks = MARKS_AT_START; s.len > 0;) {
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

/* Bytes at the start of `s` that need no second look: printable ASCII and the Han letters from
 * U+4E00 to U+9FFF, which is nearly all that a plan's names are made of. */
static size_t plain_length(struct sv s)
{
    const unsigned char *at = (const unsigned char *)s.data, *end = at + s.len;
    while (at < end) {
        if (at[0] >= 0x20 && at[0] < 0x7F)
            at++;
        else if (end - at >= 3 && at[0] >= 0xE4 && at[0] <= 0xE9 && (at[1] & 0xC0) == 0x80 &&
                 (at[2] & 0xC0) == 0x80 && (at[0] > 0xE4 || at[1] >= 0xB8))
            at += 3;
        else
            break;
    }
    return s.len - (size_t)(end - at);
}

bool text_is_clean(struct sv s)
{
    for (int marks = MARKS_AT_START; s.len > 0;) {
        size_t plain = plain_length(s);
        if (plain > 0)
            marks = 0;
        s = sv_skip(s, plain);
        if (s.len == 0)
            break;
        struct shown shown = look(s, &marks);
        if (shown.hostile)
            return false;
        s = sv_skip(s, shown.len);
    }
    return true;
}

/* ---- full-width forms ---- */

enum { FULL_WIDTH_FIRST = 0xFF01, FULL_WIDTH_LAST = 0xFF5E, WIDE_SPACE = 0x3000 };

static bool is_ascii(struct sv s)
{
    unsigned char all = 0;
    for (size_t i = 0; i < s.len; i++)
        all |= (unsigned char)s.data[i];
    return all < 0x80;
}

struct sv text_fold(struct sv s, char room[TEXT_FOLD_MAX])
{
    size_t len = 0;
    bool folded = false;
    if (is_ascii(s))
        return s;
    for (struct sv rest = s; rest.len > 0;) {
        int32_t c;
        size_t size = (size_t)text_decode(rest, &c);
        if (len + size > TEXT_FOLD_MAX)
            return s;
        if (c == WIDE_SPACE || (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST)) {
            room[len++] = c == WIDE_SPACE ? ' ' : (char)(c - FULL_WIDTH_FIRST + '!');
            folded = true;
        } else {
            memcpy(room + len, rest.data, size);
            len += size;
        }
        rest = sv_skip(rest, size);
    }
    return folded ? sv_trim((struct sv){room, len}) : s;
}
