/* buf.h - bytes that grow: text under construction.
 *
 * Ownership: the buffer owns its bytes; buf_free() gives them back. `data` is always terminated
 * once anything was added; buf_text() is safe on an empty one too. What is added must not lie in
 * the buffer itself: growing may move it.
 *
 * Example:
 *     struct buf out = {0};
 *     buf_printf(&out, "%s,%d\n", code, n);
 *     fwrite(out.data, 1, out.len, stdout);
 *     buf_free(&out);
 */
#ifndef DUBAN_BUF_H
#define DUBAN_BUF_H

#include <stddef.h>

#include "duban/attr.h"
#include "duban/sv.h"

struct buf {
    char *data;
    size_t len, size;
};

/* Adds bytes, a text, or printf output at the end. */
void buf_add(struct buf *buf, struct sv bytes) NONNULL;
void buf_puts(struct buf *buf, const char *text) NONNULL;
void buf_putc(struct buf *buf, char c) NONNULL;
void buf_printf(struct buf *buf, const char *format, ...) PRINTF(2);

/* Adds `count` times the byte `c`; a negative count adds nothing. */
void buf_fill(struct buf *buf, char c, int count) NONNULL;

/* The bytes so far, valid until the next call that changes the buffer. */
struct sv buf_sv(const struct buf *buf) NONNULL;
const char *buf_text(const struct buf *buf) NONNULL;

/* Empties the buffer and keeps its memory. */
void buf_clear(struct buf *buf) NONNULL;

/* Gives the memory back; the buffer is empty and ready again. */
void buf_free(struct buf *buf) NONNULL;

#endif
