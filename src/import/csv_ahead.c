#include "import/csv_ahead.h"

#include <stdlib.h>

#include "duban/ahead.h"
#include "duban/mem.h"

/* A batch is full with so many records, or at the first that goes beyond the rest. */
enum { BATCHES = 8, RECORDS = 1024, BYTES = 64 * 1024, CELLS = 8 * 1024 };

/* A record; small, as each byte of it goes from one processor's cache to the other's. */
struct entry {
    uint32_t line;
    uint16_t count; /* of cells, whose bytes and lengths stand behind those of the record before */
    uint8_t kind, fault;
};

/* A fault has two lengths too: of its text, and the column. */
enum { FAULT_TEXT, FAULT_COLUMN, FAULT_LENS };

struct batch {
    size_t count, len_count;
    bool broken;
    int64_t at;
    struct buf bytes;
    struct entry entries[RECORDS];
    uint32_t lens[CELLS + IMPORT_COLUMNS_MAX];
};

struct csv_ahead {
    struct csv_reader *reader; /* and the decoder: the thread's */
    const struct decoder *decoder;
    struct err err; /* why the last record failed */
    struct batch batches[BATCHES];

    struct ahead *thread;
    const struct batch *now; /* the one that is handed out; NULL: none yet */
    size_t entry, len, byte; /* of it: what comes next */
    struct sv cells[IMPORT_COLUMNS_MAX];
};

/* ---- the thread ------------------------------------------------------------------------------ */

static void keep_row(struct batch *batch, const struct csv_record *record)
{
    size_t len = 0;
    for (size_t i = 0; i < record->count; i++) {
        batch->lens[batch->len_count++] = (uint32_t)record->cells[i].len;
        len += record->cells[i].len;
    }
    buf_add(&batch->bytes, (struct sv){record->cells[0].data, len});
}

static void keep_fault(struct batch *batch, const struct csv_record *record)
{
    batch->lens[batch->len_count + FAULT_TEXT] = (uint32_t)record->raw.len;
    batch->lens[batch->len_count + FAULT_COLUMN] = record->column;
    batch->len_count += FAULT_LENS;
    buf_add(&batch->bytes, record->raw);
}

static bool is_full(const struct batch *batch)
{
    return batch->count == RECORDS || batch->bytes.len >= BYTES || batch->len_count >= CELLS;
}

static bool fill(void *context, size_t place)
{
    struct csv_ahead *ahead = context;
    struct batch *batch = &ahead->batches[place];
    bool more = true;
    batch->count = batch->len_count = 0;
    buf_clear(&batch->bytes);
    while (more && !is_full(batch)) {
        struct csv_record record = {0};
        enum csv_read kind = csv_reader_next(ahead->reader, &record);
        batch->entries[batch->count++] = (struct entry){record.line, (uint16_t)record.count,
                                                        (uint8_t)kind, (uint8_t)record.fault};
        if (kind == CSV_READ_ROW)
            keep_row(batch, &record);
        else if (kind == CSV_READ_FAULT)
            keep_fault(batch, &record);
        else
            more = false;
    }
    batch->broken = ahead->decoder->broken;
    batch->at = ahead->decoder->at;
    return more;
}

/* ---- who asks for records -------------------------------------------------------------------- */

struct csv_ahead *csv_ahead_open(struct csv_reader *reader, const struct decoder *decoder)
{
    struct csv_ahead *ahead = xcalloc(1, sizeof(*ahead));
    struct err *before = reader->lines.err;
    ahead->reader = reader;
    ahead->decoder = decoder;
    reader->lines.err = &ahead->err;
    buf_free(&reader->bytes); /* the thread makes its own, away from what the caller writes to */
    ahead->thread = ahead_start(BATCHES, fill, ahead);
    if (ahead->thread)
        return ahead;
    reader->lines.err = before;
    free(ahead);
    return NULL;
}

/* The next `len` bytes of the batch. */
static struct sv take(struct csv_ahead *ahead, size_t len)
{
    struct sv bytes = {ahead->now->bytes.data + ahead->byte, len};
    ahead->byte += len;
    return bytes;
}

static void take_row(struct csv_ahead *ahead, struct csv_record *out)
{
    const uint32_t *lens = ahead->now->lens + ahead->len;
    for (size_t i = 0; i < out->count; i++)
        ahead->cells[i] = take(ahead, lens[i]);
    ahead->len += out->count;
    out->cells = ahead->cells;
}

static void take_fault(struct csv_ahead *ahead, struct csv_record *out)
{
    const uint32_t *lens = ahead->now->lens + ahead->len;
    out->raw = take(ahead, lens[FAULT_TEXT]);
    out->column = lens[FAULT_COLUMN];
    ahead->len += FAULT_LENS;
}

static void next_batch(struct csv_ahead *ahead)
{
    size_t place;
    if (!ahead_next(ahead->thread, &place))
        BUG("records behind the last one");
    ahead->now = &ahead->batches[place];
    ahead->entry = ahead->len = ahead->byte = 0;
}

enum csv_read csv_ahead_next(struct csv_ahead *ahead, struct csv_record *out, struct err *err)
{
    if (!ahead->now || ahead->entry == ahead->now->count)
        next_batch(ahead);
    const struct entry *entry = &ahead->now->entries[ahead->entry++];
    *out = (struct csv_record){.line = entry->line, .count = entry->count, .fault = entry->fault};
    if (entry->kind == CSV_READ_ROW)
        take_row(ahead, out);
    else if (entry->kind == CSV_READ_FAULT)
        take_fault(ahead, out);
    else if (entry->kind == CSV_READ_FAILED)
        *err = ahead->err;
    return entry->kind;
}

bool csv_ahead_broken(const struct csv_ahead *ahead)
{
    return ahead->now && ahead->now->broken;
}

int64_t csv_ahead_at(const struct csv_ahead *ahead)
{
    return ahead->now ? ahead->now->at : 0;
}

void csv_ahead_close(struct csv_ahead *ahead)
{
    ahead_stop(ahead->thread);
    for (size_t i = 0; i < BATCHES; i++)
        buf_free(&ahead->batches[i].bytes);
    free(ahead);
}
