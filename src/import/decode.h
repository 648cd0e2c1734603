/* decode.h - a file's bytes as UTF-8 text.
 *
 * Where the encoding is stated (by a byte order mark, by UTF-16's NULs or by the user), a byte
 * that does not belong becomes an invalid one in the text, so that only the row it is in is
 * rejected. Where it must be told from the bytes, they must fit it to the last one; a file that
 * fits neither UTF-8 nor GB18030 is refused.
 *
 * Ownership: the text is a view of `bytes` or of `owned`; decode_free() gives the latter back.
 *
 * Example:
 *     struct decoded decoded;
 *     if (!decode(bytes, "5.csv", NULL, &decoded, err)) return false;
 */
#ifndef IMPORT_DECODE_H
#define IMPORT_DECODE_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/buf.h"
#include "duban/err.h"
#include "duban/sv.h"
#include "import/encoding.h"

struct decoded {
    struct sv text; /* without byte order mark, and without NULs and ^Z at its end */
    enum encoding encoding;
    bool broken; /* some bytes of the text are no UTF-8 */
    struct buf owned;
};

/* `name` is the file's name for messages; `encoding` what the user stated, or NULL. On false
 * there is nothing to free. */
MUST_USE bool decode(struct sv bytes, const char *name, const char *encoding, struct decoded *out,
                     struct err *err) __attribute__((nonnull(2, 4, 5)));

void decode_free(struct decoded *decoded) NONNULL;

#endif
