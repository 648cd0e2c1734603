/* Whatever the bytes, decoded text is UTF-8 unless it says that it is broken. */
#include <stdint.h>

#include "../support/import_decode.h"
#include "duban/mem.h"
#include "duban/text.h"
#include "import/dialect.h"
#include "import/foreign.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void try_one(struct sv bytes, const char *stated)
{
    struct decoded decoded;
    struct err err;
    if (!decode(bytes, "fuzz", stated, &decoded, &err)) {
        struct err other;
        bool known = bytes.len == 0 || !foreign_refuse(bytes, "fuzz", &other);
        if (err.code != ERR_DATA || (!known && (err.line == 0 || err.column == 0)))
            BUG("a refusal without a place");
        return;
    }
    if (!decoded.broken && !text_valid(decoded.text))
        BUG("broken text");
    dialect_of(decoded.text);
    decode_free(&decoded);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const stated[] = {NULL,   "UTF-8",    "GB18030", "GBK",
                                         "BIG5", "UTF-16LE", "UTF-16BE"};
    for (size_t i = 0; i < COUNT_OF(stated); i++)
        try_one((struct sv){(const char *)data, size}, stated[i]);
    return 0;
}
