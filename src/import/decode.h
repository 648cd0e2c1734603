/* decode.h - a file's bytes as UTF-8 text, piece by piece.
 *
 * A byte that does not belong becomes an invalid one in the text, so that only the row it is in is
 * rejected. Which encoding a file is in, and where its text begins and ends, scan.h finds out.
 *
 * Ownership: the input is the caller's; decoder_close() gives the rest back.
 *
 * Example:
 *     decoder_open(&decoder, input, ENCODING_GB18030, 0, size);
 *     const struct feed feed = {&decoder, decoder_more};
 */
#ifndef IMPORT_DECODE_H
#define IMPORT_DECODE_H

#include <iconv.h>
#include <stdbool.h>
#include <stdint.h>

#include "duban/attr.h"
#include "duban/import.h"
#include "import/encoding.h"
#include "import/lines.h"

enum { DECODE_BLOCK = 64 * 1024 };

/* Members are the decoder's own, but for `broken`, `bad` and `at`. */
struct decoder {
    bool broken; /* a byte that does not belong has been met (not told of UTF-8) */
    int64_t bad; /* where the first one is in the file */
    int64_t at;  /* up to here the file was read */

    const struct import_input *input;
    enum encoding encoding;
    int64_t end;
    iconv_t converter;
    size_t held; /* bytes at the front of `block` that make no whole character yet */
    char block[DECODE_BLOCK];
};

/* Reads the bytes from `from` up to `end` of the input. The decoder may hold anything before. */
void decoder_open(struct decoder *decoder, const struct import_input *input, enum encoding encoding,
                  int64_t from, int64_t end) NONNULL;

/* A feed's more(). */
MUST_USE bool decoder_more(void *decoder, struct buf *out, bool *ended, struct err *err) NONNULL;

void decoder_close(struct decoder *decoder) NONNULL;

#endif
