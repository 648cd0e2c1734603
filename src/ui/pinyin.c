#include "ui/pinyin.h"

#include <iconv.h>
#include <stdint.h>
#include <stdlib.h>

#include "duban/mem.h"
#include "duban/text.h"

struct pinyin {
    iconv_t gb2312;
};

/* The first character of each initial in the first level, and what follows its last (GB 2312-80);
 * no syllable begins with i, u or v. */
static const struct {
    uint16_t from;
    char initial;
} level_one[] = {
    {0xB0A1, 'a'}, {0xB0C5, 'b'}, {0xB2C1, 'c'}, {0xB4EE, 'd'}, {0xB6EA, 'e'}, {0xB7A2, 'f'},
    {0xB8C1, 'g'}, {0xB9FE, 'h'}, {0xBBF7, 'j'}, {0xBFA6, 'k'}, {0xC0AC, 'l'}, {0xC2E8, 'm'},
    {0xC4C3, 'n'}, {0xC5B6, 'o'}, {0xC5BE, 'p'}, {0xC6DA, 'q'}, {0xC8BB, 'r'}, {0xC8F6, 's'},
    {0xCBFA, 't'}, {0xCDDA, 'w'}, {0xCEF4, 'x'}, {0xD1B9, 'y'}, {0xD4D1, 'z'}, {0xD7FA, 0},
};

struct pinyin *pinyin_start(void)
{
    iconv_t gb2312 = iconv_open("GB2312", "UTF-8");
    if ((intptr_t)gb2312 == -1)
        return NULL;
    struct pinyin *pinyin = xcalloc(1, sizeof(*pinyin));
    pinyin->gb2312 = gb2312;
    return pinyin;
}

void pinyin_end(struct pinyin *pinyin)
{
    if (!pinyin)
        return;
    iconv_close(pinyin->gb2312);
    free(pinyin);
}

/* The initial of one character's bytes; 0: it has none. */
static char initial_of(struct pinyin *pinyin, struct sv bytes)
{
    char in[4] = {0}, out[2] = {0}, *from = in, *to = out;
    size_t left = bytes.len, room = sizeof(out);
    for (size_t i = 0; i < bytes.len; i++)
        in[i] = bytes.data[i];
    iconv(pinyin->gb2312, NULL, NULL, NULL, NULL);
    if (iconv(pinyin->gb2312, &from, &left, &to, &room) == (size_t)-1 || room != 0)
        return 0;
    unsigned place = (unsigned)(unsigned char)out[0] << 8 | (unsigned char)out[1];
    char initial = 0;
    for (size_t i = 0; i < COUNT_OF(level_one) && place >= level_one[i].from; i++)
        initial = level_one[i].initial;
    return initial;
}

void pinyin_initials(struct pinyin *pinyin, struct buf *out, struct sv text)
{
    for (int32_t c; pinyin && text.len > 0;) {
        size_t len = (size_t)text_decode(text, &c);
        char initial = 0;
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'))
            initial = (char)c;
        else if (c >= 'A' && c <= 'Z')
            initial = (char)(c - 'A' + 'a');
        else if (c > 0x7F)
            initial = initial_of(pinyin, (struct sv){text.data, len});
        if (initial != 0)
            buf_putc(out, initial);
        text = sv_skip(text, len);
    }
}
