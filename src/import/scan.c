#include "import/scan.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "duban/i18n.h"
#include "duban/mem.h"
#include "duban/text.h"
#include "import/decode.h"
#include "import/dialect.h"
#include "import/foreign.h"
#include "import/sha256.h"

enum { BLOCK_SIZE = 64 * 1024, TAIL_MAX = 4 };

struct scan {
    const struct import_input *input;
    const char *name, *wanted;
    struct scanned result;
    struct sha256_ctx sha;
    int64_t at;
    enum { BYTES, GB18030, READY } stage;
    bool told;                         /* the encoding is stated, not to be proved */
    enum utf8_proof proof;             /* of what was read so far */
    int64_t utf8_valid;                /* up to here it is UTF-8 */
    size_t tail;                       /* bytes at the front of `block` that begin a character */
    struct decoder *gb18030;           /* tries that encoding */
    char block[TAIL_MAX + BLOCK_SIZE]; /* last: a small file need not clear it */
};

struct scan *scan_open(const struct import_input *input, const char *name, const char *encoding)
{
    struct scan *scan = xrealloc(NULL, 1, sizeof(*scan));
    memset(scan, 0, offsetof(struct scan, block));
    scan->input = input;
    scan->name = name;
    scan->wanted = encoding;
    sha256_init(&scan->sha);
    return scan;
}

void scan_close(struct scan *scan)
{
    if (scan->gb18030)
        decoder_close(scan->gb18030);
    free(scan->gb18030);
    free(scan);
}

int64_t scan_at(const struct scan *scan)
{
    return scan->at;
}

const struct scanned *scan_result(const struct scan *scan)
{
    return &scan->result;
}

/* Reads until `size` bytes are there or the input ends. */
static bool read_full(const struct import_input *input, int64_t at, char *to, size_t size,
                      size_t *got, struct err *err)
{
    size_t more = 1;
    for (*got = 0; *got < size && more > 0; *got += more) {
        if (!input->read_at(input->context, at + (int64_t)*got, to + *got, size - *got, &more, err))
            return false;
    }
    return true;
}

/* ---- the first block says what the file is --------------------------------------------------- */

static bool begin(struct scan *scan, struct sv bytes, struct err *err)
{
    size_t mark;
    if (bytes.len == 0)
        return err_at(err, ERR_DATA, scan->name, 0, 0, _("the file is empty; send it again"));
    if (!foreign_refuse(bytes, scan->name, err))
        return false;
    enum encoding marked = encoding_of_marks(bytes, &mark), wanted = marked;
    if (scan->wanted && !encoding_parse(sv_from(scan->wanted), &wanted))
        return err_set(err, ERR_USAGE,
                       _("the encoding \"%s\" is not known; write UTF-8, GB18030, GBK, BIG5, "
                         "UTF-16LE or UTF-16BE"),
                       scan->wanted);
    scan->told = wanted != ENCODING_TOTAL;
    scan->result.encoding = scan->told ? wanted : ENCODING_UTF_8;
    scan->result.from = wanted == marked ? (int64_t)mark : 0;
    scan->utf8_valid = scan->result.from;
    return true;
}

/* ---- is it UTF-8? ---------------------------------------------------------------------------- */

/* Looks at the block of `len` bytes behind the tail; with `last` nothing comes behind it. */
static void prove(struct scan *scan, size_t len, bool last)
{
    struct sv text = {scan->block + TAIL_MAX - scan->tail, scan->tail + len};
    size_t valid;
    if (scan->at == 0)
        text = sv_skip(text, (size_t)scan->result.from);
    struct sv whole = last ? text : text_whole(text);
    enum utf8_proof proof = encoding_utf8_proof(whole, &valid);
    if (proof > scan->proof)
        scan->proof = proof;
    scan->utf8_valid += (int64_t)valid;
    scan->tail = text.len - whole.len;
    if (scan->tail > 0) /* an empty file has no bytes to point to */
        memmove(scan->block + TAIL_MAX - scan->tail, whole.data + whole.len, scan->tail);
}

/* ---- where the text ends --------------------------------------------------------------------- */

/* DOS ended its text files with ^Z; a file cut out of a disk image ends in NULs. */
static bool is_padding(const char *unit, enum encoding encoding)
{
    char low = unit[encoding == ENCODING_UTF_16BE ? 1 : 0];
    bool wide = encoding == ENCODING_UTF_16LE || encoding == ENCODING_UTF_16BE;
    if (wide && unit[encoding == ENCODING_UTF_16BE ? 0 : 1] != '\0')
        return false;
    return low == '\0' || low == '\x1A';
}

static bool find_end(struct scan *scan, struct err *err)
{
    struct scanned *result = &scan->result;
    bool wide = result->encoding == ENCODING_UTF_16LE || result->encoding == ENCODING_UTF_16BE;
    int64_t unit = wide ? 2 : 1, end = scan->at, from = result->from;
    bool all = (end - from) % unit == 0; /* of what was looked at is padding */
    while (all && end > from) {
        size_t got;
        int64_t begin = end - from > BLOCK_SIZE ? end - BLOCK_SIZE : from;
        if (!read_full(scan->input, begin, scan->block, (size_t)(end - begin), &got, err))
            return false;
        if (got < (size_t)(end - begin))
            break; /* it has become shorter, which its reader will say */
        while (end > begin && is_padding(scan->block + (end - begin - unit), result->encoding))
            end -= unit;
        all = end == begin;
    }
    result->end = end;
    return true;
}

