#include "import/source.h"

#include <stdlib.h>

#include "duban/mem.h"
#include "import/csv_ahead.h"
#include "import/decode.h"

/* What two processors write is kept so far apart that neither waits for the other's cache. */
enum { APART = 128 };

struct source {
    bool broken; /* as the scan has found */
    struct csv_ahead *ahead;
    char apart[APART];
    /* The other thread's, once there is one. */
    struct feed feed;
    struct csv_reader reader;
    struct decoder decoder;
};

struct source *source_open(const struct import_input *input, const struct scanned *found,
                           struct err *err)
{
    struct source *source = xrealloc(NULL, 1, sizeof(*source));
    source->broken = found->broken;
    source->ahead = NULL;
    decoder_open(&source->decoder, input, found->encoding, found->from, found->end);
    source->feed = (struct feed){&source->decoder, decoder_more};
    if (csv_reader_stream(&source->reader, &source->feed, err))
        return source;
    source_close(source);
    return NULL;
}

char source_separator(const struct source *source)
{
    return source->reader.separator;
}

enum csv_read source_next(struct source *source, struct csv_record *out, struct err *err)
{
    if (source->ahead)
        return csv_ahead_next(source->ahead, out, err);
    source->reader.lines.err = err;
    return csv_reader_next(&source->reader, out);
}

void source_go_ahead(struct source *source)
{
    source->ahead = csv_ahead_open(&source->reader, &source->decoder);
}

bool source_broken(const struct source *source)
{
    return source->broken ||
           (source->ahead ? csv_ahead_broken(source->ahead) : source->decoder.broken);
}

int64_t source_at(const struct source *source)
{
    return source->ahead ? csv_ahead_at(source->ahead) : source->decoder.at;
}

void source_close(struct source *source)
{
    if (!source)
        return;
    if (source->ahead)
        csv_ahead_close(source->ahead);
    csv_reader_close(&source->reader);
    decoder_close(&source->decoder);
    free(source);
}
