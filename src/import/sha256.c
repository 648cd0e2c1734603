#include "import/sha256.h"

void sha256_text(struct sha256_ctx *sha, char out[IMPORT_SHA256_TEXT])
{
    static const char hex[] = "0123456789abcdef";
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(sha, sizeof(digest), digest);
    for (size_t i = 0; i < sizeof(digest); i++) {
        out[2 * i] = hex[digest[i] >> 4];
        out[2 * i + 1] = hex[digest[i] & 15];
    }
    out[2 * sizeof(digest)] = '\0';
}

void import_sha256(struct sv bytes, char out[IMPORT_SHA256_TEXT])
{
    struct sha256_ctx sha;
    sha256_init(&sha);
    sha256_update(&sha, bytes.len, (const uint8_t *)bytes.data);
    sha256_text(&sha, out);
}
