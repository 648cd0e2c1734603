/* import_decode.h - a whole file as text, for tests, and an input that gives its bytes in pieces.
 *
 * Example:
 *     struct decoded decoded;
 *     if (!decode(bytes, "5.csv", NULL, &decoded, &err)) ...
 *     decode_free(&decoded);
 */
#ifndef SUPPORT_IMPORT_DECODE_H
#define SUPPORT_IMPORT_DECODE_H

#include "duban/buf.h"
#include "import/encoding.h"
#include "import/scan.h"

struct decoded {
    struct buf owned;
    struct sv text;
    enum encoding encoding;
    bool broken;
};

bool decode(struct sv bytes, const char *name, const char *encoding, struct decoded *out,
            struct err *err);
bool decode_input(const struct import_input *input, const char *name, const char *encoding,
                  struct decoded *out, struct err *err);
void decode_free(struct decoded *decoded);

/* Bytes in memory of which a read gives no more than `piece` at once. */
struct pieces {
    struct sv bytes;
    size_t piece;
};
struct import_input pieces_input(struct pieces *pieces);

#endif
