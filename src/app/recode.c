#include "app/recode.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <stdio.h>

bool recode(struct sv text, const char *encoding, struct buf *out)
{
    char name[64], piece[4096];
    snprintf(name, sizeof(name), "%s//TRANSLIT", encoding);
    iconv_t converter = iconv_open(name, "UTF-8");
    if (converter == (iconv_t)-1)
        return false;
    char *from = (char *)(uintptr_t)text.data; /* iconv does not write there */
    for (size_t left = text.len; left > 0;) {
        char *to = piece;
        size_t room = sizeof(piece);
        size_t done = iconv(converter, &from, &left, &to, &room);
        buf_add(out, (struct sv){piece, sizeof(piece) - room});
        if (done != (size_t)-1 || errno == E2BIG)
            continue;
        buf_putc(out, '?');
        from++;
        left--;
    }
    iconv_close(converter);
    return true;
}
