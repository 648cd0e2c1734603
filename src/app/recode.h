/* recode.h - our texts in the encodings that spreadsheets write.
 *
 * Example:
 *     if (!recode(buf_sv(&text), "GB18030", &bytes)) ...
 */
#ifndef APP_RECODE_H
#define APP_RECODE_H

#include <stdbool.h>

#include "duban/attr.h"
#include "duban/buf.h"

/* Adds UTF-8 `text` to *out in an encoding that iconv knows; what that lacks becomes the like or a
 * question mark. False: no such encoding. */
MUST_USE bool recode(struct sv text, const char *encoding, struct buf *out) NONNULL;

#endif
