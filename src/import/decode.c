#include "import/decode.h"

#include <errno.h>
#include <string.h>

#include "duban/i18n.h"

/* No encoding turns anything into this byte. */
#define BROKEN '\xFF'

static bool is_converted(const struct decoder *decoder)
{
    return decoder->encoding != ENCODING_UTF_8;
}

void decoder_open(struct decoder *decoder, const struct import_input *input, enum encoding encoding,
                  int64_t from, int64_t end)
{
    decoder->broken = false;
    decoder->bad = 0;
    decoder->input = input;
    decoder->encoding = encoding;
    decoder->at = from;
    decoder->end = end;
    decoder->held = 0;
    if (is_converted(decoder)) /* where that fails, decoder_more() says so */
        decoder->converter = iconv_open("UTF-8", encoding_iconv(encoding));
}

void decoder_close(struct decoder *decoder)
{
    if (is_converted(decoder))
        iconv_close(decoder->converter);
}

/* Bytes to skip where the text is broken: a UTF-16 text stays in step. */
static size_t unit_size(enum encoding encoding)
{
    return encoding == ENCODING_UTF_16LE || encoding == ENCODING_UTF_16BE ? 2 : 1;
}

/* Converts up to the first byte that does not fit or is not whole. Returns the length of what is
 * left, and *why it is. */
static size_t convert(struct decoder *decoder, char *from, size_t len, struct buf *out, int *why)
{
    char piece[16 * 1024];
    while (len > 0) {
        char *to = piece;
        size_t room = sizeof(piece);
        size_t status = iconv(decoder->converter, &from, &len, &to, &room);
        *why = errno;
        buf_add(out, (struct sv){piece, sizeof(piece) - room});
        if (status == (size_t)-1 && *why != E2BIG)
            return len;
    }
    return 0;
}

/* Converts what is in the block, with each broken place marked; with `last` nothing comes behind
 * it. */
static void convert_block(struct decoder *decoder, size_t len, bool last, struct buf *out)
{
    size_t left = len, unit = unit_size(decoder->encoding);
    int why = 0;
    while ((left = convert(decoder, decoder->block + (len - left), left, out, &why)) > 0) {
        if (why == EINVAL && !last)
            break;
        if (!decoder->broken)
            decoder->bad = decoder->at - (int64_t)left;
        decoder->broken = true;
        buf_putc(out, BROKEN);
        left -= left < unit ? left : unit;
        iconv(decoder->converter, NULL, NULL, NULL, NULL);
    }
    memmove(decoder->block, decoder->block + (len - left), left);
    decoder->held = left;
}

bool decoder_more(void *context, struct buf *out, bool *ended, struct err *err)
{
    struct decoder *decoder = context;
    if (is_converted(decoder) && decoder->converter == (iconv_t)-1) /* its tables are a package */
        return err_set(err, ERR_IO, _("cannot read %s on this computer; save the file as UTF-8"),
                       encoding_name(decoder->encoding));
    int64_t left = decoder->end - decoder->at;
    size_t room = sizeof(decoder->block) - decoder->held, got = 0;
    size_t want = left < (int64_t)room ? (size_t)left : room;
    char *to = decoder->block + decoder->held;
    if (want > 0 &&
        !decoder->input->read_at(decoder->input->context, decoder->at, to, want, &got, err))
        return false;
    if (want > 0 && got == 0)
        return err_set(err, ERR_IO, _("the file became shorter while it was read; send it again"));
    decoder->at += (int64_t)got;
    *ended = decoder->at == decoder->end;
    if (!is_converted(decoder))
        buf_add(out, (struct sv){decoder->block, got});
    else
        convert_block(decoder, decoder->held + got, *ended, out);
    return true;
}