/* ---- no encoding of ours --------------------------------------------------------------------- */

/* The line of the byte at `offset`, and where that line begins. */
static bool find_line(struct scan *scan, int64_t offset, unsigned *number, int64_t *start,
                      struct err *err)
{
    bool cr = false;
    *number = 1;
    *start = 0;
    for (int64_t at = 0; at < offset;) {
        size_t got, want = offset - at < BLOCK_SIZE ? (size_t)(offset - at) : BLOCK_SIZE;
        if (!read_full(scan->input, at, scan->block, want, &got, err))
            return false;
        for (size_t i = 0; i < got; i++) {
            char c = scan->block[i];
            *number += c == '\r' || (c == '\n' && !cr);
            if (c == '\r' || c == '\n')
                *start = at + (int64_t)i + 1;
            cr = c == '\r';
        }
        at += (int64_t)got;
        if (got < want)
            break;
    }
    return true;
}

/* Names the byte at `offset` by line and cell. */
static bool refuse(struct scan *scan, int64_t offset, enum encoding encoding, struct err *err)
{
    unsigned number;
    int64_t start;
    size_t got;
    char byte = 0;
    if (!find_line(scan, offset, &number, &start, err) ||
        !read_full(scan->input, 0, scan->block, BLOCK_SIZE, &got, err))
        return false;
    char separator = dialect_of((struct sv){scan->block, got}).separator;
    size_t before = offset - start < BLOCK_SIZE ? (size_t)(offset - start) : BLOCK_SIZE;
    if (!read_full(scan->input, start, scan->block, before, &got, err))
        return false;
    size_t cells = dialect_count((struct sv){scan->block, got}, separator);
    if (!read_full(scan->input, offset, &byte, 1, &got, err))
        return false;
    return err_at(err, ERR_DATA, scan->name, number, (unsigned)cells + 1,
                  _("byte 0x%02X is no %s text; save the file as \"CSV UTF-8\", or name its "
                    "encoding with --encoding"),
                  (unsigned char)byte, encoding_name(encoding));
}

/* ---- steps ----------------------------------------------------------------------------------- */

/* All bytes were seen: UTF-8 where that is stated or proved, else GB18030 is tried. */
static bool conclude(struct scan *scan, struct err *err)
{
    struct scanned *result = &scan->result;
    sha256_text(&scan->sha, result->sha256);
    result->size = scan->at;
    result->broken = result->encoding == ENCODING_UTF_8 && scan->proof == UTF8_INVALID;
    if (!find_end(scan, err))
        return false;
    scan->stage = READY;
    if (scan->told || scan->proof == UTF8_ASCII || scan->proof == UTF8_CERTAIN)
        return true;
    scan->stage = GB18030;
    scan->gb18030 = xrealloc(NULL, 1, sizeof(*scan->gb18030));
    result->broken = false;
    decoder_open(scan->gb18030, scan->input, ENCODING_GB18030, result->from, result->end);
    return true;
}

static bool step_bytes(struct scan *scan, struct err *err)
{
    size_t got;
    char *to = scan->block + TAIL_MAX;
    if (!read_full(scan->input, scan->at, to, BLOCK_SIZE, &got, err) ||
        (scan->at == 0 && !begin(scan, (struct sv){to, got}, err)))
        return false;
    sha256_update(&scan->sha, got, (const uint8_t *)to);
    bool last = got < BLOCK_SIZE;
    if (scan->result.encoding == ENCODING_UTF_8 && scan->proof != UTF8_INVALID)
        prove(scan, got, last);
    scan->at += (int64_t)got;
    if (scan->at > IMPORT_FILE_MAX)
        return err_at(err, ERR_DATA, scan->name, 0, 0,
                      _("the file is larger than 1 GiB; split it"));
    return !last || conclude(scan, err);
}

static bool step_gb18030(struct scan *scan, struct err *err)
{
    struct buf text = {0};
    bool ended = false;
    struct decoder *decoder = scan->gb18030;
    if (!decoder_more(decoder, &text, &ended, err))
        return false;
    buf_free(&text);
    if (decoder->broken && scan->utf8_valid > decoder->bad && scan->proof == UTF8_INVALID)
        return refuse(scan, scan->utf8_valid, ENCODING_UTF_8, err); /* it fits further */
    if (decoder->broken)
        return refuse(scan, decoder->bad, ENCODING_GB18030, err);
    if (ended) {
        scan->result.encoding = ENCODING_GB18030;
        scan->stage = READY;
    }
    return true;
}

bool scan_step(struct scan *scan, bool *done, struct err *err)
{
    bool ok = scan->stage == BYTES     ? step_bytes(scan, err)
              : scan->stage == GB18030 ? step_gb18030(scan, err)
                                       : true;
    *done = scan->stage == READY;
    return ok;
}
