#include "import/encoding.h"

#include <stdint.h>
#include <string.h>

#include "duban/import.h"
#include "duban/text.h"

static const struct {
    const char *name, *iconv;
} encodings[ENCODING_TOTAL] = {
#define X(id, name, iconv) [ENCODING_##id] = {name, iconv},
    ENCODING_LIST(X)
#undef X
};

const char *encoding_name(enum encoding encoding)
{
    return encodings[encoding].name;
}

const char *encoding_iconv(enum encoding encoding)
{
    return encodings[encoding].iconv;
}

const char *const *import_encodings(void)
{
    static const char *const names[] = {
#define X(id, name, iconv) name,
        ENCODING_LIST(X)
#undef X
            NULL};
    return names;
}

bool encoding_parse(struct sv name, enum encoding *out)
{
    for (int i = 0; i < ENCODING_TOTAL; i++) {
        if (sv_eq_nocase(name, sv_from(encodings[i].name))) {
            *out = (enum encoding)i;
            return true;
        }
    }
    return false;
}

static const struct {
    const char *bytes;
    size_t len;
    enum encoding encoding;
} marks[] = {
    {"\xEF\xBB\xBF", 3, ENCODING_UTF_8},
    {"\xFF\xFE", 2, ENCODING_UTF_16LE},
    {"\xFE\xFF", 2, ENCODING_UTF_16BE},
    {"\x84\x31\x95\x33", 4, ENCODING_GB18030},
};

enum { SAMPLE_SIZE = 4096, NUL_PAIRS_IN = 16 };

/* How often the sample holds an ASCII character as a UTF-16 unit: its byte at `place` of a pair,
 * NUL at the other. Only characters that lines of CSV are made of count: the units of common
 * Chinese characters have NULs too. */
static size_t count_units(struct sv sample, size_t place)
{
    size_t count = 0;
    for (size_t i = 0; i + 1 < sample.len; i += 2) {
        char byte = sample.data[i + place], other = sample.data[i + 1 - place];
        count += other == '\0' && byte != '\0' && strchr(",;\t\r\n\"", byte) != NULL;
    }
    return count;
}

static enum encoding encoding_of_nuls(struct sv bytes)
{
    struct sv sample = {bytes.data, bytes.len < SAMPLE_SIZE ? bytes.len : SAMPLE_SIZE};
    size_t nuls = 0;
    while (sample.len >= 2 && sample.data[sample.len - 1] == '\0' &&
           sample.data[sample.len - 2] == '\0')
        sample.len -= 2; /* padding */
    for (size_t i = 0; i < sample.len; i++)
        nuls += sample.data[i] == '\0';
    if (nuls * NUL_PAIRS_IN < sample.len / 2 || nuls == 0)
        return ENCODING_TOTAL;
    size_t little = count_units(sample, 0), big = count_units(sample, 1);
    if (little == big)
        return ENCODING_TOTAL;
    return little > big ? ENCODING_UTF_16LE : ENCODING_UTF_16BE;
}

enum encoding encoding_of_marks(struct sv bytes, size_t *mark)
{
    for (size_t i = 0; i < COUNT_OF(marks); i++) {
        if (bytes.len >= marks[i].len && memcmp(bytes.data, marks[i].bytes, marks[i].len) == 0) {
            *mark = marks[i].len;
            return marks[i].encoding;
        }
    }
    *mark = 0;
    return encoding_of_nuls(bytes);
}

/* Length of the ASCII at the front of `bytes`, eight bytes at a time. */
static size_t ascii_len(struct sv bytes)
{
    size_t len = 0;
    for (uint64_t eight; bytes.len - len >= sizeof(eight); len += sizeof(eight)) {
        memcpy(&eight, bytes.data + len, sizeof(eight));
        if (eight & UINT64_C(0x8080808080808080))
            break;
    }
    while (len < bytes.len && (unsigned char)bytes.data[len] < 0x80)
        len++;
    return len;
}

enum utf8_proof encoding_utf8_proof(struct sv bytes, size_t *valid)
{
    enum utf8_proof proof = UTF8_ASCII;
    for (*valid = ascii_len(bytes); *valid < bytes.len;
         *valid += ascii_len(sv_skip(bytes, *valid))) {
        int32_t c;
        int len = text_decode(sv_skip(bytes, *valid), &c);
        if (c < 0)
            return UTF8_INVALID;
        if (len >= 3)
            proof = UTF8_CERTAIN;
        else if (proof == UTF8_ASCII)
            proof = UTF8_DOUBT;
        *valid += (size_t)len;
    }
    return proof;
}
