#include "import/decode.h"

#include <errno.h>
#include <iconv.h>
#include <stdint.h>
#include <string.h>

#include "duban/i18n.h"
#include "duban/mem.h"
#include "import/dialect.h"
#include "import/lines.h"

enum { BLOCK_SIZE = 32 * 1024 };

/* No encoding turns anything into this byte. */
#define BROKEN '\xFF'

/* Bytes to skip where the text is broken: a UTF-16 text stays in step. */
static size_t unit_size(enum encoding encoding)
{
    return encoding == ENCODING_UTF_16LE || encoding == ENCODING_UTF_16BE ? 2 : 1;
}

/* Converts up to the first byte that does not fit; *rest is what is left. Returns false when
 * something is left. */
static bool convert(iconv_t converter, struct sv *rest, struct buf *out)
{
    char block[BLOCK_SIZE];
    while (rest->len > 0) {
        char *in = (char *)(uintptr_t)rest->data, *to = block; /* iconv() never writes to it */
        size_t in_left = rest->len, room = sizeof(block);
        size_t status = iconv(converter, &in, &in_left, &to, &room);
        buf_add(out, (struct sv){block, sizeof(block) - room});
        *rest = sv_skip(*rest, rest->len - in_left);
        if (status == (size_t)-1 && errno != E2BIG)
            return false;
    }
    return true;
}

/* Converts all of it with each broken place marked, or with `strict` up to the first. Returns
 * the length of what was converted. */
static size_t convert_all(struct sv bytes, bool strict, struct decoded *out)
{
    iconv_t converter = iconv_open("UTF-8", encoding_iconv(out->encoding));
    if (converter == (iconv_t)-1)
        BUG("iconv lacks an encoding");
    struct sv rest = bytes;
    while (!convert(converter, &rest, &out->owned)) {
        out->broken = true;
        if (strict)
            break;
        buf_putc(&out->owned, BROKEN);
        rest = sv_skip(rest, unit_size(out->encoding));
        iconv(converter, NULL, NULL, NULL, NULL);
    }
    iconv_close(converter);
    out->text = buf_sv(&out->owned);
    return bytes.len - rest.len;
}

static void decode_as(enum encoding encoding, struct sv bytes, struct decoded *out)
{
    out->encoding = encoding;
    if (encoding != ENCODING_UTF_8) {
        convert_all(bytes, false, out);
        return;
    }
    size_t valid;
    out->text = bytes;
    out->broken = encoding_utf8_proof(bytes, &valid) == UTF8_INVALID;
}

/* Names the byte at `offset` by line and cell. */
static bool refuse(struct sv bytes, const char *name, size_t offset, enum encoding encoding,
                   struct err *err)
{
    struct lines lines = lines_of(bytes);
    struct sv line = {0};
    while (lines_next(&lines, &line) && lines.at <= bytes.data + offset)
        continue;
    struct sv before = {line.data, (size_t)(bytes.data + offset - line.data)};
    size_t cells = dialect_count(before, dialect_of(bytes).separator);
    return err_at(err, ERR_DATA, name, lines.number, (unsigned)cells + 1,
                  _("byte 0x%02X is no %s text; save the file as \"CSV UTF-8\", or name its "
                    "encoding with --encoding"),
                  (unsigned char)bytes.data[offset], encoding_name(encoding));
}

/* UTF-8 where that is proved, else GB18030 where it fits to the last byte. */
static bool decode_by_content(struct sv bytes, const char *name, struct decoded *out,
                              struct err *err)
{
    size_t utf8_valid;
    enum utf8_proof proof = encoding_utf8_proof(bytes, &utf8_valid);
    out->encoding = ENCODING_UTF_8;
    out->text = bytes;
    if (proof == UTF8_ASCII || proof == UTF8_CERTAIN)
        return true;
    out->encoding = ENCODING_GB18030;
    size_t gb_valid = convert_all(bytes, true, out);
    if (!out->broken)
        return true;
    buf_free(&out->owned);
    /* The encoding that fits further is the likelier one. */
    if (utf8_valid > gb_valid)
        return refuse(bytes, name, utf8_valid, ENCODING_UTF_8, err);
    return refuse(bytes, name, gb_valid, ENCODING_GB18030, err);
}

/* DOS ended its text files with ^Z; a file cut out of a disk image ends in NULs. */
static void trim_end(struct sv *text)
{
    while (text->len > 0 &&
           (text->data[text->len - 1] == '\0' || text->data[text->len - 1] == '\x1A'))
        text->len--;
}

bool decode(struct sv bytes, const char *name, const char *encoding, struct decoded *out,
            struct err *err)
{
    *out = (struct decoded){0};
    size_t mark;
    enum encoding marked = encoding_of_marks(bytes, &mark), wanted = marked;
    if (encoding && !encoding_parse(sv_from(encoding), &wanted))
        return err_set(err, ERR_USAGE,
                       _("the encoding \"%s\" is not known; write UTF-8, GB18030, GBK, BIG5, "
                         "UTF-16LE or UTF-16BE"),
                       encoding);
    if (wanted == marked)
        bytes = sv_skip(bytes, mark);
    if (wanted != ENCODING_TOTAL) {
        decode_as(wanted, bytes, out);
    } else {
        trim_end(&bytes);
        if (!decode_by_content(bytes, name, out, err))
            return false;
    }
    trim_end(&out->text);
    return true;
}

void decode_free(struct decoded *decoded)
{
    buf_free(&decoded->owned);
}
