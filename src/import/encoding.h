/* encoding.h - which encoding a file is in, told by its bytes.
 *
 * Schools send what their spreadsheet writes: UTF-8 with or without a byte order mark, GB18030
 * (as GBK), UTF-16. Guessing from letter frequencies fails on files of a few lines, so only what
 * the bytes prove counts; what proves nothing is refused.
 *
 * Example:
 *     size_t mark;
 *     enum encoding found = encoding_of_marks(bytes, &mark);
 */
#ifndef IMPORT_ENCODING_H
#define IMPORT_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "duban/attr.h"
#include "duban/sv.h"

/* id, name for people and on the command line, iconv's name. GB18030 reads all that GBK does. */
#define ENCODING_LIST(X)                \
    X(UTF_8, "UTF-8", "UTF-8")          \
    X(GB18030, "GB18030", "GB18030")    \
    X(GBK, "GBK", "GB18030")            \
    X(BIG5, "BIG5", "BIG5")             \
    X(UTF_16LE, "UTF-16LE", "UTF-16LE") \
    X(UTF_16BE, "UTF-16BE", "UTF-16BE")

enum encoding {
#define X(id, name, iconv) ENCODING_##id,
    ENCODING_LIST(X)
#undef X
        ENCODING_TOTAL
};

/* The two names; static texts. */
const char *encoding_name(enum encoding encoding);
const char *encoding_iconv(enum encoding encoding);

/* The encoding of a name, in any case. Returns false when it is none of ours. */
bool encoding_parse(struct sv name, enum encoding *out) NONNULL;

/* The encoding that a byte order mark states, else the one that NULs at every other place
 * betray; ENCODING_TOTAL when there is neither. *mark is the length of the byte order mark. */
enum encoding encoding_of_marks(struct sv bytes, size_t *mark) NONNULL;

/* What valid UTF-8 proves. The GBK bytes of short Chinese words can be valid two-byte UTF-8
 * (those of the word for "school" are), but hardly ever valid three-byte UTF-8. */
enum utf8_proof {
    UTF8_ASCII,   /* nothing but ASCII */
    UTF8_DOUBT,   /* two-byte characters only */
    UTF8_CERTAIN, /* a character of three bytes or more */
    UTF8_INVALID  /* not UTF-8; *valid is the length of the valid part */
};
enum utf8_proof encoding_utf8_proof(struct sv bytes, size_t *valid) NONNULL;

#endif
