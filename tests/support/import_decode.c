#include "import_decode.h"

#include <stdlib.h>
#include <string.h>

#include "duban/mem.h"
#include "import/decode.h"

static bool read_text(const struct import_input *input, const struct scanned *found,
                      struct decoded *out, struct err *err)
{
    struct decoder *decoder = xcalloc(1, sizeof(*decoder));
    bool ok = true, ended = false;
    decoder_open(decoder, input, found->encoding, found->from, found->end);
    while (ok && !ended)
        ok = decoder_more(decoder, &out->owned, &ended, err);
    *out = (struct decoded){
        .owned = out->owned,
        .text = buf_sv(&out->owned),
        .encoding = found->encoding,
        .broken = found->broken || decoder->broken,
    };
    decoder_close(decoder);
    free(decoder);
    return ok;
}

bool decode_input(const struct import_input *input, const char *name, const char *encoding,
                  struct decoded *out, struct err *err)
{
    *out = (struct decoded){0};
    struct scan *scan = scan_open(input, name, encoding);
    bool ok = true;
    for (bool done = false; ok && !done;)
        ok = scan_step(scan, &done, err);
    ok = ok && read_text(input, scan_result(scan), out, err);
    scan_close(scan);
    return ok;
}

bool decode(struct sv bytes, const char *name, const char *encoding, struct decoded *out,
            struct err *err)
{
    struct import_input input = import_input_of(&bytes);
    return decode_input(&input, name, encoding, out, err);
}

void decode_free(struct decoded *decoded)
{
    buf_free(&decoded->owned);
}

static bool read_piece(void *context, int64_t offset, void *out, size_t size, size_t *got,
                       struct err *err)
{
    (void)err;
    const struct pieces *pieces = context;
    struct sv rest = sv_skip(pieces->bytes, (size_t)offset);
    *got = rest.len < size ? rest.len : size;
    if (*got > pieces->piece)
        *got = pieces->piece;
    if (*got > 0)
        memcpy(out, rest.data, *got);
    return true;
}

struct import_input pieces_input(struct pieces *pieces)
{
    return (struct import_input){pieces, (int64_t)pieces->bytes.len, read_piece};
}
