#include "duban/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "duban/mem.h"

/* Beyond what any machine has, and small enough that doubling it does not wrap round. */
static const size_t len_max = SIZE_MAX / 4;

/* Room for `more` bytes and a terminator. */
static void reserve(struct buf *buf, size_t more)
{
    if (more > len_max - buf->len)
        BUG("a buffer larger than memory");
    size_t need = buf->len + more + 1;
    if (need <= buf->size)
        return;
    size_t size = buf->size ? buf->size : 64;
    while (size < need)
        size *= 2;
    buf->data = xrealloc(buf->data, size, 1);
    buf->size = size;
}

void buf_add(struct buf *buf, struct sv bytes)
{
    if (bytes.len >= buf->size - buf->len) /* else there is room, as mostly */
        reserve(buf, bytes.len);
    if (bytes.len > 0)
        memcpy(buf->data + buf->len, bytes.data, bytes.len);
    buf->len += bytes.len;
    buf->data[buf->len] = '\0';
}

void buf_puts(struct buf *buf, const char *text)
{
    buf_add(buf, sv_from(text));
}

void buf_putc(struct buf *buf, char c)
{
    buf_add(buf, (struct sv){&c, 1});
}

void buf_printf(struct buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        BUG("a format that printf refuses");
    reserve(buf, (size_t)len);
    vsnprintf(buf->data + buf->len, (size_t)len + 1, format, again);
    va_end(again);
    buf->len += (size_t)len;
}

void buf_fill(struct buf *buf, char c, int count)
{
    if (count <= 0)
        return;
    reserve(buf, (size_t)count);
    memset(buf->data + buf->len, c, (size_t)count);
    buf->len += (size_t)count;
    buf->data[buf->len] = '\0';
}

struct sv buf_sv(const struct buf *buf)
{
    return (struct sv){buf->data, buf->len};
}

const char *buf_text(const struct buf *buf)
{
    return buf->data ? buf->data : "";
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
    if (buf->data)
        buf->data[0] = '\0';
}

void buf_free(struct buf *buf)
{
    free(buf->data);
    *buf = (struct buf){0};
}
