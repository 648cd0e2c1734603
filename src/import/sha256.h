/* sha256.h - the name that a file's bytes give it.
 *
 * Example:
 *     sha256_init(&sha);
 *     sha256_update(&sha, len, bytes);
 *     sha256_text(&sha, out);
 */
#ifndef IMPORT_SHA256_H
#define IMPORT_SHA256_H

#include <nettle/sha2.h>

#include "duban/attr.h"
#include "duban/import.h"

/* Ends the sum and writes it as 64 lowercase hex digits. */
void sha256_text(struct sha256_ctx *sha, char out[IMPORT_SHA256_TEXT]) NONNULL;

#endif
